import type { Keep, Writing } from './keep.ts';

/** What a reader is working on, in this page. */
export interface Desk<T> {
  readonly value: T;
  /** Whether the value here is also kept. */
  readonly state: Writing['state'];
  readonly canUndo: boolean;
  /** Takes a value over. When it cannot be kept it still lies here, and later changes of other tabs pass it by. */
  change(value: T): void;
  /** Goes back to what was here before the last change, whoever made it. */
  undo(): void;
}

/**
 * Lays what is kept on a desk. `show` is called after every change, also one in another tab; what was here before is
 * one step back, so nothing is lost when two tabs work on the same thing.
 */
export function createDesk<T>(keep: Keep<T>, show: () => void): Desk<T> {
  const first = keep.read();
  let { value } = first;
  let state: Writing['state'] = first.state === 'blocked' ? 'blocked' : 'kept';
  let past: T[] = [];
  let isWriting = false;

  const write = (next: T) => {
    value = next;
    isWriting = true;
    state = keep.update(() => next).state;
    isWriting = false;
    show();
  };
  keep.watch(() => {
    if (isWriting || state !== 'kept') return;
    past = [...past, value].slice(-mostSteps);
    ({ value } = keep.read());
    show();
  });

  return {
    get value() {
      return value;
    },
    get state() {
      return state;
    },
    get canUndo() {
      return past.length > 0;
    },
    change(next) {
      past = [...past, value].slice(-mostSteps);
      write(next);
    },
    undo() {
      const before = past.pop();
      if (before !== undefined) write(before);
    },
  };
}

/** Further back than anyone remembers. */
const mostSteps = 100;
