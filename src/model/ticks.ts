/**
 * What has been done of the things on a list. A question to somebody has more to it: asked and nothing needed is done;
 * something needed stays open until it has been arranged.
 */
export type Tick = 'done' | 'nothing' | 'needed' | 'arranged';
export type Answer = Extract<Tick, 'nothing' | 'needed'>;

/** By the id of the thing to do, never by its words: a text may change. What is open is not in here. */
export type Ticks = Readonly<Record<string, Tick>>;

export const toTick = (ticks: Ticks, id: string): Tick | undefined =>
  Object.hasOwn(ticks, id) ? ticks[id] : undefined;

export const isDone = (tick: Tick | undefined): boolean => tick !== undefined && tick !== 'needed';

/** After a box was ticked, or its tick taken away. */
export function setDone(ticks: Ticks, id: string, done: boolean): Ticks {
  const before = toTick(ticks, id);
  if (isDone(before) === done) return ticks;
  if (done) return { ...ticks, [id]: before === 'needed' ? 'arranged' : 'done' };
  return before === 'arranged' ? { ...ticks, [id]: 'needed' } : without(ticks, [id]);
}

/** After somebody answered: with nothing needed the thing is done, with something needed it is open again. */
export const setAnswer = (ticks: Ticks, id: string, answer: Answer): Ticks => ({
  ...ticks,
  [id]: answer,
});

/** What other lists, and texts that are no longer there, had stays as it was. */
export const without = (ticks: Ticks, ids: readonly string[]): Ticks =>
  Object.fromEntries(Object.entries(ticks).filter(([id]) => !ids.includes(id)));

/** What these things had, to put back. */
export const pick = (ticks: Ticks, ids: readonly string[]): Ticks =>
  Object.fromEntries(Object.entries(ticks).filter(([id]) => ids.includes(id)));

/** Ticks from storage, which anybody may have written in; nothing when they are none. */
export function readTicks(value: unknown): Ticks | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const entries = Object.entries(value);
  const isRead = entries.every(([id, tick]) => /^[a-z0-9-]{1,200}$/.test(id) && isTick(tick));
  return isRead && entries.length <= mostTicks ? Object.fromEntries(entries) : undefined;
}

/** More than all lists of one text together will ever have. */
const mostTicks = 2000;

const isTick = (value: unknown): value is Tick =>
  value === 'done' || value === 'nothing' || value === 'needed' || value === 'arranged';
