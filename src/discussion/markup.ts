import { presentTags, type AllowedTag } from '../model/allowed-tags.ts';
import { readTag, type Tag } from './read-tag.ts';
import { toText, toValue } from './to-text.ts';

/** How deep tags may stand in one another. */
const deepest = 50;

/**
 * What stands for the tags of a paragraph until the rest is clean: signs no text holds, for they were taken out.
 * A reader can write no paragraph, so the sanitiser need know none; and thousands of them cost it nothing.
 */
export const paragraph = { begin: '\u0001', end: '\u0002' } as const;

interface Open {
  name: AllowedTag;
  /** The tag that is written for it. */
  tag: string;
}

/**
 * Makes HTML of what a reader typed: tags of the list, each closed where it should be, and paragraphs where lines were
 * left empty; everything else is text. A single end of a line stays one.
 */
export function toMarkup(text: string): string {
  const writer = createWriter();
  let from = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    const tag = readTag(text, at);
    if (tag === undefined || !writer.accepts(tag)) {
      at += 1;
      continue;
    }
    writer.write(text.slice(from, at));
    if (tag.kind === 'open') writer.open(tag);
    else writer.close(tag.name);
    from = at = tag.end;
  }
  writer.write(text.slice(from));
  return writer.finish();
}

type OpenTag = Extract<Tag, { kind: 'open' }>;

interface Writer {
  /** Whether a tag can stand here; one that cannot is text, and so is the tag that would have closed it. */
  accepts: (tag: Tag) => boolean;
  write: (text: string) => void;
  open: (tag: OpenTag) => void;
  close: (name: AllowedTag) => void;
  finish: () => string;
}

function createWriter(): Writer {
  const written: string[] = [];
  const stack: Open[] = [];
  /** Opening tags that became text: what closes them is text too. */
  const asText = createCounter();
  /** Tags that were closed by another one: what would have closed them is left out. */
  const closed = createCounter();
  let inParagraph = false;

  const isInline = () => stack.length > 0 && stack.at(-1)?.name !== 'blockquote';
  const begin = () => {
    if (!inParagraph) written.push(paragraph.begin);
    inParagraph = true;
  };
  const closeTop = () => {
    const top = stack.pop();
    if (top) written.push(`</${top.tag}>`);
    return top;
  };
  const closeInline = () => {
    while (isInline()) {
      const top = closeTop();
      if (top) closed.add(top.name);
    }
  };
  const end = () => {
    closeInline();
    if (!inParagraph) return;
    trimEnd(written);
    written.push(paragraph.end);
    inParagraph = false;
  };
  const writeLine = (line: string) => {
    const shown = inParagraph ? line : line.trimStart();
    if (shown === '') return;
    begin();
    written.push(toText(shown));
  };

  return {
    accepts: (tag) => {
      if (tag.kind === 'close') {
        if (asText.take(tag.name)) return false;
        return stack.some(({ name }) => name === tag.name) || closed.has(tag.name);
      }
      const isMisplaced =
        stack.length >= deepest ||
        (tag.name === 'blockquote' && isInline()) ||
        (tag.name === 'a' && stack.some(({ name }) => name === 'a'));
      if (isMisplaced) asText.add(tag.name);
      return !isMisplaced;
    },
    write: (text) => {
      if (isInline()) {
        written.push(toText(text.replaceAll(/\n\s*\n/g, '\n\n')));
        return;
      }
      const [first = '', ...others] = text.split(/\n\s*\n/);
      writeLine(first);
      for (const other of others) {
        end();
        writeLine(other);
      }
    },
    open: ({ name, attributes }) => {
      if (name === 'blockquote') end();
      else begin();
      const tag = presentTags[name] ?? name;
      const given = attributes.map((each) => ` ${each.name}="${toValue(each.value)}"`);
      written.push(`<${tag}${given.join('')}>`);
      stack.push({ name, tag });
    },
    close: (name) => {
      const place = stack.findLastIndex((open) => open.name === name);
      if (place < 0) {
        closed.take(name);
        return;
      }
      if (name === 'blockquote') end();
      while (stack.length > place + 1) {
        const top = closeTop();
        if (top) closed.add(top.name);
      }
      closeTop();
    },
    finish: () => {
      end();
      while (stack.length > 0) {
        closeTop();
        end();
      }
      return written.join('');
    },
  };
}

/** Takes away the ends of lines at the end of a paragraph. */
function trimEnd(written: string[]): void {
  const last = written.pop() ?? '';
  written.push(last.startsWith('<') ? last : last.trimEnd());
}

function createCounter() {
  const counts = new Map<string, number>();
  const has = (name: string) => (counts.get(name) ?? 0) > 0;
  return {
    has,
    add: (name: string) => counts.set(name, (counts.get(name) ?? 0) + 1),
    take: (name: string): boolean => {
      if (!has(name)) return false;
      counts.set(name, (counts.get(name) ?? 0) - 1);
      return true;
    },
  };
}
