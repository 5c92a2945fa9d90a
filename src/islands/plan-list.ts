import { toClock } from '../model/agenda.ts';
import type { LaidRow } from '../model/plan-lay.ts';
import { fillIn } from './fill-in.ts';
import { part } from './find.ts';
import type { PlanDesk } from './plan-desk.ts';
import { letDrag } from './plan-drag.ts';
import { createRow, updateRow, type RowTools } from './plan-row.ts';
import { toTime } from './plan-words.ts';

/** What a reader does with a row, and what is said of it. */
export interface ListPorts {
  desk: PlanDesk;
  /** Draws everything anew, after a change. */
  draw: () => void;
  say: (sentence: string) => void;
}

const phases = ['before', 'during', 'after'] as const;

/** The rows of a plan on the page: each keeps its element, so that focus stays where it is. */
export class PlanList {
  readonly #elements = new Map<string, HTMLElement>();
  readonly #tools: RowTools;
  readonly #ports: ListPorts;
  readonly #root: HTMLElement;

  constructor(root: HTMLElement, tools: RowTools, ports: ListPorts) {
    this.#root = root;
    this.#tools = tools;
    this.#ports = ports;
    const list = part(root, 'rows');
    list.addEventListener('click', (event) => {
      this.#press(event.target as Element);
    });
    list.addEventListener('keydown', (event) => {
      this.#key(event);
    });
    list.addEventListener('change', ({ target }) => {
      if (target instanceof HTMLInputElement) this.#setMinutes(target, Number(target.value));
    });
    letDrag(list, {
      move: (id, places) => {
        this.move(id, places);
      },
      stopped: () => {
        ports.draw();
        ports.say(tools.said.dragStopped);
      },
    });
  }

  draw(rows: readonly LaidRow[]): void {
    const { desk } = this.#ports;
    const focused = document.activeElement;
    const ids = new Set(rows.map(({ row }) => row.id));
    for (const [id, element] of this.#elements)
      if (!ids.has(id)) {
        element.remove();
        this.#elements.delete(id);
      }
    for (const phase of phases) {
      const list = part(this.#root, `phase-${phase}`);
      const peers = rows.filter(({ row }) => row.phase === phase);
      part(this.#root, `section-${phase}`).hidden = peers.length === 0;
      peers.forEach((laid, at) => {
        const element = this.#elements.get(laid.row.id) ?? createRow(laid, this.#tools);
        this.#elements.set(laid.row.id, element);
        updateRow(element, laid, { at, all: peers.length, session: desk.now.session }, this.#tools);
        part(element, 'edit').hidden = desk.isFixed;
        if (list.children[at] !== element) list.insertBefore(element, list.children[at] ?? null);
      });
    }
    // An element that is moved loses the focus.
    if (focused instanceof HTMLElement && focused !== document.activeElement && focused.isConnected)
      focused.focus();
  }

  /** Forgets the elements, as when a whole other plan is laid down. */
  reset(): void {
    for (const element of this.#elements.values()) element.remove();
    this.#elements.clear();
  }

  /** Moves a row, and says where it stands now. */
  move(id: string, places: number): void {
    const { desk, draw, say } = this.#ports;
    const { said } = this.#tools;
    const hasMoved = desk.move(id, places);
    draw();
    const laid = desk.now.laid.rows.find(({ row }) => row.id === id);
    if (!laid) return;
    const peers = desk.now.laid.rows.filter(({ row }) => row.phase === laid.row.phase);
    const values = {
      title: laid.row.title,
      n: peers.indexOf(laid) + 1 || peers.findIndex(({ row }) => row.id === id) + 1,
      all: peers.length,
      time: toClock(laid.start),
    };
    const sentence = laid.row.phase === 'during' && !laid.dropped ? said.movedAt : said.moved;
    say(fillIn(hasMoved ? sentence : said.stays, values));
  }

  focus(id: string | undefined, name: string): void {
    const element = id === undefined ? undefined : this.#elements.get(id);
    const target = element ? part(element, name) : part(this.#root, 'plan-heading');
    target.focus();
  }

  #press(target: Element): void {
    const button = target.closest<HTMLElement>('button[data-do]');
    const id = target.closest<HTMLElement>('[data-id]')?.dataset['id'];
    if (!button || id === undefined) return;
    const { desk, draw, say } = this.#ports;
    const { said } = this.#tools;
    const rows = desk.now.laid.rows;
    const at = rows.findIndex(({ row }) => row.id === id);
    const laid = rows[at];
    if (!laid) return;
    switch (button.dataset['do']) {
      case 'up': {
        this.move(id, -1);
        return;
      }
      case 'down': {
        this.move(id, 1);
        return;
      }
      case 'shorter':
      case 'longer': {
        const field = part(this.#elements.get(id) ?? this.#root, 'minutes', HTMLInputElement);
        const step = button.dataset['do'] === 'longer' ? 5 : -5;
        this.#setMinutes(field, toFive(Number(field.value), step));
        return;
      }
      case 'again': {
        const copy = desk.double(id);
        draw();
        say(copy ? fillIn(said.added, { title: copy.row.title }) : said.full);
        if (copy) this.focus(copy.row.id, 'again');
        return;
      }
      case 'remove':
        desk.remove(id);
        draw();
        say(fillIn(said.removed, { title: laid.row.title }));
        {
          this.focus((rows[at + 1] ?? rows[at - 1])?.row.id, 'remove');
          return;
        }
    }
  }

  /** Alt and an arrow move the row that has the focus. */
  #key(event: KeyboardEvent): void {
    const places = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const id = (event.target as Element).closest<HTMLElement>('[data-id]')?.dataset['id'];
    if (!event.altKey || places === undefined || id === undefined) return;
    event.preventDefault();
    if (!this.#ports.desk.isFixed) this.move(id, places);
  }

  #setMinutes(field: HTMLInputElement, minutes: number): void {
    const { desk, draw, say } = this.#ports;
    const { said } = this.#tools;
    const id = field.closest<HTMLElement>('[data-id]')?.dataset['id'];
    if (id === undefined) return;
    const whole = Math.round(minutes);
    if (whole >= 1 && whole <= 999) desk.setMinutes(id, whole);
    draw();
    const { laid } = desk.now;
    const now = laid.rows.find(({ row }) => row.id === id);
    field.value = String(now?.plan.minutes ?? now?.now ?? '');
    if (now)
      say(
        fillIn(said.minutesNow, {
          title: now.row.title,
          minutes: toTime(now.now, said),
          end: toClock(laid.end),
        }),
      );
  }
}

/** The next whole five minutes in a direction. @example toFive(12, 5) // => 15 */
const toFive = (minutes: number, step: number): number =>
  Math.max(1, step > 0 ? Math.floor(minutes / 5) * 5 + 5 : Math.ceil(minutes / 5) * 5 - 5);
