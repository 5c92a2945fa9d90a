import type { DeskReply, DeskView, Told } from '../discussion/desk-asked.ts';
import { toListParts, toQueuePart, type Say } from './desk-parts.ts';
import { toCounted } from './desk-sentences.ts';
import { get, toFlags, type PageFacts, type Part, type Sentences } from './page-facts.ts';

type Page = Extract<DeskReply, { kind: 'page' }>;

/** What a page of the desk shows, ready to be put in. */
export function toDeskFacts(
  { view, told, language }: Pick<Page, 'view' | 'told' | 'language'>,
  sentences: Sentences,
  now: Date,
): PageFacts {
  const { desk } = sentences;
  const isIn = 'member' in view;
  const common: Part = {
    flags: new Set(['served', view.view, ...(isIn ? ['in', view.member.role] : [])]),
    texts: isIn ? { member: view.member.name } : {},
  };
  const parts: Part[] =
    desk === undefined
      ? [common]
      : [common, toViewPart(view, { ...sentences, desk, now, language }), toToldPart(told, desk)];
  const merge = <K extends 'texts' | 'html' | 'links' | 'lists'>(name: K) =>
    Object.assign({}, ...parts.map((part) => part[name])) as NonNullable<Part[K]>;
  const lang = parts.find((part) => part.lang !== undefined)?.lang;
  return {
    flags: new Set(parts.flatMap(({ flags }) => [...(flags ?? [])])),
    ...{ texts: merge('texts'), html: merge('html'), links: merge('links'), lists: merge('lists') },
    ...(lang === undefined ? {} : { lang }),
    values: toValues(view),
    problems: [],
  };
}

function toValues(view: DeskView): Record<string, string> {
  if (view.view === 'signed-out') return { name: view.name };
  if (view.view === 'invitation') return { name: view.name, link: view.link };
  const sought = view.view === 'published' ? { sought: view.sought } : {};
  return { proof: view.proof, ...sought };
}

function toViewPart(view: DeskView, say: Say): Part {
  switch (view.view) {
    case 'signed-out':
    case 'nothing':
      return {};
    case 'invitation':
      return {
        flags: toFlags({
          open: view.role !== undefined,
          over: view.role === undefined,
          renews: view.renews !== undefined,
          fresh: view.role !== undefined && view.renews === undefined,
        }),
        texts: {
          renews: view.renews ?? '',
          role: get(say.desk.accounts, view.role) ?? '',
        },
      };
    case 'queue':
      return toQueuePart(view, say);
    case 'published':
      return {
        flags: toFlags({
          more: view.more > 0,
          sought: view.sought !== '',
          none: view.found.length === 0,
          recent: view.recent.length > 0,
        }),
        texts: { more: toCounted(say.desk.more, view.more) },
        lists: toListParts(view, say),
      };
    case 'people':
      return toPeoplePart(view, say);
  }
}

const toPeoplePart = (view: Extract<DeskView, { view: 'people' }>, { desk }: Say): Part => ({
  flags: toFlags({
    link: view.link !== undefined,
    'link-new': view.link !== undefined && view.link.name === undefined,
    'link-renews': view.link?.name !== undefined,
  }),
  texts: { address: view.link?.address ?? '', 'link-name': view.link?.name ?? '' },
  lists: {
    people: view.people.map(({ id, name, role, isSelf }) => ({
      flags: toFlags({ self: isSelf, other: !isSelf }),
      texts: { account: id, name, role: get(desk.accounts, role) ?? role },
    })),
  },
});

function toToldPart({ done, failed = [], problem }: Told, desk: Say['desk']): Part {
  const words = done && (Object.hasOwn(desk.done, done.what) ? desk.done[done.what] : undefined);
  return {
    flags: toFlags({
      done: words !== undefined,
      failed: failed.length > 0,
      problem: problem !== undefined,
      told: words !== undefined || failed.length > 0 || problem !== undefined,
    }),
    texts: {
      done: words === undefined || done === undefined ? '' : toCounted(words, done.count),
      problem: get(desk.problems, problem) ?? problem ?? '',
    },
    lists: {
      failed: failed.map(({ id, why }) => ({ texts: { id, why: get(desk.failed, why) ?? why } })),
    },
  };
}
