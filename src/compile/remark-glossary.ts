import type { Root, RootContent } from 'mdast';
import { toTermPath } from '../model/address.ts';
import type { Language } from '../model/language.ts';
import type { Term } from '../model/term.ts';
import { replaceText } from './replace-text.ts';

/** The words of a glossary, ready to be looked for. Made once per language. */
export interface GlossaryIndex {
  pattern: RegExp;
  termByWord: ReadonlyMap<string, Term>;
}

export interface GlossaryOptions {
  index: GlossaryIndex | undefined;
  language: Language;
  /** A practice does not link to the term it is itself about. */
  practice?: string;
  /** Called for every term that is marked. */
  onTerm: (id: string) => void;
}

/** Marks the first use of each glossary term in every section: a `<Step>`, or what follows a heading. */
export function remarkGlossary({ index, language, practice, onTerm }: GlossaryOptions) {
  return (tree: Root): void => {
    if (!index) return;
    for (const section of toSections(tree)) {
      const used = new Set<string>();
      replaceText(section, index.pattern, (match) => {
        const term = index.termByWord.get(match[0].toLowerCase());
        if (!term || used.has(term.id) || (practice !== undefined && term.practice === practice))
          return undefined;
        used.add(term.id);
        onTerm(term.id);
        return [
          {
            type: 'link',
            url: toTermPath(term.id, language),
            data: { hProperties: { className: ['term'], dataTerm: term.id } },
            children: [{ type: 'text', value: match[0] }],
          },
        ];
      });
    }
  };
}

/** Prepares the words of a glossary; longer ones go before shorter ones. */
export function toGlossaryIndex(terms: readonly Term[]): GlossaryIndex | undefined {
  const termByWord = new Map<string, Term>();
  for (const term of terms) {
    if (!term.mark) continue;
    for (const word of [term.term, ...term.synonyms]) {
      if (!termByWord.has(word.toLowerCase())) termByWord.set(word.toLowerCase(), term);
    }
  }
  if (termByWord.size === 0) return undefined;
  const words = [...termByWord.keys()]
    .sort((a, b) => b.length - a.length)
    .map((word) => RegExp.escape(word));
  return {
    pattern: new RegExp(`(?<![\\p{L}\\p{N}-])(?:${words.join('|')})(?![\\p{L}\\p{N}-])`, 'giu'),
    termByWord,
  };
}

/** Sections as parents of the very same nodes: writing in a section writes in the tree. */
function toSections(tree: Root): Root[] {
  const sections: Root[] = [];
  let open: RootContent[] = [];
  const close = () => {
    if (open.length > 0) sections.push({ type: 'root', children: open });
    open = [];
  };
  for (const node of tree.children) {
    if (node.type === 'mdxJsxFlowElement' && node.name === 'Step') {
      close();
      sections.push({ type: 'root', children: [node] });
      continue;
    }
    if (node.type === 'heading') close();
    open.push(node);
  }
  close();
  return sections;
}
