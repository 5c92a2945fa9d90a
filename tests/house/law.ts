import path from 'node:path';
import { readImports, type Import } from './read-imports.ts';

/** One row of the law: a room, and what its files may import besides each other. */
export interface Row {
  room: string;
  /** Which files are in the room. */
  files: RegExp;
  /** Rooms, by name; `type:words` for types only, `islands/keep` for one file. */
  rooms: readonly string[];
  /** Packages; `node:*` for all that begin so, `type:zod` for types only. */
  packages: readonly string[];
}

export type Law = readonly Row[];

/** Texts of files by their path from the root of the project. */
export type Files = Readonly<Record<string, string>>;

/** The row that rules the `<script>`s of .astro files, wherever these are. */
export const browserRoom = 'browser';

/** Every import the law does not allow, and every file it does not know, as a sentence. */
export function findBreaches(files: Files, law: Law): string[] {
  return Object.entries(files)
    .filter(([file]) => isCode(file))
    .flatMap(([file, text]) => {
      const row = law.find((each) => each.files.test(file));
      if (!row) return [`${file} is in no room of the law. Add its room to the law first.`];
      return readImports(file, text).flatMap((each) => judge(each, file, row, files, law));
    });
}

/** Every circle of files that import one another, types included. */
export function findCycles(files: Files): string[] {
  const graph = new Map(
    Object.entries(files).map(([file, text]) => [file, listTargets(file, text, files)]),
  );
  const cycles: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, trail: readonly string[]): void => {
    if (trail.includes(file)) {
      cycles.push([...trail.slice(trail.indexOf(file)), file].join(' → '));
      return;
    }
    if (done.has(file)) return;
    for (const target of graph.get(file) ?? []) visit(target, [...trail, file]);
    done.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
  return cycles;
}

export const isCode = (file: string): boolean => /\.(ts|mjs|astro)$/.test(file);

const listTargets = (file: string, text: string, files: Files): string[] =>
  isCode(file)
    ? readImports(file, text)
        .map(({ specifier }) => toTarget(file, specifier))
        .filter((target) => target !== undefined && target in files)
        .map(String)
    : [];

function judge(found: Import, file: string, home: Row, files: Files, law: Law): string[] {
  const row = found.inBrowser ? law.find(({ room }) => room === browserRoom) : home;
  if (!row) return [`${file}: the law has no row for scripts in the browser.`];
  const target = toTarget(file, found.specifier);
  const where = `${file}:${String(found.line)} imports ${found.typeOnly ? 'types of ' : ''}“${found.specifier}”`;
  if (target === undefined) {
    return isAllowed(row.packages, [found.specifier], found) ? [] : [`${where}. ${tell(row)}`];
  }
  if (!(target in files)) return [`${where}, but there is no file ${target}.`];
  const room = law.find((each) => each.files.test(target))?.room;
  if (room === undefined) return [`${where}, which is in no room of the law.`];
  if (room === home.room) return [];
  const oneFile = `${room}/${path.posix.basename(target).replace(/\.\w+$/, '')}`;
  return isAllowed(row.rooms, [room, oneFile], found) ? [] : [`${where}. ${tell(row)}`];
}

/** Where an import within the project leads; undefined when it names a package. */
function toTarget(file: string, specifier: string): string | undefined {
  if (!/^\.{0,2}\//.test(specifier)) return undefined;
  return path.posix.join(path.posix.dirname(file), specifier.replace(/\?.*$/, ''));
}

function isAllowed(allowed: readonly string[], names: readonly string[], found: Import): boolean {
  return allowed.some((entry) => {
    const typesOnly = entry.startsWith('type:');
    const wanted = entry.replace(/^type:/, '');
    return (!typesOnly || found.typeOnly) && names.some((name) => matches(wanted, name));
  });
}

const matches = (wanted: string, name: string): boolean =>
  wanted.endsWith('*') ? name.startsWith(wanted.slice(0, -1)) : name === wanted;

function tell({ room, rooms, packages }: Row): string {
  const list = (names: readonly string[]) => (names.length > 0 ? names.join(', ') : 'none');
  return `${room} may import rooms: ${list(rooms)}; packages: ${list(packages)}.`;
}
