import { isLeftOpen, type Moment } from '../model/run.ts';
import { fillIn } from './fill-in.ts';
import type { KeptRun } from './run-keep.ts';
import type { RunParts } from './run-parts.ts';
import { toDay, toWallClock, type RunWords } from './run-time.ts';

/**
 * Tells about a session that begin would replace: one of another page, or one that was left open long ago.
 * `take` is there when it can go on in this page.
 */
export function showOther(
  parts: RunParts,
  words: RunWords,
  session: KeptRun['session'],
  { now, take }: { now: Moment; take?: (() => void) | undefined },
): void {
  parts.show('other', session !== undefined);
  parts.show('begin-plain', session === undefined);
  parts.show('begin-anyway', session !== undefined);
  if (!session) return;
  const { run, title, href } = session;
  const sentence = isLeftOpen(run, now) ? words.stale : words.other;
  parts.write(
    'other-text',
    fillIn(sentence, { title, day: toDay(run.began), time: toWallClock(run.began) }),
  );
  const link = parts.get('continue', HTMLAnchorElement);
  link.href = href;
  link.onclick = (event) => {
    if (!take) return;
    event.preventDefault();
    take();
  };
}
