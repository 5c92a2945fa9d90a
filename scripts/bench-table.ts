import type { Cost } from './measure.ts';
import type { Size } from './site-size.ts';

export interface Measured extends Cost, Size {
  /** How many made-up cases the handbook holds, besides its real ones. */
  cases: number;
}

/**
 * What was measured as a Markdown table. The exponent says how CPU time grows from the row above:
 * 1 when twice as many cases cost twice as much, more when building gets slower per case.
 */
export function toBenchTable(measured: readonly Measured[]): string {
  const head = [
    'cases',
    'pages',
    'CPU s',
    'wall s',
    'peak RSS MB',
    'output MB',
    'kB/page',
    'exponent',
  ];
  const rows = measured.map((row, index) => toCells(row, measured[index - 1]));
  return [head, head.map(() => '---:'), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

function toCells(row: Measured, before: Measured | undefined): string[] {
  const { cases, pages, bytes, cpuSeconds, wallSeconds, peakBytes } = row;
  return [
    String(cases),
    String(pages),
    cpuSeconds === 'unknown' ? '–' : cpuSeconds.toFixed(1),
    wallSeconds.toFixed(1),
    peakBytes === 'unknown' ? '–' : (peakBytes / 1e6).toFixed(0),
    (bytes / 1e6).toFixed(1),
    (bytes / 1e3 / Math.max(pages, 1)).toFixed(1),
    toExponent(row, before),
  ];
}

function toExponent(row: Measured, before: Measured | undefined): string {
  if (!before || before.cases === row.cases) return '–';
  if (row.cpuSeconds === 'unknown' || before.cpuSeconds === 'unknown') return '–';
  const growth = Math.log(row.cpuSeconds / before.cpuSeconds);
  return (growth / Math.log(row.cases / before.cases)).toFixed(2);
}
