/**
 * Brings readers from a text to the form below it: from a link to the page with the form, and from a sentence they
 * selected. What they want is left with the form, in `data-wish`; the program of the form takes it from there.
 */
const form = document.querySelector<HTMLFormElement>('form[data-talk]');
const button = document
  .querySelector<HTMLTemplateElement>('template[data-quote]')
  ?.content.querySelector('button');
const story = document.querySelector('article[data-subject]');
const unread = '.ref, button, copy-link, summary, .geen-print, [hidden]';
/** As much of a sentence as the discussion takes along. */
const mostSigns = 600;

if (form) {
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest('a');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const wish = Object.fromEntries(new URLSearchParams(link.search));
    if (link.pathname !== new URL(form.action).pathname || !isHere(form, wish['subject'])) return;
    event.preventDefault();
    open(form, wish);
  });
}

if (form && button && story) {
  let found: ReturnType<typeof readSelection>;
  const show = () => {
    // Whoever has reached the button has selected what it is for.
    if (document.activeElement === button) return;
    found = readSelection(story);
    if (!found) {
      button.remove();
      return;
    }
    // At the end of what was selected, so that it is the next thing to reach with the keyboard too.
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
    if (found) open(form, { subject: found.subject, on: found.text });
    getSelection()?.removeAllRanges();
    button.remove();
  });
}

function readSelection(story: Element) {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  const block = toElement(range.endContainer)?.closest('p, li, dd, blockquote, h2, h3');
  if (!block || !story.contains(block) || !story.contains(range.startContainer)) return undefined;
  const copy = range.cloneContents();
  for (const each of copy.querySelectorAll(unread)) each.remove();
  const text = copy.textContent.replaceAll(/\s+/g, ' ').trim().slice(0, mostSigns);
  const heading = block.closest('section[aria-labelledby]')?.getAttribute('aria-labelledby');
  const whole = story.getAttribute('data-subject') ?? '';
  const step = `${whole}#${heading ?? ''}`;
  const subject = form && isHere(form, step) ? step : whole;
  const rects = [...range.getClientRects()];
  return text.length < 3 ? undefined : { text, block, subject, rects };
}

const toElement = (node: Node): Element | null =>
  node instanceof Element ? node : node.parentElement;

function putBelow(
  { style, offsetWidth, offsetHeight }: HTMLElement,
  { right, bottom }: DOMRect,
): void {
  const { clientWidth, clientHeight } = document.documentElement;
  style.position = 'fixed';
  style.left = `${String(Math.max(8, Math.min(right, clientWidth - offsetWidth - 8)))}px`;
  style.top = `${String(Math.min(bottom + 8, clientHeight - offsetHeight - 8))}px`;
}

/** Whether the form of this page can be about it; other things have a page of their own to react on. */
const isHere = (form: HTMLFormElement, subject: string | undefined): boolean =>
  [...form.querySelectorAll('option')].some(({ value }) => value === subject);

function open(form: HTMLFormElement, wish: object): void {
  form.dataset['wish'] = JSON.stringify(wish);
  // In the history, so that the way back leads to what was being read.
  location.hash = 'reageer';
  document.getElementById('reageer')?.scrollIntoView();
  form.dispatchEvent(new Event('wish'));
}
