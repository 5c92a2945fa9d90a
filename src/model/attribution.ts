import type { Language } from './language.ts';

/**
 * The words in a line that seem to tell who said it; nothing when there are none. It warns and never refuses: it knows a
 * few words and no meanings. It is small on purpose, until a stricter check takes its place.
 * @example findAttribution('Volgens de inkoper is het te duur', 'nl') // => 'Volgens de inkoper'
 */
export function findAttribution(line: string, language: Language): string | undefined {
  for (const pattern of patterns[language]) {
    const found = pattern.exec(line)?.[0];
    if (found !== undefined) return found.trim();
  }
  return undefined;
}

const told = {
  nl: 'zei|zegt|zeiden|zeggen|vindt|vond|vinden|vonden|wil|wilde|willen|vertelde|vertelt|vroeg|vraagt|riep|noemde|denkt|dacht',
  en: 'said|says|say|thinks|think|thought|wants|wanted|told|tells|asked|asks|feels|felt|mentioned',
};
/** Words that begin with a capital at the start of a line and are nobody. */
const nobody = {
  nl: 'ik|wij|we|je|jij|jullie|u|iedereen|niemand|iemand|men|wie|wat|dat|dit|er|soms|velen|sommigen|allen|beide',
  en: 'i|we|you|everyone|everybody|nobody|someone|somebody|people|who|what|that|this|it|many|some|all|both',
};

const patterns: Record<Language, RegExp[]> = {
  nl: [
    // “Jan zei”, “Jan: te duur”
    new RegExp(`^(?!(?:${nobody.nl})(?!\\p{L}))\\p{L}[\\p{L}'’-]+ (?:${told.nl})(?!\\p{L})`, 'iu'),
    new RegExp(
      `(?<!\\p{L})(?!(?:${nobody.nl})(?!\\p{L}))\\p{L}[\\p{L}'’-]+ (?:zei|zegt|vertelde|riep)(?!\\p{L})`,
      'iu',
    ),
    /^\p{Lu}\p{Ll}+:/u,
    new RegExp(`, (?:zei|zegt|vindt|vond) (?!(?:${nobody.nl})(?!\\p{L}))\\p{L}+`, 'iu'),
    new RegExp(
      `(?<!\\p{L})(?:de|het|een|onze|mijn|hun|zijn|haar) \\p{L}+ (?:${told.nl})(?!\\p{L})`,
      'iu',
    ),
    /(?<!\p{L})volgens (?!(?:mij|ons|afspraak|plan)(?!\p{L}))(?:(?:de|het|een|onze|mijn|hun) )?\p{L}+/iu,
  ],
  en: [
    new RegExp(`^(?!(?:${nobody.en})(?!\\p{L}))\\p{L}[\\p{L}'’-]+ (?:${told.en})(?!\\p{L})`, 'iu'),
    new RegExp(
      `(?<!\\p{L})(?!(?:${nobody.en})(?!\\p{L}))\\p{L}[\\p{L}'’-]+ (?:said|says|told)(?!\\p{L})`,
      'iu',
    ),
    /^\p{Lu}\p{Ll}+:/u,
    new RegExp(`(?<!\\p{L})(?:the|a|our|my|their|his|her) \\p{L}+ (?:${told.en})(?!\\p{L})`, 'iu'),
    /(?<!\p{L})according to (?!(?:me|us|plan)(?!\p{L}))(?:(?:the|a|our|my|their) )?\p{L}+/iu,
  ],
};
