import { blankBoard, isBlank, isSameBoard, toOrder, type Board } from '../model/board.ts';
import { checkBoard, isReady } from '../model/board-check.ts';
import { printBoard } from './board-print.ts';
import { BoardLines } from './board-lines.ts';
import { BoardView } from './board-view.ts';
import { toSentence, type BoardSaid } from './board-words.ts';
import type { Desk } from './desk.ts';
import { fillIn } from './fill-in.ts';
import { find, findAll } from './find.ts';
import type { Keep } from './keep.ts';

/** What changing a board needs. */
export interface EditorPorts {
  root: HTMLElement;
  parts: ParentNode;
  desk: Desk<Board>;
  keep: Keep<Board>;
  /** The board as it stands in the page. */
  drawn: Board;
  parties: readonly string[];
  /** Whether this is the blank board, which is always there to be changed. */
  isTool: boolean;
}

/** The board of the page, the reader’s own to read or to change, or somebody else’s from a link. */
type Mode = 'page' | 'own' | 'edit' | 'shared';

/** Lets a reader change a board: every button, key and field ends in one change on the desk. */
export class BoardEditor {
  readonly #ports: EditorPorts;
  readonly #said: BoardSaid;
  readonly #view: BoardView;
  readonly #lines: BoardLines;
  #mode: Mode = 'page';
  #shared = blankBoard;

