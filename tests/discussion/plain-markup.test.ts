import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sanitise } from '../../src/discussion/clean.ts';
import { paragraph, toMarkup } from '../../src/discussion/markup.ts';
import { toPlainMarkup } from '../../src/discussion/plain-markup.ts';

const names = ['b', 'i', 'em', 'q', 'abbr', 'blockquote', 'a', 's', 'p', 'B', 'svg', 'style'];
const links = ['a href="https://a.nl/?b=1&amp;c=%20#d"', 'a href="http://A.nl"', 'a href="//a.nl"'];
const odd = ['a href="http://[::1"', 'a href="https://a.nl" title="x"', 'q cite="https://a.nl"'];
const tag = fc.constantFrom(...names, ...links, ...odd);
const text = fc.oneof(
  fc.constantFrom('&amp;', '&lt;', '&gt;', '&quot;', '&#60;', '&', '"', "'", '<', '>', '/'),
  fc.constantFrom(
    ' ',
    '\n',
    '\n\n',
    '<b>',
    '</b>',
    '<!--',
    '-->',
    '\u0338',
    ...Object.values(paragraph),
  ),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
  fc.string({ unit: 'binary', maxLength: 4 }),
);
const { markup } = fc.letrec<{ markup: string }>((tie) => ({
  markup: fc.oneof(
    { maxDepth: 5 },
    fc.array(text, { maxLength: 3 }).map((all) => all.join('')),
    fc
      .tuple(tag, tie('markup'))
      .map(([name, inner]) => `<${name}>${inner}</${name.split(' ')[0] ?? ''}>`),
    fc.tuple(tie('markup'), tie('markup')).map((all) => all.join('')),
  ),
}));

describe('markup the sanitiser need not be asked about', () => {
  it('is what the sanitiser would make of it, to the sign', () => {
    let plain = 0;
    const isSame = (made: string) => {
      const read = toPlainMarkup(made);
      if (read === undefined) return;
      plain += 1;
      expect(read).toBe(sanitise(made));
    };
    fc.assert(fc.property(markup, isSame), { numRuns: 4000 });
    fc.assert(
      fc.property(markup, (raw) => {
        isSame(toMarkup(raw));
      }),
      { numRuns: 1500 },
    );
    expect(plain).toBeGreaterThan(1500);
  });

  it('is what people write: emphasis, links, quotations and signs', () => {
    const usual = toMarkup(
      '<b>Nee</b>, <a href="https://a.nl/?b=1&c">dit</a> & 1 < 2\n\n<q>Ja</q>',
    );
    expect(toPlainMarkup(usual)).toBe(sanitise(usual));
    expect(toPlainMarkup(usual)).toContain('rel="ugc nofollow noopener"');
  });

  it.each([
    ...[
      '<b>',
      '</b>',
      '<b></i>',
      '<b><i></b></i>',
      '<a href="javascript:alert(1)">x</a>',
      '<B></B>',
    ],
    ...[
      '<b onclick="x">y</b>',
      '<a href="https://a.nl"onclick="x">y</a>',
      '<script></script>',
      '<',
    ],
    ...[
      '<a href="https://a.nl" title="x">y</a>',
      '>',
      '&',
      '&#60;',
      '<b >x</b>',
      '<!-- -->',
      '<b/>',
    ],
    '<b>'.repeat(30) + '</b>'.repeat(30),
  ])('is not %s', (other) => {
    expect(toPlainMarkup(other)).toBeUndefined();
  });
});
