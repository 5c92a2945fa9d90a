import type { DeskDoor } from '../model/address.ts';
import { isDissent } from '../model/contribution.ts';
import { toLadder } from '../model/ladder.ts';
import type { SaidContribution } from '../model/said.ts';
import { toWhole, type Subject } from '../model/subject.ts';
import type { Accounts, Member } from './accounts.ts';
import type { DeskItem, DeskProblem, DeskView } from './desk-asked.ts';
import { readReferenceCode } from './reference-code.ts';
import { undoMinutes, type DeskContribution, type Store } from './store.ts';

/** What it takes to find what a page shows. */
export interface ViewOptions {
  store: Pick<
    Store,
    'listToDecide' | 'listRecent' | 'listSaid' | 'findOwn' | 'findToDecide' | 'accounts'
  >;
  accounts: Accounts;
  listSteps: (whole: Subject) => readonly string[] | undefined;
  now: () => Date;
}

/** What somebody wants to see on a page. */
interface Wanted {
  id?: string;
  sought?: string;
}

/** What finds it. */
export type DeskViews = ReturnType<typeof createDeskViews>;

/** How many contributions stand on a page at most. */
const mostShown = 50;

/** Finds what the pages of the desk show. */
export function createDeskViews({ store, accounts, listSteps, now }: ViewOptions) {
  const listRecent = () => store.listRecent(new Date(now().getTime() - undoMinutes * 60_000));

  const toQueue = async (head: Head, { id = '' }: Wanted): Promise<DeskView> => {
    const waiting = (await store.listToDecide('pending')).map(toItem);
    const chosen = waiting.find((each) => each.id === id) ?? waiting[0];
    const recent = await listRecent();
    return {
      ...{ ...head, view: 'queue', waiting: waiting.slice(0, mostShown) },
      ...{ total: waiting.length, recent, ...(chosen ? { chosen } : {}) },
    };
  };

  const toPublished = async (head: Head, { sought = '' }: Wanted): Promise<DeskView> => {
    const [published, said] = [await store.listToDecide('published'), await store.listSaid()];
    const found = (await seek(published, sought)).reverse();
    const there = said.filter((one): one is SaidContribution => one.state === 'published');
    const recent = await listRecent();
    return {
      ...head,
      view: 'published',
      found: found.slice(0, mostShown).map((one) => {
        const no = there.find(({ id }) => id === one.id);
        const steps = listSteps(toWhole(one.subject)) ?? [];
        return no !== undefined && isDissent(no.stance)
          ? { ...toItem(one), steps, ladder: toLadder(no, there, now()) }
          : { ...toItem(one), steps };
      }),
      more: Math.max(0, found.length - mostShown),
      sought,
      recent,
    };
  };

  /** By the code of its writer, its id, what it is about, or a piece of it. A code finds also what is not published. */
  const seek = async (
    published: readonly DeskContribution[],
    sought: string,
  ): Promise<DeskContribution[]> => {
    const code = readReferenceCode(sought);
    if (code !== undefined) {
      const own = await store.findOwn(code);
      const one = own && (await store.findToDecide(own.id));
      return one === undefined ? [] : [one];
    }
    const piece = sought.trim().toLowerCase();
    return published.filter(({ id, subject, words, name = '', needs = '' }) =>
      [id, subject, words, name, needs].some((text) => text.toLowerCase().includes(piece)),
    );
  };

  return {
    toInvitation: async (link: string, name = ''): Promise<DeskView> => {
      const found = await accounts.openInvitation(link);
      if (found === undefined) return { view: 'invitation', link: '', name };
      const { role, account } = found;
      const renews = account === undefined ? {} : { renews: account.name };
      return { view: 'invitation', link, role, name, ...renews };
    },
    toView: async (
      door: DeskDoor,
      { account: member, proof }: Member,
      wanted: Wanted = {},
    ): Promise<{ view: DeskView; problem?: DeskProblem }> => {
      const head = { member, proof };
      if (door === 'desk') return { view: await toQueue(head, wanted) };
      if (door === 'desk-published') return { view: await toPublished(head, wanted) };
      if (member.role !== 'owner')
        return { view: { ...head, view: 'nothing' }, problem: 'owners-only' };
      const people = (await accounts.list()).map((each) => ({
        ...each,
        isSelf: each.id === member.id,
      }));
      return { view: { ...head, view: 'people', people } };
    },
  };
}

interface Head {
  member: Member['account'];
  proof: string;
}

const toItem = (one: DeskContribution): DeskItem => ({
  ...one,
  ref: `${one.id}@${one.version}@${one.rulings}`,
});
