import { isBlank, type Board } from '../model/board.ts';
import { toBoardCode } from '../model/board-code.ts';
import { toBoardSvg } from '../model/board-drawing.ts';
import type { BoardSaid } from './board-words.ts';
import type { Desk } from './desk.ts';
import { download } from './download.ts';
import { fillIn } from './fill-in.ts';
import { find } from './find.ts';
import type { Keep } from './keep.ts';

/** What taking a board along needs. */
export interface TakePorts {
  root: HTMLElement;
  desk: Desk<Board>;
  keep: Keep<Board>;
  isTool: boolean;
  said: BoardSaid;
  /** The field a file was chosen with. */
  input: HTMLInputElement | undefined;
  adopt: (board: Board) => void;
}

/** Shares, saves or opens a board; gives what there is to say of it. */
export async function takeBoard(act: string, ports: TakePorts): Promise<string> {
  const { desk, keep, said } = ports;
  const name = toFileName(desk.value, said);
  switch (act) {
    case 'link':
      return copyLink(ports);
    case 'open':
      return openFile(ports);
    case 'data':
      return save(`${name}.json`, toRecord(ports), 'application/json', said);
    case 'aside-save':
      for (const text of keep.readAside()) download(`${said.fileName}.json`, text, 'text/plain');
      return fillIn(said.saved, { file: `${said.fileName}.json` });
    case 'svg':
      return save(`${name}.svg`, draw(ports), 'image/svg+xml', said);
    default:
      return save(`${name}.png`, await toPicture(draw(ports)), 'image/png', said);
  }
}

/** Links lead to the page of the blank board, where any board can be looked at. */
async function copyLink({ root, desk, said, isTool }: TakePorts): Promise<string> {
  const code = await toBoardCode(desk.value);
  if (code === undefined) return said.tooLarge;
  const page = isTool
    ? location.href.replace(/#.*$/, '')
    : find(root, 'a[data-tool]', HTMLAnchorElement).href;
  try {
    await navigator.clipboard.writeText(`${page}#board=${code}`);
    return said.copied;
  } catch {
    // Outside a secure context there is no clipboard at all; the address bar can be copied by hand.
    if (!isTool) return said.failed;
    history.replaceState(null, '', `#board=${code}`);
    return said.notCopied;
  }
}

async function openFile({ keep, said, input, adopt }: TakePorts): Promise<string> {
  const [chosen] = input?.files ?? [];
  if (!input || !chosen) return '';
  const file = keep.fromText(await chosen.text());
  input.value = '';
  if (file.state === 'newer') return said.newerFile;
  if (file.state !== 'read') return said.noBoard;
  adopt(file.value);
  return said.opened;
}

/** As it is kept; where nothing can be kept, as it lies in this page. */
function toRecord({ desk, keep }: TakePorts): string {
  const { schema, version } = JSON.parse(keep.toText()) as { schema: string; version: number };
  return `${JSON.stringify({ schema, version, value: desk.value }, null, 2)}\n`;
}

function draw({ desk, said }: TakePorts): string {
  const canvas = document.createElement('canvas').getContext('2d');
  return toBoardSvg(desk.value, said, (text, size, weight) => {
    if (!canvas) return text.length * size * 0.55;
    canvas.font = `${String(weight)} ${String(size)}px sans-serif`;
    return canvas.measureText(text).width;
  });
}

/** The drawing as a picture. It goes through `data:`, which the policy of the page allows for images. */
async function toPicture(svg: string): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * 1.5;
  canvas.height = image.naturalHeight * 1.5;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error('The board could not be drawn.'));
    });
  });
}

function save(file: string, content: BlobPart, type: string, said: BoardSaid): string {
  download(file, content, type);
  return fillIn(said.saved, { file });
}

function toFileName(board: Board, said: BoardSaid): string {
  const text = isBlank(board) ? '' : board.title || board.poles.map(({ name }) => name).join(' ');
  const name = text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  return name || said.fileName;
}
