import { beforeAll, describe, expect, it } from 'vitest';
import { readHandbook } from '../../src/compile/handbook.ts';
import type { Compiled } from '../../src/compile/compile-file.ts';
import { findAttribution } from '../../src/model/attribution.ts';
import { languages, type Language } from '../../src/model/language.ts';
import { countWords, readGolden, type GoldenLine } from '../golden/read-golden.ts';

const isFound = (language: Language) => (line: GoldenLine) =>
  findAttribution(line.text, language, line.sides) !== undefined;

describe.each(languages)('who said it (%s)', (language) => {
  it('is seen in at least 38 of 40 lines that give it away', () => {
    const lines = readGolden('attributions', language);
    expect(lines).toHaveLength(40);
    expect(lines.filter(isFound(language)).length).toBeGreaterThanOrEqual(38);
  });

  it('is seen in at least 19 of 20 lines the finder was not made by', () => {
    const lines = readGolden('attributions-held-out', language);
    expect(lines).toHaveLength(20);
    expect(lines.filter(isFound(language)).length).toBeGreaterThanOrEqual(19);
  });

  it.each(['clean', 'clean-held-out'] as const)(
    'is seen at most once in 1,000 words that give nobody away (%s)',
    (name) => {
      const lines = readGolden(name, language);
      const found = lines.filter(isFound(language)).map(({ text }) => text);
      const words = countWords(lines.map(({ text }) => text));
      expect(found.length, found.join('\n')).toBeLessThanOrEqual(Math.ceil(words / 1000));
    },
  );
});

describe('over everything this handbook says', () => {
  let files: readonly Compiled[] = [];

  beforeAll(async () => {
    ({ files } = await readHandbook({ cache: false }));
  });

  it.each(languages)('there is at most one alarm in 1,000 words (%s)', (language) => {
    const lines = files
      .filter((file) => file.language === language && file.collection !== 'help')
      .flatMap(({ entry }): GoldenLine[] => {
        if (!entry) return [];
        const sides = 'parties' in entry ? entry.parties : [];
        return toSentences(entry.markdown).map((text) => ({ text, sides }));
      });
    const words = countWords(lines.map(({ text }) => text));
    const found = lines.filter(isFound(language)).map(({ text }) => text);
    expect(words).toBeGreaterThan(9000);
    expect(found.length, found.join('\n')).toBeLessThanOrEqual(words / 1000);
  });
});

it('a side gives nobody away, unless it is one person or no side of the case', () => {
  const line = 'De leverancier wil langer vooruit plannen';
  expect(findAttribution(line, 'nl', [{ name: 'leverancier', headcount: 4 }])).toBeUndefined();
  expect(findAttribution(line, 'nl', [{ name: 'leverancier' }])).toBeUndefined();
  expect(findAttribution(line, 'nl', [{ name: 'leverancier', headcount: 1 }])).toBe(
    'De leverancier',
  );
  expect(findAttribution(line, 'nl')).toBe('De leverancier');
});

const toSentences = (markdown: string): string[] =>
  markdown
    .split('\n')
    .filter((line) => !/^\s*(?:<|```)/.test(line))
    .map((line) =>
      line
        .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
        .replaceAll(/<[^>]+>|\*/g, '')
        .replace(/^\s*[-#>\d.]+\s*/, ''),
    )
    .flatMap((line) => line.split(/(?<=[.!?])\s+/));
