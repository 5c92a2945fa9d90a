import type { Selectable } from 'kysely';
import type { Said, SaidContribution, Tombstone } from '../../model/said.ts';
import type { TakenDecision } from '../../model/ruling.ts';
import { filled } from '../filled.ts';
import {
  editMinutes,
  type DeskContribution,
  type OwnContribution,
  type PendingContribution,
} from '../store.ts';
import { toStandingRows } from './standing.ts';
import type { ContributionRow, DecisionRow } from './tables.ts';

export type ReadRow = Omit<Selectable<ContributionRow>, 'number' | 'code_digest'>;
type ReadDecision = Omit<Selectable<DecisionRow>, 'number'>;

/** What a store reads of a contribution: neither its order nor its digests. */
export const columns = [
  ...([
    'id',
    'status',
    'version',
    'subject',
    'language',
    'stance',
    'raw',
    'html',
    'cleaner',
    'needs',
  ] as const),
  ...(['role', 'name', 'answers_to', 'sentence', 'passage_digest', 'passage_text'] as const),
  ...(['sent', 'edited', 'published', 'withdrawn'] as const),
] as const;

/** A row as its writer may see it. */
export function toOwn(row: ReadRow, decisions: readonly ReadDecision[] = []): OwnContribution {
  const declined = row.status === 'declined' ? findDecline(decisions) : undefined;
  return {
    id: row.id,
    status: row.status,
    subject: row.subject,
    language: row.language,
    stance: row.stance,
    sent: row.sent,
    editableUntil: toEditableUntil(row.sent),
    words: row.raw,
    html: row.html,
    ...filled({
      needs: row.needs,
      role: row.role,
      name: row.name,
      on: row.sentence,
      to: row.answers_to,
      edited: row.edited,
      reason: declined?.reason ?? null,
    }),
  };
}

/** A row as a moderator sees it. */
export const toPending = (
  row: ReadRow,
  decisions: readonly ReadDecision[] = [],
): PendingContribution => ({
  ...toOwn(row, decisions),
  version: row.version,
  wasPublished: row.published !== null,
});

/** A row as it is decided about. */
export const toDesk = (row: ReadRow, decisions: readonly ReadDecision[]): DeskContribution => ({
  ...toPending(row, decisions),
  ...filled({ answered: toAnswered(row) }),
  rulings: decisions.length,
});

/** Until when something sent then may be changed. */
export const toEditableUntil = (sent: string): string =>
  new Date(Date.parse(sent) + editMinutes * 60_000).toISOString();

/** Rows that were ever published as everybody may see them. */
export function toSaid(rows: readonly ReadRow[], decisions: readonly ReadDecision[]): Said[] {
  const byContribution = Map.groupBy(decisions, ({ contribution }) => contribution);
  return rows.map((row) => {
    const taken = byContribution.get(row.id) ?? [];
    return row.status === 'published' ? toPublished(row, taken) : toTombstone(row, taken);
  });
}

function toPublished(row: ReadRow, decisions: readonly ReadDecision[]): SaidContribution {
  return {
    ...toSaidOnce(row),
    state: 'published',
    html: row.html,
    decisions: toStandingRows(decisions).map(toTaken),
    ...filled({ answered: toAnswered(row) }),
    ...filled({ needs: row.needs, role: row.role, name: row.name, edited: row.edited }),
  };
}

function toAnswered({ passage_digest: digest, passage_text: text, sentence }: ReadRow) {
  if (digest === null || text === null) return undefined;
  return { digest, text, ...filled({ sentence }) };
}

function toTombstone(row: ReadRow, decisions: readonly ReadDecision[]): Tombstone {
  const once = { ...toSaidOnce(row), state: 'gone' } as const;
  if (row.status === 'withdrawn')
    return { ...once, why: 'withdrawn', since: row.withdrawn ?? row.sent };
  const declined = findDecline(decisions);
  const undone = decisions.findLast(({ verdict }) => verdict === 'undo');
  if (row.status === 'pending' && undone !== undefined && undone.at >= (row.edited ?? ''))
    return { ...once, why: 'reread', since: undone.at };
  if (row.status === 'pending' || declined === undefined)
    return { ...once, why: 'edited', since: row.edited ?? row.sent };
  const { reason } = declined;
  return {
    ...once,
    why: 'declined',
    since: declined.at,
    by: declined.by_role,
    ...filled({ reason }),
  };
}

const toSaidOnce = ({ id, subject, language, stance, sent, answers_to }: ReadRow) => ({
  id,
  subject,
  language,
  stance,
  sent,
  ...filled({ to: answers_to }),
});

function toTaken({ verdict, by_role: by, reason, step, at }: ReadDecision): TakenDecision {
  if (verdict === 'decline') return { as: verdict, by, reason: reason ?? 'off-topic', at };
  if (verdict === 'add') return { as: verdict, by, step: step ?? '', at };
  return { as: verdict === 'below' ? verdict : 'publish', by, at };
}

const findDecline = (decisions: readonly ReadDecision[]): ReadDecision | undefined =>
  toStandingRows(decisions).findLast(({ verdict }) => verdict === 'decline');
