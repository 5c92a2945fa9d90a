import type { Page } from '../discussion/asked.ts';
import type { OwnContribution } from '../discussion/store.ts';
import { toPath } from '../model/address.ts';
import { isDissent, Stance } from '../model/contribution.ts';
import type { FieldProblem } from '../model/draft.ts';
import { readSubject } from '../model/subject.ts';
import type { DeskSentences } from './desk-sentences.ts';

/** The sentences a built page brings along for what only the server knows. */
export interface Sentences {
  /** What is wrong, by “field.problem”. */
  own: Readonly<Record<string, string>>;
  /** What is wrong, by problem, with `{field}` for the name of the field. */
  problems: Readonly<Record<string, string>>;
  /** The names of fields. */
  fields: Readonly<Record<string, string>>;
  refusals: Readonly<Record<string, string>>;
  stances: Readonly<Record<string, string>>;
  roles: Readonly<Record<string, string>>;
  reasons: Readonly<Record<string, string>>;
  /** Titles by subject. */
  places: Readonly<Record<string, string>>;
  minutes: { one: string; many: string };
  /** What the title of the page begins with when something is wrong. */
  problem: string;
  /** For the pages of the desk only. */
  desk?: DeskSentences;
}

/** For a page that brings none: what a reader wrote is given back all the same. */
export const noSentences: Sentences = {
  ...{ own: {}, problems: {}, fields: {}, refusals: {}, stances: {}, roles: {}, reasons: {} },
  ...{ places: {}, minutes: { one: '1', many: '{n}' }, problem: '!' },
};

/** What a page shows, ready to be put in: all of it text, but for `html`. */
export interface PageFacts {
  /** What is true; parts of the page are there only when it is. */
  flags: ReadonlySet<string>;
  texts: Readonly<Record<string, string>>;
  /** Safe HTML of a contribution. */
  html: Readonly<Record<string, string>>;
  links: Readonly<Record<string, string>>;
  /** The language of that HTML, where it may be another one than that of the page. */
  lang?: string;
  /** For the fields of forms, by name. */
  values: Readonly<Record<string, string>>;
  problems: readonly { field: string; text: string }[];
  /** What is repeated: for each name, what each part shows. */
  lists?: Readonly<Record<string, readonly Part[]>>;
}

/** What one part of a list shows; what it does not know, the page around it does. */
export type Part = Partial<
  Pick<PageFacts, 'flags' | 'texts' | 'html' | 'links' | 'lang' | 'lists'>
>;

/** Finds out what a page has to show. */
export function toPageFacts(page: Page, sentences: Sentences, now: Date): PageFacts {
  if (page.page === 'refused') return toRefused(page, sentences);
  return page.page === 'speak' ? toSpoken(page, sentences) : toOwn(page, sentences, now);
}

function toRefused(page: Extract<Page, { page: 'refused' }>, sentences: Sentences): PageFacts {
  const isBack = Object.values(page.values).some((value) => value.trim() !== '');
  return {
    flags: toFlags({ refused: true, returned: isBack, lost: !isBack }),
    texts: { refusal: get(sentences.refusals, page.refusal) ?? '' },
    ...{ html: {}, links: {}, values: page.values, problems: [] },
  };
}

function toSpoken(page: Extract<Page, { page: 'speak' }>, sentences: Sentences): PageFacts {
  const { values, preview } = page;
  const problems = toProblems(page.problems, sentences);
  // What cannot be seen cannot be mended: it goes, so that the form can be sent again.
  const wrong = new Set(page.problems.map(({ field }) => field));
  const kept = Object.entries(values).filter(([name]) => !hidden.has(name) || !wrong.has(name));
  const fields = Object.fromEntries(kept.map(([name, value]) => [name, value]));
  return {
    flags: toFlags({
      keyed: isFilled(fields['key']),
      written: isFilled(fields['words']),
      preview: preview !== undefined,
      problems: problems.length > 0,
      on: isFilled(fields['on']),
      to: isFilled(fields['to']),
      email: isFilled(fields['email']),
      ...toVoiceFlags(fields),
    }),
    texts: { ...toVoiceTexts(fields, sentences), on: fields['on'] ?? '' },
    html: { words: preview ?? '' },
    links: {},
    values: fields,
    problems,
  };
}

