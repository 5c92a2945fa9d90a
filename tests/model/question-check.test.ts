import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Language } from '../../src/model/language.ts';
import {
  checkQuestion,
  mostWords,
  questionAspects,
  type QuestionAspect,
} from '../../src/model/question-check.ts';

/** What deserves a look in a question. */
const toLooks = (question: string, language: Language, sides?: string[]): QuestionAspect[] =>
  checkQuestion(question, language, sides)
    .filter(({ result }) => result === 'look')
    .map(({ about }) => about);

const passing: [Language, string][] = [
  ['nl', readSeed('nl')],
  ['en', readSeed('en')],
  ['nl', 'Wat kunnen we samen doen, zodat dit werk voor beide teams meer waard wordt?'],
  ['nl', 'Welke onderwerpen horen bij deze vraag, ook als ze nog half af zijn?'],
  ['nl', 'Als we aan volgend jaar denken, wat hebben we dan van elkaar nodig?'],
  ['nl', 'Hoe verdelen de klant en de leverancier het werk zo dat het voor allebei klopt?'],
  ['en', 'What makes the work between our teams heavier than it needs to be?'],
  ['en', 'How can the client and the supplier share the work so that it suits both?'],
  ['en', 'When we think of next year, what do we need from each other?'],
];

const failing: [Language, string, QuestionAspect[]][] = [
  ['nl', 'Wat kunnen we samen doen om dit beter te laten lopen', ['mark']],
  ['nl', 'Wat gaat er goed en hoe kan het samen nog beter?', ['one']],
  ['nl', 'Wat gaat er goed? Wat kan er beter?', ['one']],
  ['nl', 'Kunnen we samen betere afspraken maken?', ['open']],
  ['nl', 'Wat we doen is voor ons allebei genoeg, toch?', ['open']],
  ['nl', 'Waarom lukt het ons niet om samen af te spreken?', ['blame']],
  ['nl', 'Waarom levert de leverancier nog steeds te laat?', ['blame', 'sides']],
  ['nl', 'Hoe zorgen we dat de klant zich aan de afspraken houdt?', ['blame', 'sides']],
  ['nl', 'Gaan we elke week overleggen?', ['open', 'solution']],
  ['nl', 'Hoe worden we samen sneller door te werken met één systeem?', ['solution']],
  ['nl', 'Hoe krijgen we de kosten van het andere team omlaag?', ['sides']],
  ['nl', 'Wat kunnen jullie doen om het werk lichter te maken?', ['sides']],
  ['nl', 'Wat heeft de directie van ons nodig?', ['sides']],
  ['nl', `Wat kunnen we samen doen om ${'heel '.repeat(20)}veel beter te werken?`, ['short']],
  ['en', 'What can we do together to make this run better', ['mark']],
  ['en', 'What goes well, and how can we make it better together?', ['one']],
  ['en', 'Can we make better agreements together?', ['open']],
  ['en', 'Why does the supplier still deliver too late?', ['blame', 'sides']],
  ['en', 'How do we make sure that the client sticks to the agreements?', ['blame', 'sides']],
  ['en', 'Shall we meet every week?', ['open', 'solution']],
  ['en', 'How do we speed up together by using one system?', ['solution']],
  ['en', 'How do we bring down the costs of the other team?', ['sides']],
  ['en', 'What can you do to make the work lighter?', ['sides']],
  ['en', `What can we do together to work ${'much '.repeat(20)}better?`, ['short']],
];

describe('the check of a question', () => {
  it.each(passing)('finds nothing to look at in (%s) “%s”', (language, question) => {
    expect(toLooks(question, language)).toEqual([]);
  });

  it.each(failing)('sees in (%s) “%s” what deserves a look: %j', (language, question, looks) => {
    expect(toLooks(question, language)).toEqual(looks);
  });

  it('reads a quotation as what is quoted', () => {
    expect(checkQuestion(`“${readSeed('nl')}”`, 'nl')).toEqual(checkQuestion(readSeed('nl'), 'nl'));
  });

  it('names the words that gave rise to a remark', () => {
    const findings = checkQuestion('Waarom levert de leverancier nog steeds te laat?', 'nl');
    expect(findings.find(({ about }) => about === 'blame')?.found).toEqual([
      'waarom',
      'nog steeds',
      'te laat',
    ]);
  });

  it('takes the names of the sides: both or neither is equal, one alone is not', () => {
    const sides = ['Noord', 'Zuid'];
    expect(toLooks('Wat hebben Noord en Zuid nodig?', 'nl', sides)).toEqual([]);
    expect(toLooks('Wat hebben we nodig?', 'nl', sides)).toEqual([]);
    expect(toLooks('Wat heeft Zuid nodig?', 'nl', sides)).toEqual(['sides']);
    expect(toLooks('Wat heeft a.b nodig?', 'nl', ['a.b', '(c'])).toEqual(['sides']);
  });

  it('says nothing about nothing', () => {
    expect(checkQuestion('  ', 'nl')).toEqual([]);
    expect(checkQuestion('“”', 'en')).toEqual([]);
  });

  it('has one finding for every aspect, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 400 }),
        fc.constantFrom<Language>('nl', 'en'),
        fc.array(fc.string({ maxLength: 20 }), { maxLength: 3 }),
        (text, language, sides) => {
          const about = checkQuestion(text, language, sides).map((finding) => finding.about);
          expect([[], [...questionAspects]]).toContainEqual(about);
        },
      ),
    );
  });

  it('calls a question short up to its number of words', () => {
    const toQuestion = (words: number) => `Wat ${'samen '.repeat(words - 2)}nu?`;
    expect(toLooks(toQuestion(mostWords), 'nl')).toEqual([]);
    expect(toLooks(toQuestion(mostWords + 1), 'nl')).toEqual(['short']);
  });
});

/** The question of the SLA case, as it stands in the handbook. */
function readSeed(language: Language): string {
  const file = path.resolve(import.meta.dirname, `../../content/${language}/cases/sla/index.mdx`);
  const [, question = ''] = /<Question[^>]*>\s*“(.*?)”/s.exec(readFileSync(file, 'utf8')) ?? [];
  return question;
}
