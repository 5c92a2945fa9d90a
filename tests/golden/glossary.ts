import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { languages, type Language } from '../../src/model/language.ts';
import { toTermNames, type TermNames } from '../../src/model/search-facts.ts';
import { Glossary } from '../../src/model/term.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** What the terms of the real glossary are called, in both languages. */
export async function readGlossary(): Promise<TermNames[]> {
  const terms = await Promise.all(languages.map(read));
  return toTermNames(terms.flat());
}

async function read(language: Language) {
  const text = await readFile(path.join(root, 'content', language, 'glossary.yml'), 'utf8');
  return Glossary.parse(parse(text)).map((term) => ({ ...term, language }));
}
