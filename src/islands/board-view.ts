import { boardRows, toOrder, type Board, type BoardRow, type PoleIndex } from '../model/board.ts';
import type { BoardIssue } from '../model/board-check.ts';
import type { Item } from '../model/item-list.ts';
import { isAbout, toSentence, type BoardField, type BoardSaid } from './board-words.ts';
import { fillIn } from './fill-in.ts';
import { find, findAll } from './find.ts';
import { setChildren } from './set-children.ts';

/**
 * Draws a board in the HTML that stands in the page, to read or to change. Only lists that changed are drawn again,
 * and a line keeps its element, so that focus and what is being typed stay where they are.
 */
export class BoardView {
  readonly #root: HTMLElement;
  readonly #parts: ParentNode;
  readonly #said: BoardSaid;
  readonly #fields = new Map<HTMLElement, BoardField>();
  readonly #lines = new Map<string, HTMLElement>();
  #shown: (readonly Item[] | undefined)[] = [];
  #board: Board;
  #isEditing = false;

  constructor(root: HTMLElement, parts: ParentNode, said: BoardSaid, board: Board) {
    this.#root = root;
    this.#parts = parts;
    this.#said = said;
    this.#board = board;
  }

  show(board: Board, isEditing: boolean, issues: readonly BoardIssue[]): void {
    const active = document.activeElement;
    const isTurned = board.swapped !== this.#board.swapped;
    this.#board = board;
    if (isEditing !== this.#isEditing) this.#turn(isEditing);
    else if (isTurned) this.#placeFields();
    const order = toOrder(board);
    const names = order.map((pole) => this.nameOf(pole));
    findAll(this.#root, 'h4').forEach((head, side) => {
      const { name } = board.poles[order[side] ?? 0];
      // While it is changed, the heading says which pole the field under it is for; on paper it is the name.
      this.#write(head, name, this.#said.poles[side] ?? '');
    });
    for (const type of ['purpose', 'fear'] as const)
      this.#write(find(this.#root, `.${type} > span`), board[type], '');
    findAll(this.#root, '.poles ul').forEach((list, index) => {
      const row = index >> 1;
      const pole = order[index % 2] ?? 0;
      const items = board.poles[pole][boardRows[row] ?? 'upsides'];
      list.ariaLabel = this.place(row, pole);
      list.dataset['pole'] =
        index % 2 === 0 ? names[0] : `${this.#said.butAlso}: ${names[1] ?? ''}`;
      if (this.#shown[index] !== items) this.#showList(list, items, row < 2 ? 4 : 2);
      this.#shown[index] = items;
    });
    for (const [block, field] of this.#fields) this.#showField(block, field, issues);
    if (active instanceof HTMLElement && this.#root.contains(active)) active.focus();
  }

  /** Draws every list again, also one that says what it said. */
  redraw(): void {
    this.#shown = [];
  }

  /** The name of a pole, or where it stands when it has none. */
  nameOf(pole: PoleIndex): string {
    const side = toOrder(this.#board).indexOf(pole);
    return this.#board.poles[pole].name || (this.#said.poles[side] ?? '').toLowerCase();
  }

  /** A list in words. @example view.place(0, 1) // => 'Wat het oplevert bij Vertrouwen' */
  place(row: number, pole: PoleIndex): string {
    return fillIn(this.#said.atPole, { row: this.#said.rows[row] ?? '', pole: this.nameOf(pole) });
  }

  lineOf(id: string): HTMLElement | undefined {
    return this.#lines.get(id);
  }

  /** What a field, or anything in its block, is for. */
  fieldOf(element: Element): BoardField | undefined {
    const block = element.closest<HTMLElement>('[data-field], [data-add], [data-edit]');
    return block ? this.#fields.get(block) : undefined;
  }

  /** Where to write a new line of a list. */
  adderOf(pole: PoleIndex, row: BoardRow): HTMLTextAreaElement | undefined {
    return this.#textOf(
      (field) => field.type === 'add' && field.pole === pole && field.row === row,
    );
  }

  /** The field an issue is about. */
  fieldWith(issue: BoardIssue): HTMLTextAreaElement | undefined {
    return this.#textOf((field) => isAbout(issue, field));
  }

  /** Makes a line one that can be changed, with its text in a field. */
  open(id: string): void {
    this.close();
    const line = this.#lines.get(id);
    if (!line) return;
    const form = this.#copy('edit');
    const select = find(form, 'select', HTMLSelectElement);
    for (const pole of toOrder(this.#board))
      boardRows.forEach((row, index) => {
        select.add(new Option(this.place(index, pole), `${String(pole)} ${row}`));
      });
    line.append(form);
    line.classList.add('opened');
    this.#fields.set(form, { type: 'edit', id });
    const text = find(form, 'textarea', HTMLTextAreaElement);
    text.value = find(line, '.text').textContent;
    text.select();
  }

  close(): void {
    for (const form of findAll(this.#root, '[data-edit]')) {
      this.#fields.delete(form);
      form.parentElement?.classList.remove('opened');
      form.remove();
    }
  }

  /** Says beside a field why its text was not taken; nothing takes it back. */
  complain(text: HTMLTextAreaElement, why = ''): void {
    const note = text.parentElement?.querySelector<HTMLElement>('[data-note]');
    text.toggleAttribute('data-refused', why !== '');
    text.ariaInvalid = why === '' ? null : 'true';
    if (note) note.textContent = why;
  }

  /** Reading and changing each have parts of their own. */
  #turn(isEditing: boolean): void {
    this.#isEditing = isEditing;
    this.#root.toggleAttribute('data-edited', isEditing);
    this.#lines.clear();
    this.redraw();
    for (const block of this.#fields.keys()) block.remove();
    this.#fields.clear();
    if (!isEditing) return;
    for (const type of ['purpose', 'fear'] as const)
      find(this.#root, `.${type}`).append(this.#add('field', { type }));
    for (const pole of [0, 1] as const) {
      this.#add('field', { type: 'name', pole });
      for (const row of boardRows) this.#add('add', { type: 'add', pole, row });
    }
    this.#placeFields();
  }

  /** Fields go with their pole from left to right, and take along what is being typed. */
  #placeFields(): void {
    const order = toOrder(this.#board);
    const heads = findAll(this.#root, 'h4');
    const lists = findAll(this.#root, '.poles ul');
    for (const [block, field] of this.#fields)
      if (field.type === 'name') heads[order.indexOf(field.pole)]?.after(block);
      else if (field.type === 'add')
        lists[2 * boardRows.indexOf(field.row) + order.indexOf(field.pole)]?.after(block);
  }

  #add(part: string, field: BoardField): HTMLElement {
    const block = this.#copy(part);
    const note = find(block, '[data-note]');
    note.id = `${find(this.#root, 'h3').id}-${String(this.#fields.size)}`;
    find(block, 'textarea').setAttribute('aria-describedby', note.id);
    this.#fields.set(block, field);
    return block;
  }

  #write(place: HTMLElement, text: string, label: string): void {
    place.classList.remove('write');
    if (!this.#isEditing) {
      place.textContent = text || label;
      return;
    }
    const spans = [label, text].map((each) =>
      Object.assign(document.createElement('span'), { textContent: each }),
    );
    spans[0]?.classList.toggle('geen-print', text !== '');
    spans[1]?.classList.add('alleen-print');
    if (text === '') spans[1]?.classList.add('write');
    place.replaceChildren(...spans);
  }

  #showList(list: HTMLElement, items: readonly Item[], room: number): void {
    const lines = items.map((item) => this.#showLine(item));
    // On paper there is room to write where nothing is written yet.
    const empty = Array.from({ length: items.length > 0 ? 0 : room }, () => {
      const line = document.createElement('li');
      line.className = 'write alleen-print';
      return line;
    });
    setChildren(list, [...lines, ...empty]);
  }

  #showLine({ id, text }: Item): HTMLElement {
    const known = this.#lines.get(id);
    const line = known ?? (this.#isEditing ? this.#copy('line') : document.createElement('li'));
    this.#lines.set(id, line);
    if (!this.#isEditing) {
      line.textContent = text;
      return line;
    }
    line.dataset['id'] = id;
    for (const place of [find(line, '.text'), find(line, '.vh')])
      if (place.textContent !== text) place.textContent = text;
    return line;
  }

  #showField(block: HTMLElement, field: BoardField, issues: readonly BoardIssue[]): void {
    if (field.type === 'edit') return;
    const text = find(block, 'textarea', HTMLTextAreaElement);
    const { poles } = this.#board;
    if (field.type === 'add')
      text.ariaLabel = fillIn(this.#said.addTo, {
        row: this.#said.rows[boardRows.indexOf(field.row)] ?? '',
        pole: this.nameOf(field.pole),
      });
    else if (field.type === 'name') {
      const side = toOrder(this.#board).indexOf(field.pole);
      text.ariaLabel = fillIn(this.#said.name, {
        pole: (this.#said.poles[side] ?? '').toLowerCase(),
      });
    } else text.ariaLabel = this.#said[field.type];
    // What was refused stays, and nobody’s typing is written over.
    if (text.hasAttribute('data-refused')) return;
    const value = field.type === 'name' ? poles[field.pole].name : '';
    if (field.type !== 'add' && text !== document.activeElement)
      text.value = field.type === 'name' ? value : this.#board[field.type];
    const issue = issues.find((each) => isAbout(each, field));
    const said = issue ? toSentence(issue, this.#said) : '';
    const note = find(block, '[data-note]');
    if (note.textContent !== said) note.textContent = said;
    text.ariaInvalid = issue && field.type === 'name' && issue.kind !== 'judges' ? 'true' : null;
  }

  #textOf(fits: (field: BoardField) => boolean): HTMLTextAreaElement | undefined {
    const block = [...this.#fields].find(([, field]) => fits(field))?.[0];
    return block && find(block, 'textarea', HTMLTextAreaElement);
  }

  #copy(name: string): HTMLElement {
    return document.importNode(find(this.#parts, `[data-${name}]`), true);
  }
}
