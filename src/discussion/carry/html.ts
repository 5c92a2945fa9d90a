import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';

/** Reads HTML as a browser would; nothing when more stands inside each other than a program can bear. */
export function readHtml(html: string): Root | undefined {
  try {
    return fromHtml(html, { fragment: true });
  } catch (error) {
    // Every element inside another takes a place on the stack.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
