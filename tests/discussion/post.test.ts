import { toString } from 'mdast-util-to-string';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileBody } from '../../src/compile/compile-body.ts';
import { toDocument } from '../../src/compile/document.ts';
import { parse } from '../../src/compile/parse.ts';
import { toBody } from '../../src/discussion/carry/post.ts';
import { severityOf } from '../../src/problems.ts';

const address = 'https://oud.voorbeeld.nl/2019/05/twee-teams/';
const toPost = (html: string, pictures: readonly string[] = []) =>
  toBody(html, {
    address,
    findImage: (image) => pictures.find((name) => image.endsWith(`/${name}`)),
  });

/** What the compiler has against a body. */
function findProblems(mdx: string): string[] {
  const document = toDocument('content/nl/cases/oud/index.mdx', `---\ntitle: x\n---\n\n${mdx}`);
  compileBody(document, { language: 'nl', glossary: undefined, lewis: {} });
  return document.problems
    .filter(({ name }) => severityOf(name) === 'problem')
    .map(({ name, found }) => `${name}: ${found}`);
}

function readWords(mdx: string): string {
  const tree = parse(toDocument('a.mdx', `---\n---\n\n${mdx}`));
  const words = (tree?.children ?? []).map((node) => toString(node)).join(' ');
  return words.replaceAll(/\s+/g, ' ').trim();
}

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

