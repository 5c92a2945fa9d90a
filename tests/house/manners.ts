import { isCode, type Files } from './law.ts';

/** How long a file may be: longer ones hold more than one thing. */
const mostLines = 250;

/** TypeScript files that are too long to hold one thing. */
export const findLongFiles = (files: Files): string[] =>
  Object.entries(files)
    // The words are one long list by nature; cutting it up would only hide a sentence from its neighbours.
    .filter(([file]) => file.endsWith('.ts') && !file.startsWith('src/words/'))
    .map(([file, text]) => [file, text.trimEnd().split('\n').length] as const)
    .filter(([, lines]) => lines > mostLines)
    .map(
      ([file, lines]) => `${file} has ${String(lines)} lines; ${String(mostLines)} is the most.`,
    );

/** Files that read the command line though they are no script a person runs. */
export const findCommandLineReaders = (files: Files): string[] =>
  find(files, isCode, [/\bargv\b/]).map(
    (place) => `${place} Only scripts/ reads the command line.`,
  );

/** Style attributes and inline scripts, which the content security policy of the site refuses. */
export const findInlineCode = (files: Files): string[] =>
  find(files, isCode, [/\sstyle=["'{`]/, /\sis:inline\b/, /\son[a-z]+=["']/]).map(
    (place) => `${place} The content security policy refuses it: use a class, or a <script>.`,
  );

/** Things a page would fetch from somebody else. Links a reader may follow are no assets. */
export const findForeignAssets = (files: Files): string[] =>
  find(files, (file) => isCode(file) || file.endsWith('.css'), [
    /\b(src|srcset|poster)=["'{`]+\s*(https?:)?\/\//,
    /<link\b[^>]*\bhref=["'{`]+\s*(https?:)?\/\//,
    /url\(\s*["']?(https?:)?\/\//,
    /@import\s+["']?(https?:)?\/\//,
    /\b(fetch|import)\(\s*["'`](https?:)?\/\//,
    /\bfrom\s+["']https?:/,
  ]).map((place) => `${place} Everything a page needs comes with the site.`);

/** Files below content/ that are, or hold, code. */
export function findCodeInContent(files: Files): string[] {
  return Object.entries(files).flatMap(([file, text]) => {
    if (file.endsWith('.svg'))
      return find({ [file]: text }, () => true, [/<script\b/, /\son[a-z]+=/]);
    if (file.endsWith('.mdx'))
      return find({ [file]: withoutFences(text) }, () => true, [/^(import|export)\b/]);
    return /\.(yml|png|jpe?g|webp|avif)$/.test(file) ? [] : [`${file} is neither text nor image.`];
  });
}

/** What is missing from the top of the project, and what should not be there. */
export function findTopLevel(present: readonly string[], wanted: readonly string[]): string[] {
  const visible = present.filter((name) => !name.startsWith('.'));
  return [
    ...wanted.filter((name) => !visible.includes(name)).map((name) => `${name} is missing.`),
    ...visible.filter((name) => !wanted.includes(name)).map((name) => `${name} has no place here.`),
  ];
}

/** Keys that two languages do not share, and keys that are a sentence in one and not in the other. */
export function findUnevenWords(one: unknown, other: unknown, at = ''): string[] {
  if (toKind(one) !== toKind(other)) {
    return [`${at || 'words'}: ${toKind(one)} in one language, ${toKind(other)} in the other.`];
  }
  if (!isBranch(one) || !isBranch(other)) return [];
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].flatMap((key) =>
    findUnevenWords(one[key], other[key], at ? `${at}.${key}` : key),
  );
}

const isBranch = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const toKind = (value: unknown): string =>
  typeof value === 'function'
    ? `function of ${String(value.length)}`
    : value === undefined
      ? 'nothing'
      : typeof value;

/** Each line that one of the patterns is in, as `file:line holds “…”.` */
function find(
  files: Files,
  isMeant: (file: string) => boolean,
  patterns: readonly RegExp[],
): string[] {
  return Object.entries(files)
    .filter(([file]) => isMeant(file))
    .flatMap(([file, text]) =>
      text.split('\n').flatMap((line, index) => {
        const match = patterns.map((pattern) => pattern.exec(line)?.[0]).find(Boolean);
        return match === undefined ? [] : [`${file}:${String(index + 1)} holds “${match.trim()}”.`];
      }),
    );
}

/** The text with its fenced examples emptied, line for line. */
function withoutFences(text: string): string {
  let fence = '';
  const lines = text.split('\n').map((line) => {
    const [, mark = ''] = /^\s*(`{3,}|~{3,})/.exec(line) ?? [];
    const inside = fence !== '' || mark !== '';
    if (fence === '') fence = mark;
    else if (mark.startsWith(fence)) fence = '';
    return inside ? '' : line;
  });
  return lines.join('\n');
}
