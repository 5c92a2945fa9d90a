import { readHandbook } from '../src/compile/handbook.ts';
import type { Said } from '../src/model/said.ts';

/** Tells after a build how many noes wait in each text, for its author to read before the next version. */
export async function tellOpenNoes(root: string, said: readonly Said[]): Promise<void> {
  const { advice } = await readHandbook({ root, said });
  const open = Map.groupBy(
    advice.filter(({ name }) => name === 'open-no'),
    ({ file }) => file,
  );
  if (open.size === 0) return;
  console.log('Noes that wait; npm run check tells what they need:');
  for (const [file, noes] of open) console.log(`  ${String(noes.length)}  ${file}`);
}
