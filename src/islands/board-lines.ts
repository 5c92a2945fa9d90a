import {
  boardLimits,
  boardRows,
  changeBoard,
  findLine,
  toLength,
  type Board,
  type BoardChange,
  type BoardRow,
  type PoleIndex,
} from '../model/board.ts';
import type { BoardView } from './board-view.ts';
import type { BoardSaid } from './board-words.ts';
import type { Desk } from './desk.ts';
import { fillIn } from './fill-in.ts';
import { find } from './find.ts';
import { letDrag } from './plan-drag.ts';

/** What changing the lines and texts of a board needs. */
export interface LinePorts {
  root: HTMLElement;
  desk: Desk<Board>;
  said: BoardSaid;
  view: BoardView;
  show: () => void;
  /** Says something to the reader. */
  say: (text: string) => void;
  /** Says what was done, unless it could not be kept. */
  tell: (done: string) => void;
}

/** Lets a reader write on a board: adding, changing, moving and taking away, by button, key or pointer. */
export class BoardLines {
  readonly #ports: LinePorts;
  readonly #desk: Desk<Board>;
  readonly #view: BoardView;
  readonly #said: BoardSaid;
  #isUnmoved = false;

  constructor(ports: LinePorts) {
    const { root, desk, view, said } = ports;
    this.#ports = ports;
    this.#desk = desk;
    this.#view = view;
    this.#said = said;
    root.addEventListener('submit', (event) => {
      event.preventDefault();
      this.take(find(event.target as HTMLElement, 'textarea', HTMLTextAreaElement));
    });
    root.addEventListener('change', ({ target }) => {
      if (target instanceof HTMLTextAreaElement && target.closest('[data-field]'))
        this.take(target);
    });
    root.addEventListener('keydown', (event) => {
      this.#type(event);
    });
    letDrag(root, {
      move: (id, by) => {
        this.#view.redraw();
        this.change({ type: 'move', id, by });
      },
      stopped: () => {
        this.#view.redraw();
        ports.show();
      },
    });
  }

  /** Does what a button in a line says. */
  press(act: string, id: string): void {
    switch (act) {
      case 'open':
        this.#view.open(id);
        break;
      case 'close':
        this.#leave(id);
        break;
      case 'up':
      case 'down':
        this.#move(id, act === 'up' ? -1 : 1);
        break;
      case 'put':
        this.#put(id, find(this.#ports.root, '[data-edit] select', HTMLSelectElement));
        break;
      case 'remove':
        this.#remove(id);
        break;
    }
  }

  /** Takes what stands in a field; what does not fit stays there, with a word about it. */
  take(text: HTMLTextAreaElement): void {
    const field = this.#view.fieldOf(text);
    if (!field) return;
    const { type } = field;
    const most =
      type === 'name'
        ? boardLimits.name
        : type === 'add' || type === 'edit'
          ? boardLimits.line
          : boardLimits.text;
    const length = toLength(text.value);
    const isFull =
      type === 'add' && this.#desk.value.poles[field.pole][field.row].length >= boardLimits.lines;
    if (length > most) this.#view.complain(text, fillIn(this.#said.tooLong, { n: length, most }));
    else if (isFull && length > 0)
      this.#view.complain(text, fillIn(this.#said.listFull, { most: boardLimits.lines }));
    else {
      this.#view.complain(text);
      const { value } = text;
      if (type === 'add') text.value = '';
      if (type === 'edit') this.#leave(field.id);
      if (type !== 'add' || length > 0) this.change({ ...field, text: value });
      if (length > 0) this.#ports.tell(type === 'add' ? this.#said.added : this.#said.edited);
    }
  }

  #type(event: KeyboardEvent): void {
    const text = event.target;
    if (!(text instanceof HTMLElement) || event.isComposing) return;
    const line = text.closest<HTMLElement>('[data-edit]')?.closest<HTMLElement>('[data-id]');
    if (event.key === 'Escape' && line) this.#leave(line.dataset['id'] ?? '');
    if (event.key !== 'Enter' || !(text instanceof HTMLTextAreaElement)) return;
    // A line is one line: Enter is done.
    event.preventDefault();
    if (text.form) text.form.requestSubmit();
    else this.take(text);
  }

  #leave(id: string): void {
    this.#view.close();
    find(this.#view.lineOf(id) ?? this.#ports.root, '[data-do=open]').focus();
  }

  #move(id: string, by: -1 | 1): void {
    this.change({ type: 'move', id, by }, by < 0 ? this.#said.first : this.#said.last);
    const place = findLine(this.#desk.value, id);
    if (!place || this.#isUnmoved) return;
    const all = this.#desk.value.poles[place.pole][place.row].length;
    this.#ports.tell(fillIn(this.#said.moved, { n: place.index + 1, all }));
  }

  #put(id: string, { value }: HTMLSelectElement): void {
    const [side, row] = value.split(' ') as [string, BoardRow];
    const pole: PoleIndex = side === '0' ? 0 : 1;
    const full = fillIn(this.#said.listFull, { most: boardLimits.lines });
    this.change({ type: 'put', id, pole, row }, full);
    if (this.#isUnmoved) return;
    this.#ports.tell(
      fillIn(this.#said.put, { place: this.#view.place(boardRows.indexOf(row), pole) }),
    );
  }

  #remove(id: string): void {
    const line = this.#view.lineOf(id);
    const place = findLine(this.#desk.value, id);
    const next = line?.nextElementSibling ?? line?.previousElementSibling;
    this.#view.close();
    this.change({ type: 'remove', id });
    this.#ports.tell(this.#said.removed);
    const button = next?.querySelector<HTMLElement>('[data-do=open]');
    (button ?? (place && this.#view.adderOf(place.pole, place.row)))?.focus();
  }

  /** Changes the board, or says why that is impossible. */
  change(change: BoardChange, impossible = ''): void {
    const desk = this.#desk;
    const after = changeBoard(desk.value, change);
    this.#isUnmoved = after === desk.value;
    if (this.#isUnmoved) {
      this.#ports.show();
      this.#ports.say(impossible);
    } else desk.change(after);
  }
}
