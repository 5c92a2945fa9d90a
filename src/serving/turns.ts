/** Work that is done at most once at a time. */
export interface Turns<T> {
  /** Asks for the work. It begins now or, when it is being done already, once more after that, for all who asked meanwhile. */
  ask: () => Promise<T>;
  /** Waits until nothing is being done and nothing is asked for. */
  settle: () => Promise<void>;
  isBusy: () => boolean;
}

/**
 * Work done in turns. Whoever asks gets an outcome that began after they asked, so it knows of everything from before;
 * a hundred who ask while it is being done are served by one turn more.
 */
export function createTurns<T>(work: () => Promise<T>): Turns<T> {
  let running: Promise<T> | undefined;
  let next: Promise<T> | undefined;

  const begin = (): Promise<T> => {
    const turn = work().finally(() => {
      if (running === turn) running = undefined;
    });
    running = turn;
    return turn;
  };
  const ask = (): Promise<T> => {
    if (running === undefined) return begin();
    next ??= running
      .catch(() => undefined)
      .then(() => {
        next = undefined;
        return begin();
      });
    return next;
  };
  return {
    ask,
    settle: async () => {
      for (let turn = next ?? running; turn !== undefined; turn = next ?? running)
        await turn.catch(() => undefined);
    },
    isBusy: () => running !== undefined,
  };
}
