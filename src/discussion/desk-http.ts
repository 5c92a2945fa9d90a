import { timingSafeEqual } from 'node:crypto';
import { toPath } from '../model/address.ts';
import type { Accounts, Member } from './accounts.ts';
import type { Asked } from './asked.ts';
import { findDeskDoor, type DeskReply, type DeskView } from './desk-asked.ts';
import {
  isLocal,
  readSessionCookies,
  toNoCookie,
  toSessionCookie,
  type Shown,
} from './desk-cookie.ts';
import { createDeskActions, type ActionOptions } from './desk-actions.ts';
import {
  readDone,
  toDone,
  toText,
  type DeskOutcome,
  type DeskPlace,
  type Sent,
} from './desk-outcome.ts';
import { createDeskViews, type ViewOptions } from './desk-views.ts';
import { guard } from './guard.ts';
import type { LogLine } from './options.ts';

/** Everything the desk in the site needs from outside. */
export interface DeskHttpOptions extends ActionOptions, ViewOptions {
  accounts: Accounts;
  /** Where our own pages come from: only they may send. */
  origins: readonly string[];
  log: (line: LogLine) => void;
}

/** Answers a request to the desk; nothing when it is for something else. */
export type DeskHttp = (asked: Asked) => Promise<DeskReply | undefined>;

/** Answers what is asked of the desk in the site. Nothing when the address is another one. */
export function createDeskHttp(options: DeskHttpOptions): DeskHttp {
  const { accounts, origins, log, now } = options;
  const views = createDeskViews(options);
  const act = createDeskActions(options, views);

  const findMember = async (asked: Asked): Promise<(Member & Shown) | undefined> => {
    for (const shown of readSessionCookies(asked)) {
      const member = await accounts.find(shown.token, shown.local);
      if (member !== undefined) return { ...member, ...shown };
    }
    return undefined;
  };

  const look = async (asked: Asked, { door }: DeskPlace): Promise<DeskOutcome> => {
    const query = new URLSearchParams(asked.path.split('?')[1] ?? '');
    const told = readDone(query.get('done') ?? '');
    if (door === 'desk-invitation') {
      const view = await views.toInvitation(query.get('link') ?? '');
      return { status: 200, view, told };
    }
    const member = await findMember(asked);
    if (member === undefined) return { status: 200, view: { view: 'signed-out', name: '' }, told };
    const { view, problem } = await views.toView(door, member, { id: query.get('id') ?? '' });
    return { status: problem ? 403 : 200, view, told: problem ? { problem } : told };
  };

  const take = async (asked: Asked, place: DeskPlace): Promise<DeskOutcome> => {
    const guarded = guard(asked, place, origins);
    const signedOut: DeskView = { view: 'signed-out', name: '' };
    if (!guarded.ok)
      return { status: guarded.status, view: signedOut, told: { problem: guarded.refusal } };
    const { sent } = guarded.entry;
    const wanted = toText(sent['do']);
    if (wanted === 'sign-in') return signIn(options, asked, place, sent);
    if (place.door === 'desk-invitation') return act.enrol(place.language, sent);
    const member = await findMember(asked);
    if (member === undefined)
      return { status: 401, view: signedOut, told: { problem: 'signed-out' } };
    const isProven = isSame(toText(sent['proof']), member.proof);
    if (!isProven) {
      const { view } = await views.toView(place.door, member);
      return { status: 403, view, told: { problem: 'stale' } };
    }
    if (wanted === 'sign-out' || wanted === 'sign-out-everywhere') {
      await (wanted === 'sign-out'
        ? accounts.signOut(member.token)
        : accounts.signOutEverywhere(member.account.id));
      return {
        status: 303,
        headers: { 'Set-Cookie': toNoCookie(member.local) },
        to: toDone('desk', place.language, 'signed-out'),
      };
    }
    return act.carryOut({ member, place, origin: toOwnOrigin(asked) }, wanted, sent);
  };

  return async (asked) => {
    const place = findDeskDoor(asked.path);
    if (place === undefined) return undefined;
    const started = performance.now();
    const outcome = await toOutcome(asked, () =>
      asked.method === 'POST' ? take(asked, place) : look(asked, place),
    );
    const told = 'view' in outcome ? (outcome.told ?? {}) : {};
    log({
      at: now().toISOString(),
      ...place,
      method: asked.method,
      status: outcome.status,
      ...(told.problem === undefined ? {} : { wrong: [told.problem] }),
      milliseconds: Math.round((performance.now() - started) * 10) / 10,
    });
    const { status } = outcome;
    const headers = { ...privately, ...outcome.headers };
    if ('to' in outcome) return { kind: 'redirect', status, headers, location: outcome.to };
    return {
      ...{ kind: 'page', status, door: place.door, language: place.language },
      headers: {
        ...headers,
        ...(status === 405 ? { Allow: 'GET, HEAD, POST' } : {}),
        ...(status === 429 ? { 'Retry-After': '900' } : {}),
        ...(status === 503 ? { 'Retry-After': '10' } : {}),
      },
      view: outcome.view,
      told,
    };
  };
}

/** Nothing of the desk is kept on the way, found by a search engine, or shown in somebody else’s frame. */
const privately = {
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'same-origin',
  'X-Frame-Options': 'DENY',
  'X-Robots-Tag': 'noindex, nofollow',
};

async function toOutcome(
  { method }: Asked,
  answer: () => Promise<DeskOutcome>,
): Promise<DeskOutcome> {
  const view: DeskView = { view: 'signed-out', name: '' };
  if (!['GET', 'HEAD', 'POST'].includes(method))
    return { status: 405, view, told: { problem: 'wrong-method' } };
  try {
    return await answer();
  } catch (error) {
    // The database is away, full or damaged; anything else is an error of ours.
    if (!(error instanceof Error && error.name === 'StoreError')) throw error;
    return { status: 503, view, told: { problem: 'away' } };
  }
}

async function signIn(
  { accounts, origins }: DeskHttpOptions,
  asked: Asked,
  { language }: DeskPlace,
  sent: Sent,
): Promise<DeskOutcome> {
  const name = toText(sent['name']).slice(0, 200);
  const local = isLocal(asked, origins);
  const [before] = readSessionCookies(asked);
  const signed = await accounts.signIn({
    ...{ name, local, before: before?.token, from: asked.from ?? '' },
    password: toText(sent['password']).slice(0, 1000),
  });
  if (signed.outcome !== 'signed-in') {
    const status = signed.outcome === 'too-many' ? 429 : 403;
    return { status, view: { view: 'signed-out', name }, told: { problem: signed.outcome } };
  }
  return {
    status: 303,
    headers: { 'Set-Cookie': toSessionCookie({ token: signed.token, local }) },
    to: toPath({ kind: 'desk' }, language),
  };
}

/** Where the page that sent this stands: a link that is made for somebody begins there. */
const toOwnOrigin = ({ headers }: Asked): string => headers['origin'] ?? '';

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
