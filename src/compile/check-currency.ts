import { languages, sourceLanguage } from '../model/language.ts';
import type { Problem } from '../problems.ts';
import { findChangedPassages, type ChangedPassage } from './changed-passages.ts';
import type { Compiled } from './compile-file.ts';
import { toPointAt, type Document } from './document.ts';
import { problem, start, type Index } from './shelf.ts';

/** Gives an older version of a file by its digest, from wherever versions are kept; nothing when it is not there. */
export type FindOlder = (file: string, digest: string) => Promise<string | undefined>;

interface Texts {
  /** The texts as they are now, by file. */
  documents: ReadonlyMap<string, Document>;
  findOlder?: FindOlder | undefined;
}

/** Advice about texts that are not there in every language, and translations that are behind, with what changed. */
export async function checkCurrency(
  index: Index,
  files: readonly Compiled[],
  texts: Texts,
): Promise<Problem[]> {
  const sources = files.filter(({ language }) => language === sourceLanguage);
  const missing = sources.flatMap((source) => findMissing(index, source));
  const behind = files.filter(({ entry }) => entry?.translation === 'outdated');
  const found: Problem[] = [];
  for (const file of behind) {
    const source = index.find(file.collection, file.id, sourceLanguage);
    if (source) found.push(await toBehind(file, source, texts));
  }
  return [...missing, ...found];
}

const findMissing = (index: Index, { collection, id, file }: Compiled): Problem[] =>
  languages
    .filter((language) => !index.find(collection, id, language))
    .map((language) =>
      problem(
        'translation-missing',
        file,
        start,
        `a translation: ${file.replace(`/${sourceLanguage}/`, `/${language}/`)}`,
        'no such file; readers get this text, marked as Dutch',
        'Copy this file there, translate it, and give it the line “translationOf” with the digest that npm run check prints.',
      ),
    );

async function toBehind(
  { file, translationOf }: Compiled,
  source: Compiled,
  { documents, findOlder }: Texts,
): Promise<Problem> {
  const now = documents.get(source.file);
  const own = documents.get(file);
  const before =
    translationOf === undefined ? undefined : await findOlder?.(source.file, translationOf);
  const at = own ? toPointAt(own, Math.max(0, own.text.search(/^translationOf:/m))) : start;
  return problem(
    'translation-behind',
    file,
    at,
    `a translation of ${source.file} as it is now`,
    before === undefined || now === undefined
      ? 'a translation of an earlier version'
      : toChanges(source.file, findChangedPassages(before, now.text)),
    `When it follows again, write: translationOf: '${source.digest}'`,
  );
}

function toChanges(
  file: string,
  { changed, gone }: ReturnType<typeof findChangedPassages>,
): string {
  const here = changed.map(({ line, text }) => `${file}:${String(line)} ${toExcerpt(text)}`);
  const away = gone
    .filter(({ text }) => !changed.some((other) => isReworded(other.text, text)))
    .map(({ text }) => `gone: ${toExcerpt(text)}`);
  const all = [...here, ...away];
  const told = all.slice(0, mostTold).join('; ');
  return all.length > mostTold ? `${told}; and ${String(all.length - mostTold)} more` : told;
}

const mostTold = 12;

/** Whether two passages share at least half of their words, so that the one is the other in other words. */
function isReworded(one: string, other: string): boolean {
  const [words, others] = [toWords(one), toWords(other)];
  const shared = [...words].filter((word) => others.has(word)).length;
  return shared * 2 >= Math.max(words.size, others.size);
}

const toWords = (text: string): Set<string> => new Set(text.toLowerCase().split(/[^\p{L}\p{N}]+/u));

const toExcerpt = (text: ChangedPassage['text']): string =>
  `“${text.length > 60 ? `${text.slice(0, 60).trimEnd()}…` : text}”`;
