import type { Language } from '../model/language.ts';
import { stemEn } from './stem-en.ts';
import { stemNl } from './stem-nl.ts';
import { readTokens } from './text.ts';

/** What search knows of a language. */
export interface Tongue {
  stem: (word: string) => string;
  /** Words that stand everywhere, and so tell nothing. */
  isCommon: (word: string) => boolean;
}

/** What search knows of this language. */
export const toTongue = (language: Language): Tongue => tongues[language];

/** The stems of a whole text, the common ones too: how phrases are compared. */
export const toStems = (text: string, { stem }: Tongue): string[] =>
  readTokens(text).map(({ word }) => stem(word));

const toTongueOf = (stem: (word: string) => string, words: string): Tongue => {
  const common = new Set(words.split(' '));
  const known = new Map<string, string>();
  const remembered = (word: string) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const found = stem(word);
    known.set(word, found);
    return found;
  };
  return { stem: remembered, isCommon: (word) => common.has(word) || /^[a-z]$/.test(word) };
};

const tongues: Record<Language, Tongue> = {
  nl: toTongueOf(
    stemNl,
    'aan al als bij dan dat de der deze die dit doe doen door dus een eens en er ergens erg ga gaan geen gewoon had heb hebben heeft hem het hier hij hoe hun iets ik in is ja je jij jou jouw jullie kan kun kunnen kunt maar me mee meer men met mij mijn moet moeten mag mogen na naar niet niets nog nu of om omdat onder ons onze ook op over s t te tegen toch toen tot tussen u uit uw van veel via voor waar waarom wanneer want waren was wat we wel welk welke werd wie wij wil word worden wordt zal ze zelf zich zij zijn zo zoals zou zonder zullen',
  ),
  en: toTongueOf(
    stemEn,
    'a about all also am an and any are as at be been but by can could did do does doing done for from get had has have he her here him his how i if in into is it its just like may me might more most much must my not of off on one or our out over own s she should so some such t than that the their them then there these they this those to too under until up us very was we were what when where which who whom why will with within without would you your',
  ),
};
