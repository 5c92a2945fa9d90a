import { deskDoors, toPath, type DeskDoor } from '../model/address.ts';
import type { Account, AccountRole, CredentialProblem } from '../model/account.ts';
import type { Ladder } from '../model/ladder.ts';
import { languages, type Language } from '../model/language.ts';
import type { Verdict } from '../model/ledger.ts';
import type { Refusal } from './asked.ts';
import type { DeskRefusal } from './desk.ts';
import type { DeskContribution, RecentRuling } from './store.ts';

/** Which door of the desk a path leads to; nothing when it leads elsewhere. */
export function findDeskDoor(path: string): { door: DeskDoor; language: Language } | undefined {
  const asked = path.split('?', 1)[0] ?? '';
  return places.find((each) => each.path === asked || each.path === `${asked}/`);
}

const places = languages.flatMap((language) =>
  deskDoors.map((door) => ({ door, language, path: toPath({ kind: door }, language) })),
);

/** What is wrong with what somebody sent from the desk. */
export type DeskProblem =
  | Refusal
  | CredentialProblem
  | 'wrong'
  | 'too-many'
  | 'signed-out'
  | 'stale'
  | 'owners-only'
  | 'nothing-picked'
  | 'reason-missing'
  | 'step-missing'
  | 'last-owner'
  | 'yourself'
  | 'unknown'
  | 'away';

/** What came of what was asked. */
export interface Told {
  /** What was done, and to how many. */
  done?: { what: Verdict | 'enrolled' | 'renewed' | 'removed' | 'signed-out'; count: number };
  /** What was not, and why. */
  failed?: readonly { id: string; why: DeskRefusal }[];
  problem?: DeskProblem;
}

/** A contribution in a list, and how to name it in a decision: which text, and after how many decisions. */
export interface DeskItem extends DeskContribution {
  ref: string;
}

/** What a page of the desk shows. */
export type DeskView =
  | { view: 'signed-out'; name: string }
  | { view: 'invitation'; link: string; role?: AccountRole; renews?: string; name: string }
  | ({ member: Account; proof: string } & (
      | {
          view: 'queue';
          /** The oldest of what waits. */
          waiting: readonly DeskItem[];
          /** How many wait in all. */
          total: number;
          chosen?: DeskItem;
          recent: readonly RecentRuling[];
        }
      | {
          view: 'published';
          found: readonly (DeskItem & { ladder?: Ladder; steps: readonly string[] })[];
          /** How many there are that are not shown. */
          more: number;
          sought: string;
          recent: readonly RecentRuling[];
        }
      | {
          view: 'people';
          people: readonly (Account & { isSelf: boolean })[];
          /** A link to hand over, shown this once. */
          link?: { address: string; name?: string };
        }
      | { view: 'nothing' }
    ));

/** An answer of the desk. */
export type DeskReply = {
  status: number;
  headers: Readonly<Record<string, string>>;
} & (
  | { kind: 'redirect'; location: string }
  | { kind: 'page'; door: DeskDoor; language: Language; view: DeskView; told: Told }
);
