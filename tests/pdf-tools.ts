import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Programs that look at PDFs, each on a file that is there only for the question. */
export const pdfTools = {
  /** What `pdfinfo` says, by name. */
  info: (bytes: Uint8Array): Map<string, string> =>
    new Map(
      ask('pdfinfo', bytes)
        .split('\n')
        .map((line) => {
          const [name = '', ...rest] = line.split(':');
          return [name.trim(), rest.join(':').trim()];
        }),
    ),
  /** The text of a page, or of all. */
  text: (bytes: Uint8Array, page?: number, ...how: string[]): string => {
    const pages = page === undefined ? [] : ['-f', String(page), '-l', String(page)];
    return ask('pdftotext', bytes, [...how, ...pages], ['-']);
  },
  /** The fonts in it: name, kind, and whether the letters are in the file. */
  fonts: (bytes: Uint8Array): { name: string; kind: string; embedded: boolean }[] =>
    ask('pdffonts', bytes)
      .split('\n')
      .slice(2)
      .filter(Boolean)
      .map((line) => {
        const [, name = '', kind = '', embedded] =
          /^(\S+)\s+(.*?)\s+\S+\s+(yes|no) +(?:yes|no) +(?:yes|no) +\d+ +\d+$/.exec(line) ?? [];
        return { name, kind, embedded: embedded === 'yes' };
      }),
  /** The tags as they are read aloud. */
  tags: (bytes: Uint8Array): string => ask('pdfinfo', bytes, ['-struct']),
  /** Fails when the file is not well made. */
  check: (bytes: Uint8Array): string => ask('qpdf', bytes, ['--check']),
  /** The titles of the outline. */
  outline: (bytes: Uint8Array): string[] => {
    const { outlines } = JSON.parse(ask('qpdf', bytes, ['--json=2', '--json-key=outlines'])) as {
      outlines: Outline[];
    };
    const list = (level: Outline[]): string[] =>
      level.flatMap(({ title, kids }) => [title, ...list(kids)]);
    return list(outlines);
  },
  /** A page as grey points, row by row. */
  raster: (bytes: Uint8Array, page: number, resolution: number): Raster =>
    inFolder(bytes, (file, folder) => {
      const out = path.join(folder, 'page');
      const only = ['-f', String(page), '-l', String(page), '-singlefile'];
      execFileSync('pdftoppm', ['-gray', '-r', String(resolution), ...only, file, out]);
      return readRaster(readFileSync(`${out}.pgm`));
    }),
};

interface Outline {
  title: string;
  kids: Outline[];
}

export interface Raster {
  width: number;
  height: number;
  /** From 0, black, to 255. */
  points: Uint8Array;
}

const ask = (
  program: string,
  bytes: Uint8Array,
  before: string[] = [],
  after: string[] = [],
): string =>
  inFolder(bytes, (file) =>
    execFileSync(program, [...before, file, ...after], {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    }),
  );

function inFolder<T>(bytes: Uint8Array, look: (file: string, folder: string) => T): T {
  const folder = mkdtempSync(path.join(tmpdir(), 'pdf-'));
  try {
    const file = path.join(folder, 'asked.pdf');
    writeFileSync(file, bytes);
    return look(file, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A picture as `pdftoppm` writes it: three lines of text, then a byte for every point. */
function readRaster(file: Buffer): Raster {
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(file.subarray(0, 64).toString('latin1'));
  if (!head) throw new Error('This is no grey picture.');
  return {
    width: Number(head[1]),
    height: Number(head[2]),
    points: file.subarray(head[0].length),
  };
}
