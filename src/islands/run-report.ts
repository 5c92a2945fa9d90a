import type { RunResult, RunRow } from '../model/run.ts';
import { fillIn } from './fill-in.ts';
import type { RunParts } from './run-parts.ts';
import type { RunWords } from './run-time.ts';

/** A result with the name of its row. */
export type NamedResult = RunResult & Pick<RunRow, 'title'>;

/** Writes planned beside real, row by row. */
export function drawReport(parts: RunParts, results: readonly NamedResult[]): void {
  const write = (row: HTMLElement, { title, planned, real }: Omit<NamedResult, 'subject'>) => {
    [title, String(planned), String(real)].forEach((text, index) => {
      const cell = row.children[index];
      if (cell) cell.textContent = text;
    });
    return row;
  };
  parts
    .get('results')
    .replaceChildren(...results.map((result) => write(parts.copy('result'), result)));
  const { planned, real } = addResults(results);
  parts.write('total-planned', String(planned));
  parts.write('total-real', String(real));
}

/** The same as a text, to take along. */
export function saveReport(
  title: string,
  results: readonly NamedResult[],
  day: string,
  words: RunWords,
): void {
  const lines = [
    title,
    day,
    '',
    ...results.map((result) => fillIn(words.fileRow, { ...result })),
    fillIn(words.fileTotal, addResults(results)),
    '',
    words.fileUnit,
    '',
  ];
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([lines.join('\n')], { type: 'text/plain' }));
  link.download = words.fileName;
  link.click();
  URL.revokeObjectURL(link.href);
}

const addResults = (results: readonly NamedResult[]) => ({
  planned: results.reduce((sum, { planned }) => sum + planned, 0),
  real: results.reduce((sum, { real }) => sum + real, 0),
});
