import { toProblem } from './table.ts';

/** The longest line that is read. The longest contribution is far below this, also when it is all escapes. */
const mostCharacters = 16 * 1024 * 1024;

/**
 * Splits a file in lines, each with its own `\n`; a last line may lack it. Only `\n` ends a line: a text may hold
 * every other sign that some programs take for an end.
 */
export async function* toLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  // Bytes that are no text are a fault of the file, and not to be replaced by something that looks like text.
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let rest = '';
  let line = 1;
  for await (const chunk of chunks) {
    const parts = (rest + decode(decoder, line, chunk)).split('\n');
    rest = parts.pop() ?? '';
    for (const part of parts) {
      yield `${part}\n`;
      line += 1;
    }
    if (rest.length > mostCharacters)
      throw toProblem({ line }, { expected: 'a shorter line', found: `${rest.length} characters` });
  }
  rest += decode(decoder, line);
  if (rest !== '') yield rest;
}

function decode(decoder: TextDecoder, line: number, chunk?: Uint8Array): string {
  try {
    return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
  } catch {
    throw toProblem(
      { line },
      { expected: 'text in UTF-8', found: 'bytes that are none (near this line)' },
    );
  }
}
