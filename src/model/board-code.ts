import { blankBoard, boardRows, changeBoard, isBlank, readBoard, type Board } from './board.ts';

/** What a link held. */
export type BoardLink =
  | { state: 'none' }
  /** Somebody’s whole board. */
  | { state: 'shared'; board: Board }
  /** A begin: two poles and perhaps a purpose. */
  | { state: 'begun'; board: Board }
  | { state: 'damaged' | 'newer' | 'large' };

/** No board that fits its limits and a link is larger; what is larger was not made here. */
export const mostInflated = 64 * 1024;

const version = '1';

/**
 * A board as a code for in a link: the version, then the board packed. Nothing when it is too large for a link.
 * It goes in the part of the address that no browser sends to a server.
 */
export async function toBoardCode(board: Board): Promise<string | undefined> {
  const { title, purpose, fear, swapped, poles } = board;
  const packed = new TextEncoder().encode(
    JSON.stringify([
      [title, purpose, fear, swapped ? 1 : 0],
      ...poles.map((pole) => [
        pole.name,
        ...boardRows.map((row) => pole[row].map(({ text }) => text)),
      ]),
    ]),
  );
  if (packed.length > mostInflated) return undefined;
  const bytes = await pack(packed);
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return version + btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/**
 * Reads the hash of an address: `#board=<code>`, or `#left=<pole>&right=<pole>&purpose=<sentence>`. Whatever the hash
 * holds, the answer is plain and nothing is thrown.
 */
export async function readBoardLink(hash: string): Promise<BoardLink> {
  const params = new URLSearchParams(hash.replace(/^#/, ''));
  const code = params.get('board');
  if (code !== null) return readBoardCode(code);
  const board = [
    { type: 'name', pole: 0, text: params.get('left') ?? '' } as const,
    { type: 'name', pole: 1, text: params.get('right') ?? '' } as const,
    { type: 'purpose', text: params.get('purpose') ?? '' } as const,
  ].reduce(changeBoard, blankBoard);
  return isBlank(board) ? { state: 'none' } : { state: 'begun', board };
}

async function readBoardCode(code: string): Promise<BoardLink> {
  if (/^\d/.test(code) && !code.startsWith(version)) return { state: 'newer' };
  if (!/^1[\w-]+$/.test(code)) return { state: 'damaged' };
  if (code.length > 2 * mostInflated) return { state: 'large' };
  try {
    const text = atob(code.slice(1).replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = await unpack(Uint8Array.from(text, (letter) => letter.charCodeAt(0)));
    if (bytes === 'large') return { state: 'large' };
    const board = readPacked(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
    return board ? { state: 'shared', board } : { state: 'damaged' };
  } catch {
    return { state: 'damaged' };
  }
}

function readPacked(value: unknown): Board | undefined {
  if (!Array.isArray(value) || value.length !== 3 || !value.every(Array.isArray)) return undefined;
  const [[title, purpose, fear, swapped], ...poles] = value as unknown[][] as [
    unknown[],
    ...unknown[][],
  ];
  return readBoard({
    title,
    purpose,
    fear,
    swapped: swapped === 1,
    poles: poles.map(([name, upsides, downsides, actions, signals]) => ({
      name,
      upsides,
      downsides,
      actions,
      signals,
    })),
  });
}

async function pack(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Stops while unpacking: a small code can stand for gigabytes. */
async function unpack(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer> | 'large'> {
  const reader = new Blob([bytes])
    .stream()
    .pipeThrough(new DecompressionStream('deflate-raw'))
    .getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > mostInflated) {
      await reader.cancel();
      return 'large';
    }
    chunks.push(value);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
