import { createHash } from 'node:crypto';
import { isDissent, type Contribution } from '../model/contribution.ts';
import { CaseFrontmatter } from '../model/case.ts';
import type { Case, Help, Page, Practice } from '../model/entry.ts';
import type { Language } from '../model/language.ts';
import { HelpFrontmatter, PageFrontmatter } from '../model/page.ts';
import { PracticeFrontmatter } from '../model/practice.ts';
import type { Problem } from '../problems.ts';
import { checkTotal } from './check-steps.ts';
import { compileBody, type Body, type Surroundings } from './compile-body.ts';
import { report, toPointAt, type Document, type Point } from './document.ts';
import { readFrontmatter } from './read-yaml.ts';
import type { Reference } from './resolve-links.ts';

export const mdxCollections = ['cases', 'practices', 'pages', 'help'] as const;
export type MdxCollection = (typeof mdxCollections)[number];
export type Collection = MdxCollection | 'glossary' | 'sources';

/** Where a file belongs: its collection, language and id. */
export interface FilePlace {
  collection: MdxCollection;
  language: Language;
  id: string;
  /** Path from the root of the project, with forward slashes. */
  file: string;
}

export type MdxEntry = Case | Practice | Page | Help;

/** A file after its own check: what it holds, what must exist elsewhere, and what is wrong with it. */
export interface Compiled extends FilePlace {
  digest: string;
  /** Absent when the file could not be read far enough. */
  entry?: MdxEntry;
  images: string[];
  anchors: string[];
  references: Reference[];
  formerIds: string[];
  translationOf?: string;
  problems: Problem[];
}

const schemas = {
  cases: CaseFrontmatter,
  practices: PracticeFrontmatter,
  pages: PageFrontmatter,
  help: HelpFrontmatter,
} as const;

/** Twelve hexadecimal digits that stand for a text. */
export const toDigest = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 12);

/** Compiles one MDX file. Pure: the same text in the same surroundings gives the same outcome. */
export function compileFile(
  place: FilePlace,
  document: Document,
  around: Omit<Surroundings, 'language' | 'practice' | 'sides'>,
): Compiled {
  const digest = toDigest(document.text);
  const frontmatter = readFrontmatter(document, schemas[place.collection]);
  const body = compileBody(document, {
    ...around,
    language: place.language,
    ...(place.collection === 'practices' ? { practice: place.id } : {}),
    ...(frontmatter && 'parties' in frontmatter ? { sides: frontmatter.parties } : {}),
  });
  const base = {
    ...place,
    digest,
    images: body?.images ?? [],
    anchors: body?.anchors ?? [],
    problems: document.problems,
  };
  const references = [
    ...(body?.references ?? []),
    ...(body?.localLinks ?? []).map((link) => ({ ...link, kind: place.collection, id: place.id })),
    ...listFieldReferences(document, frontmatter ?? {}),
  ];
  const formerIds = frontmatter && 'formerIds' in frontmatter ? frontmatter.formerIds : [];
  const translationOf = frontmatter?.translationOf;
  const compiled: Compiled = {
    ...base,
    references,
    formerIds,
    ...(translationOf === undefined ? {} : { translationOf }),
  };
  if (!frontmatter || !body) return compiled;
  if (place.collection === 'cases') {
    checkPoles(document, frontmatter as CaseFrontmatter, body);
    checkTotal(document, frontmatter as CaseFrontmatter, body);
  }
  return { ...compiled, entry: toEntry(place, digest, frontmatter, body) };
}

function toEntry(place: FilePlace, digest: string, frontmatter: object, body: Body): MdxEntry {
  const { blocks, headings, markdown, terms } = body;
  const common = {
    id: place.id,
    language: place.language,
    translation: 'source',
    digest,
    blocks,
    headings,
    markdown,
    terms,
  } as const;
  if (place.collection !== 'cases') return { ...(frontmatter as PracticeFrontmatter), ...common };
  const contributions = [...body.contributions].sort(byDissentThenAge);
  return { ...(frontmatter as CaseFrontmatter), ...common, steps: body.steps, contributions };
}

/** Dissent first, then the oldest; no other order is ever offered. */
const byDissentThenAge = (a: Contribution, b: Contribution): number =>
  Number(isDissent(b.stance)) - Number(isDissent(a.stance)) || a.date.localeCompare(b.date);

/** References in fields: practices that come next, and sources. */
function listFieldReferences(document: Document, frontmatter: object): Reference[] {
  const { next = [], sources = [] } = frontmatter as Partial<PracticeFrontmatter>;
  const variants = (frontmatter as Partial<PracticeFrontmatter>).variants ?? [];
  const at = (written: string): Point =>
    toPointAt(document, Math.max(0, document.text.search(new RegExp(`\\b${written}\\b`))));
  const named = [...sources, ...variants.flatMap(({ source }) => source ?? [])];
  return [
    ...next.map((id): Reference => ({ kind: 'practices', id, written: id, at: at(id) })),
    ...named.map((id): Reference => ({ kind: 'sources', id, written: id, at: at(id) })),
  ];
}

/** A pole is something both parties could defend, so it is never one of them. */
function checkPoles(document: Document, { parties }: CaseFrontmatter, body: Body): void {
  const names = parties.map(({ name }) => name.toLowerCase());
  const boards = body.blocks
    .flatMap((block) => (block.kind === 'step' ? block.blocks : block))
    .filter((block) => block.kind === 'polarity');
  for (const { polarity } of boards) {
    for (const { name } of polarity.poles) {
      if (!names.includes(name.toLowerCase())) continue;
      const offset = document.text.indexOf(`<Pole name="${name}"`);
      report(document, 'poles-are-parties', toPointAt(document, Math.max(offset, 0)), {
        expected: 'a pole that both parties could defend, like “steering on agreements”',
        found: `the party “${name}”`,
        hint: 'Name what this party stands for, in words the other party could use too.',
      });
    }
  }
}
