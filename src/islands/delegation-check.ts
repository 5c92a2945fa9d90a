import { checkDelegations, type Side } from '../model/delegation-check.ts';
import { fillIn } from './fill-in.ts';
import { find, findAll, stamp } from './find.ts';
import { showFindings, type FindingWords } from './findings.ts';

type Spoken = FindingWords & Record<'concerned' | 'side', string>;
const mostSides = 6;

/** Looks along at who comes from each side. It keeps and sends nothing, and asks for numbers only. */
class DelegationCheck extends HTMLElement {
  #words = {} as Spoken;

  connectedCallback(): void {
    this.#words = JSON.parse(this.dataset['words'] ?? '{}') as Spoken;
    if (this.#sides.length === 0) this.#root.append(this.#toSide(), this.#toSide());
    for (const part of findAll(this, '[data-live]')) part.hidden = false;
    find(this, '[data-more]').addEventListener('click', () => {
      const side = this.#toSide();
      this.#root.append(side);
      this.#number();
      find(side, '[data-count]').focus();
    });
    find(this, 'form').addEventListener('submit', (event) => {
      event.preventDefault();
      this.#check();
    });
    this.#number();
  }

  get #root(): HTMLElement {
    return find(this, '[data-sides]');
  }

  get #sides(): HTMLElement[] {
    return findAll(this.#root, 'fieldset');
  }

  #toSide(): HTMLElement {
    const side = stamp(this, 'template[data-side]');
    find(side, '[data-less]').addEventListener('click', () => {
      side.remove();
      this.#number();
      find(this, '[data-more]').focus();
    });
    return side;
  }

  /** Sides are called by their number, and there are never fewer than two. */
  #number(): void {
    const sides = this.#sides;
    sides.forEach((side, index) => {
      find(side, 'legend').textContent = fillIn(this.#words.side, { n: index + 1 });
      find(side, '[data-less]').hidden = sides.length <= 2;
    });
    find(this, '[data-more]').hidden = sides.length >= mostSides;
  }

  #check(): void {
    const findings = checkDelegations({
      sides: this.#sides.map(readSide),
      absent: find(this, 'textarea', HTMLTextAreaElement).value.split('\n'),
      looked: find(this, '[data-looked]', HTMLInputElement).checked,
    }).map(({ about, result, sides }) => ({
      about,
      result,
      found:
        result === 'look' && sides.length > 0
          ? fillIn(this.#words.concerned, { sides: sides.join(', ') })
          : '',
    }));
    showFindings(this, findings, this.#words);
  }
}

function readSide(side: HTMLElement): Side {
  const has = (name: string) => find(side, `[data-has=${name}]`, HTMLInputElement).checked;
  return {
    count: Number(find(side, '[data-count]', HTMLInputElement).value),
    decides: has('decides'),
    works: has('works'),
    knows: has('knows'),
  };
}

customElements.define('delegation-check', DelegationCheck);
