import { en } from './attribution-en.ts';
import { nl } from './attribution-nl.ts';
import { findAttributionBy, type Side } from './find-attribution.ts';
import type { Language } from './language.ts';

const words = { nl, en };

/**
 * The words in a line of a summary that seem to tell who said it, in either language. In the browser, where one
 * language is enough, `findAttributionBy` does the same.
 */
export const findAttribution = (
  line: string,
  language: Language,
  sides?: readonly Side[],
): string | undefined => findAttributionBy(words[language], line, sides);
