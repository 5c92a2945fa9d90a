import { walkBlocks, type Block } from '../model/block.ts';

/** A text whose images stand beside it as files, and the addresses they are published at. */
export interface Illustrated {
  markdown: string;
  blocks: Block[];
  images: readonly { src: string }[];
}

/**
 * The Markdown of a text with its images at their published addresses. An image always stands alone on its line,
 * and in the same order as the image blocks; what looks like one inside a block of code is left as it is.
 */
export function withPublishedImages({ markdown, blocks, images }: Illustrated): string {
  const addresses = [...walkBlocks(blocks)]
    .flatMap((block) => (block.kind === 'image' ? [images[block.image]?.src] : []))
    .values();
  let fence = '';
  const lines = markdown.split('\n').map((line) => {
    const [mark = ''] = /^\s*(?:>\s*)*(`{3,}|~{3,})/.exec(line)?.slice(1) ?? [];
    if (mark !== '' && (fence === '' || mark.startsWith(fence))) fence = fence === '' ? mark : '';
    const isImage = fence === '' && /^\s*(?:>\s*)*!\[/.test(line);
    return isImage
      ? line.replace(/\]\([^)\s]+/, (written) => toLinkStart(written, addresses.next().value))
      : line;
  });
  return lines.join('\n');
}

const toLinkStart = (written: string, address: string | undefined): string =>
  address === undefined ? written : `](${address}`;
