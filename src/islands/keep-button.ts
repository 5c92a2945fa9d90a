import type { Language } from '../model/language.ts';
import { createFavourites } from './favourites.ts';

const favourites = createFavourites();

/** A toggle that keeps what its attributes name, and says so; other tabs follow. */
class KeepButton extends HTMLElement {
  #stop: () => void = () => undefined;

  connectedCallback(): void {
    this.hidden = false;
    this.querySelector('button')?.addEventListener('click', () => {
      this.#toggle();
    });
    this.#stop = favourites.watch(() => {
      this.#show();
    });
    this.#show();
  }

  disconnectedCallback(): void {
    this.#stop();
  }

  #toggle(): void {
    const { subject = '', title = '', href = '', language } = this.dataset;
    const kept = new Date().toISOString().slice(0, 10);
    const { state } = favourites.has(subject)
      ? favourites.remove(subject)
      : favourites.add({ subject, title, href, language: language as Language, kept });
    if (state !== 'kept') this.#say(this.dataset[state] ?? '');
  }

  #show(): void {
    const isKept = favourites.has(this.dataset['subject'] ?? '');
    this.querySelector('button')?.setAttribute('aria-pressed', String(isKept));
    this.#say(isKept ? (this.dataset['kept'] ?? '') : '');
  }

  #say(text: string): void {
    const status = this.querySelector('[role=status]');
    if (status) status.textContent = text;
  }
}

customElements.define('keep-button', KeepButton);
