import type { Progress } from './make-pdfs.ts';

/** Where progress is shown. */
export interface Screen {
  isTTY?: boolean | undefined;
  columns?: number | undefined;
  write: (text: string) => unknown;
}

/** Shows how far it is: a bar where a person looks on, else a line for everything that was made. */
export function createProgress(screen: Screen): (progress: Progress) => void {
  return (progress) => {
    if (screen.isTTY === true) screen.write(`\r\u001b[2K${toBar(progress, screen.columns ?? 80)}`);
    else if (progress.outcome === 'made') screen.write(`${progress.plan.path}\n`);
    else if (progress.why === 'has no cards')
      screen.write(`${progress.plan.path} was not made: it has no cards.\n`);
    if (screen.isTTY === true && progress.done === progress.of) screen.write('\n');
  };
}

const barWidth = 24;

/** @example toBar({ done: 1, of: 2, plan, outcome: 'made' }, 80) // => '████████████░░░░░░░░░░░░ 1/2 /pdf/casus-sla.pdf' */
export function toBar({ done, of, plan }: Progress, columns: number): string {
  const filled = Math.round((done / of) * barWidth);
  const bar = '█'.repeat(filled) + '░'.repeat(barWidth - filled);
  return `${bar} ${String(done)}/${String(of)} ${plan.path}`.slice(0, columns - 1);
}
