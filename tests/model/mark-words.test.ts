import fc from 'fast-check';
import { parseFragment, serialize } from 'parse5';
import { describe, expect, it } from 'vitest';
import { markWords } from '../../src/model/mark-words.ts';
import { toSpokenText } from '../../src/model/spoken-text.ts';

const mark = { id: 'r-een', letter: 'd', agrees: false };
const begin = '<mark class="anker" id="anker-r-een">';
const ref = '<a href="#kant-r-een" class="ref" data-voice="r-een">d</a>';

describe('words of a text that a voice is about', () => {
  it('are marked, with a letter behind them, and the text is cut after their paragraph', () => {
    expect(markWords('<p>Een twee drie.</p>\n<p>Vier.</p>', 'twee drie', mark)).toEqual({
      before: `<p>Een ${begin}twee drie</mark>${ref}.</p>`,
      after: '<p>Vier.</p>',
    });
  });

  it('are found across markup, line ends and signs that are written as references', () => {
    const html = '<p>Wie <em>R&#x26;D</em>\ndoet, <a class="term" href="/x/">weet het</a> al.</p>';
    expect(markWords(html, 'R&D doet, weet het', mark)?.before).toBe(
      `<p>Wie <em>${begin}R&#x26;D</mark></em><mark class="anker">\ndoet, </mark>` +
        `<a class="term" href="/x/"><mark class="anker">weet het</mark></a>${ref} al.</p>`,
    );
  });

  it('do not count the letter of another voice', () => {
    const html =
      '<p>Er <mark class="anker" id="anker-a">kwam</mark><a href="#kant-a" class="ref" data-voice="a">c</a> niets.</p>';
    const marked = markWords(html, 'Er kwam niets', mark);
    expect(marked?.before.match(/id="anker-/g)).toHaveLength(2);
    expect(marked?.before).toContain('data-voice="a">c</a>');
  });

  it('are not marked when they are not there, or are hardly words', () => {
    expect(markWords('<p>Een twee.</p>', 'drie', mark)).toBeUndefined();
    expect(markWords('<p>Een twee.</p>', 'E', mark)).toBeUndefined();
    expect(markWords('<p title="drie">Een.</p>', 'drie', mark)).toBeUndefined();
  });

  const word = fc.constantFrom('een', 'R&#x26;D', 'a &#x3C; b', 'ÿé', '👩‍👧', 'nee', '<br>', '\n');
  const inline = fc
    .tuple(fc.constantFrom('', 'em', 'strong', 'a'), fc.array(word, { minLength: 1, maxLength: 4 }))
    .map(([tag, words]) => (tag ? `<${tag}>${words.join(' ')}</${tag}>` : words.join(' ')));
  const html = fc
    .array(fc.array(inline, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 })
    .map((paragraphs) => paragraphs.map((each) => `<p>${each.join(' ')}</p>`).join('\n'));

  it('leave a text that says the same, and is as well formed as it was', () => {
    fc.assert(
      fc.property(html, fc.nat(), fc.nat(), (written, from, length) => {
        const text = toSpokenText(written);
        const words = text.slice(from % (text.length + 1)).slice(0, 3 + (length % 40));
        const marked = markWords(written, words, mark);
        if (marked === undefined) return;
        const whole = marked.before + marked.after;
        // A browser that reads it has nothing to mend.
        const plain = whole.replaceAll('&#x26;', '&amp;').replaceAll('&#x3C;', '&lt;');
        expect(serialize(parseFragment(whole))).toBe(plain);
        const silent = whole.replace(ref, '').replaceAll(/<\/?mark[^>]*>/g, '');
        expect(toSpokenText(silent)).toBe(text);
      }),
    );
  });

  it('take no longer in a long text than it is long', () => {
    const long = `<p>${'niet dit maar dat '.repeat(20_000)}</p>`;
    const started = performance.now();
    expect(markWords(long, 'niet dit maar dit', mark)).toBeUndefined();
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