  constructor(ports: EditorPorts) {
    const { root, parts, drawn, isTool } = ports;
    this.#ports = ports;
    this.#said = JSON.parse(find(parts, '[data-board-said]').textContent) as BoardSaid;
    this.#view = new BoardView(root, parts, this.#said, drawn);
    this.#lines = new BoardLines({
      root,
      desk: ports.desk,
      said: this.#said,
      view: this.#view,
      show: () => {
        this.show();
      },
      say: (text) => {
        this.#say(text);
      },
      tell: (done) => {
        this.#tell(done);
      },
    });
    const copy = (name: string) => document.importNode(find(parts, `[data-${name}]`), true);
    find(root, '.purpose').before(copy('notices'));
    find(root, isTool ? '.keep' : '.bar').after(copy('own-note'), copy('tools'));
    for (const wrong of findAll(root, isTool ? '[data-in-case]' : '[data-in-tool]')) wrong.remove();
    root.addEventListener('click', ({ target }) => {
      const button = target instanceof Element && target.closest<HTMLElement>('[data-do]');
      if (button) this.#press(button);
    });
    root.addEventListener('change', ({ target }) => {
      if (target instanceof HTMLInputElement) this.#later('open', target);
    });
  }

  /** Lets the blank board be filled in, or shows the one that the address holds. */
  async begin(): Promise<void> {
    this.#showAside();
    this.#go('edit');
    const read = async () => {
      const { readBoardLink } = await import('../model/board-code.ts');
      const link = await readBoardLink(location.hash);
      if (link.state === 'none') return;
      if (!('board' in link)) this.#say(this.#said[`${link.state}Link`]);
      else if (link.state === 'begun' && isBlank(this.#ports.desk.value)) this.adopt(link.board);
      else if (!isSameBoard(link.board, this.#ports.desk.value)) {
        this.#shared = link.board;
        this.#go('shared');
      }
    };
    addEventListener('hashchange', () => void read());
    if (location.hash.length > 1) await read();
  }

  /** Begins to change the board that stands in the page. */
  edit(): void {
    this.#showAside();
    this.#go('edit');
    find(this.#ports.root, 'h4 + [data-field] textarea').focus();
  }

  /** Puts another board in the place of the reader’s own, which can be put back. */
  adopt(board: Board, said = this.#said.adopted): void {
    history.replaceState(null, '', location.pathname + location.search);
    this.#ports.desk.change(board);
    this.#go('edit');
    this.#tell(said);
  }

  show(): void {
    const { root, desk, drawn, parties } = this.#ports;
    const mode = this.#mode;
    const board = { page: drawn, shared: this.#shared, own: desk.value, edit: desk.value }[mode];
    this.#view.show(board, mode === 'edit', mode === 'edit' ? checkBoard(board, parties) : []);
    for (const [selector, isShown] of [
      ['[data-shared]', mode === 'shared'],
      ['[data-unkept]', desk.state !== 'kept'],
      ['[data-own-note]', mode === 'own'],
      ['[data-tools]', mode === 'own' || mode === 'edit'],
      ['[data-editing]', mode === 'edit'],
      ['.bar', mode !== 'edit'],
    ] as const)
      for (const part of findAll(root, selector)) part.hidden = !isShown;
    if (desk.state !== 'kept')
      find(root, '[data-unkept-text]').textContent = this.#said[desk.state];
  }

  #go(mode: Mode): void {
    this.#mode = mode;
    const { root, desk, drawn, isTool } = this.#ports;
    this.show();
    if (isTool) return;
    const button = find(root, '.bar [data-do=change]');
    const isOwn = mode === 'page' && !isSameBoard(desk.value, drawn);
    button.textContent = (isOwn ? button.dataset['own'] : button.dataset['first']) ?? '';
  }

  #press(button: HTMLElement): void {
    const { root, desk, keep, drawn } = this.#ports;
    const id = button.closest<HTMLElement>('[data-id]')?.dataset['id'] ?? '';
    const act = button.dataset['do'] ?? '';
    if (id !== '') this.#lines.press(act, id);
    switch (act) {
      case 'swap':
        this.#lines.change({ type: 'swap' });
        this.#tell(fillIn(this.#said.swapped, { pole: this.#view.nameOf(toOrder(desk.value)[0]) }));
        break;
      case 'undo':
        this.#tell(desk.canUndo ? this.#said.undone : this.#said.nothingToUndo);
        if (desk.canUndo) desk.undo();
        break;
      case 'reset':
        desk.change(drawn);
        this.#tell(this.#said.reset);
        break;
      case 'done':
        this.#finish(() => {
          this.#go('own');
          this.#tell(this.#said.done);
          find(root, '.bar [data-do=change]').focus();
        });
        break;
      case 'show-case':
        this.#go('page');
        find(root, '.bar [data-do=change]').focus();
        break;
      case 'adopt':
        this.adopt(this.#shared);
        break;
      case 'to-own':
        history.replaceState(null, '', location.pathname + location.search);
        this.#go('edit');
        break;
      case 'aside-forget':
        keep.forgetAside();
        this.#showAside();
        break;
      case 'print':
        if (button.closest('[data-tools]'))
          printBoard(root, button.dataset['size'] === 'a3' ? 'a3' : 'a4');
        break;
      case 'link':
      case 'svg':
      case 'png':
        this.#finish(() => {
          this.#later(act);
        });
        break;
      case 'data':
      case 'aside-save':
        this.#later(act);
    }
  }

  /** Half a board is not taken along: the reader hears what is missing, where it is missing. */
  #finish(go: () => void): void {
    const { desk, parties } = this.#ports;
    const issues = checkBoard(desk.value, parties);
    if (isReady(desk.value, issues)) {
      go();
      return;
    }
    const first = issues.find(({ kind }) => kind !== 'judges');
    this.#say(
      first
        ? fillIn(this.#said.notReady, { issue: toSentence(first, this.#said) })
        : this.#said.blank,
    );
    if (first) this.#view.fieldWith(first)?.focus();
  }

  /** What only some do is fetched when they do it. */
  #later(act: string, input?: HTMLInputElement): void {
    import('./board-take.ts')
      .then(({ takeBoard }) =>
        takeBoard(act, {
          ...this.#ports,
          said: this.#said,
          input,
          adopt: (board) => {
            this.adopt(board, this.#said.opened);
          },
        }),
      )
      .then(
        (said) => {
          this.#say(said);
        },
        () => {
          this.#say(this.#said.failed);
        },
      );
  }

  #showAside(): void {
    find(this.#ports.root, '[data-aside]').hidden = this.#ports.keep.read().aside.length === 0;
  }

  /** Says what was done; what could not be kept is still in this page, and that matters more. */
  #tell(done: string): void {
    const { state } = this.#ports.desk;
    this.#say(state === 'kept' ? done : this.#said[state]);
  }

  #say(text: string): void {
    const status = find(this.#ports.root, '[data-said]');
    // Emptied first: the same sentence twice is read aloud twice only when it changed in between.
    status.textContent = '';
    status.textContent = text;
  }
}
