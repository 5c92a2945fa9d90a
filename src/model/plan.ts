import { writeSession, type Session } from './session.ts';
import { readTitle, writeTitle } from './plan-title.ts';

/**
 * A row of a plan of one’s own. `minutes` are the reader’s; a step or practice without them takes what it is best
 * given. A step is named by its code, which is short and the same in every language.
 */
export type PlanRow =
  | { kind: 'step'; case: string; code: string; minutes?: number }
  | { kind: 'practice'; practice: string; minutes?: number }
  | { kind: 'break'; minutes: number }
  | { kind: 'own'; title: string; minutes: number };

/** A session plan that a reader puts together. */
export interface Plan {
  title?: string;
  session: Session;
  rows: PlanRow[];
}

/** A part of an address or file that could not be used, and why. */
export interface Unread {
  token: string;
  why:
    | 'version'
    | 'shape'
    | 'too-many'
    // These four are found when the rows are looked up.
    | 'case'
    | 'step'
    | 'practice'
    | 'unreachable'
    // And this one when the session is read.
    | 'session';
}

/** What could be read of a plan in an address, and what could not. */
export interface PlanText {
  title?: string;
  rows: PlanRow[];
  unread: Unread[];
}

/** More rows than these are left out: nobody plans so long a day. */
export const mostRows = 60;
/** The most minutes a row can be given. */
export const mostMinutes = 999;

/**
 * A plan as it stands in the parameter `p` of an address: a version, then the rows, with `_` between them. Only
 * characters that no address has to escape; every row ends in a letter or digit, so that no program that finds links
 * in a text cuts it short.
 *
 * | row        | text                     | example        |
 * | ---------- | ------------------------ | -------------- |
 * | version    | `1`, or `1.title`        | `1.Teamdag`    |
 * | step       | case`.`code, its minutes | `sla.kvxp20`   |
 * | practice   | id, `.`minutes           | `check-in.15`  |
 * | break      | `-`minutes               | `-15`          |
 * | one’s own  | `.`title`.`minutes       | `.Lunch.30`    |
 */
export const toPlanText = ({ title, rows }: Pick<Plan, 'title' | 'rows'>): string =>
  [title === undefined ? version : `${version}.${writeTitle(title)}`, ...rows.map(toToken)].join(
    '_',
  );

/** Reads what `toPlanText` wrote, and whatever else is given: what can be read is kept, and the rest is named. */
export function readPlanText(text: string): PlanText {
  const [head = '', ...tokens] = text.slice(0, 8000).split('_');
  const [, number, written] = /^(\d{1,3})(?:\.(.*))?$/.exec(head) ?? [];
  if (number !== version)
    return { rows: [], unread: text === '' ? [] : [{ token: toShort(head), why: 'version' }] };
  const unread: Unread[] = [];
  const rows: PlanRow[] = [];
  const title = written === undefined ? undefined : readTitle(written);
  if (written !== undefined && title === undefined)
    unread.push({ token: toShort(head), why: 'shape' });
  for (const token of tokens) {
    const row = readToken(token);
    const isFull = rows.length === mostRows;
    if (row && !isFull) rows.push(row);
    else unread.push({ token: toShort(token), why: isFull ? 'too-many' : 'shape' });
    // A text of rubbish is not worth thousands of messages.
    if (unread.length === mostRows) break;
  }
  return { ...(title === undefined ? {} : { title }), rows, unread };
}

const version = '1';

function toToken(row: PlanRow): string {
  const minutes = row.minutes === undefined ? '' : String(row.minutes);
  switch (row.kind) {
    case 'step':
      return `${row.case}.${row.code}${minutes}`;
    case 'practice':
      return minutes === '' ? row.practice : `${row.practice}.${minutes}`;
    case 'break':
      return `-${minutes}`;
    case 'own':
      return `.${writeTitle(row.title)}.${minutes}`;
  }
}

const id = '[a-z][a-z0-9-]{0,79}';
const shapes = {
  step: new RegExp(`^(${id})\\.([bcdfghjkmnpqrstvwxz]{4})([1-9]\\d{0,2})?$`),
  practice: new RegExp(`^(${id})(?:\\.([1-9]\\d{0,2}))?$`),
  break: /^-([1-9]\d{0,2})$/,
  own: /^\.([^.]+)\.([1-9]\d{0,2})$/,
};

function readToken(token: string): PlanRow | undefined {
  const step = shapes.step.exec(token);
  if (step) {
    const [, name = '', code = '', minutes] = step;
    return { kind: 'step', case: name, code, ...toMinutes(minutes) };
  }
  const practice = shapes.practice.exec(token);
  if (practice) {
    const [, name = '', minutes] = practice;
    return { kind: 'practice', practice: name, ...toMinutes(minutes) };
  }
  const pause = shapes.break.exec(token);
  if (pause) return { kind: 'break', minutes: Number(pause[1]) };
  const own = shapes.own.exec(token);
  const title = readTitle(own?.[1] ?? '');
  return own && title !== undefined ? { kind: 'own', title, minutes: Number(own[2]) } : undefined;
}

const toMinutes = (text: string | undefined): { minutes?: number } =>
  text === undefined ? {} : { minutes: Number(text) };

/** Enough of a part to know it by. */
const toShort = (token: string): string => (token.length > 40 ? `${token.slice(0, 40)}…` : token);

/** The whole of a plan in the parameters of an address; `usual` is the number of people when the address names none. */
export function toPlanParams(plan: Plan, usual: number): URLSearchParams {
  const params = new URLSearchParams();
  if (plan.rows.length > 0 || plan.title !== undefined) params.set('p', toPlanText(plan));
  writeSession(params, plan.session, { people: usual });
  return params;
}
