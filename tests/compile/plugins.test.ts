import { describe, expect, it } from 'vitest';
import { compileBody, type Body } from '../../src/compile/compile-body.ts';
import { toDocument, type Document } from '../../src/compile/document.ts';
import { toGlossaryIndex } from '../../src/compile/remark-glossary.ts';
import type { Language } from '../../src/model/language.ts';
import { Term, type Term as TermType } from '../../src/model/term.ts';

const lewis = { 1: 'alle-invalshoeken', 4: 'stem-en-voeg-toe' } as const;
const term = (id: string, word: string, more: object = {}): TermType =>
  Term.parse({ id, term: word, definition: 'Een uitleg die lang genoeg is.', ...more });
const glossary = toGlossaryIndex([
  term('onderstroom', 'onderstroom'),
  term('de-nee', 'de nee', { synonyms: ['nee', 'tegengeluid'] }),
  term('rol', 'rol', { mark: false }),
  term('check-in', 'check-in', { practice: 'check-in' }),
]);

function read(
  text: string,
  options: { language?: Language; practice?: string } = {},
): { html: string; body: Body; document: Document } {
  const document = toDocument('test.mdx', text);
  const body = compileBody(document, { language: 'nl', glossary, lewis, ...options });
  if (!body) throw new Error(JSON.stringify(document.problems));
  const toHtml = (blocks: Body['blocks']): string =>
    blocks
      .map((block) =>
        block.kind === 'step' ? toHtml(block.blocks) : 'html' in block ? block.html : '',
      )
      .join('\n');
  return { html: toHtml(body.blocks), body, document };
}

describe('step references in prose', () => {
  it.each([
    [
      'zie stap 4 hierna',
      'nl',
      '<a href="/werkvormen/stem-en-voeg-toe/" class="stapref">stap 4</a>',
    ],
    ['Stappen 1-3 eerst', 'nl', '<a href="/stappen/#stappen-1-3" class="stapref">Stappen 1-3</a>'],
    [
      'stap 1 tot en met 4',
      'nl',
      '<a href="/stappen/#stappen-1-4" class="stapref">stap 1 tot en met 4</a>',
    ],
    ['stappen 2 en 3', 'nl', '<a href="/stappen/#stappen-2-3" class="stapref">stappen 2 en 3</a>'],
    ['see steps 1–4 first', 'en', '<a href="/en/steps/#stappen-1-4" class="stapref">steps 1–4</a>'],
    ['see step 1.', 'en', '<a href="/en/practices/alle-invalshoeken/" class="stapref">step 1</a>'],
  ] as const)('“%s” becomes a link', (text, language, link) => {
    expect(read(text, { language }).html).toContain(link);
  });

  it.each([
    'in 4 stappen',
    'voetstap 4',
    'de trap op',
    'stap 4.5',
    'om 09:30',
    '`stap 4`',
    '## Over stap 4',
  ])('“%s” stays as it is', (text) => {
    expect(read(text).html).not.toContain('stapref');
  });

  it('two steps that are no neighbours are not a range', () => {
    expect(read('stappen 1 en 4').html).toContain(
      '<a href="/werkvormen/alle-invalshoeken/" class="stapref">stappen 1</a> en 4',
    );
  });

  it.each(['stap 6', 'stappen 2-4', 'step 0'])('“%s” is a problem', (text) => {
    expect(read(text).document.problems.map(({ name }) => name)).toEqual([
      'unknown-step-reference',
    ]);
  });
});

describe('glossary terms', () => {
  it('are marked at first use in every section, not after that', () => {
    const { html, body } = read('## A\n\nonderstroom en Onderstroom\n\n## B\n\nonderstroom');
    expect(html.match(/class="term"/g)).toHaveLength(2);
    expect(body.terms).toEqual(['onderstroom']);
  });
  it('are found by synonym, longest first, and keep their own words', () => {
    expect(read('Zoek de nee.').html).toContain('data-term="de-nee">de nee</a>');
    expect(read('Een tegengeluid.').html).toContain('data-term="de-nee">tegengeluid</a>');
  });
  it.each(['neemt', 'de-nee', 'onderstromen', '[de nee](https://x.nl)', '`de nee`', 'een rol'])(
    'are not found in “%s”',
    (text) => {
      expect(read(text).html).not.toContain('class="term"');
    },
  );
  it('do not link a practice to itself', () => {
    expect(read('Een check-in.', { practice: 'check-in' }).html).not.toContain('class="term"');
    expect(read('Een check-in.').html).toContain('class="term"');
  });
});

describe('passages', () => {
  it('keep their id when a voice is put beside them', () => {
    const bare =
      '<Step id="a" title="De stap" from="case" minutes="5">\n\nEen zin over vertrouwen.\n\n</Step>';
    const voice =
      '<Contribution id="v" stance="insight" on="vertrouwen" role="de schrijver" needs="tijd" date="2026-11-23">\nNee.\n</Contribution>';
    const [before] = /p-[0-9a-f]{8}/.exec(read(bare).html) ?? [];
    const after = read(bare.replace('</Step>', `${voice}\n\n</Step>`));
    expect(after.html).toContain(`id="${before ?? 'none'}"`);
    expect(after.html).toContain('<mark class="anker" id="anker-v">vertrouwen</mark>');
    expect(after.body.steps[0]?.summary).toBe('Een zin over vertrouwen.');
  });
  it('that are the same twice get ids of their own', () => {
    const ids = [...read('Nee.\n\nNee.').html.matchAll(/id="(p-[^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(2);
  });
});

describe('links', () => {
  it('lead to the page in the language of the text', () => {
    const text =
      '[a](cases/sla#check-in) [b](practices/check-in) [c](pages/privacy) [d](glossary#rol)';
    expect(read(text).html).toContain('href="/casussen/sla/#check-in"');
    expect(read(text, { language: 'en' }).html).toContain('href="/en/cases/sla/#check-in"');
    expect(read(text, { language: 'en' }).body.references.map(({ kind }) => kind)).toEqual([
      'cases',
      'practices',
      'pages',
      'glossary',
    ]);
  });
  it('with code for an address are refused', () => {
    expect(read('[x](javascript:alert\\(1\\))').document.problems.map(({ name }) => name)).toEqual([
      'unsafe-link',
    ]);
  });
});

it('writes a body as plain Markdown without components', () => {
  const { body } = read(
    '<Step id="a" title="De start" from="case" minutes="5/10/15">\n\nTekst met <Term id="rol">een rol</Term>.\n\n<Checklist id="c" title="Vooraf" from="proposal">\n<Check id="x">Eerst dit</Check>\n<Check id="y">Dan dat</Check>\n</Checklist>\n\n</Step>',
  );
  expect(body.markdown).toBe(
    '## De start\n\nTekst met een rol.\n\n### Vooraf\n\n- [ ] Eerst dit\n- [ ] Dan dat\n',
  );
});
