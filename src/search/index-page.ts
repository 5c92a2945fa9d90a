/** What stands in a built page that search may find. */
export interface ReadPage {
  language: string;
  title: string;
  /** What the page says of itself beside its words, like its kind and a few facts. */
  meta: Record<string, string>;
  /** The page up to its first heading with an anchor, and every heading with what stands under it. */
  passages: ReadPassage[];
}

export interface ReadPassage {
  /** Anchor of the heading; empty for the beginning of the page. */
  id: string;
  title: string;
  text: string;
  /** Words that find it and stand nowhere in it, such as other names. */
  also: string;
}

/**
 * Reads the parts of a page that are marked as its body (`data-findable`), in one pass and without a tree: a
 * handbook has thousands of them. This is for our own pages, which are well formed; nothing of it is shown as markup.
 * @returns nothing for a page without a body to search in
 */
export function readPage(html: string): ReadPage | undefined {
  let at = html.indexOf('data-findable');
  if (at === -1) return undefined;
  const reader = createReader();
  at = html.lastIndexOf('<', at);
  while (at !== -1) {
    at = readBody(html, at, reader);
    const next = html.indexOf('data-findable', at);
    at = next === -1 ? -1 : html.lastIndexOf('<', next);
  }
  const passages = reader.passages.map(({ id, title, text, also }) => ({
    id,
    title: toText(title),
    text: toText(text),
    also: toText(also),
  }));
  const { title = passages[0]?.title ?? '' } = reader.meta;
  const [, language = 'nl'] = /<html[^>]*\slang="?([a-z]+)/.exec(html.slice(0, 400)) ?? [];
  return { language, title, meta: reader.meta, passages };
}

interface Reader {
  passages: ReadPassage[];
  meta: Record<string, string>;
}

const createReader = (): Reader => ({
  passages: [{ id: '', title: '', text: '', also: '' }],
  meta: {},
});

const tag = /<(\/?)([a-zA-Z][a-zA-Z0-9-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>|<!--[\s\S]*?-->/g;
const empty = /^(area|br|col|hr|img|input|link|meta|source|track|wbr)$/;
/** There is nothing to read in these, or it is the same on every page. */
const skipped =
  /^(script|style|template|svg|noscript|nav|form|button|select|textarea|iframe|footer)$/;
const inline =
  /^(a|abbr|b|cite|code|em|i|kbd|mark|q|s|small|span|strong|sub|sup|u|bdi|dfn|time|wbr)$/;

/** Reads one body from its opening tag on; gives the place after it. */
function readBody(html: string, start: number, { passages, meta }: Reader): number {
  let depth = 0;
  // Headings whose part of the page is still open. A small heading inside a box ends with its box.
  const open = [{ passage: passages.length - 1, depth: 0, level: 1 }];
  const toNow = () => passages[open.at(-1)?.passage ?? 0];
  let ignored = 0;
  let heading = 0;
  let last = start;
  tag.lastIndex = start;
  for (let match = tag.exec(html); match; match = tag.exec(html)) {
    const [whole, close = '', name = '', given = ''] = match;
    const now = toNow();
    if (ignored === 0 && match.index > last && now) {
      const text = html.slice(last, match.index);
      if (heading > 0) now.title += text;
      else now.text += text;
    }
    last = match.index + whole.length;
    if (name === '') continue;
    if (close !== '') {
      if (depth === heading) heading = 0;
      if (depth === ignored) ignored = 0;
      depth -= 1;
      if (depth === 0) return last;
      while (isSmall(open.at(-1)) && (open.at(-1)?.depth ?? 0) > depth) open.pop();
      if (ignored === 0 && !inline.test(name)) endBlock(toNow());
      continue;
    }
    const isEmpty = empty.test(name) || given.endsWith('/');
    if (!isEmpty) depth += 1;
    if (ignored > 0) continue;
    if (/\sdata-(finding|also)=/.test(given)) readGiven(given, meta, toNow());
    if (isEmpty) continue;
    if (skipped.test(name) || /\sdata-unfindable/.test(given)) ignored = depth;
    else if (/^h[1-6]$/.test(name)) {
      const id = toAttribute(given, 'id');
      if (id !== undefined) {
        // A heading takes over from one of its own level.
        const level = Number(name[1]);
        while (open.length > 1 && (open.at(-1)?.level ?? 0) >= level) open.pop();
        open.push({ passage: passages.length, depth: depth - 1, level });
        passages.push({ id, title: '', text: '', also: '' });
      }
      if (id !== undefined || (open.length === 1 && name === 'h1')) heading = depth;
    } else if (!inline.test(name)) endBlock(toNow());
  }
  return html.length;
}

const isSmall = (heading: { level: number } | undefined): boolean => (heading?.level ?? 0) > 2;

function endBlock(now: ReadPassage | undefined): void {
  if (now && now.text !== '' && !now.text.endsWith('\n')) now.text += '\n';
}

/** What a page says of itself (SearchFacts.astro), and words beside those that can be read. */
function readGiven(
  given: string,
  meta: Record<string, string>,
  now: ReadPassage | undefined,
): void {
  const kind = toAttribute(given, 'data-finding');
  if (kind !== undefined) {
    meta['kind'] = kind;
    for (const [name, attribute] of [
      ['title', 'data-named'],
      ['facts', 'data-facts'],
      ['lewis', 'data-lewis'],
    ] as const) {
      const value = toAttribute(given, attribute);
      if (value !== undefined) meta[name] = toText(value);
    }
  }
  const also = toAttribute(given, 'data-also');
  if (also !== undefined && now) now.also += ` ${also}`;
}

function toAttribute(given: string, name: string): string | undefined {
  const match = new RegExp(`\\s${name}(?:=(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+)))?(?=[\\s/]|$)`).exec(
    given,
  );
  return match ? (match[1] ?? match[2] ?? match[3] ?? '') : undefined;
}

const entities: Record<string, string> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** One pass, so that an escaped entity that somebody wrote stays as they wrote it. Ends of blocks end a sentence. */
function toText(html: string): string {
  const decoded = html.includes('&')
    ? html.replace(
        /&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi,
        (all, hex?: string, digits?: string, name?: string) =>
          hex !== undefined || digits !== undefined
            ? String.fromCodePoint(hex === undefined ? Number(digits) : parseInt(hex, 16))
            : (entities[name ?? ''] ?? all),
      )
    : html;
  return decoded
    .replaceAll('\u00ad', '')
    .replace(/([\p{L}\p{N}’”'")])\s*\n\s*(?=\S)/gu, '$1. ')
    .replace(/\s+/g, ' ')
    .trim();
}
