/**
 * Opens search: by a link marked `data-search-open`, by `/`, and by Ctrl or Command with K. Nothing of search is
 * loaded before. Where search is a page already, its own field gets the focus.
 */
const dialog = document.querySelector<HTMLDialogElement>('dialog[data-search]');
const field = document.querySelector<HTMLInputElement>('[data-search] input[name=q]');
const pageField = document.querySelector<HTMLInputElement>('main [data-search] input[name=q]');

document.addEventListener('click', (event) => {
  const link = (event.target as Element).closest('a[data-search-open]');
  if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey && open()) event.preventDefault();
});

document.addEventListener('keydown', (event) => {
  if (event.altKey || event.defaultPrevented) return;
  const command = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k';
  const slash =
    event.key === '/' && !event.ctrlKey && !event.metaKey && !isTyping(event.target as Element);
  if ((command || slash) && open()) event.preventDefault();
});

dialog?.addEventListener('click', ({ target }) => {
  if ((target as Element).closest('[data-close]')) dialog.close();
});

// By itself, Escape in a search field only empties it.
dialog?.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  event.preventDefault();
  dialog.close();
});

function open(): boolean {
  const input = pageField ?? field;
  if (!input) return false;
  if (!pageField && dialog && !dialog.open) {
    dialog.showModal();
    void fill(dialog);
  }
  input.select();
  input.focus();
  return true;
}

/**
 * Lets the search page fill the dialog: its HTML holds filters, states and words, its scripts do the searching.
 * The scripts are found in that page, so that not even their names stand in other pages.
 */
async function fill(dialog: HTMLDialogElement): Promise<void> {
  if (dialog.querySelector('[data-search-body]')) return;
  dialog.classList.remove('stuck');
  try {
    const answer = await fetch(dialog.dataset['from'] ?? '');
    // Even in a page that is only read, the policy of this page refuses a <style>: it is read as plain data.
    const text = (await answer.text()).replaceAll(/<style[^>]*>/g, '<script type="text/css">');
    const page = new DOMParser().parseFromString(
      text.replaceAll('</style>', '</script>'),
      'text/html',
    );
    const scripts = page.querySelectorAll<HTMLScriptElement>('script[type=module][src]');
    await Promise.all([...scripts].map(({ src }) => load(src)));
    dialog.dispatchEvent(new CustomEvent('fill', { detail: page }));
  } catch {
    dialog.classList.add('stuck');
  }
}

const load = (src: string): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const script = Object.assign(document.createElement('script'), { type: 'module', src });
    script.addEventListener('load', resolve);
    script.addEventListener('error', reject);
    document.head.append(script);
  });

const isTyping = (target: Element): boolean =>
  target.matches('input, textarea, select, [contenteditable]');
