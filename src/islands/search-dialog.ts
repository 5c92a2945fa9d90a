import { startSearch } from './search-panel.ts';

/** Fills the dialog with the body of the search page, and starts it. Without a body the dialog says that it failed. */
export async function fillDialog(dialog: HTMLDialogElement, page: Document): Promise<void> {
  if (dialog.querySelector('[data-search-body]')) return;
  const body = page.querySelector('[data-search-body]');
  if (!body) {
    dialog.classList.add('stuck');
    return;
  }
  await addStyles(page);
  dialog.append(document.adoptNode(body));
  dialog.classList.add('filled');
  startSearch(dialog, { address: false });
  // A hit may be on this very page: then nothing unloads, and the dialog would stay in front of it.
  body.addEventListener('click', (event) => {
    if ((event.target as Element).closest('a[href]:not([data-near])')) dialog.close();
  });
}

/**
 * Brings the search page's own styles along, and waits until they are there. Its inline ones arrive as plain data:
 * the policy of this page knows only its own styles, but allows a sheet that is made by script.
 */
async function addStyles(page: Document): Promise<void> {
  const known = new Set(
    [...document.querySelectorAll('link[rel=stylesheet]')].map((link) => link.getAttribute('href')),
  );
  const links = [...page.querySelectorAll('link[rel=stylesheet]')].filter(
    (link) => !known.has(link.getAttribute('href')),
  );
  const texts = new Set([...document.querySelectorAll('style')].map((style) => style.textContent));
  for (const style of page.querySelectorAll('script[type="text/css"]')) {
    if (texts.has(style.textContent)) continue;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style.textContent);
    document.adoptedStyleSheets.push(sheet);
  }
  await Promise.all(
    links.map((link) => {
      const added = document.adoptNode(link);
      const settled = new Promise((resolve) => {
        added.addEventListener('load', resolve);
        added.addEventListener('error', resolve);
      });
      document.head.append(added);
      return settled;
    }),
  );
}
