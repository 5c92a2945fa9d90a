import type { Counts } from '../model/vote.ts';
import { find, findAll, stamp } from './find.ts';

export interface CountRow {
  option: string;
  label: string;
  /** What stands at each field: one for all, or one per side. */
  columns: readonly string[];
}

/** Fields for counting votes: one row an option. They are made anew only when the rows change, so that typing goes on. */
export class VoteCounts {
  readonly #root: HTMLElement;
  readonly #count: (option: string, side: number, votes: number) => void;
  #shape = '';

  constructor(root: HTMLElement, count: (option: string, side: number, votes: number) => void) {
    this.#root = root;
    this.#count = count;
  }

  show(rows: readonly CountRow[], counts: Counts): void {
    const shape = JSON.stringify(rows);
    if (shape !== this.#shape) this.#root.replaceChildren(...rows.map((row) => this.#toRow(row)));
    this.#shape = shape;
    for (const input of findAll(this.#root, 'input') as HTMLInputElement[]) {
      const { option = '', side } = input.dataset;
      const votes = counts[option]?.[Number(side)];
      if (input !== document.activeElement) input.value = votes === undefined ? '' : String(votes);
    }
  }

  #toRow({ option, label, columns }: CountRow): HTMLElement {
    const row = stamp(document, 'template[data-count-row]');
    find(row, 'legend').textContent = label;
    columns.forEach((column, side) => {
      const cell = stamp(document, 'template[data-count-cell]');
      const input = find(cell, 'input', HTMLInputElement);
      find(cell, 'span').textContent = column;
      Object.assign(input.dataset, { option, side: String(side) });
      input.addEventListener('input', () => {
        this.#count(option, side, input.validity.valid ? Number(input.value) : 0);
      });
      row.append(cell);
    });
    return row;
  }
}
