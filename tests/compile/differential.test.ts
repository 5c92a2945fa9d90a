import { compile } from '@mdx-js/mdx';
import fc from 'fast-check';
import type { Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import remarkGfm from 'remark-gfm';
import { describe, expect, it } from 'vitest';
import { compileBody } from '../../src/compile/compile-body.ts';
import { toDocument } from '../../src/compile/document.ts';

/** Plain documents must come out as `@mdx-js/mdx` reads them; our own additions (ids) are taken off first. */
const ours = (text: string): string => {
  const document = toDocument('plain.mdx', text);
  const body = compileBody(document, { language: 'nl', glossary: undefined, lewis: {} });
  return (body?.blocks ?? [])
    .map((block) => (block.kind === 'html' ? block.html : ''))
    .join('\n')
    .replaceAll(/ id="[^"]*"/g, '')
    .trim();
};

const oracle = async (text: string): Promise<string> => {
  let tree: Root | undefined;
  const keep = () => (root: Root) => {
    tree = structuredClone(root);
  };
  await compile(text, {
    remarkPlugins: [[remarkGfm, { firstLineBlank: true }]],
    rehypePlugins: [keep],
  });
  return tree ? toHtml(tree).trim() : '';
};

const documents: Record<string, string> = {
  paragraphs: 'Eén alinea.\n\nEen tweede, met een\nafgebroken regel.',
  emphasis: 'Een *schuin*, een **vet**, een ***beide*** en een ~~weg~~ woord.',
  headings: '## Twee\n\nTekst.\n\n### Drie\n\n## Weer twee',
  lists: '- een\n- twee\n  - twee a\n  - twee b\n- drie\n\n1. eerst\n2. dan',
  'loose lists': '- een\n\n  nog een alinea\n\n- twee',
  'a list that starts at four': '4. vier\n5. vijf',
  'task lists': '- [ ] open\n- [x] klaar',
  quotes: '> Een citaat\n> over twee regels\n>\n> met een alinea.',
  tables: '| Wat | Wie |\n| :-- | --: |\n| check-in | iedereen |\n| *stap* | `code` |',
  code: 'Met `code` erin.\n\n```yaml\ntitle: x\n  - y\n```',
  links: '[een link](https://voorbeeld.nl/a?b=c&d=e "titel") en https://voorbeeld.nl.',
  'times and ratios': 'Om 09:30 zijn we met 4:3, en a \\{ b \\} c \\< d.',
  breaks: 'regel een  \nregel twee\\\nregel drie',
  rules: 'boven\n\n---\n\nonder',
  entities: 'AT&amp;T &copy; &euro; “aanhaling” ‘enkel’ é ï 👩‍👩‍👧 ﬁ',
  escapes: '\\*geen nadruk\\* en 1\\. geen lijst',
  'references by name': 'Zie [de tekst][bron].\n\n[bron]: https://voorbeeld.nl "Bron"',
  'underscores inside words': 'een_woord_met_streepjes en __vet__',
};

describe('plain documents read the same as with @mdx-js/mdx', () => {
  it.each(Object.entries(documents))('%s', async (_name, text) => {
    expect(ours(text)).toBe(await oracle(text));
  });

  it('and so do documents made of random plain pieces', async () => {
    const word = fc.constantFrom(
      'nee',
      'stem',
      '*vet*',
      '**dik**',
      '`code`',
      'één',
      '09:30',
      '4:3',
      '“ja”',
      'a\\_b',
      '(haakjes)',
    );
    const line = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '));
    const block = fc.oneof(
      line,
      line.map((text) => `## ${text}`),
      fc
        .array(line, { minLength: 1, maxLength: 4 })
        .map((lines) => lines.map((text) => `- ${text}`).join('\n')),
      fc
        .array(line, { minLength: 1, maxLength: 3 })
        .map((lines) => lines.map((text) => `> ${text}`).join('\n')),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(block, { minLength: 1, maxLength: 6 }), async (blocks) => {
        const text = blocks.join('\n\n');
        expect(ours(text)).toBe(await oracle(text));
      }),
      { numRuns: 150 },
    );
  });
});
