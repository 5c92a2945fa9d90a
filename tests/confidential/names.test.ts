import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createSalt,
  NameError,
  openNames,
  splitName,
  toHashed,
  type Names,
} from '../../src/confidential/names.ts';

/** Opens a list of these names, as the repository would keep it. */
export function open(...all: string[]): Names {
  const salt = createSalt();
  const names = all.map((name) => toHashed(name, salt));
  return openNames([{ list: { salt, names }, toLabel: (at) => `name ${String(at + 1)}` }]);
}

const found = (names: Names, text: string, writing?: 'plain' | 'markup' | 'escaped') =>
  names.find(text, writing).map(({ start, end }) => text.slice(start, end));

describe('a name is found', () => {
  it.each([
    ['as it is', 'Met Jansen Installaties is gebeld.'],
    ['in capitals', 'MET JANSEN INSTALLATIES'],
    ['with accents', 'Jánsen Ïnstallaties'],
    ['with accents that stand loose', 'Ja\u0301nsen Installaties'],
    ['with a possessive s', 'Jansen Installaties’ bus, en Jansen Installatie\u00ads'],
    ['with a hyphen', 'jansen-installaties'],
    ['over the end of a line', 'Jansen\nInstallaties'],
    ['in an address', '/klanten/jansen_installaties/?van=x'],
    ['with soft hyphens and joiners', 'Jan\u00adsen In\u200bstallaties'],
    ['with percent signs', 'jansen%20installaties'],
  ])('%s', (_how, text) => {
    expect(open('Jansen Installaties').find(text)).toHaveLength(text.includes(', en') ? 2 : 1);
  });

  it.each([
    ['in text', '<p>Jansen <b>Installaties</b></p>'],
    ['in a description', '<img alt="De bus van Jansen Installaties" src="bus.png">'],
    ['in a comment', '<!-- jansen installaties -->'],
    ['with entities', 'J&aacute;nsen&nbsp;Installa&shy;ties'],
    ['with numbered entities', '&#74;ansen &#x49;nstallaties'],
    ['with a break that may be', 'Jan<wbr>sen Installa<wbr />ties'],
    ['in two cells', '<td>Jansen</td><td>Installaties</td>'],
  ])('in a page: %s', (_how, html) => {
    expect(open('Jansen Installaties').find(html, 'markup')).toHaveLength(1);
  });

  it('in data, with its escapes', () => {
    const json = '{"a":"J\\u00e1nsen\\nInstallaties"}';
    expect(open('Jánsen Installaties').find(json, 'escaped')).toHaveLength(1);
  });

  it.each([
    ['possessive, in English', 'Acme', 'Acme’s offer, Acme´s and ACMEs', 3],
    ['initials with and without dots', 'A.B. Jansen', 'AB Jansen, A.B. Jansen', 2],
    ['a legal form', 'Acme B.V.', 'Acme BV; Acme B.V. werkt', 2],
    ['letters that are two elsewhere', 'Strauß', 'Strauss', 1],
    ['a name of five words', 'De Heer van den Berg', 'de heer Van den Berg', 1],
    ['at the end of a sentence', 'Acme', 'Wij zijn Acme.Volgende zin', 1],
    ['beside a number', 'Acme 3', 'acme 3', 1],
  ])('%s', (_how, name, text, times) => {
    expect(open(name).find(text)).toHaveLength(times);
  });
});

describe('a name is not found', () => {
  it.each([
    ['as a part of a word', 'Jan', 'Januari, Adjan, jans-e'],
    ['with a word in between', 'Jan Smit', 'Jan de Smit'],
    ['the other way round', 'Jan Smit', 'Smit Jan'],
    ['half of it', 'Jan Smit', 'Jan, en een smid'],
  ])('%s', (_how, name, text) => {
    expect(found(open(name), text).filter((each) => each.toLowerCase() !== 'jans')).toEqual([]);
  });
});

const letters = 'abcdeéfghijklmnoöprstuvwz';
const word = fc.string({ unit: fc.constantFrom(...letters.split('')), minLength: 3, maxLength: 9 });
const name = fc.array(word, { minLength: 1, maxLength: 5 });
const gap = fc.constantFrom(' ', '\n', ' - ', ', ', '/', '_');

it('is found in any text it is put in, however it is written, and masked there', () => {
  const dress = fc.constantFrom(
    (text: string) => text,
    (text: string) => text.toUpperCase(),
    (text: string) => text.normalize('NFD'),
    (text: string) => `${text}’s`,
    (text: string) => text.split('').join('\u00ad'),
  );
  fc.assert(
    fc.property(
      name,
      fc.array(word),
      fc.array(word),
      gap,
      dress,
      (parts, before, after, by, how) => {
        const names = open(parts.join(' '));
        const text = [...before, how(parts.join(by)), ...after].join(by === ' ' ? '. ' : ' ');
        const hits = names.find(text);
        expect(hits.length).toBeGreaterThanOrEqual(1);
        const masked = names.mask(text);
        expect(names.find(masked)).toEqual([]);
      },
    ),
  );
});

it('is found exactly where its words stand in a row, and nowhere else', () => {
  const few = fc.constantFrom('jan', 'smit', 'berg', 'van', 'den');
  fc.assert(
    fc.property(fc.array(few, { minLength: 1, maxLength: 3 }), fc.array(few), (parts, text) => {
      const wanted = text.filter((_each, at) =>
        parts.every((part, index) => text[at + index] === part),
      );
      expect(open(parts.join(' ')).find(text.join(' '))).toHaveLength(wanted.length);
    }),
  );
});

it('is kept as a salted hash: the list does not hold it, and is another list every time', () => {
  fc.assert(
    fc.property(name, (parts) => {
      const whole = parts.join(' ');
      const [one, other] = [toHashed(whole, createSalt()), toHashed(whole, createSalt())];
      expect(one.hash).not.toBe(other.hash);
      expect(JSON.stringify(one)).not.toContain(splitName(whole).join(' '));
    }),
  );
});

it('must be long enough to be a name, and not too long', () => {
  expect(() => toHashed('a', createSalt())).toThrow(NameError);
  expect(() => toHashed('een twee drie vier vijf zes', createSalt())).toThrow('at most 5 words');
});

it('never makes the reading of a text fail', () => {
  const writing = fc.constantFrom('plain' as const, 'markup' as const, 'escaped' as const);
  const names = open('Jansen', 'Piet de Vries');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), writing, (text, how) => {
      for (const { start, end } of names.find(text, how)) expect(end).toBeGreaterThan(start);
    }),
  );
});
