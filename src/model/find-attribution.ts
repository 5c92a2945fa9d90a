import type { AttributionWords } from './attribution-words.ts';

/** A side in a case, as far as it matters here: whether it is one person. */
export interface Side {
  name: string;
  headcount?: number | undefined;
}

/**
 * The words in a line that seem to tell who said it; nothing when there are none. It warns and never refuses: it knows
 * words and no meanings. A side of a case (“de klant”) gives nobody away, unless it is one person.
 * @example findAttributionBy(nl, 'Volgens de inkoper is het te duur') // => 'Volgens de inkoper'
 */
export function findAttributionBy(
  words: AttributionWords,
  line: string,
  sides: readonly Side[] = [],
): string | undefined {
  const tokens = toTokens(line);
  const isOne = toSideTest(sides);
  for (const at of tokens.keys())
    for (const find of finders) {
      const span = find({ tokens, at, words, isOne });
      if (span === undefined) continue;
      const first = tokens[span[0]];
      const last = tokens[span[1]] ?? tokens.at(-1);
      if (first && last) return line.slice(first.from, last.to);
    }
  return undefined;
}

interface Token {
  text: string;
  low: string;
  from: number;
  to: number;
  /** Like a name: a capital, and small letters after it. */
  isName: boolean;
  isFirst: boolean;
  /** What stands right behind it. */
  behind: string;
}

interface Look {
  tokens: readonly Token[];
  at: number;
  words: AttributionWords;
  /** Whether the side that is called so is one person; nothing when no side is called so. */
  isOne: (name: string) => boolean | undefined;
}
type Span = readonly [first: number, last: number];
type Find = (look: Look) => Span | undefined;

