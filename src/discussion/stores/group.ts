/** Does a piece of work inside a transaction. */
export type Work<Tx, T> = (transaction: Tx) => Promise<T>;

interface Job<Tx> {
  run: (transaction: Tx) => Promise<void>;
  keep: () => void;
  fail: (error: unknown) => void;
}

export interface Group<Tx> {
  /** Does work in a transaction it may share with others; kept only once that transaction is on disk. */
  add: <T>(work: Work<Tx, T>) => Promise<T>;
  /** Waits until everything asked for so far is done. */
  settle: () => Promise<void>;
}

/** How much work goes into one transaction at most, so that nobody waits for a very long one. */
const mostJobs = 256;

/**
 * Gathers the work of one turn of the event loop, and of the time the last transaction took, into one transaction:
 * a disk that syncs two thousand times a second then keeps far more than two thousand contributions.
 */
export function createGroup<Tx>(transact: (work: Work<Tx, void>) => Promise<void>): Group<Tx> {
  let waiting: Job<Tx>[] = [];
  let running: Promise<void> | undefined;

  const commit = async (jobs: readonly Job<Tx>[]): Promise<void> => {
    try {
      await transact(async (transaction) => {
        for (const job of jobs) await job.run(transaction);
      });
    } catch (error) {
      // What cannot be kept must not take along what can: everybody gets a transaction of their own.
      if (jobs.length > 1) for (const job of jobs) await commit([job]);
      else for (const job of jobs) job.fail(error);
      return;
    }
    for (const job of jobs) job.keep();
  };

  const run = async (): Promise<void> => {
    while (waiting.length > 0) {
      await new Promise(setImmediate);
      const jobs = waiting.slice(0, mostJobs);
      waiting = waiting.slice(jobs.length);
      await commit(jobs);
    }
    running = undefined;
  };

  return {
    add: (work) =>
      new Promise((resolve, reject) => {
        let keep = () => {
          reject(new Error('This work was never done.'));
        };
        waiting.push({
          run: async (transaction) => {
            const outcome = await work(transaction);
            keep = () => {
              resolve(outcome);
            };
          },
          keep: () => {
            keep();
          },
          fail: reject,
        });
        running ??= run();
      }),
    settle: async () => {
      await running;
    },
  };
}
