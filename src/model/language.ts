import { z } from 'zod';

/** The languages of the handbook, Dutch first. The first one is the source; others are translations. */
export const languages = ['nl', 'en'] as const;
export const Language = z.enum(languages);
export type Language = z.infer<typeof Language>;

/** The language everything is written in first. */
export const sourceLanguage: Language = 'nl';

/** What a language calls itself, for language links and `<option>`s. */
export const languageNames: Record<Language, string> = { nl: 'Nederlands', en: 'English' };

export const isLanguage = (value: string): value is Language => Language.safeParse(value).success;

export const otherLanguages = (language: Language): Language[] =>
  languages.filter((other) => other !== language);
