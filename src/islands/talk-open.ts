/**
 * Brings readers from a text to the form below it: from a link to the page of the form, and from a sentence they
 * selected. What they want is left with the section of the form, in `data-wish`; the program of the form takes it there.
 */

/** What a reader wants to react to, by the name of the field. */
export type Wish = Readonly<Partial<Record<string, string>>>;

/** Takes what somebody left with the section of the form. */
export function takeWish(section: HTMLElement): Wish | undefined {
  const { wish } = section.dataset;
  delete section.dataset['wish'];
  return wish === undefined ? undefined : (JSON.parse(wish) as Wish);
}

const section = document.getElementById('reageer');
const story = document.querySelector<HTMLElement>('article[data-subject]');
const whole = story?.dataset['subject'] ?? '';
const button = document
  .querySelector<HTMLTemplateElement>('template[data-quote]')
  ?.content.querySelector('button');
/** What is no part of a text, though it stands in it. */
const unread = '.ref, button, copy-link, summary, .facts';
/** As much of a sentence as the discussion takes along. */
const mostSigns = 600;

if (section && story) {
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest('a');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const wish = readWish(link);
    // Where the form is not (yet), the links in its place lead to its page.
    if (!wish || section.contains(link) || 'failed' in section.dataset) return;
    event.preventDefault();
    leave(section, wish);
  });
}

if (section && story && button) {
  let found: ReturnType<typeof readSelection>;
  const show = () => {
    // Whoever has reached the button has selected what it is for.
    if (document.activeElement === button) return;
    found = readSelection(story);
    if (!found) {
      button.remove();
      return;
    }
    // In what was selected, so that it is the next thing to reach with the keyboard too.
    if (button.parentElement !== found.block) found.block.append(button);
    putBelow(button, found.rects.at(-1) ?? new DOMRect());
  };
  document.addEventListener('selectionchange', show);
  document.addEventListener('scroll', show, { passive: true });
  // Pressing it must not undo the selection.
  button.addEventListener('mousedown', (event) => {
    event.preventDefault();
  });
  button.addEventListener('blur', show);
  button.addEventListener('click', () => {
    if (found) leave(section, { subject: found.subject, on: found.text });
    getSelection()?.removeAllRanges();
    button.remove();
  });
}

/** What a link to the page of the form asks for, when it is about something on this page. */
function readWish({ pathname, search }: HTMLAnchorElement): Wish | undefined {
  const wish: Wish = Object.fromEntries(new URLSearchParams(search));
  const isSpeak = document.querySelector(
    `#reageer a[href^="${pathname}?"], [action="${pathname}"]`,
  );
  return isSpeak && wish['subject']?.split('#', 1)[0] === whole ? wish : undefined;
}

function readSelection(story: Element) {
  const selection = getSelection();
  if (!selection || selection.isCollapsed) return undefined;
  const range = selection.getRangeAt(0);
  // Where it ends may be just before the next paragraph, as after three clicks.
  const block = toElement(range.startContainer)?.closest('p, li, dd, blockquote');
  if (!block || !story.contains(block)) return undefined;
  const copy = range.cloneContents();
  for (const each of copy.querySelectorAll(unread)) each.remove();
  const text = copy.textContent.replaceAll(/\s+/g, ' ').trim().slice(0, mostSigns);
  // A passage that is a step has a link to react to that step.
  const link = block.closest('section')?.querySelector<HTMLAnchorElement>('a[href*="?subject="]');
  const subject = (link && readWish(link)?.['subject']) ?? whole;
  return text.length < 3 ? undefined : { text, block, subject, rects: toRects(range) };
}

const toRects = (range: Range): DOMRect[] =>
  [...range.getClientRects()].filter(({ width }) => width > 1);

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

function leave(section: HTMLElement, wish: Wish): void {
  section.dataset['wish'] = JSON.stringify(wish);
  // In the history, so that the way back leads to what was being read.
  location.hash = section.id;
  section.scrollIntoView();
  section.dispatchEvent(new Event('wish'));
}
