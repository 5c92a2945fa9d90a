import type { OwnDeck } from '../model/deck-id.ts';
import type { Language } from '../model/language.ts';
import { perSheet, toSheetPlaces } from '../model/sheet-slots.ts';
import { fetchCards, toWhole, type FoundCards } from './card-fetch.ts';
import { createFavourites } from './favourites.ts';
import { fillIn } from './fill-in.ts';
import { copyOf, find, findAll, part } from './find.ts';
import { createDraft, readPlan } from './own-plan.ts';

/** What a reader keeps that may have cards. */
interface Kept {
  subject: string;
  title: string;
}

type Said = Record<'loading' | 'ready' | 'missing' | 'unreachable', string>;

const favourites = createFavourites();
const draft = createDraft();

/** Fills the deck of the page with the cards of what is kept in this browser, and again whenever that changes. */
class KeptCards extends HTMLElement {
  #stop: () => void = () => undefined;
  /** Only the last question counts: what is kept may change while cards are fetched. */
  #turn = 0;

  connectedCallback(): void {
    this.hidden = false;
    const source = this.dataset['source'] as OwnDeck;
    const keep = source === 'own-guide' ? draft : favourites;
    this.#stop = keep.watch(() => {
      void this.#fill();
    });
    void this.#fill();
  }

  disconnectedCallback(): void {
    this.#stop();
  }

  async #fill(): Promise<void> {
    const turn = (this.#turn += 1);
    const said = JSON.parse(this.dataset['said'] ?? '{}') as Said;
    const language = (this.dataset['language'] ?? 'nl') as Language;
    const status = part(this, 'status');
    status.textContent = said.loading;
    const kept = await listKept(this.dataset['source'] as OwnDeck, language);
    const found = await fetchCards(
      kept.map(({ subject }) => subject),
      language,
    );
    if (turn !== this.#turn) return;
    const cards = this.#lay(found.groups);
    part(this, 'empty').hidden = kept.length > 0;
    const without = kept.filter(({ subject }) => found.missing.has(subject));
    status.textContent = [
      ...(cards > 0 ? [fillIn(said.ready, { n: cards })] : []),
      ...(found.isUnreachable ? [said.unreachable] : []),
      ...(without.length > 0
        ? [fillIn(said.missing, { titles: without.map(({ title }) => title).join(', ') })]
        : []),
    ].join(' ');
  }

  /** Lays the cards on sheets, and tells how many there are. */
  #lay(groups: FoundCards['groups']): number {
    const sizes = groups.map((group) => findAll(group, '.kaart').length);
    const sheets: HTMLElement[] = [];
    for (const [index, { sheet, from }] of toSheetPlaces(sizes).entries()) {
      const group = groups[index];
      if (!group) continue;
      for (const [at, card] of findAll(group, '.kaart').entries()) {
        for (let slot = 1; slot <= perSheet; slot += 1) card.classList.remove(`p${String(slot)}`);
        card.classList.add(`p${String(from + at + 1)}`);
      }
      sheets[sheet] ??= toSheet();
      sheets[sheet].append(group);
    }
    for (const [index, sheet] of sheets.entries()) {
      sheet.classList.toggle('half', findAll(sheet, '.kaart').length <= 2);
      sheet.append(...copyOf(this, 'marks').children);
      if (index === 0) sheet.append(...copyOf(this, 'ruler').children);
    }
    const deck = find(document, '.kaarten');
    for (const old of findAll(deck, '.vel')) old.remove();
    deck.append(...sheets);
    return sizes.reduce((sum, size) => sum + size, 0);
  }
}

/** What is kept, by the subject its cards have: a session plan has those of its case. */
async function listKept(source: OwnDeck, language: Language): Promise<Kept[]> {
  if (source === 'own-guide') {
    const own = new URLSearchParams(location.search);
    const plan = await readPlan(
      own.has('p') ? own : new URLSearchParams(draft.read().value),
      language,
    );
    return toUnique(plan.rows.map(({ row }) => ({ subject: row.subject, title: row.title })));
  }
  return toUnique(
    favourites
      .read()
      .value.filter(({ subject }) => !subject.startsWith('plans/'))
      .map(({ subject, title }) => ({ subject: subject.replace(/^guides\//, 'cases/'), title })),
  );
}

/** Every subject once; a step of a case that is kept as a whole is in it already. */
function toUnique(kept: readonly Kept[]): Kept[] {
  const subjects = new Set(kept.map(({ subject }) => subject));
  return kept.filter(
    ({ subject }, index) =>
      subject !== '' &&
      kept.findIndex((each) => each.subject === subject) === index &&
      (toWhole(subject) === subject || !subjects.has(toWhole(subject))),
  );
}

const toSheet = (): HTMLElement => {
  const sheet = document.createElement('div');
  sheet.className = 'vel';
  return sheet;
};

customElements.define('kept-cards', KeptCards);
