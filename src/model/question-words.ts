import type { Language } from './language.ts';

/**
 * The words that the check of a question looks for, as patterns for whole words. They are ours: no source lists
 * them. Add a word when a question in practice shows that one is missing.
 */
interface QuestionWords {
  /** What an open question begins with. */
  openers: readonly string[];
  /** What joins a second question to the first. */
  and: readonly string[];
  /** What asks for a yes. */
  leading: readonly string[];
  blame: readonly string[];
  solution: readonly string[];
  /** What takes in everybody. */
  together: readonly string[];
  /** What sets one side apart, whoever reads it. */
  oneSide: readonly string[];
  /** Words for the one and for the other side of a usual pair. */
  pairs: readonly [readonly string[], readonly string[]];
}

export const questionWords: Record<Language, QuestionWords> = {
  nl: {
    openers: [
      'wat',
      'hoe',
      'welke?',
      'waar(?:aan|in|door|mee|over|toe|van|voor|uit|op)?',
      'wanneer',
      'wie',
      'waarom',
      'op (?:welke|wat voor) (?:manier|wijze)',
      '(?:aan|bij|door|in|met|naar|onder|op|over|uit|van|voor) (?:wat|welke?|wie)',
    ],
    and: ['en', 'of'],
    leading: ['(?<=, )toch', 'of niet', 'niet ?waar', 'vind je ook niet', 'mee eens'],
    blame: [
      'waarom',
      'nog (?:steeds|altijd)',
      'eindelijk',
      'alweer',
      '(?:de |wiens )?schuld(?:ig)?',
      'fout(?:en)?',
      'verwijt(?:en)?',
      'te (?:laat|weinig|traag|duur|vaak|langzaam|slordig)',
      'slecht(?:e|er)?',
      'nooit',
      'altijd',
      'falen|faalt|mislukt|weigeren|weigert|verzuimt?|nalaten',
      'onvoldoende|ondermaats|tekortschiet(?:en)?',
      '(?:zich )?aan (?:de|zijn|hun|haar) afspraken',
      'klagen|klaagt|geklaag|gezeur',
    ],
    solution: [
      'door te \\p{L}+',
      'door middel van',
      '(?:in te voeren|invoeren|ingevoerd)',
      '(?:af te schaffen|afschaffen|afgeschaft)',
      '(?:in te huren|inhuren)',
      '(?:over te stappen|overstappen)',
      '(?:aan te schaffen|aanschaffen)',
      'wekelijkse?|dagelijkse?|maandelijkse?',
      '(?:elke|iedere) (?:dag|week|maand)',
      'zou(?:den)? (?:het|we|wij) niet',
      'moeten (?:we|wij) niet',
      'niet beter',
    ],
    together: [
      'beide',
      'allebei',
      'samen',
      'gezamenlijke?',
      'elkaar',
      'wederzijdse?',
      'iedereen',
      'alle partijen',
    ],
    oneSide: [
      'jullie',
      'zij',
      'hun',
      'hen',
      '(?:het|de) andere (?:team|partij|kant|afdeling)',
      'de tegenpartij',
    ],
    pairs: [
      [
        '(?:de )?(?:klant(?:en)?|opdrachtgevers?|afnemers?|inkoop)',
        'leiding(?:gevenden)?|directie|managers?|management',
      ],
      [
        '(?:de )?(?:leveranciers?|opdrachtnemers?|aannemers?|dienstverleners?|verkoop)',
        'medewerkers|personeel|werkvloer',
      ],
    ],
  },
  en: {
    openers: [
      'what',
      'how',
      'which',
      'where',
      'when',
      'who',
      'why',
      'in what (?:way|ways)',
      '(?:at|by|for|from|in|of|on|to|with) (?:what|which|whom)',
    ],
    and: ['and', 'or'],
    leading: ['(?<=, )right', '(?<=, )agreed', 'or not', 'isn.t it', 'don.t we', 'shouldn.t we'],
    blame: [
      'why',
      'still(?: not)?',
      'finally',
      'yet again',
      '(?:to )?blame',
      'faults?',
      'mistakes?',
      'too (?:late|little|slow|expensive|often|sloppy)',
      'bad(?:ly)?|poor(?:ly)?|worse',
      'never',
      'always',
      'fail(?:s|ed|ing|ure)?|refus(?:e|es|ed|ing)|neglect(?:s|ed|ing)?',
      'insufficient(?:ly)?|inadequate(?:ly)?',
      '(?:keeps?|stick|sticks|live up) to (?:the|its|their) (?:agreements?|promises?)',
      'complain(?:s|ing|ts?)?',
    ],
    solution: [
      'by \\p{L}+ing',
      'by means of',
      '(?:introduc|implement|install|abolish|outsourc|hir)(?:e|es|ing)?',
      'switch(?:ing)? to',
      'weekly|daily|monthly',
      'every (?:day|week|month)',
      "should(?:n[’']t| not) we|wouldn[’']t it|would it not",
      'not better',
    ],
    together: [
      'both',
      'together',
      'joint(?:ly)?',
      'each other',
      'one another',
      'mutual(?:ly)?',
      'everyone',
      'everybody',
      'all parties',
      'shared',
    ],
    oneSide: ['you', 'they', 'them', 'their', 'the other (?:team|party|side|department)'],
    pairs: [
      ['(?:the )?(?:clients?|customers?|buyers?)', 'leaders(?:hip)?|managers?|management|board'],
      [
        '(?:the )?(?:suppliers?|vendors?|contractors?|providers?|sellers?)',
        'employees|staff|shop floor',
      ],
    ],
  },
};
