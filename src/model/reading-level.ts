import type { Language } from './language.ts';

/** How hard a text is to read by a known formula. */
export interface ReadingLevel {
  formula: 'Flesch-Douma' | 'Flesch-Kincaid';
  /** By Flesch-Douma 100 is very easy and 0 very hard; by Flesch-Kincaid it is a number of years at school. */
  score: number;
  words: number;
  /** How many words a sentence has, and how many syllables a word, on average. */
  wordsPerSentence: number;
  syllablesPerWord: number;
  /** Whether it asks more than about B1. */
  isHard: boolean;
}

/** Below this, Douma’s own table says “fairly hard”: more than the first years of secondary school. */
const easyEnough = 60;
/** As many years at school as the first years of secondary school are. */
const mostYears = 9;

/**
 * The reading level of a paragraph, in Dutch by Flesch-Douma and in English by Flesch-Kincaid. A formula counts words and
 * syllables and knows nothing of sense, so what comes of it is advice.
 * @see https://dbnl.org/tekst/_taa014197701_01/_taa014197701_01_0089.php (Flesch-Douma, with the table)
 * @see https://en.wikipedia.org/wiki/Flesch–Kincaid_readability_tests
 */
export function toReadingLevel(text: string, language: Language): ReadingLevel | undefined {
  const words = text.match(/\p{L}[\p{L}\p{N}'’-]*/gu) ?? [];
  if (words.length === 0) return undefined;
  const sentences = text.split(/[.!?…:;]+(?=[\s”"’)]|$)/u).filter((part) => /\p{L}/u.test(part));
  const wordsPerSentence = words.length / Math.max(1, sentences.length);
  const syllablesPerWord =
    words.reduce((sum, word) => sum + countSyllables(word, language), 0) / words.length;
  const counts = { words: words.length, wordsPerSentence, syllablesPerWord };
  if (language === 'nl') {
    const score = 206.84 - 0.93 * wordsPerSentence - 77 * syllablesPerWord;
    return { formula: 'Flesch-Douma', score, ...counts, isHard: score < easyEnough };
  }
  const score = 0.39 * wordsPerSentence + 11.8 * syllablesPerWord - 15.59;
  return { formula: 'Flesch-Kincaid', score, ...counts, isHard: score > mostYears };
}

/** Syllables by their vowels. @example countSyllables('samenwerking', 'nl') // => 4 */
export function countSyllables(word: string, language: Language): number {
  const plain = word.toLowerCase();
  if (language === 'nl') {
    // “ij” is one sound; a trema begins a new syllable.
    const groups = plain.replaceAll(/ij/g, 'y').match(/[aeiouyáéíóúàèâêîôû]+|[äëïöü][aeiouy]*/gu);
    return Math.max(1, groups?.reduce((sum, group) => sum + countDutch(group), 0) ?? 0);
  }
  const spoken = plain
    .replace(/['’]s$/u, '')
    .replace(/(?<=\p{L}{2}[^laeiouy]|[^aeiouy][aeiouy][^aeiouy])e$/u, '')
    .replace(/(?<![td])ed$/u, '');
  return Math.max(1, spoken.match(/[aeiouyé]+/gu)?.length ?? 0);
}

/** Vowels that stand together are one sound when Dutch has such a sound, and two otherwise: “oei”, but “i-o”. */
function countDutch(group: string): number {
  const sounds = group.match(
    /aai|ooi|oei|eeu|ieu|aa|ee|oo|uu|ie|oe|eu|ui|ou|au|ei|ai|oi|[^aeiou]?[aeiouyáéíóúàèâêîôûäëïöü]/gu,
  );
  return sounds?.length ?? 1;
}
