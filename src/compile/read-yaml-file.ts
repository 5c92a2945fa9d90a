import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { z } from 'zod';
import { toDocument, type Document } from './document.ts';
import { readYaml } from './read-yaml.ts';

/** A file of YAML, checked by a schema; one that is not there is a problem. */
export async function readYamlFile<S extends z.ZodType>(
  root: string,
  file: string,
  schema: S,
): Promise<{ document: Document; value?: z.output<S> }> {
  const text = await readFile(path.join(root, file), 'utf8').catch(() => undefined);
  const document = toDocument(file, text ?? '');
  if (text === undefined) {
    document.problems.push({
      name: 'file-missing',
      file,
      line: 1,
      column: 1,
      expected: 'this file',
      found: 'no such file',
      hint: 'Make it; copy it from another handbook to begin with.',
    });
    return { document };
  }
  const value = readYaml(document, { text: document.text, firstLine: 1 }, schema);
  return value === undefined ? { document } : { document, value };
}
