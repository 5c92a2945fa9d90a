import type { Language } from '../model/language.ts';

/** A day in words. @example toDay('2026-11-23', 'nl') // => '23 november 2026' */
export const toDay = (date: string, language: Language): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${date}T00:00:00Z`));

/** A month in words. @example toMonth('2026-11', 'nl') // => 'november 2026' */
export const toMonth = (month: string, language: Language): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${month}-01T00:00:00Z`));
