/** Shows the definition of a term beside the word; the link itself goes to the list of terms. */
const box = document.querySelector<HTMLElement>('[data-terms][popover]');
let terms: Promise<{ id: string; term: string; definition: string; lang?: string }[]> | undefined;

document.addEventListener('click', (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>('a.term[data-term]');
  if (!link || !box || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  void explain(box, link);
});

async function explain(box: HTMLElement, link: HTMLAnchorElement): Promise<void> {
  try {
    terms ??= fetch(box.dataset['terms'] ?? '').then(
      (answer) => answer.json() as NonNullable<typeof terms>,
    );
    const term = (await terms).find(({ id }) => id === link.dataset['term']);
    const [name, definition, entry] = box.querySelectorAll('b, p, a');
    if (!term || !name || !definition || !entry) throw new Error();
    name.textContent = term.term;
    definition.textContent = term.definition;
    entry.setAttribute('href', link.href);
    box.lang = term.lang ?? '';
    if (!term.lang) box.removeAttribute('lang');
    link.focus();
    box.showPopover();
    place(box, link.getClientRects()[0] ?? link.getBoundingClientRect());
    box.focus();
  } catch {
    // The explanation cannot be had; the list of terms perhaps can.
    terms = undefined;
    location.assign(link.href);
  }
}

function place({ style, offsetWidth, offsetHeight }: HTMLElement, word: DOMRect): void {
  const { clientWidth, clientHeight } = document.documentElement;
  const below = word.bottom + 8;
  style.left = `${String(Math.max(8, Math.min(word.left, clientWidth - offsetWidth - 8)))}px`;
  style.top = `${String(below + offsetHeight < clientHeight ? below : Math.max(8, word.top - offsetHeight - 8))}px`;
}
