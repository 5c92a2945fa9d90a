/** Words by which a language tells who said something; each list is a set of lower-case words. */
export interface AttributionWords {
  /** What people do and things hardly do: “vindt”, “wil”. */
  mind: ReadonlySet<string>;
  /** What people do and things do too: “De cijfers zeggen”, “het werk vraagt”. */
  speech: ReadonlySet<string>;
  /** What makes the word behind it the one who speaks: “volgens”, “aldus”. */
  cues: ReadonlySet<string>;
  /** What somebody has said or thought: “het idee van Willem”. */
  ideas: ReadonlySet<string>;
  /** “Wat Ahmed betreft”. */
  concerns: ReadonlySet<string>;
  /** What anybody and anything does. */
  verbs: ReadonlySet<string>;
  prepositions: ReadonlySet<string>;
  /** Words that are neither what somebody is nor what somebody does. */
  small: ReadonlySet<string>;
  /** What goes before one known person: “de”, “onze”. */
  articles: ReadonlySet<string>;
  titles: ReadonlySet<string>;
  heOrShe: ReadonlySet<string>;
  /** Words that are nobody though they begin a sentence or have a capital. */
  nobody: ReadonlySet<string>;
  /** Subjects that come behind the verb: “Morgen wil iedereen”. */
  subjects: ReadonlySet<string>;
  /** Before a place or a time: “in Utrecht”. */
  places: ReadonlySet<string>;
  /** What only one in a group can be: “de oudste”. */
  unique: ReadonlySet<string>;
  /** Somebody without a name, who has one as soon as it is said where from: “iemand van inkoop”. */
  somebody: ReadonlySet<string>;
  /** Where somebody is from, when that is everybody: “iemand van ons”. */
  everywhere: ReadonlySet<string>;
  of: ReadonlySet<string>;
  /** People by what they are or do, whole words or the last part of one. */
  roles: RegExp;
  /** Words that end like a role, and are none. */
  things: ReadonlySet<string>;
  /** Who stands outside the group, or is a group. */
  outside: RegExp;
}

/** Words between spaces, as a set. */
export const toWordSet = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));
