import type { Words } from '../words/index.ts';
import { download } from './download.ts';
import { createFavourites, type Favourite } from './favourites.ts';
import { fillIn } from './fill-in.ts';

/** The sentences the list makes while it is used; the rest stands in the HTML. */
export const keepWords = [
  'keptOn',
  'removed',
  'fileName',
  'addedNone',
  'addedOne',
  'addedMany',
  'notAList',
  'newerFile',
  'fullList',
  'blockedTitle',
] as const;
type KeepWords = Pick<Words['keep'], (typeof keepWords)[number]>;

// The component reads the names above while it builds, where there are no elements to define.
if (typeof customElements !== 'undefined') defineKeepList();

function defineKeepList(): void {
  const favourites = createFavourites();

  class KeepList extends HTMLElement {
    #words = {} as KeepWords;
    #removed: Favourite | undefined;
    #stop: () => void = () => undefined;

    connectedCallback(): void {
      this.hidden = false;
      this.#words = JSON.parse(this.dataset['words'] ?? '{}') as KeepWords;
      this.#on('data-save', () => {
        download(this.#words.fileName, favourites.toText(), 'application/json');
      });
      this.#on('data-undo', () => {
        if (this.#removed) favourites.add(this.#removed);
        this.#say('');
      });
      this.#on('data-act=aside-save', () => {
        for (const each of favourites.readAside())
          download(this.#words.fileName, each, 'application/json');
      });
      this.#on('data-act=aside-forget', () => {
        favourites.forgetAside();
        this.#show();
      });
      this.#find('[data-open]', HTMLInputElement).addEventListener('change', ({ target }) => {
        void this.#open(target as HTMLInputElement);
      });
      this.#stop = favourites.watch(() => {
        this.#show();
      });
      this.#show();
    }

    disconnectedCallback(): void {
      this.#stop();
    }

    async #open(input: HTMLInputElement): Promise<void> {
      const [file] = input.files ?? [];
      if (!file) return;
      const merging = favourites.merge(await file.text());
      input.value = '';
      const { addedNone, addedOne, addedMany, notAList, newerFile, fullList, blockedTitle } =
        this.#words;
      const problems = {
        damaged: notAList,
        newer: newerFile,
        full: fullList,
        blocked: blockedTitle,
      };
      if (merging.state !== 'kept') this.#say(problems[merging.state]);
      else if (merging.added < 2) this.#say(merging.added === 0 ? addedNone : addedOne);
      else this.#say(fillIn(addedMany, { n: merging.added }));
    }

    #remove(favourite: Favourite): void {
      if (favourites.remove(favourite.subject).state !== 'kept') return;
      this.#say(fillIn(this.#words.removed, { title: favourite.title }), favourite);
      this.#find('h2').focus();
    }

    #show(): void {
      const { state, value, aside } = favourites.read();
      const isEmpty = value.length === 0 && state === 'ready';
      for (const [name, shown] of Object.entries({
        blocked: state === 'blocked',
        aside: aside.length > 0,
        empty: isEmpty,
      })) {
        this.#find(`[data-state=${name}]`).hidden = !shown;
      }
      this.#find('[data-list]').replaceChildren(
        ...value.map((favourite) => this.#toItem(favourite)),
      );
      this.#find('[data-save]', HTMLButtonElement).disabled = value.length === 0;
    }

    #toItem(favourite: Favourite): Node {
      const item = this.#find('template', HTMLTemplateElement).content.cloneNode(
        true,
      ) as DocumentFragment;
      const [link, when, button] = item.querySelectorAll<HTMLElement>('a, .klein, button');
      link?.replaceChildren(favourite.title);
      link?.setAttribute('href', favourite.href);
      if (favourite.language !== this.dataset['language'])
        link?.setAttribute('lang', favourite.language);
      const day = new Intl.DateTimeFormat(this.dataset['language'] === 'en' ? 'en-GB' : 'nl', {
        dateStyle: 'long',
        timeZone: 'UTC',
      });
      when?.append(fillIn(this.#words.keptOn, { date: day.format(new Date(favourite.kept)) }));
      button?.querySelector('.vh')?.append(`: ${favourite.title}`);
      button?.addEventListener('click', () => {
        this.#remove(favourite);
      });
      return item;
    }

    #say(text: string, removed?: Favourite): void {
      this.#removed = removed;
      this.#find('[data-said]').textContent = text;
      this.#find('[data-undo]').hidden = !removed;
    }

    #on(name: string, listener: () => void): void {
      this.#find(`[${name}]`).addEventListener('click', listener);
    }

    #find<E extends HTMLElement = HTMLElement>(
      selector: string,
      kind: new () => E = HTMLElement as new () => E,
    ): E {
      const element = this.querySelector(selector);
      if (element instanceof kind) return element;
      throw new Error(`The list of kept things cannot start: ${selector} is missing.`);
    }
  }

  customElements.define('keep-list', KeepList);
}
