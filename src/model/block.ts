import type { Checklist } from './checklist.ts';
import type { Contribution } from './contribution.ts';
import type { OwnAttributes } from './own.ts';
import type { QuestionProps } from './passage.ts';
import type { Polarity } from './polarity.ts';
import type { Provenance } from './provenance.ts';
import type { Step } from './step.ts';

/**
 * What a body is made of once it has been read: runs of safe HTML, and components with checked data.
 * Components draw blocks; nothing in them can run.
 */
export type Block =
  | { kind: 'html'; html: string }
  | {
      kind: 'image';
      /** Index in the entry's `images`. */ image: number;
      alt: string;
      caption?: string;
    }
  | { kind: 'step'; step: Step; blocks: Block[] }
  | {
      kind: 'question';
      props: QuestionBlock;
      html: string;
      /** The question without its quotation marks, in plain text. */
      text: string;
    }
  | { kind: 'say'; from: Provenance; html: string }
  | { kind: 'tip'; from: Provenance; html: string }
  | { kind: 'voices'; id: string; title: string; from: Provenance; pairs: string[] }
  | { kind: 'checklist'; checklist: Checklist }
  | { kind: 'polarity'; polarity: Polarity }
  | { kind: 'contribution'; contribution: Contribution }
  | { kind: 'expected'; case: string; html: string }
  /** A component of an author's own, by the name content uses. */
  | { kind: 'own'; name: string; props: OwnAttributes; html: string };

type QuestionBlock = ReturnType<(typeof QuestionProps)['parse']>;

/** A heading of a body, for contents and search. Steps are headings too. */
export interface Heading {
  id: string;
  text: string;
  depth: number;
}

/** Every block, also those inside steps, in reading order. */
export function* walkBlocks(blocks: readonly Block[]): Generator<Block> {
  for (const block of blocks) {
    yield block;
    if (block.kind === 'step') yield* walkBlocks(block.blocks);
  }
}
