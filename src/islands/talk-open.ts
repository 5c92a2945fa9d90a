/**
 * Brings readers from a link to the page of the form to the form below the text, when that link is about this page. What they want is
 * left with the section of the form, in `data-wish`; the program of the form takes it from there. Sentences that are
 * selected get such a link from a program of their own, which comes with the first selection.
 */
const section = document.querySelector<HTMLElement>('#reageer');
const story = document.querySelector<HTMLElement>('[data-subject]');
const quoting = document.querySelector<HTMLTemplateElement>('[data-quoting]');

document.addEventListener('click', (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>('a[href*="?subject="]');
  // Where the form is not (yet), the links in its place lead to its page.
  if (!link || !section || section.contains(link) || 'failed' in section.dataset) return;
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  const subject = new URLSearchParams(link.search).get('subject');
  if (subject?.split('#')[0] !== story?.dataset['subject']) return;
  event.preventDefault();
  section.dataset['wish'] = link.search;
  // In the history, so that the way back leads to what was being read.
  location.hash = 'reageer';
  section.dispatchEvent(new Event('wish'));
});

document.addEventListener('selectionchange', () => {
  if (quoting && !getSelection()?.isCollapsed) document.head.append(quoting.content);
});
