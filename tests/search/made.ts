import type { Language } from '../../src/model/language.ts';
import type { Facts, TermNames } from '../../src/model/search-facts.ts';
import { buildIndex, type Item } from '../../src/search/index-build.ts';
import { createSplitter } from '../../src/search/index-compounds.ts';
import type { Leaf } from '../../src/search/format.ts';
import { openIndex, type Get, type Index } from '../../src/search/store.ts';

/** A page to make; what is left out is as plain as can be. */
export type Made = Partial<Omit<Leaf, 'passages' | 'facts'>> & {
  passages?: [id: string, title: string, text: string][];
} & Partial<Omit<Item, 'leaf'>>;

export const toItem = ({ passages, facts, own, also, ...leaf }: Made, at: number): Item => ({
  leaf: {
    ...{ href: `/p-${String(at)}/`, title: '', kind: 'pagina', mark: '' },
    ...leaf,
    facts: '',
    passages: passages ?? [['', '', '']],
  },
  facts: facts ?? {},
  own: own ?? new Map<number, Facts>(),
  also: also ?? new Map<number, string>(),
});

/** A real index of made pages, in memory; `asked` remembers which files were read. */
export async function makeIndex(
  pages: readonly Made[],
  { language = 'nl', names = [] }: { language?: Language; names?: TermNames[] } = {},
): Promise<{ index: Index; asked: string[]; files: Map<string, string> }> {
  const split = language === 'nl' ? createSplitter(new Set()) : () => [];
  const files = buildIndex({ language, items: pages.map(toItem), names, split });
  const asked: string[] = [];
  const get: Get = (file) => {
    asked.push(file);
    const text = files.get(file);
    return text === undefined
      ? Promise.reject(new Error(`${file} is not there.`))
      : Promise.resolve(JSON.parse(text));
  };
  const opening = await openIndex(language, get);
  if (opening.state === 'missing') throw new Error('The made index cannot be opened.');
  return { index: opening.index, asked, files };
}
