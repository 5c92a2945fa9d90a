/** What `npm test` can look at, in the order it does. */
export const laneNames = ['format', 'lint', 'types', 'unit', 'build', 'browser'] as const;
export type LaneName = (typeof laneNames)[number];

export const isLane = (name: string): name is LaneName =>
  (laneNames as readonly string[]).includes(name);

export interface Lane {
  name: LaneName;
  title: string;
  /** A lane that must have passed first, when it is run too. */
  needs?: LaneName;
  /** Rejects when something is wrong, after showing what. */
  run: () => Promise<void>;
}

export interface LaneResult {
  lane: Pick<Lane, 'name' | 'title'>;
  outcome: 'passed' | 'failed' | 'not run';
  seconds: number;
}

export interface World {
  say: (text: string) => void;
  /** The time in milliseconds. */
  now: () => number;
}

/** Runs lanes one after another; one that fails stops only those that need it. */
export async function runLanes(lanes: readonly Lane[], world: World): Promise<LaneResult[]> {
  const results: LaneResult[] = [];
  for (const lane of lanes) results.push(await runLane(lane, results, world));
  return results;
}

async function runLane(
  lane: Lane,
  earlier: readonly LaneResult[],
  { say, now }: World,
): Promise<LaneResult> {
  say(`\n── ${lane.name}: ${lane.title}`);
  const needed = earlier.find((result) => result.lane.name === lane.needs);
  if (needed && needed.outcome !== 'passed') {
    say(`   Not run: it needs ${needed.lane.name}, which did not pass.`);
    return { lane, outcome: 'not run', seconds: 0 };
  }
  const started = now();
  const outcome = await run(lane, say);
  const seconds = (now() - started) / 1000;
  say(`   ${lane.name} ${outcome} in ${seconds.toFixed(1)} s`);
  return { lane, outcome, seconds };
}

async function run(lane: Lane, say: World['say']): Promise<'passed' | 'failed'> {
  try {
    await lane.run();
    return 'passed';
  } catch (error) {
    say(`   ${error instanceof Error ? error.message : String(error)}`);
    return 'failed';
  }
}

/** A table of all lanes and, as the last line, the counts; what was not run has not passed. */
export function toSummary(results: readonly LaneResult[]): string {
  const rows = results.map(
    ({ lane, outcome, seconds }) =>
      `${lane.name.padEnd(8)} ${outcome.padEnd(8)} ${seconds.toFixed(1).padStart(7)} s  ${lane.title}`,
  );
  const passed = results.filter(({ outcome }) => outcome === 'passed').length;
  const counts = `${String(passed)} passed, ${String(results.length - passed)} failed`;
  return ['', ...rows, '', counts].join('\n');
}
