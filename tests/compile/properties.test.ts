import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileBody } from '../../src/compile/compile-body.ts';
import { compileFile } from '../../src/compile/compile-file.ts';
import { toDocument } from '../../src/compile/document.ts';
import { listElements } from '../elements.ts';

const around = { glossary: undefined, lewis: {} };
const piece = fc.constantFrom(
  '<Step',
  ' id="a"',
  '>',
  '</Step>',
  '<Tip>',
  '</Tip>',
  '<Pole name="x">',
  '{',
  '}',
  '{1}',
  '`',
  '\n',
  '\n\n',
  '- ',
  '> ',
  '## ',
  '![a](./b.png)',
  '[x](y)',
  'stap 9',
  '---\n',
  'title: x\n',
  '| a |\n| - |\n',
  '\u0000',
  '\uD800',
  'é',
  '👩‍👩‍👧',
  '<Contribution id="v" on="x">',
  '\r\n',
  '*',
  '_',
  '\\',
  '<!-- x -->',
  'import x',
);
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
);

describe('whatever an author writes', () => {
  it('the compiler answers with problems and never falls over; every problem lies inside the file', () => {
    fc.assert(
      fc.property(
        hostile,
        fc.constantFrom('cases' as const, 'practices' as const, 'pages' as const),
        (text, collection) => {
          const document = toDocument('content/nl/x.mdx', text);
          const { problems } = compileFile(
            { collection, language: 'nl', id: 'x', file: document.file },
            document,
            around,
          );
          const lines = document.text.split('\n');
          for (const { line, column, expected, found, hint } of problems) {
            expect(line).toBeGreaterThanOrEqual(1);
            expect(line).toBeLessThanOrEqual(lines.length);
            expect(column).toBeGreaterThanOrEqual(1);
            expect(column).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1);
            expect([expected, found, hint].every((part) => part !== '')).toBe(true);
          }
        },
      ),
      { numRuns: 600 },
    );
  });

  it.each(['import "x\\', 'export const a = /\\', 'Tekst.\n\nimport x</Step>\\'])(
    'also where it ends halfway through an import: %s',
    (text) => {
      const document = toDocument('x.mdx', text);
      expect(compileBody(document, { language: 'nl', ...around })).toBeDefined();
      expect(document.problems.map(({ name }) => name)).not.toEqual([]);
    },
  );

  it('something YAML would repeat is a problem at its place', () => {
    const document = toDocument('content/nl/x.mdx', '---\ntitle: *samen*\n---\n\nTekst.');
    const file = { collection: 'pages' as const, language: 'nl' as const, id: 'x', file: 'x.mdx' };
    const { problems } = compileFile(file, document, around);
    expect(problems[0]).toMatchObject({ name: 'yaml-syntax', line: 2, column: 8 });
  });

  it('code inside a component inside a sentence is a problem, and no word of the rest is lost', () => {
    const document = toDocument('x.mdx', 'Voor <Tip>tip {1} <Tip>diep {2}</Tip></Tip> na.');
    const body = compileBody(document, { language: 'nl', ...around });
    expect(body?.markdown).toMatch(/Voor tip\s+diep\s+na\./);
    expect(document.problems).not.toEqual([]);
  });

  it('no tag of theirs comes out that is not on the list', () => {
    const allowed =
      /^(p|a|abbr|blockquote|br|cite|code|del|em|h[2-6]|hr|input|li|mark|ol|pre|q|span|strong|table|tbody|td|th|thead|tr|ul|img)$/;
    fc.assert(
      fc.property(hostile, (text) => {
        const body = compileBody(toDocument('x.mdx', text), { language: 'nl', ...around });
        const html = (body?.blocks ?? []).map((block) => ('html' in block ? block.html : ''));
        for (const { name, attributes } of listElements(html.join(''))) {
          expect(name).toMatch(allowed);
          for (const attribute of attributes) expect(attribute.name).not.toMatch(/^(on|style$)/);
        }
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    ['nested quotes', '>'.repeat(3000)],
    [
      'nested lists',
      Array.from({ length: 800 }, (_, depth) => `${' '.repeat(depth * 2)}- x`).join('\n'),
    ],
    ['nested components', '<Tip>\n\n'.repeat(2000) + 'x' + '\n\n</Tip>'.repeat(2000)],
  ])('too many %s are refused in words', (_what, text) => {
    const document = toDocument('x.mdx', text);
    expect(compileBody(document, { language: 'nl', ...around })).toBeUndefined();
    expect(document.problems.map(({ name }) => name)).toEqual(['mdx-syntax']);
  });
});

describe('the id of a passage', () => {
  const sentence = fc.stringMatching(/^[A-Z][a-z]{2,10}( [a-z]{2,10}){1,6}$/);
  const idsOf = (paragraphs: readonly string[]): string[] => {
    const body = compileBody(
      toDocument('x.mdx', paragraphs.map((text) => `${text}.`).join('\n\n')),
      { language: 'nl', ...around },
    );
    return body?.anchors ?? [];
  };
  it('does not change when another paragraph is added before or after it', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(sentence, { minLength: 2, maxLength: 8 }),
        fc.nat(),
        (paragraphs, at) => {
          const before = idsOf(paragraphs);
          const extra = [...paragraphs];
          extra.splice(
            at % (paragraphs.length + 1),
            0,
            'Een geheel nieuwe alinea die er nog niet was',
          );
          const after = idsOf(extra);
          expect(after).toHaveLength(before.length + 1);
          for (const id of before) expect(after).toContain(id);
        },
      ),
    );
  });
});