describe('a post as the body of a case', () => {
  it('keeps words, headings, lists, quotes, tables and links', () => {
    const html = `<!-- wp:heading {"level":3} --><h3>Hoe het <em>begon</em></h3><!-- /wp:heading -->
<p>Twee teams, <strong>één</strong> vraag. Zie <a href="/over/">hier</a>.</p>
<h5>Dieper</h5><ul><li>een</li><li>twee<ol><li>a</li></ol></li></ul>
<blockquote><p>Dit, maar ook dat.</p></blockquote><pre><code>{niets}</code></pre>
<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>2 &lt; 3</td></tr></tbody></table>`;
    const { mdx, lost } = toPost(html);
    expect(mdx).toMatchInlineSnapshot(`
      "## Hoe het _begon_

      Twee teams, **één** vraag. Zie [hier](https://oud.voorbeeld.nl/over/).

      ### Dieper

      - een
      - twee
        1. a

      > Dit, maar ook dat.

      \`\`\`
      {niets}
      \`\`\`

      | a | b      |
      | - | ------ |
      | 1 | 2 \\< 3 |
      "
    `);
    expect(lost).toEqual([]);
    expect(findProblems(mdx)).toEqual([]);
  });

  it('reads paragraphs as WordPress kept them before it had blocks', () => {
    const { mdx, begin } = toPost(
      'Eerste regel\nTweede <b>regel</b>\n\nNieuwe alinea\n<h2>Kop</h2>\nDaarna',
    );
    expect(begin).toBe('Eerste regel Tweede regel');
    expect(mdx).toBe('Eerste regel\\\nTweede **regel**\n\nNieuwe alinea\n\n## Kop\n\nDaarna\n');
  });

  it.each([
    ['<script>alert(1)</script><p>Ja</p>', []],
    [
      '<p onclick="x()">Ja</p><iframe src="https://video.nl/1"></iframe>',
      ['<iframe> of https://video.nl/1'],
    ],
    ['<p>Ja</p><form action="/x"><input></form>', ['<form> of /x']],
    ['<p>Ja</p>[gallery ids="1,2"]', ['the shortcode [gallery], which stands there as text']],
    [
      '<p>Ja <img src="/wp-content/uploads/weg.png" alt="een kring"></p>',
      ['the picture https://oud.voorbeeld.nl/wp-content/uploads/weg.png, which is not to be had'],
    ],
  ])('tells what of %s cannot be taken', (html, expected) => {
    const { mdx, lost } = toPost(html);
    expect(lost).toEqual(expected);
    expect(findProblems(mdx)).toEqual([]);
    expect(mdx).toMatch(/^Ja/);
    expect(mdx).not.toMatch(/script|alert|onclick|iframe|input/);
  });

  it('gives a picture a paragraph of its own and words for who cannot see it', () => {
    const html =
      '<p>Voor <a href="https://oud.voorbeeld.nl/groot.jpg"><img src="https://oud.voorbeeld.nl/uploads/kring.jpg" alt=""></a> na</p><figure><img src="/uploads/kring.jpg" alt="De kring"><figcaption>Zo zaten we</figcaption></figure>';
    const { mdx, images } = toPost(html, ['kring.jpg']);
    expect(mdx).toBe(
      'Voor\n\n![kring.jpg](./kring.jpg)\n\nna\n\n![De kring](./kring.jpg)\n\nZo zaten we\n',
    );
    expect(images).toHaveLength(2);
    expect(findProblems(mdx)).toEqual([]);
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'tel:+31',
    'vbscript:x',
    '//[',
    'file:///etc/passwd',
  ])('makes no link of %s', (href) => {
    const { mdx } = toPost(`<p>Zie <a href="${href}">dit</a></p>`);
    expect(mdx).toBe('Zie dit\n');
  });

  it('refuses what is nested deeper than anybody reads', () => {
    const { mdx, lost } = toPost(`${'<div>'.repeat(5000)}x`);
    expect([mdx, lost]).toEqual(['', [expect.stringContaining('inside each other')]]);
  });

  const nasty = fc.oneof(
    fc.string({ maxLength: 30 }),
    fc.constantFrom(
      ...[
        'import x from "y"',
        'export const a = 1',
        '{1 + 1}',
        '{/* x',
        '<Step id="a">',
        '</Step>',
        '<b',
        '<!--',
      ],
      ...[
        '# kop',
        '- lijst',
        '1. een',
        '> citaat',
        '---',
        '***',
        '```',
        '    code',
        '| a | b |',
        '[a](b)',
        '[^1]: x',
      ],
      ...[
        '![a](b)',
        'www.voorbeeld.nl',
        'jan@voorbeeld.nl',
        '&amp;',
        '&#x41;',
        '\\',
        '$',
        ':::tip',
        '~~weg~~',
        '*',
        '_a_',
      ],
      ...[
        '<https://x.nl>',
        '~',
        '+ a',
        '=====',
        'a\n===',
        '\\{',
        '`',
        '``{``',
        'import',
        'export',
        'importeren gaat goed',
      ],
    ),
  );
  const words = fc.array(nasty, { minLength: 1, maxLength: 6 }).map((all) => all.join(' '));

  it('shows every text as it was, whatever it looks like in MDX', () => {
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 4 }), (paragraphs) => {
        const html = paragraphs.map((text) => `<p>${escape(text)}</p>`).join('');
        const { mdx } = toPost(`<!-- wp:paragraph -->${html}`);
        expect(findProblems(mdx)).toEqual([]);
        const plain = paragraphs
          .map((text) => text.replaceAll(/[\s\u00a0]+/g, ' ').trim())
          .filter((text) => text !== '');
        expect(readWords(mdx)).toBe(plain.join(' ').replaceAll('\0', '\ufffd'));
      }),
      { numRuns: 300 },
    );
  });

  const tag = fc.constantFrom(
    ...[
      'p',
      'div',
      'h1',
      'h2',
      'h4',
      'h6',
      'ul',
      'ol',
      'li',
      'blockquote',
      'pre',
      'code',
      'em',
      'b',
      'a href="/x"',
    ],
    ...[
      'a href="javascript:x"',
      'img src="/uploads/kring.jpg"',
      'img src="weg.png" alt="a]b"',
      'table',
      'tr',
      'td',
      'th',
    ],
    ...[
      'br',
      'hr',
      'del',
      'span style="x"',
      'iframe src="y"',
      'dl',
      'dt',
      'dd',
      'figure',
      'figcaption',
      'q',
      'input type="checkbox"',
    ],
    ...[
      'video src="a.mp4"',
      'script',
      'textarea',
      'select',
      'Step id="x"',
      'sup',
      'kbd',
      'details',
      'summary',
    ],
  );
  const piece = fc.oneof(
    words.map(escape),
    tag.map((name) => `<${name}>`),
    tag.map((name) => `</${name.split(' ')[0] ?? ''}>`),
    fc.constantFrom(
      '\n\n',
      '\n',
      '[caption id="x"]',
      '<!-- wp:x -->',
      '<![CDATA[',
      '<!doctype html>',
    ),
  );

  it('is free of problems whatever HTML it was', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const { mdx } = toPost(pieces.join(''), ['kring.jpg']);
        expect(findProblems(mdx)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
