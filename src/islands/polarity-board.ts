/** How far below the screen a board gets its program. */
const near = '400px';

/** A polarity board that stands in the page as text. Its program comes when the board comes near the screen. */
class PolarityBoard extends HTMLElement {
  connectedCallback(): void {
    const seen = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        seen.disconnect();
        // Where the program cannot be had, the board stays what it was: text.
        import('./board-start.ts')
          .then(({ startBoard }) => startBoard(this))
          .catch(() => undefined)
          .finally(() => {
            this.dataset['on'] = '';
          });
      },
      { rootMargin: near },
    );
    seen.observe(this);
  }
}

customElements.define('polarity-board', PolarityBoard);
