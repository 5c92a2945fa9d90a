import {
  isDone,
  pick,
  readTicks,
  setAnswer,
  setDone,
  toTick,
  without,
  type Answer,
  type Ticks,
} from '../model/ticks.ts';
import { createDesk, type Desk } from './desk.ts';
import { download } from './download.ts';
import { fillIn } from './fill-in.ts';
import { createKeep, type Keep } from './keep.ts';
import { part } from './find.ts';

/** The ticks of one text. Its lists share them, on whichever page they stand. */
interface Shelf {
  keep: Keep<Ticks>;
  desk: Desk<Ticks>;
  lists: TickList[];
}

/** Keeps the ticks of the list inside it, by the ids of its boxes. The boxes are in the HTML and work without this. */
class TickList extends HTMLElement {
  #shelf!: Shelf;
  /** What a reader took away with one press, to put back. */
  #cleared: Ticks | undefined;

  connectedCallback(): void {
    this.#shelf = openShelf(this.dataset['subject'] ?? '');
    this.addEventListener('change', ({ target }) => {
      if (target instanceof HTMLInputElement) this.#take(target);
    });
    this.addEventListener('lines', () => {
      this.show();
    });
    for (const [name, act] of [
      [
        'reset',
        () => {
          this.#reset();
        },
      ],
      [
        'undo',
        () => {
          this.#undo();
        },
      ],
      [
        'aside-save',
        () => {
          this.#saveAside();
        },
      ],
      [
        'aside-forget',
        () => {
          this.#forgetAside();
        },
      ],
    ] as const)
      part(this, name).addEventListener('click', act);
    // Ticked while this program was still on its way; only then is this list shown along with the others.
    for (const input of this.#inputs) if (input.checked) this.#take(input);
    this.#shelf.lists.push(this);
    this.dataset['on'] = '';
    this.show();
  }

  show(): void {
    const { desk, keep, lists } = this.#shelf;
    for (const input of this.#inputs) {
      const tick = toTick(desk.value, toId(input));
      input.checked =
        input.type === 'checkbox'
          ? isDone(tick)
          : tick !== undefined && tick !== 'done' && (tick === 'nothing') === isNothing(input);
    }
    const boxes = this.#inputs.filter(({ type }) => type === 'checkbox');
    const counted = boxes.filter((box) => box.closest('[hidden]') === null);
    const progress = fillIn(this.dataset['progress'] ?? '', {
      n: counted.filter(({ checked }) => checked).length,
      total: counted.length,
    });
    const told = desk.state === 'kept' ? '' : ` ${this.dataset[desk.state] ?? ''}`;
    const status = part(this, 'status');
    if (status.textContent !== progress + told) status.textContent = progress + told;
    part(this, 'undo').hidden = !this.#cleared;
    part(this, 'reset').hidden = Boolean(this.#cleared);
    const isOpen = Object.keys(pick(desk.value, this.#ids)).length === 0;
    this.toggleAttribute('data-open', isOpen && !this.#cleared);
    part(this, 'aside').hidden = lists[0] !== this || keep.read().aside.length === 0;
  }

  #take(input: HTMLInputElement): void {
    if (!this.#inputs.includes(input)) return;
    const { desk } = this.#shelf;
    const id = toId(input);
    this.#cleared = undefined;
    if (input.type === 'checkbox') desk.change(setDone(desk.value, id, input.checked));
    else desk.change(setAnswer(desk.value, id, input.value as Answer));
  }

  #reset(): void {
    const { desk } = this.#shelf;
    this.#cleared = pick(desk.value, this.#ids);
    desk.change(without(desk.value, this.#ids));
    part(this, 'undo').focus();
  }

  /** Puts back what was taken away; what was ticked since, here or in another tab, stays. */
  #undo(): void {
    const { desk } = this.#shelf;
    const cleared = this.#cleared;
    this.#cleared = undefined;
    desk.change({ ...cleared, ...desk.value });
    part(this, 'reset').focus();
  }

  #saveAside(): void {
    for (const each of this.#shelf.keep.readAside())
      download('ticks.json', each, 'application/json');
  }

  #forgetAside(): void {
    this.#shelf.keep.forgetAside();
    this.show();
  }

  get #inputs(): HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>('li input')];
  }

  get #ids(): string[] {
    return this.#inputs.map(toId);
  }
}

const shelves = new Map<string, Shelf>();

function openShelf(subject: string): Shelf {
  const known = shelves.get(subject);
  if (known) return known;
  const lists: TickList[] = [];
  const keep = createKeep<Ticks>({
    schema: 'ticks',
    at: subject,
    version: 1,
    empty: {},
    check: readTicks,
  });
  const desk = createDesk(keep, () => {
    for (const list of lists) list.show();
  });
  const shelf = { keep, desk, lists };
  shelves.set(subject, shelf);
  return shelf;
}

/** The two answers to a question belong to the box of their line. */
const toId = (input: HTMLInputElement): string =>
  input.closest('li')?.querySelector<HTMLInputElement>('[type=checkbox]')?.id ?? '';

const isNothing = ({ value }: HTMLInputElement): boolean => value === 'nothing';

customElements.define('tick-list', TickList);
