import { toStanding, type Verdict } from '../../model/ledger.ts';

/** The decisions that stand: what was undone, and that it was, is in the ledger only. */
export function toStandingRows<T extends { contribution: string; verdict: Verdict }>(
  rows: readonly T[],
): T[] {
  const rulings = rows.map((row) => ({ as: row.verdict, id: row.contribution, row }));
  return toStanding(rulings).map(({ row }) => row);
}
