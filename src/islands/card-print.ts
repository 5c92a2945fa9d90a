import { findAll, part } from './find.ts';

/** The names a choice of a deck has in an address, in both languages. */
const params = { formaat: ['formaat', 'format'], papier: ['papier', 'paper'] } as const;

/** Prints the page, and takes the format from the address: `?formaat=fold&papier=letter`. */
class CardPrint extends HTMLElement {
  connectedCallback(): void {
    const given = new URLSearchParams(location.search);
    for (const [name, names] of Object.entries(params)) {
      const value = names.map((each) => given.get(each)).find((each) => each !== null);
      const choice = findAll(this, `[name=${name}]`).find(
        (each) => each instanceof HTMLInputElement && each.value === value,
      );
      if (choice instanceof HTMLInputElement) choice.checked = true;
    }
    const button = part(this, 'print');
    button.hidden = false;
    button.addEventListener('click', () => {
      print();
    });
  }
}

customElements.define('card-print', CardPrint);
