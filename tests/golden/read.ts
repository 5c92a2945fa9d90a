import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Language } from '../../src/model/language.ts';

export interface Inflection {
  language: Language;
  forms: [string, string];
}
export interface Compound {
  word: string;
  parts: string[];
}
export interface Absent {
  language: Language;
  word: string;
}
export interface Synonym {
  language: Language;
  names: [string, string];
}
export interface Golden {
  language: Language;
  query: string;
  /** Any of these is the right step to come first. */
  right: string[];
  /** Beginnings of addresses of what else would help. */
  also: string[];
}
export interface Said {
  language: Language;
  query: string;
  /** Its name among the seeds. */
  voice: string;
}

interface Sets {
  inflections: Inflection[];
  compounds: Compound[];
  absent: Absent[];
  synonyms: Synonym[];
  queries: Golden[];
  contributions: Said[];
}

/** What search should find, as it was written down before there was an engine to find it. */
export const readGolden = <K extends keyof Sets>(name: K): Sets[K] =>
  (
    JSON.parse(readFileSync(path.join(import.meta.dirname, `${name}.json`), 'utf8')) as {
      set: Sets[K];
    }
  ).set;
