/** A link that copies its own address. Where copying is refused it stays a link, so the address bar shows it. */
class CopyLink extends HTMLElement {
  connectedCallback(): void {
    const link = this.querySelector('a');
    const status = this.querySelector('[role=status]');
    if (!link || !status) return;
    const part = document.getElementById(link.hash.slice(1))?.textContent ?? '';
    link.setAttribute('aria-label', (this.dataset['label'] ?? '').replace('{title}', part));
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      // Emptied first: saying the same thing twice is read aloud twice only when it changed in between.
      status.textContent = '';
      copy(link.href).then(
        () => (status.textContent = this.dataset['copied'] ?? ''),
        () => {
          location.assign(link.href);
          status.textContent = this.dataset['notCopied'] ?? '';
        },
      );
    });
  }
}

/** Outside a secure context there is no clipboard at all; that, too, is a refusal. */
const copy = async (text: string): Promise<void> => navigator.clipboard.writeText(text);

customElements.define('copy-link', CopyLink);
