import sax, { type SAXParser } from 'sax';
import { CarryError, toExcerpt, toProblem } from './table.ts';

/** An element of a file of somebody else, with the text directly in it. */
export interface XmlElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  text: string;
  children: XmlElement[];
  /** Where it begins. */
  line: number;
}

export interface XmlReading {
  /** The names of the elements around those to read, from the outside in, like `['rss', 'channel']`. */
  inside: readonly string[];
  /** The elements whose text matters; of all others only what is in them is read. */
  texts: ReadonlySet<string>;
  /** Told of every `&` that stands for nothing: old exports hold them, and they are read as they stand. */
  onLooseSign?: (line: number) => void;
}

/** More than any export needs; a file that wants more wants our memory. */
const most = { depth: 40, attributes: 60, characters: 64 * 1024 * 1024, elements: 2_000_000 };

/**
 * Reads a large XML file one element at a time. A document type is refused, so no entity can be defined: none can grow
 * and none can fetch a file. Nothing is ever asked of a network or a disk but the bytes that are given.
 */
export async function* readXml(
  chunks: AsyncIterable<Uint8Array>,
  reading: XmlReading,
): AsyncGenerator<XmlElement> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const reader = createReader(reading);
  for await (const chunk of chunks) {
    reader.write(decode(decoder, reader.line(), chunk));
    yield* reader.take();
  }
  reader.write(decode(decoder, reader.line()));
  reader.end();
  yield* reader.take();
}

function createReader({ inside, texts, onLooseSign }: XmlReading) {
  const reader = sax.parser(true);
  const around: string[] = [];
  const open: XmlElement[] = [];
  let whole: XmlElement[] = [];
  let [characters, elements, attributes] = [0, 0, 0];
  const at = () => ({ line: reader.line + 1, column: reader.column });
  const refuse = (expected: string, found: string): never => {
    throw toProblem(at(), { expected, found });
  };
  const addText = (text: string) => {
    const last = open.at(-1);
    if (last === undefined || !texts.has(last.name)) return;
    characters += text.length;
    if (characters > most.characters) refuse('a shorter text', `${characters} characters in one`);
    last.text += text;
  };
  Object.assign(reader, {
    onerror: (error: Error) => {
      if (!/^Invalid character( in)? entity/.test(error.message)) throw toSyntax(reader, error);
      // The sign stands for itself, and reading goes on.
      onLooseSign?.(reader.line + 1);
      Reflect.set(reader, 'error', null);
    },
    ondoctype: () => refuse('no document type', '<!DOCTYPE'),
    onprocessinginstruction: ({ name, body }: { name: string; body: string }) => {
      const [, encoding = 'utf-8'] = /encoding\s*=\s*["']([^"']*)/i.exec(body) ?? [];
      if (name === 'xml' && !/^(utf-?8|us-ascii)$/i.test(encoding))
        refuse('a file in UTF-8', toExcerpt(encoding));
    },
    onopentagstart: () => (attributes = 0),
    onattribute: () => {
      attributes += 1;
      if (attributes > most.attributes) refuse('fewer attributes', `${attributes} of them`);
    },
    onopentag: (tag: { name: string; attributes: Record<string, string> }) => {
      if (around.length < inside.length) {
        const expected = inside[around.length] ?? '';
        if (tag.name !== expected) refuse(`<${expected}>`, toExcerpt(`<${tag.name}>`));
        around.push(tag.name);
        return;
      }
      elements += 1;
      if (open.length >= most.depth) refuse(`at most ${most.depth} elements in each other`, 'more');
      if (elements > most.elements) refuse('fewer elements in one', `${elements} of them`);
      const element: XmlElement = {
        name: tag.name,
        attributes: tag.attributes,
        text: '',
        children: [],
        line: reader.line + 1,
      };
      open.at(-1)?.children.push(element);
      open.push(element);
    },
    onclosetag: () => {
      const element = open.pop();
      if (element === undefined || open.length > 0) return;
      whole.push(element);
      [characters, elements] = [0, 0];
    },
    ontext: addText,
    oncdata: addText,
  });
  return {
    line: () => reader.line + 1,
    write: (text: string) => {
      // Bounds are looked at between pieces, so pieces stay small.
      for (let start = 0; start < text.length; start += piece)
        reader.write(text.slice(start, start + piece));
    },
    end: () => {
      if (around.length < inside.length)
        throw toProblem(
          { line: reader.line + 1 },
          { expected: `<${inside[around.length] ?? ''}>`, found: 'the end of the file' },
        );
      reader.close();
    },
    take: () => {
      const taken = whole;
      whole = [];
      return taken;
    },
  };
}

const piece = 32 * 1024;

function toSyntax(reader: SAXParser, error: Error): CarryError {
  const [found = ''] = error.message.split('\n');
  const isCut = /^Unclosed root tag|^Unexpected end/.test(found);
  return toProblem(
    { line: reader.line + 1, column: reader.column },
    isCut
      ? { expected: 'the rest of the file', found: 'its end; was it cut off while it was copied?' }
      : { expected: 'well-formed XML', found: toExcerpt(found, 120) },
  );
}

function decode(decoder: TextDecoder, line: number, chunk?: Uint8Array): string {
  try {
    return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
  } catch {
    throw toProblem({ line }, { expected: 'text in UTF-8', found: 'bytes that are none' });
  }
}

/** The text of the first child of that name; nothing when there is none, or it is empty. */
export function readText({ children }: XmlElement, name: string): string | undefined {
  const text = children.find((child) => child.name === name)?.text.trim();
  return text === '' ? undefined : text;
}
