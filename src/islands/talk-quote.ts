import { find } from './find.ts';

/**
 * Puts a link beside a selected sentence that takes it along to the form. It is a plain link to the page of the form;
 * like all of them it leads to the form below where there is one.
 */
const story = find(document, 'article[data-subject]');
const { content } = find(document, 'template[data-quote]', HTMLTemplateElement);
const link = find(content, 'a', HTMLAnchorElement);
const toWhole = link.href;
/** What is no part of a text, though it stands in it. */
const unread = '.ref, button, copy-link, summary, .facts, [data-quote]';
/** As much of a sentence as the discussion takes along. */
const mostSigns = 600;

function show(): void {
  // Whoever has reached the link has selected what it is for.
  if (document.activeElement === link) return;
  const found = readSelection();
  if (!found) {
    link.remove();
    return;
  }
  // A passage that is a step has a link to react to that step.
  const step = found.block
    .closest('section')
    ?.querySelector<HTMLAnchorElement>('a[href*="?subject="]:not([data-quote])');
  link.href = `${step?.href ?? toWhole}&on=${encodeURIComponent(found.text)}`;
  // In what was selected, so that it is the next thing to reach with the keyboard too.
  if (link.parentElement !== found.block) found.block.append(link);
  putBelow(link, found.end);
}

function readSelection() {
  const selection = getSelection();
  if (!selection || selection.isCollapsed) return undefined;
  const range = selection.getRangeAt(0);
  // Where it ends may be just before the next paragraph, as after three clicks.
  const block = toElement(range.startContainer)?.closest('p, li, dd, blockquote');
  if (!block || !story.contains(block)) return undefined;
  const copy = range.cloneContents();
  for (const each of copy.querySelectorAll(unread)) each.remove();
  const text = copy.textContent.replaceAll(/\s+/g, ' ').trim().slice(0, mostSigns);
  const end = [...range.getClientRects()].findLast(({ width }) => width > 1);
  return text.length < 3 || !end ? undefined : { text, block, end };
}

const toElement = (node: Node): Element | null =>
  node instanceof Element ? node : node.parentElement;

function putBelow(
  { style, offsetWidth, offsetHeight }: HTMLElement,
  { right, bottom }: DOMRect,
): void {
  const { clientWidth, clientHeight } = document.documentElement;
  style.position = 'fixed';
  style.userSelect = 'none';
  style.left = `${String(Math.max(8, Math.min(right, clientWidth - offsetWidth - 8)))}px`;
  style.top = `${String(Math.min(bottom + 8, clientHeight - offsetHeight - 8))}px`;
}

document.addEventListener('selectionchange', show);
document.addEventListener('scroll', show, { passive: true });
// Pressing it must not undo the selection.
link.addEventListener('mousedown', (event) => {
  event.preventDefault();
});
link.addEventListener('blur', show);
link.addEventListener('click', () => {
  // Only after whoever listens for links has seen it in its place.
  setTimeout(() => {
    getSelection()?.removeAllRanges();
    link.remove();
  });
});
show();
