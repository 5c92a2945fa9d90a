import { byTurn } from './ladder.ts';
import type { Said, SaidContribution } from './said.ts';
import { listDissent } from './thread.ts';

/** A step of a case that uses a practice. */
interface Use {
  case: { id: string; voices: readonly Said[] };
  step: { id: string };
}

/** A no about a practice, and the step it was said at. */
export interface NoAt<U extends Use> {
  said: SaidContribution;
  use: U;
}

/** What is said against a practice wherever it is used, and where nobody said anything against it yet. */
export interface PracticeNoes<U extends Use> {
  /** Open first, then oldest. */
  noes: NoAt<U>[];
  quiet: U[];
}

/** Gathers every no about a practice from the steps that use it. */
export function toPracticeNoes<U extends Use>(uses: readonly U[]): PracticeNoes<U> {
  const gathered = uses.map((use) => ({ use, noes: findNoes(use) }));
  return {
    noes: gathered
      .flatMap(({ use, noes }) => noes.map((said) => ({ said, use })))
      .sort((a, b) => byTurn(a.said, b.said)),
    quiet: gathered.filter(({ noes }) => noes.length === 0).map(({ use }) => use),
  };
}

const findNoes = ({ case: { id, voices }, step }: Use): SaidContribution[] =>
  listDissent(voices).filter(({ subject }) => subject === `cases/${id}#${step.id}`);
