import { toBoardAddress, toSpoken, type Saying, type Summary } from '../model/summary.ts';
import type { Words } from '../words/index.ts';
import { fillIn } from './fill-in.ts';
import { find, findAll, stamp } from './find.ts';

export type SayingAct = 'choose' | 'also' | 'swap' | 'unpair' | 'change' | 'remove';

/** What the list needs to know, and whom it tells what a reader wants. */
interface Around {
  live: Words['summary']['live'];
  /** The page of the blank board. */
  board: string;
  findName: (line: string) => string | undefined;
  act: (act: SayingAct, at: number) => void;
  reword: (at: number, texts: readonly string[]) => void;
}

/** The sayings as lines with buttons. Pairing is choosing one line, and then the one that belongs beside it. */
export class SummaryList {
  /** The line that waits for another. */
  chosen: number | undefined;
  /** What gets the focus when the list is shown again; the heading when it is gone. */
  next: { at: number; act: SayingAct } | undefined;
  readonly #root: HTMLElement;
  readonly #around: Around;
  #summary: Summary = [];

  constructor(root: HTMLElement, around: Around) {
    this.#root = root;
    this.#around = around;
    root.addEventListener('click', ({ target }) => {
      const button = target instanceof Element && target.closest<HTMLElement>('[data-act-on]');
      const line = button && button.closest<HTMLElement>('[data-saying-at]');
      if (line) around.act(button.dataset['actOn'] as SayingAct, toIndex(line));
    });
  }

  show(summary: Summary): void {
    this.#summary = summary;
    this.#root.replaceChildren(...summary.map((saying, at) => this.#toLine(saying, at)));
    const { next } = this;
    this.next = undefined;
    if (!next) return;
    const line = this.#line(Math.min(next.at, summary.length - 1));
    const buttons = line ? findAll(line, '[data-act-on]').filter((each) => !each.hidden) : [];
    const same = buttons.find((button) => button.dataset['actOn'] === next.act);
    (same ?? buttons[0] ?? find(document, '#samenvatting')).focus();
  }

  /** The lines of a saying become fields; Escape leaves them as they were. */
  edit(at: number): void {
    const form = stamp(document, 'template[data-edit]');
    const saying = this.#summary[at] ?? ['', ''];
    const fields = findAll(form, 'input') as HTMLInputElement[];
    for (const [part, field] of fields.entries()) {
      field.value = saying[part] ?? '';
      const label = field.closest('label');
      if (label) label.hidden = saying[part] === undefined;
    }
    const leave = () => {
      this.next = { at, act: 'change' };
      this.show(this.#summary);
    };
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.next = { at, act: 'change' };
      this.#around.reword(
        at,
        saying.map((_line, part) => fields[part]?.value ?? ''),
      );
    });
    form.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') leave();
    });
    find(form, '[data-leave]').addEventListener('click', leave);
    this.#line(at)?.replaceChildren(form);
    fields[0]?.select();
  }

  #toLine(saying: Saying, at: number): HTMLElement {
    const { live, board, findName } = this.#around;
    const line = stamp(document, 'template[data-saying]');
    line.dataset['sayingAt'] = String(at);
    const spoken = toSpoken(saying, live.spoken);
    find(line, '.text').textContent = spoken;
    const name = saying.map(findName).find((found) => found !== undefined);
    const hint = find(line, '[data-name]');
    hint.hidden = name === undefined;
    if (name !== undefined) hint.textContent = fillIn(live.attributed, { words: name });

    const isPair = saying.length === 2;
    const { chosen } = this;
    const shown: Record<SayingAct, boolean> = {
      choose: !isPair && (chosen === undefined || chosen === at) && this.#hasOther(at),
      also: !isPair && chosen !== undefined && chosen !== at,
      swap: isPair,
      unpair: isPair,
      change: true,
      remove: true,
    };
    for (const button of findAll(line, '[data-act-on]')) {
      const act = button.dataset['actOn'] as SayingAct;
      button.hidden = !shown[act];
      if (act === 'choose') button.setAttribute('aria-pressed', String(chosen === at));
      find(button, '.vh').textContent = spoken;
    }
    const link = find(line, '[data-board]', HTMLAnchorElement);
    link.hidden = !isPair;
    if (isPair) link.href = toBoardAddress(board, saying);
    find(link, '.vh').textContent = spoken;
    return line;
  }

  #hasOther = (at: number): boolean =>
    this.#summary.some((saying, index) => index !== at && saying.length === 1);

  #line = (at: number): HTMLElement | null =>
    this.#root.querySelector(`[data-saying-at="${String(at)}"]`);
}

const toIndex = ({ dataset }: HTMLElement): number => Number(dataset['sayingAt']);
