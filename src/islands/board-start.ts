import {
  blankBoard,
  boardRows,
  isSameBoard,
  readBoard,
  toBoard,
  type Board,
} from '../model/board.ts';
import style from './board.css?url';
import type { BoardEditor } from './board-editor.ts';
import { printBoard } from './board-print.ts';
import { createDesk } from './desk.ts';
import { find, findAll } from './find.ts';
import { createKeep } from './keep.ts';

/** What `data-do` of a button in the page itself says. */
const inPage = ['change', 'print'];

/** Makes a board that stands in the page one that can be changed. What the page shows stays until somebody asks. */
export async function startBoard(root: HTMLElement): Promise<void> {
  await addStyle();
  const isTool = root.classList.contains('blank');
  const drawn = isTool ? blankBoard : readDrawn(root);
  const home = root.closest<HTMLElement>('[data-subject]')?.dataset;
  const keep = createKeep<Board>({
    schema: 'board',
    at: isTool ? 'blank' : `${home?.['subject'] ?? location.pathname}#${find(root, 'h3').id}`,
    version: 1,
    empty: drawn,
    check: readBoard,
  });
  let editor: BoardEditor | undefined;
  const desk = createDesk(keep, () => {
    editor?.show();
  });
  const open = async () => {
    const [parts, program] = await Promise.all([fetchParts(root), import('./board-editor.ts')]);
    editor ??= new program.BoardEditor({
      root,
      parts,
      desk,
      keep,
      drawn,
      parties: home?.['parties']?.split('|') ?? [],
      isTool,
    });
    return editor;
  };
  if (isTool) {
    await (await open()).begin();
    return;
  }
  for (const name of inPage) {
    const button = find(root, `[data-do=${name}]`);
    button.dataset['first'] = button.textContent;
    if (name === 'change' && !isSameBoard(desk.value, drawn))
      button.textContent = button.dataset['own'] ?? '';
    button.hidden = false;
    button.addEventListener('click', () => {
      if (name === 'print') printBoard(root);
      else
        open().then(
          (opened) => {
            opened.edit();
          },
          () => {
            find(root, '[data-failed]').textContent = button.dataset['failing'] ?? '';
          },
        );
    });
  }
}

/** Boards can only be changed in their own style: without it they stay as they are. */
const addStyle = (): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const sheet = Object.assign(document.createElement('link'), {
      rel: 'stylesheet',
      href: style,
      onload: resolve,
      onerror: reject,
    });
    document.head.append(sheet);
  });

/** The board as the page shows it. */
function readDrawn(root: HTMLElement): Board {
  const texts = (within: ParentNode, selector: string) =>
    findAll(within, selector).map(({ textContent }) => textContent.trim());
  const lists = findAll(root, '.poles ul').map((list) => texts(list, 'li'));
  const [title = ''] = texts(root, 'h3');
  const [purpose = '', fear = ''] = texts(root, ':is(.purpose, .fear) > span');
  const [left, right] = texts(root, 'h4').map((name, pole) => {
    const [upsides = [], downsides = [], actions = [], signals = []] = boardRows.map(
      (_, row) => lists[2 * row + pole] ?? [],
    );
    return { name, upsides, downsides, actions, signals };
  });
  return left && right ? toBoard({ title, purpose, fear, poles: [left, right] }) : blankBoard;
}

/** What changing needs stands in the page of the blank board; other pages are spared its weight until then. */
async function fetchParts(root: HTMLElement): Promise<ParentNode> {
  const here = root.querySelector<HTMLTemplateElement>('[data-board-parts]');
  if (here) return here.content;
  const answer = await fetch(find(root, 'a[data-tool]', HTMLAnchorElement).href);
  // Even in a page that is only read, the policy of this page refuses a <style>: it is left out.
  const text = (await answer.text()).replaceAll(/<style[\s\S]*?<\/style>/g, '');
  const page = new DOMParser().parseFromString(text, 'text/html');
  return find(page, '[data-board-parts]', HTMLTemplateElement).content;
}
