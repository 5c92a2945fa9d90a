import { toAgenda, toClock, type Clock } from '../model/agenda.ts';
import type { RunRow } from '../model/run.ts';
import { fillIn } from './fill-in.ts';
import type { RunParts } from './run-parts.ts';
import { toMinutes, type RunWords } from './run-time.ts';

/** Writes the rows with their clock times, before a session begins. */
export function drawRunList(
  parts: RunParts,
  words: RunWords,
  { rows, start, remarks }: { rows: readonly RunRow[]; start: Clock; remarks: readonly string[] },
): void {
  const laid = toAgenda(rows, start, ({ minutes }) => minutes);
  parts.get('list').replaceChildren(
    ...laid.map(({ row, start: at, minutes }) => {
      const item = parts.copy('row');
      const write = (name: string, text: string) => {
        const element = item.querySelector(`[data-cell=${name}]`);
        if (element) element.textContent = text;
      };
      write('clock', toClock(at));
      write('title', row.title);
      write('minutes', toMinutes(minutes, words));
      if (row.ask === undefined) item.querySelector('[data-cell=ask]')?.remove();
      else write('ask', fillIn(words.quote, { text: row.ask }));
      return item;
    }),
  );
  parts.get('remarks').replaceChildren(
    ...remarks.map((text) => {
      const item = document.createElement('li');
      item.textContent = text;
      return item;
    }),
  );
}