const hidden = new Set(['on', 'to']);

function toOwn(page: Extract<Page, { page: 'said' }>, sentences: Sentences, now: Date): PageFacts {
  const { own, values } = page;
  const problems = toProblems(page.problems, sentences);
  const code = page.code ?? values['code'] ?? '';
  const left = own === undefined ? -1 : Date.parse(own.editableUntil) - now.getTime();
  const isGone = own?.status === 'withdrawn';
  return {
    flags: toFlags({
      own: own !== undefined,
      written: isFilled(values['words']),
      problems: problems.length > 0,
      ...(own === undefined ? {} : { [own.status]: true }),
      there: own !== undefined && !isGone,
      editable: left >= 0 && !isGone,
      late: own !== undefined && left < 0 && !isGone,
      ...toVoiceFlags({ ...own }),
    }),
    texts: {
      code,
      left: toLeft(left, sentences),
      reason: get(sentences.reasons, own?.reason) ?? '',
      ...toVoiceTexts({ ...own }, sentences),
      on: own?.on ?? '',
    },
    html: { words: own?.html ?? '' },
    links: own === undefined ? {} : { place: toPlacePath(own) },
    ...(own === undefined ? {} : { lang: own.language }),
    values: { ...values, code },
    problems,
  };
}

/** The minutes that are left, in words; the last one is said to the end. */
function toLeft(left: number, { minutes }: Sentences): string {
  const count = Math.max(1, Math.ceil(left / 60_000));
  return count === 1 ? minutes.one : minutes.many.replace('{n}', String(count));
}

/** Where a contribution stands, once it is published. */
export function toPlacePath({ id, subject, language }: OwnContribution): string {
  const parts = readSubject(subject);
  if (parts === undefined) return toPath({ kind: 'home' }, language);
  const kind = parts.kind === 'cases' ? 'case' : 'practice';
  return `${toPath({ kind, id: parts.id }, language)}#stem-${id}`;
}

interface Voice {
  stance?: string;
  subject?: string;
  role?: string;
  name?: string;
  needs?: string;
}

/** What there is of a voice. */
export const toVoiceFlags = ({ stance, role, name, needs }: Voice) => {
  const read = Stance.safeParse(stance);
  return {
    dissent: read.success && isDissent(read.data),
    role: isFilled(role),
    name: isFilled(name),
    needs: isFilled(needs),
  };
};

/** The words around a voice. */
export const toVoiceTexts = (
  { stance, subject, role, name, needs }: Voice,
  sentences: Sentences,
) => ({
  stance: get(sentences.stances, stance) ?? '',
  place: get(sentences.places, subject) ?? '',
  role: get(sentences.roles, role) ?? '',
  name: name ?? '',
  needs: needs ?? '',
});

/** At most so many: a request with a thousand strange fields needs no thousand sentences. */
const mostProblems = 15;

function toProblems(problems: readonly FieldProblem[], sentences: Sentences) {
  return problems
    .filter(({ problem }) => problem !== 'confirm')
    .slice(0, mostProblems)
    .map(({ field, problem }) => {
      const name = get(sentences.fields, field) ?? field.slice(0, 40);
      const general = get(sentences.problems, problem) ?? '{field}';
      return {
        field,
        text: get(sentences.own, `${field}.${problem}`) ?? general.split('{field}').join(name),
      };
    });
}

/** The names of what is true. */
export const toFlags = (facts: Readonly<Record<string, boolean>>): ReadonlySet<string> =>
  new Set(Object.keys(facts).filter((name) => facts[name] === true));

const isFilled = (text: string | undefined): boolean => text !== undefined && text.trim() !== '';

/** What a record holds itself: a reader may send `constructor`. */
export const get = (record: Readonly<Record<string, string>>, key: string | undefined) =>
  key !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