function toTokens(line: string): Token[] {
  return [...line.matchAll(/\p{L}[\p{L}\p{N}]*(?:[-'’]\p{L}+)*/gu)].map(({ 0: text, index }) => {
    const before = line.slice(0, index).trimEnd();
    return {
      text,
      low: text.toLowerCase(),
      from: index,
      to: index + text.length,
      isName: /^\p{Lu}/u.test(text) && /\p{Ll}/u.test(text),
      isFirst: before === '' || /[.!?:;“"‘(–—-]$/u.test(before),
      behind: line.slice(index + text.length, index + text.length + 2),
    };
  });
}

/** The tests look at the words of a side, so that “de twee huurders” is found as “huurders”. */
function toSideTest(sides: readonly Side[]): Look['isOne'] {
  const byName = new Map(
    sides.map(({ name, headcount }) => [name.toLowerCase(), headcount === 1] as const),
  );
  return (name) => byName.get(name);
}

/** “Mevrouw De Wit”. */
const findTitle: Find = ({ tokens, at, words }) =>
  words.titles.has(tokens[at]?.low ?? '') && tokens[at + 1]?.isName ? [at, at + 1] : undefined;

/** “De inkoper zei”, “bij de planner”, “onze nieuwe collega”: one person by what that person is. */
const findRole: Find = ({ tokens, at, words, isOne }) => {
  if (!words.articles.has(tokens[at]?.low ?? '')) return undefined;
  for (const end of [at + 1, at + 2, at + 3]) {
    const { low = '', behind = '' } = tokens[end] ?? {};
    if (low === '') return undefined;
    const bare = low.replace(/['’]s?$/u, '');
    // “the supplier’s representative” is not the supplier.
    const side = bare === low ? isOne(bare) : undefined;
    if (side === true) return [at, end];
    if (side === false) return undefined;
    if (words.unique.has(bare) && end === at + 1) {
      const isAlone = behind.trim() !== '' || !isPlain(tokens[end + 1], words);
      if (bare !== 'nieuwe' && bare !== 'new' && bare !== 'only' && bare !== 'enige' && isAlone)
        return [at, end];
      continue;
    }
    const last = bare.split('-').at(-1) ?? bare;
    // “the customer manager” is not the customer.
    if (words.outside.test(last) && !isRole(tokens[end + 1]?.low ?? '', words)) return undefined;
    if (isRole(last, words)) {
      const isVague = words.somebody.has(last) && end === at + 1;
      const isOnly = words.unique.has(tokens[at + 1]?.low ?? '') && end > at + 1;
      const isFrom = words.of.has(tokens[end + 1]?.low ?? '');
      if (isOnly || (isVague ? isFrom : speaks(tokens, at, end, words)))
        return [toFirst(tokens, at, words), end];
    }
    if (!isPlain(tokens[end], words)) return undefined;
  }
  return undefined;
};

/** Where the words begin that make somebody the one who speaks: “according to …”, “zei …”. */
function toFirst(tokens: readonly Token[], at: number, words: AttributionWords): number {
  let first = at;
  while (words.cues.has(tokens[first - 1]?.low ?? '')) first -= 1;
  return first === at && tells(tokens[at - 1], words) ? at - 1 : first;
}

/** Whether it is somebody who does something here, or whose words these are; “via de planner” gives nobody away. */
function speaks(
  tokens: readonly Token[],
  at: number,
  end: number,
  words: AttributionWords,
): boolean {
  const before = tokens[at - 1];
  const idea = tokens[at - 2]?.low ?? '';
  if (tells(before, words) || words.cues.has(before?.low ?? '')) return true;
  if (words.of.has(before?.low ?? '') && words.ideas.has(idea)) return true;
  const next = tokens[end + 1];
  if (words.concerns.has(next?.low ?? '') || words.concerns.has(tokens[end + 2]?.low ?? ''))
    return true;
  const owner = tokens[end];
  if (/['’]s?$/u.test(owner?.low ?? '')) return words.ideas.has(next?.low ?? '');
  if (before && words.prepositions.has(before.low) && !tokens[at]?.isFirst) return false;
  if (next === undefined || /^[,.;:!?”"]/u.test(owner?.behind ?? '')) return false;
  return words.of.has(next.low) ? !words.verbs.has(before?.low ?? '') : !words.small.has(next.low);
}

const isRole = (word: string, { roles, things, nobody, outside }: AttributionWords): boolean =>
  roles.test(word) && !things.has(word) && !nobody.has(word) && !outside.test(word);

/** “iemand van inkoop”. */
const findSomebody: Find = ({ tokens, at, words }) => {
  const { low = '' } = tokens[at] ?? {};
  const from = tokens[at + 2]?.low ?? '';
  return words.somebody.has(low) &&
    low.length > 3 &&
    words.of.has(tokens[at + 1]?.low ?? '') &&
    from !== '' &&
    !words.everywhere.has(from) &&
    !words.articles.has(from) &&
    !words.small.has(from)
    ? [at, at + 2]
    : undefined;
};

/** “Hij zei”, “Ze gaf toe”. */
const findHeOrShe: Find = ({ tokens, at, words }) => {
  const next = tokens[at + 1]?.low ?? '';
  const tells = words.mind.has(next) || words.speech.has(next);
  return words.heOrShe.has(tokens[at]?.low ?? '') && tells && !next.endsWith('en')
    ? [at, at + 1]
    : undefined;
};

/** “Jan vindt”, “zei Pieter”, “Henk en Sofie willen”, “Marieke: …”, “het idee van Willem”, “Kees’ voorstel”. */
const findName: Find = ({ tokens, at, words }) => {
  const token = tokens[at];
  if (!token?.isName) return undefined;
  const owner = /^(.+?)['’]s?$/u.exec(token.low)?.[1];
  const bare = owner ?? token.low;
  if (words.nobody.has(bare) || words.nobody.has(token.low)) return undefined;
  const before = tokens[at - 1];
  const next = tokens[at + 1];
  const isOwner = owner !== undefined || /^['’]/u.test(token.behind);
  if (isOwner && [next, tokens[at + 2]].some((one) => words.ideas.has(one?.low ?? '')))
    return [at, at + 1];
  if (token.isFirst && token.behind.startsWith(':') && at === 0 && !isAbstract(bare))
    return [at, at];
  if (before && !token.isFirst) {
    const isCue = words.cues.has(before.low) || tells(before, words);
    const isConcern =
      words.concerns.has(next?.low ?? '') || words.concerns.has(tokens[at + 2]?.low ?? '');
    if (isCue || isConcern) return [Math.min(at - 1, toFirst(tokens, at, words)), at];
    const idea = tokens[at - 2]?.low ?? '';
    if (words.of.has(before.low) && words.ideas.has(idea)) return [at - 2, at];
    if (words.places.has(before.low)) return undefined;
  }
  const isInverted = words.subjects.has(tokens[at + 2]?.low ?? '') && token.isFirst;
  if (tells(next, words) && !isInverted) {
    const isSure = words.mind.has(next?.low ?? '') || !token.isFirst;
    if (isSure && !(token.isFirst && isAbstract(bare))) return [at, at + 1];
  }
  return undefined;
};

const finders: readonly Find[] = [findTitle, findRole, findSomebody, findHeOrShe, findName];

const tells = (token: Token | undefined, words: AttributionWords): boolean =>
  words.mind.has(token?.low ?? '') || words.speech.has(token?.low ?? '');

/** A word that may stand between an article and a noun. */
const isPlain = (token: Token | undefined, words: AttributionWords): boolean =>
  token !== undefined &&
  !tells(token, words) &&
  !words.nobody.has(token.low) &&
  !words.of.has(token.low) &&
  !words.small.has(token.low) &&
  !words.verbs.has(token.low) &&
  !words.prepositions.has(token.low) &&
  !/^[,.;:!?]/u.test(token.behind);

/** Things that have no article: “Vertrouwen vraagt”, “Tegenspraak”, “Managers”. */
const isAbstract = (word: string): boolean =>
  /(?:ing|heid|en|s|te|tie|teit|schap|isme|spraak|ness|tion|ty|ment|ism|ly)$/u.test(word);
