import type { Said } from '../../model/said.ts';
import { format } from './write.ts';

/** What was ever published, with tombstones, as one JSON document: as pages and feeds show it, and nothing more. */
export async function* toPublicText(said: readonly Said[]): AsyncGenerator<string> {
  yield `{"format":${JSON.stringify(`${format}, public part`)},"version":1,\n"contributions":[\n`;
  for (const [index, one] of said.entries())
    yield await Promise.resolve(`${index === 0 ? '' : ',\n'}${JSON.stringify(one)}`);
  yield `${said.length === 0 ? '' : '\n'}]}\n`;
}
