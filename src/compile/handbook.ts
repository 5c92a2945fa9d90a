import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { cardRegisterFile, readCardRegister } from '../model/card-register-text.ts';
import type { CardRegister } from '../model/card-register.ts';
import type { GlossaryTerm } from '../model/entry.ts';
import { Handbook } from '../model/handbook.ts';
import { languages, sourceLanguage, type Language } from '../model/language.ts';
import { LewisStep } from '../model/lewis.ts';
import { Sources, type Source } from '../model/source.ts';
import { Glossary } from '../model/term.ts';
import type { Said } from '../model/said.ts';
import { severityOf, sortProblems, type Problem } from '../problems.ts';
import { openCache, type Cache } from './cache.ts';
import { checkConfidential, maskProblem, readSecrets } from './check-confidential.ts';
import { checkCurrency, type FindOlder } from './check-currency.ts';
import { checkHandbook } from './check-handbook.ts';
import { checkNoes } from './check-noes.ts';
import { checkPublished, readPublished } from './check-published.ts';
import { compileFile, toDigest, type Compiled, type FilePlace } from './compile-file.ts';
import { toDocument, type Document } from './document.ts';
import { listFiles } from './list-files.ts';
import { readYamlFile } from './read-yaml-file.ts';
import { toGlossaryIndex } from './remark-glossary.ts';
import { toIndex } from './shelf.ts';

export interface ReadOptions {
  /** Folder that holds `content/`; the working directory when left out. */
  root?: string;
  /** Whether to keep compiled files in `.cache/` between runs; yes when left out. */
  cache?: boolean;
  /** Where older versions of a text are, to tell what changed since a translation; nowhere when left out. */
  findOlder?: FindOlder;
  /** What readers said and was published. */
  said?: readonly Said[];
  environment?: Record<string, string | undefined>;
}

/** A handbook that has been read: every file compiled, and everything that is wrong with it. */
export interface ReadHandbook {
  /** What the owner decided; absent when that cannot be read. */
  settings?: Handbook;
  files: Compiled[];
  terms: Record<Language, GlossaryTerm[]>;
  sources: Source[];
  /** Every card that was ever recorded; empty when none was. */
  cards: CardRegister;
  /** What is wrong; nothing is built as long as there is any. */
  problems: Problem[];
  /** What could be better, and stops nothing. */
  advice: Problem[];
  /** How many files were compiled now, and how many came unchanged from an earlier run. */
  counts: { compiled: number; reused: number };
}

/**
 * Reads the whole of `content/`: each file is parsed and checked once, and not again until it, or the compiler,
 * or what it borrows from the glossary changes. Never throws over content: everything wrong is in `problems`.
 */
export async function readHandbook({
  root = process.cwd(),
  cache: keep = true,
  findOlder,
  said = [],
  environment = process.env,
}: ReadOptions = {}): Promise<ReadHandbook> {
  const listed = await listFiles(root);
  const settings = await readYamlFile(root, 'content/handbook.yml', Handbook);
  const sources = await readYamlFile(root, 'content/sources.yml', Sources);
  const cards = await readCards(root);
  const glossaries = await readGlossaries(root);
  const terms = { nl: glossaries.nl.terms, en: glossaries.en.terms };

  const texts = await Promise.all(
    listed.places.map(async (place) => ({
      place,
      text: await readFile(path.join(root, place.file), 'utf8'),
    })),
  );
  const lewis = findLewisPractices(texts);
  const around = {
    lewis,
    glossary: { nl: toGlossaryIndex(terms.nl), en: toGlossaryIndex(terms.en) },
  };
  const cache = await openCache(
    keep ? path.join(root, '.cache', 'compile') : undefined,
    JSON.stringify([lewis, terms]),
  );
  const files: Compiled[] = [];
  for (const { place, text } of texts)
    files.push(
      await compileCached(cache, place, text, { lewis, glossary: around.glossary[place.language] }),
    );
  await cache.prune();
  markTranslations(files);

  const secrets = await readSecrets(root, environment);
  const shelf = {
    root,
    files,
    terms,
    glossaryFiles: { nl: glossaries.nl.document.file, en: glossaries.en.document.file },
    sources: (sources.value ?? []).map(({ id }) => id),
  };
  const data = [
    settings.document,
    sources.document,
    ...languages.map((language) => glossaries[language].document),
  ];
  const written = texts.map(({ place, text }) => toDocument(place.file, text));
  const documents = new Map(written.map((document) => [document.file, document]));
  const index = toIndex(shelf);
  const found = [
    ...listed.problems,
    ...data.flatMap((document) => document.problems),
    ...secrets.problems,
    ...files.flatMap((file) => file.problems),
    ...cards.problems.map((each): Problem => ({
      name: 'card-register',
      file: cardRegisterFile,
      ...each,
    })),
    ...checkHandbook(shelf),
    ...checkPublished(index, await readPublished(root)),
    ...checkConfidential([...data, ...written], listed.files, secrets.names),
    ...(await checkCurrency(index, files, { documents, findOlder })),
    ...checkNoes(index, documents, said),
  ];
  const all = sortProblems(found).map((one) => maskProblem(one, secrets.names));
  return {
    ...(settings.value ? { settings: settings.value } : {}),
    files,
    terms,
    sources: sources.value ?? [],
    cards: cards.register,
    problems: all.filter(({ name }) => severityOf(name) === 'problem'),
    advice: all.filter(({ name }) => severityOf(name) === 'advice'),
    counts: cache.counts,
  };
}

type Around = Parameters<typeof compileFile>[2];

async function compileCached(
  cache: Cache,
  place: FilePlace,
  text: string,
  around: Around,
): Promise<Compiled> {
  const key = toDigest(`${place.file}\n${text}`);
  const known = await cache.get<Compiled>(key);
  if (known) return known;
  const compiled = compileFile(place, toDocument(place.file, text), around);
  await cache.set(key, compiled);
  return compiled;
}

/** The practice of each Lewis step, from its frontmatter: the one thing other texts need before they can be read. */
function findLewisPractices(texts: readonly { place: FilePlace; text: string }[]): Around['lewis'] {
  const lewis: Around['lewis'] = {};
  for (const { place, text } of texts) {
    if (place.collection !== 'practices' || place.language !== sourceLanguage) continue;
    const step = LewisStep.safeParse(Number(/^lewis:\s*(\d)\s*$/m.exec(text)?.[1]));
    if (step.success) lewis[step.data] = place.id;
  }
  return lewis;
}

/** A translation is behind when the digest it names is no longer that of its source. */
function markTranslations(files: readonly Compiled[]): void {
  const digests = new Map(
    files
      .filter(({ language }) => language === sourceLanguage)
      .map(({ collection, id, digest }) => [`${collection}/${id}`, digest]),
  );
  for (const { collection, id, language, translationOf, entry } of files) {
    if (!entry || language === sourceLanguage) continue;
    entry.translation =
      digests.get(`${collection}/${id}`) === translationOf ? 'current' : 'outdated';
  }
}

async function readGlossaries(
  root: string,
): Promise<Record<Language, { document: Document; terms: GlossaryTerm[] }>> {
  const read = async (language: Language) => {
    const { document, value } = await readYamlFile(
      root,
      `content/${language}/glossary.yml`,
      Glossary,
    );
    return { document, terms: (value ?? []).map((term): GlossaryTerm => ({ ...term, language })) };
  };
  return { nl: await read('nl'), en: await read('en') };
}

/** There need not be a register: it comes with the first command that records cards. */
const readCards = async (root: string) =>
  readCardRegister(await readFile(path.join(root, cardRegisterFile), 'utf8').catch(() => ''));
