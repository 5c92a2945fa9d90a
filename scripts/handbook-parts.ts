import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'parse5';
import { toPath } from '../src/model/address.ts';
import type { Language } from '../src/model/language.ts';
import { toText } from '../src/print/tree.ts';
import { findElements, getAttribute } from '../src/serving/page-tree.ts';

/** A part of the whole handbook: its pages in order. */
export interface Part {
  title: string;
  paths: string[];
}

/**
 * What is in the whole handbook and in which order, as the page of all pages has it. The site itself (who keeps what,
 * help with writing) is no part of a book.
 */
export async function listParts(dir: string, language: Language): Promise<Part[]> {
  const to = (kind: 'contents' | 'steps' | 'glossary') => toPath({ kind }, language);
  const document = parse(await readFile(path.join(dir, to('contents'), 'index.html'), 'utf8'));
  const read = (id: string): Part => {
    const heading = findElements(document, (each) => getAttribute(each, 'id') === id)[0];
    const section = heading?.parentNode;
    const links = section ? findElements(section, ({ tagName }) => tagName === 'a') : [];
    return {
      title: heading ? toText(heading) : '',
      paths: links.flatMap((link) => getAttribute(link, 'href') ?? []),
    };
  };
  const about = toPath({ kind: 'page', id: 'about' }, language);
  const only = ({ title, paths }: Part, wanted: (path: string) => boolean): Part => ({
    title,
    paths: paths.filter(wanted),
  });
  const [steps, cases, guides] = [read('stappen'), read('casussen'), read('draaiboeken')];
  const parts = [
    only(read('over'), (page) => page === about),
    { title: steps.title, paths: [to('steps'), ...steps.paths] },
    read('werkvormen'),
    cases,
    guides,
    { title: read('begrippen').title, paths: [to('glossary')] },
  ];
  return parts.filter(({ paths }) => paths.length > 0);
}
