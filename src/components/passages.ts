import type { Block } from '../model/block.ts';

type StepBlock = Extract<Block, { kind: 'step' }>;

/** A part of a story: a step, or what stands between two steps. */
export type StoryPart = StepBlock | { kind: 'plain'; blocks: Block[] };

/** Cuts a story into its steps and the passages between them. */
export function toStoryParts(blocks: readonly Block[]): StoryPart[] {
  const parts: StoryPart[] = [];
  for (const block of blocks) {
    const last = parts.at(-1);
    if (block.kind === 'step') parts.push(block);
    else if (last?.kind === 'plain') last.blocks.push(block);
    else parts.push({ kind: 'plain', blocks: [block] });
  }
  return parts;
}
