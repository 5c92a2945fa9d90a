import { addDurations } from './add-durations.ts';
import type { Duration } from './duration.ts';
import { toLewisSteps, type LewisStep } from './lewis.ts';
import type { Phase, Step } from './step.ts';

/** The steps of a case in order, in three phases. Only `during` counts on the clock. */
export interface Guide {
  before: Step[];
  during: Step[];
  after: Step[];
  /** Sum of the minutes of `during`. */
  minutes: Duration;
}

export function toGuide(steps: readonly Step[]): Guide {
  const inPhase = (phase: Phase) => steps.filter((step) => step.phase === phase);
  const during = inPhase('during');
  return {
    before: inPhase('before'),
    during,
    after: inPhase('after'),
    minutes: addDurations(during.flatMap((step) => step.minutes ?? [])),
  };
}

/** The Lewis steps a case uses, in order, each once. */
export const toUsedLewisSteps = (steps: readonly Step[]): LewisStep[] =>
  [...new Set(steps.flatMap((step) => (step.lewis ? toLewisSteps(step.lewis) : [])))].sort();
