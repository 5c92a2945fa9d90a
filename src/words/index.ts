import { en } from './en.ts';
import { nl, type Words } from './nl.ts';

export type { Words };

const all: Record<'nl' | 'en', Words> = { nl, en };

/** The words for a language. @example toWords('en').search.open // => 'Search' */
export const toWords = (language: 'nl' | 'en'): Words => all[language];
