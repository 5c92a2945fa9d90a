import type { GuideData } from './guide-row.ts';
import { toPlanText } from './plan.ts';

/** The text of a plan that has every row of a session plan, to begin changing it from. */
export const toPlanTextFromGuide = ({ id, rows }: Pick<GuideData, 'id' | 'rows'>): string => {
  const codes = toStepCodes(rows);
  return toPlanText({
    rows: Object.entries(codes).map(([code]) => ({ kind: 'step', case: id, code })),
  });
};

// No vowels, so that a code is no word, and no letters that look alike.
const letters = 'bcdfghjkmnpqrstvwxz';

/** Four letters that stand for the id of a step. @example toStepCode('check-in') // => 'gtff' */
export function toStepCode(step: string): string {
  let rest = toNumber(step, 0) % letters.length ** 4;
  return Array.from({ length: 4 }, () => {
    const letter = letters.charAt(rest % letters.length);
    rest = Math.floor(rest / letters.length);
    return letter;
  }).join('');
}

/**
 * The steps of a case by their codes, in order. Ids that a step had before keep their code too, so that old links
 * work. Where two ids would have the same code, the later one gets the code of a slightly different name.
 */
export function toStepCodes(
  steps: readonly { id: string; formerIds?: readonly string[] }[],
): Record<string, string> {
  const codes: Record<string, string> = {};
  const add = (name: string, step: string) => {
    let code = toStepCode(name);
    for (let turn = 2; code in codes; turn += 1) code = toStepCode(`${name}~${String(turn)}`);
    codes[code] = step;
  };
  for (const step of steps) add(step.id, step.id);
  for (const step of steps) for (const former of step.formerIds ?? []) add(former, step.id);
  return codes;
}

/** A short name for a plan, the same for the same text: as its subject among favourites. */
export const toPlanId = (text: string): string =>
  [toNumber(text, 0), toNumber(text, 1)].map((each) => each.toString(36).padStart(7, '0')).join('');

/** A number of 32 bits from a text (FNV-1a, then mixed once more so that near texts end up far apart). */
function toNumber(text: string, seed: number): number {
  let number = 2166136261 ^ Math.imul(seed, 0x9e3779b1);
  for (let at = 0; at < text.length; at += 1)
    number = Math.imul(number ^ text.charCodeAt(at), 16777619);
  number = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
  return (number ^ (number >>> 13)) >>> 0;
}
