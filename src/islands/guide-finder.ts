import { unpackFindables, type FindableData, type Listed } from '../model/findable.ts';
import {
  find,
  usualWish,
  type Finding,
  type NearMiss,
  type Obstacle,
  type Wish,
} from '../model/finder.ts';
import { readSession } from '../model/session.ts';
import { copyTemplate, drawFound, type Addresses } from './finder-results.ts';
import { toHelp, toHelps, toStatus } from './finder-sentences.ts';
import type { FinderWords } from './finder-words.ts';

const names = ['time', 'people', 'purpose'] as const;
type Name = (typeof names)[number];
type Field = HTMLInputElement | HTMLSelectElement;

/** Finds session plans and practices that fit, while the sentence is changed; the address follows it. */
class GuideFinder extends HTMLElement {
  #words = {} as FinderWords;
  #fields = {} as Record<Name, Field>;
  #asked: Promise<Listed[]> | undefined;
  /** The newest wish: an answer to an older one comes too late. */
  #turn = 0;
  /** Whether the address asked for a purpose that is not there. */
  #hasBadPurpose = false;

  connectedCallback(): void {
    this.#words = JSON.parse(this.dataset['words'] ?? '{}') as FinderWords;
    const form = this.#find('form', HTMLFormElement);
    for (const name of names) this.#fields[name] = form.elements.namedItem(name) as Field;
    // The browser would refuse a form with letters in it before this program can say what is wrong.
    form.noValidate = true;
    form.addEventListener('input', ({ target }) => {
      if (target === this.#fields.purpose) this.#hasBadPurpose = false;
      void this.#show();
    });
    form.addEventListener('change', () => {
      this.#writeAddress();
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#writeAddress();
      void this.#show();
    });
    if (this.#readAddress()) void this.#show();
  }

  /** Takes over what the address asks for; says whether it asks for anything. */
  #readAddress(): boolean {
    const params = new URLSearchParams(location.search);
    for (const name of names) {
      const value = params.get(name);
      if (value !== null) this.#fields[name].value = value;
    }
    const { purpose } = this.#fields;
    this.#hasBadPurpose = Boolean(params.get('purpose')) && purpose.value !== params.get('purpose');
    if (this.#hasBadPurpose) purpose.value = '';
    return names.some((name) => params.has(name));
  }

  #writeAddress(): void {
    const params = new URLSearchParams(location.search);
    for (const name of names) {
      const { value } = this.#fields[name];
      if (value === '') params.delete(name);
      else params.set(name, value);
    }
    history.replaceState(history.state, '', `?${params.toString()}`);
  }

  /** What the sentence says now; nothing when a number in it cannot be read. */
  #readWish(): Wish | undefined {
    const written = new URLSearchParams();
    for (const name of names) written.set(name, this.#fields[name].value.trim());
    const { session, unreadable } = readSession(written, usualWish);
    const isBad = (name: 'time' | 'people') =>
      unreadable.includes(name) || written.get(name) === '';
    this.#mark('time', isBad('time'));
    this.#mark('people', isBad('people'));
    this.#mark('purpose', this.#hasBadPurpose);
    const { time, people } = session;
    if (time === undefined || isBad('people')) return undefined;
    const { value } = this.#fields.purpose;
    return { minutes: time, people, purpose: value === '' ? undefined : value };
  }

  #mark(name: Name, isBad: boolean): void {
    const message = this.#find(`#passend-${name}-fout`);
    message.hidden = !isBad;
    if (isBad) {
      this.#fields[name].setAttribute('aria-invalid', 'true');
      this.#fields[name].setAttribute('aria-describedby', message.id);
    } else {
      this.#fields[name].removeAttribute('aria-invalid');
      this.#fields[name].removeAttribute('aria-describedby');
    }
  }

  async #show(): Promise<void> {
    const turn = ++this.#turn;
    const wish = this.#readWish();
    if (!wish) {
      this.#draw(this.#words.waiting);
      return;
    }
    if (!this.#asked) this.#draw(this.#words.loading);
    try {
      this.#asked ??= this.#fetch();
      const finding = find(await this.#asked, wish);
      if (turn === this.#turn) this.#draw(toStatus(finding, this.#words), wish, finding);
    } catch {
      // The next change tries again.
      this.#asked = undefined;
      if (turn === this.#turn) this.#draw(this.#words.failed);
    }
  }

  async #fetch(): Promise<Listed[]> {
    const response = await fetch(this.dataset['source'] ?? '');
    if (!response.ok) throw new Error(`${response.status} for ${response.url}`);
    return unpackFindables((await response.json()) as FindableData);
  }

  #draw(said: string, wish?: Wish, finding: Finding<Listed> = { found: [], near: {} }): void {
    this.#find('[role=status]').textContent = said;
    const { guide = '', practice = '', voice = '', language = '' } = this.dataset;
    const addresses: Addresses = { guide, practice, voice, language };
    this.#find('[data-results]').replaceChildren(
      ...(wish ? drawFound(this, finding.found, { wish, addresses, words: this.#words }) : []),
    );
    this.#find('[data-helps]').replaceChildren(
      ...(finding.found.length > 0
        ? []
        : toHelps(finding.near).map((each) => this.#toHelp(...each))),
    );
  }

  /** A button that makes the smallest change after which something fits. */
  #toHelp(obstacle: Obstacle, near: NearMiss): HTMLElement {
    const button = copyTemplate(this, 'help');
    button.textContent = toHelp(obstacle, near, this.#words);
    button.addEventListener('click', () => {
      const { time, people, purpose } = this.#fields;
      time.value = String(near.minutes);
      people.value = String(near.people);
      if (obstacle === 'purpose') purpose.value = '';
      this.#writeAddress();
      void this.#show();
      // The button goes away; the reader goes to what it changed.
      ({ time, people, both: time, purpose })[obstacle].focus();
    });
    return button;
  }

  #find<E extends HTMLElement = HTMLElement>(
    selector: string,
    kind: new () => E = HTMLElement as new () => E,
  ): E {
    const element = this.querySelector(selector);
    if (element instanceof kind) return element;
    throw new Error(`The finder cannot start: ${selector} is missing.`);
  }
}

customElements.define('guide-finder', GuideFinder);
