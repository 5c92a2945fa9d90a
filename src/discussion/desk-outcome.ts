import { toPath, type DeskDoor } from '../model/address.ts';
import type { Language } from '../model/language.ts';
import { verdicts } from '../model/ledger.ts';
import type { DeskView, Told } from './desk-asked.ts';

/** A page of the desk, in a language. */
export interface DeskPlace {
  door: DeskDoor;
  language: Language;
}

/** What somebody sent, field by field. */
export type Sent = Readonly<Record<string, unknown>>;

/** What there is to answer with, before it is made into an answer: the way to a page, or what a page shows. */
export type DeskOutcome = {
  status: number;
  headers?: Readonly<Record<string, string>>;
} & ({ to: string } | { view: DeskView; told?: Told });

type What = NonNullable<Told['done']>['what'];

/** The address of a page of the desk that says what was done. */
export const toDone = (door: DeskDoor, language: Language, what: What, count = 1): string =>
  `${toPath({ kind: door }, language)}?done=${what}-${count}`;

/** Reads what such an address says. */
export function readDone(text: string): Told {
  const [, what, count = ''] = /^([a-z-]+)-(\d{1,3})$/.exec(text) ?? [];
  const known = all.find((each) => each === what);
  return known === undefined ? {} : { done: { what: known, count: Number(count) } };
}

const all: readonly What[] = [...verdicts, 'enrolled', 'renewed', 'removed', 'signed-out'];

/** A field that is one text; nothing in it otherwise. */
export const toText = (sent: unknown): string => (typeof sent === 'string' ? sent : '');
