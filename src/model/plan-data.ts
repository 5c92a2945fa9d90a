import type { Duration } from './duration.ts';
import type { Practice } from './entry.ts';
import type { GuideData } from './guide-row.ts';
import { toStepCodes } from './plan-code.ts';
import type { PlanGuide, PracticeRow } from './plan-row.ts';
import type { Step } from './step.ts';

// What the site says of cases and practices to a plan of one’s own; the plan itself reads it in plan-row.ts.

/** The session plan of a case as data, with the codes of its steps. */
export const toPlanGuide = (
  guide: GuideData,
  steps: readonly Pick<Step, 'id' | 'formerIds'>[],
): PlanGuide => ({ ...guide, codes: toStepCodes(steps) });

/** A practice as a row. Its best minutes are halfway the least and the most, on a whole five minutes. */
export function toPracticeRow(practice: Practice): PracticeRow {
  const { id, title, lewis, minutes, provenance, posture, notes, heat } = practice;
  return {
    row: {
      id,
      subject: `practices/${id}`,
      phase: 'during',
      title,
      heading: title,
      ...(lewis === undefined ? {} : { lewis: `${lewis}` }),
      practices: [{ id, title }],
      minutes: toMinutes(minutes),
      perPerson: minutes.perPerson ?? 0,
      timing: provenance.minutes,
      from: provenance.does,
      posture,
      notes,
      heat,
      ask: practice.invitation,
      says: practice.says,
      room: practice.space,
      materials: practice.materials,
      ...(posture === 'seated' ? {} : { accessible: practice.accessibleVariant }),
      after: [],
      warnings: [],
    },
    language: practice.language,
    formerIds: practice.formerIds,
    group: {
      min: practice.groupSize.min,
      ...(practice.groupSize.max === undefined ? {} : { max: practice.groupSize.max }),
    },
    trained: practice.facilitator === 'trained',
  };
}

function toMinutes({ min, max }: { min: number; max: number }): Duration {
  const half = Math.round((min + max) / 10) * 5;
  return { min, ideal: Math.min(max, Math.max(min, half)), max };
}
