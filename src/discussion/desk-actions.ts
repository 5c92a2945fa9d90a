import { toPath } from '../model/address.ts';
import type { Language } from '../model/language.ts';
import { DeclineReason, type Decision } from '../model/ruling.ts';
import type { Accounts, Member } from './accounts.ts';
import type { Desk, DeskAsked } from './desk.ts';
import type { DeskProblem, DeskView, Told } from './desk-asked.ts';
import { toDone, toText, type DeskOutcome, type DeskPlace, type Sent } from './desk-outcome.ts';
import type { DeskViews } from './desk-views.ts';
import { deskNl } from '../words/desk.nl.ts';

/** What it takes to carry something out. */
export interface ActionOptions {
  desk: Desk;
  accounts: Accounts;
}

/** Who asks, and on which page of which origin. */
export interface Asking {
  member: Member;
  place: DeskPlace;
  origin: string;
}

/** The role the pages name for a decision; never a person. */
const by = deskNl.role;
/** How many can be decided about at once. */
const mostPicked = 100;

/** Carries out what somebody who is signed in asks, and what somebody with a link does. */
export function createDeskActions({ desk, accounts }: ActionOptions, views: DeskViews) {
  const refuse = async (
    { member, place }: Asking,
    told: Told,
    status = 422,
  ): Promise<DeskOutcome> => ({
    status,
    view: (await views.toView(place.door, member)).view,
    told,
  });

  const decide = async (asking: Asking, wanted: string, sent: Sent): Promise<DeskOutcome> => {
    const { member, place } = asking;
    const picks = readPicks(sent['pick']);
    if (picks.length === 0) return refuse(asking, { problem: 'nothing-picked' });
    const read = wanted === 'undo' ? 'undo' : readDecision(wanted, sent);
    if (typeof read === 'string' && read !== 'undo') return refuse(asking, { problem: read });
    const failed: NonNullable<Told['failed']>[number][] = [];
    for (const { id, version, seen } of picks) {
      const asked: DeskAsked =
        read === 'undo'
          ? { do: 'undo', id, seen, by }
          : { do: 'decide', id, version, seen, decision: read };
      const answer = await desk(asked, member.account.role);
      if (!answer.ok) failed.push({ id, why: answer.why ?? 'unreadable' });
    }
    const what = read === 'undo' ? read : read.as;
    const count = picks.length - failed.length;
    if (failed.length === 0)
      return { status: 303, to: toDone(place.door, place.language, what, count) };
    return refuse(asking, { failed, ...(count > 0 ? { done: { what, count } } : {}) }, 409);
  };

  const rule = async (asking: Asking, wanted: string, sent: Sent): Promise<DeskOutcome> => {
    const { member, place, origin } = asking;
    if (member.account.role !== 'owner') return refuse(asking, { problem: 'owners-only' }, 403);
    const id = toText(sent['account']);
    const found = (await accounts.list()).find((each) => each.id === id);
    if (wanted !== 'invite' && found === undefined) return refuse(asking, { problem: 'unknown' });
    if (wanted === 'remove') {
      if (id === member.account.id) return refuse(asking, { problem: 'yourself' });
      const outcome = await accounts.remove(id);
      if (outcome !== 'removed') return refuse(asking, { problem: outcome });
      return { status: 303, to: toDone(place.door, place.language, 'removed') };
    }
    const token = await accounts.invite(found?.role ?? 'moderator', found?.id);
    const { view } = await views.toView('desk-people', member);
    const address = `${origin}${toPath({ kind: 'desk-invitation' }, place.language)}?link=${token}`;
    const link = { address, ...(found === undefined ? {} : { name: found.name }) };
    return { status: 200, view: { ...view, link } as DeskView };
  };

  return {
    carryOut: async (asking: Asking, wanted: string, sent: Sent): Promise<DeskOutcome> => {
      if (['publish', 'decline', 'add', 'below', 'undo'].includes(wanted))
        return decide(asking, wanted, sent);
      if (['invite', 'renew', 'remove'].includes(wanted)) return rule(asking, wanted, sent);
      if (wanted !== 'find') return refuse(asking, { problem: 'wrong-place' });
      const sought = toText(sent['sought']).slice(0, 100);
      return { status: 200, ...(await views.toView('desk-published', asking.member, { sought })) };
    },
    /** Makes an account, or gives one a new password, with a link. */
    enrol: async (language: Language, sent: Sent): Promise<DeskOutcome> => {
      const [link, name] = [toText(sent['link']), toText(sent['name']).slice(0, 200)];
      const password = toText(sent['password']).slice(0, 1000);
      const again = async (problem?: DeskProblem): Promise<DeskOutcome> => ({
        status: problem === undefined ? 410 : 422,
        view: await views.toInvitation(link, name),
        told: problem === undefined ? {} : { problem },
      });
      if (password !== toText(sent['again']).slice(0, 1000)) return again('password-differs');
      const outcome = await accounts.useInvitation(link, { name, password });
      if (outcome === 'gone') return again();
      if (outcome !== 'used') return again(outcome);
      return { status: 303, to: toDone('desk', language, 'enrolled') };
    },
  };
}

interface Pick {
  id: string;
  version: number;
  seen: number;
}

/** Reads which contributions were picked, each with the text and the number of decisions that were seen. */
function readPicks(sent: unknown): Pick[] {
  const texts = [sent].flat().filter((each): each is string => typeof each === 'string');
  const picks = texts.slice(0, mostPicked).flatMap((text) => {
    const [, id, version, seen] = /^([\w-]{1,100})@(\d{1,6})@(\d{1,6})$/.exec(text) ?? [];
    return id === undefined ? [] : [{ id, version: Number(version), seen: Number(seen) }];
  });
  return [...new Map(picks.map((pick) => [pick.id, pick])).values()];
}

function readDecision(wanted: string, sent: Sent): Decision | DeskProblem {
  if (wanted === 'decline') {
    const reason = DeclineReason.safeParse(sent['reason']);
    return reason.success ? { as: 'decline', by, reason: reason.data } : 'reason-missing';
  }
  if (wanted === 'add') {
    const step = toText(sent['step']);
    return step === '' ? 'step-missing' : { as: 'add', by, step };
  }
  return { as: wanted === 'below' ? 'below' : 'publish', by };
}
