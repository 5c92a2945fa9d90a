/** The tags a reader may use, with the attributes each may have. Anything else is shown as it was typed. */
export const allowedTags = {
  a: ['href', 'title'],
  abbr: ['title'],
  acronym: ['title'],
  b: [],
  blockquote: ['cite'],
  cite: [],
  code: [],
  del: ['datetime'],
  em: [],
  i: [],
  q: ['cite'],
  strike: [],
  strong: [],
} as const satisfies Record<string, readonly string[]>;
export type AllowedTag = keyof typeof allowedTags;

/** What HTML no longer has, and what is written for it. */
export const presentTags: Partial<Record<AllowedTag, string>> = { acronym: 'abbr', strike: 's' };

/** The list as a form shows it. @example toTagList()[0] // => '<a href="" title="">' */
export const toTagList = (): string[] =>
  Object.entries(allowedTags).map(
    ([tag, attributes]) => `<${[tag, ...attributes.map((name) => `${name}=""`)].join(' ')}>`,
  );
