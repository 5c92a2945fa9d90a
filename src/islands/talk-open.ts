/**
 * Brings readers from a link to the page of the form to the form below the text, when that link is about this page. What they want is
 * left with the section of the form, in `data-wish`; the program of the form takes it from there. Sentences that are
 * selected get such a link from a program of their own, which comes with the first selection.
 */
const section = document.getElementById('reageer');
const whole = document.querySelector<HTMLElement>('article[data-subject]')?.dataset['subject'];

document.addEventListener('click', (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>('a[href*="?subject="]');
  if (!link || !section || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const wish = new URLSearchParams(link.search);
  // Where the form is not (yet), the links in its place lead to its page.
  if (section.contains(link) || 'failed' in section.dataset) return;
  if (wish.get('subject')?.split('#')[0] !== whole) return;
  event.preventDefault();
  section.dataset['wish'] = link.search;
  // In the history, so that the way back leads to what was being read.
  location.hash = section.id;
  section.scrollIntoView();
  section.dispatchEvent(new Event('wish'));
});

document.addEventListener('selectionchange', () => {
  const sleeping = document.querySelector<HTMLTemplateElement>('template[data-quoting]');
  if (sleeping && getSelection()?.isCollapsed === false) document.head.append(sleeping.content);
});
