import type { Block, Heading } from './block.ts';
import type { CaseFrontmatter } from './case.ts';
import type { Contribution } from './contribution.ts';
import type { Language } from './language.ts';
import type { HelpFrontmatter, PageFrontmatter } from './page.ts';
import type { PracticeFrontmatter } from './practice.ts';
import type { Step } from './step.ts';
import type { Term } from './term.ts';
import type { TranslationState } from './translation.ts';

/** What every written file becomes once it has been read and checked. */
interface Entry {
  /** The id, the same in every language. */
  id: string;
  /** The language the text is really in. */
  language: Language;
  translation: TranslationState;
  /** Digest of the file, twelve hexadecimal digits. */
  digest: string;
  blocks: Block[];
  headings: Heading[];
  /** The body as plain Markdown: no components, no markup of ours. */
  markdown: string;
  /** Glossary terms marked in the body, in order of first use. */
  terms: string[];
}

export interface Case extends Entry, CaseFrontmatter {
  steps: Step[];
  /** The author's own voices, oldest open dissent first. */
  contributions: Contribution[];
}

export interface Practice extends Entry, PracticeFrontmatter {}
export interface Page extends Entry, PageFrontmatter {}
export interface Help extends Entry, HelpFrontmatter {}
export interface GlossaryTerm extends Term {
  language: Language;
}
