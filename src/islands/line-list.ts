import type { Item, ListChange } from '../model/item-list.ts';
import { find, findAll, stamp } from './find.ts';

type Action = 'up' | 'down' | 'change' | 'remove';

/** A list of lines that a group adds to, changes and puts in order, with buttons only. */
export class LineList {
  readonly #root: HTMLElement;
  readonly #change: (change: ListChange) => void;
  #items: readonly Item[] = [];
  #editable = true;
  /** What gets the focus when the list is shown again. */
  #next: { id: string; action: Action } | 'input' | undefined;

  constructor(root: HTMLElement, change: (change: ListChange) => void) {
    this.#root = root;
    this.#change = change;
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      const text = this.#input.value;
      this.#input.value = '';
      this.#next = 'input';
      this.#change({ type: 'add', text });
    });
  }

  show(items: readonly Item[], editable: boolean): void {
    this.#items = items;
    this.#editable = editable;
    this.#form.hidden = !editable;
    find(this.#root, '[data-empty]').hidden = items.length > 0;
    find(this.#root, '[data-items]').replaceChildren(
      ...items.map((item, index) => this.#toLine(item, index)),
    );
    this.#focus();
  }

  get #form(): HTMLFormElement {
    return find(this.#root, '[data-add]', HTMLFormElement);
  }

  get #input(): HTMLInputElement {
    return find(this.#form, 'input', HTMLInputElement);
  }

  #toLine(item: Item, index: number): HTMLElement {
    const line = stamp(document, 'template[data-line]');
    line.dataset['id'] = item.id;
    find(line, '.text').textContent = item.text;
    for (const button of findAll(line, '[data-action]') as HTMLButtonElement[]) {
      const action = button.dataset['action'] as Action;
      button.hidden = !this.#editable;
      button.disabled =
        (action === 'up' && index === 0) || (action === 'down' && index === this.#items.length - 1);
      find(button, '.vh').textContent = item.text;
      button.addEventListener('click', () => {
        this.#act(action, item, index);
      });
    }
    return line;
  }

  #act(action: Action, item: Item, index: number): void {
    const { id } = item;
    if (action === 'change') {
      this.#edit(item);
      return;
    }
    if (action === 'remove') {
      const neighbour = this.#items[index + 1] ?? this.#items[index - 1];
      this.#next = neighbour ? { id: neighbour.id, action } : 'input';
      this.#change({ type: 'remove', id });
      return;
    }
    this.#next = { id, action };
    this.#change({ type: 'move', id, by: action === 'up' ? -1 : 1 });
  }

  /** The line becomes a field; Escape leaves it as it was. */
  #edit(item: Item): void {
    const form = stamp(document, 'template[data-edit]');
    const input = find(form, 'input', HTMLInputElement);
    input.value = item.text;
    const leave = () => {
      this.#next = { id: item.id, action: 'change' };
      this.show(this.#items, this.#editable);
    };
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const text = input.value;
      leave();
      this.#change({ type: 'edit', id: item.id, text });
    });
    form.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') leave();
    });
    find(form, '[data-cancel]').addEventListener('click', leave);
    find(this.#root, `[data-id="${item.id}"]`).replaceChildren(form);
    input.select();
  }

  #focus(): void {
    const next = this.#next;
    this.#next = undefined;
    if (next === undefined) return;
    if (next === 'input') {
      this.#input.focus();
      return;
    }
    // A line at the end of its way cannot go on: the last button there is brings it back.
    const buttons = findAll(this.#root, `[data-id="${next.id}"] button:enabled`);
    const same = buttons.find((button) => button.dataset['action'] === next.action);
    (same ?? buttons.at(-1))?.focus();
  }
}
