import { toClock } from '../model/agenda.ts';
import { toGuideAgenda, type ClockRow, type GuideAgenda } from '../model/guide-agenda.ts';
import {
  readSession,
  toDayBefore,
  writeSession,
  type Session,
  type Unreadable,
} from '../model/session.ts';
import { fillIn } from './fill-in.ts';
import { toRowHeight, toRuler } from './guide-scale.ts';
import { toGroupText, toLong, toPieces, type GuideWords } from './guide-words.ts';

/** What the page hands to its clock. */
export interface GuideClockData {
  rows: (ClockRow & { title: string })[];
  people: number;
  group: { min: number; max?: number };
  language: string;
  words: GuideWords;
}

/**
 * A session plan that follows the clock. The HTML is right for the usual start and group; here a reader chooses another
 * start, group, amount of time or day. What they choose stands in the address, and goes along to the sheets and run mode.
 */
class GuideClock extends HTMLElement {
  #data!: GuideClockData;
  #session!: Session;

  connectedCallback(): void {
    this.#data = JSON.parse(this.#find('[data-guide]').textContent) as GuideClockData;
    const { session, unreadable } = readSession(new URLSearchParams(location.search), this.#data);
    this.#session = session;
    const form = this.#find('form', HTMLFormElement);
    form.hidden = false;
    form.addEventListener('input', () => {
      this.#read(form);
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
    });
    form.addEventListener('reset', (event) => {
      event.preventDefault();
      this.#session = readSession(new URLSearchParams(), this.#data).session;
      this.#fill(form);
      this.#show();
    });
    for (const button of this.querySelectorAll('[data-print]'))
      button.addEventListener('click', () => {
        print();
      });
    this.#fill(form);
    this.#say(unreadable);
    if (location.search !== '') this.#show();
  }

  /** Takes the form over; a field that is half typed leaves what was there. */
  #read(form: HTMLFormElement): void {
    const fields = new FormData(form);
    const params = new URLSearchParams();
    for (const name of ['start', 'people', 'time', 'date']) {
      const value = fields.get(name);
      if (typeof value === 'string') params.set(name, value);
    }
    const { session, unreadable } = readSession(params, this.#data);
    if (unreadable.length > 0) return;
    this.#session = session;
    this.#show();
  }

  #fill(form: HTMLFormElement): void {
    const { start, people, time, date } = this.#session;
    const values = { start: toClock(start), people, time: time ?? '', date: date ?? '' };
    for (const [name, value] of Object.entries(values)) {
      const field = form.elements.namedItem(name);
      if (field instanceof HTMLInputElement) field.value = String(value);
    }
  }

  #show(): void {
    const agenda = toGuideAgenda(this.#data, this.#session);
    this.#showRows(agenda);
    this.#showSums(agenda);
    this.#showMaterials(agenda);
    this.#showDays();
    this.#carry();
  }

  #showRows({ rows, dropped, end }: GuideAgenda<{ id: string }>): void {
    for (const { row, start, minutes } of rows) {
      for (const place of this.#rowsOf(row.id)) {
        place.hidden = false;
        this.#set(place, '[data-at]', toClock(start));
        this.#set(place, '[data-long]', toLong(minutes, this.#data.words));
        this.#set(place, '[data-count]', String(minutes));
        stretch(place, minutes);
      }
    }
    for (const { id } of dropped) for (const place of this.#rowsOf(id)) place.hidden = true;
    for (const item of this.querySelectorAll<HTMLElement>('[data-skip]')) {
      const isOut = dropped.some(({ id }) => id === item.dataset['skip']);
      item.toggleAttribute('data-out', isOut);
      const mark = item.querySelector<HTMLElement>('[data-out-mark]');
      if (mark) mark.hidden = !isOut;
    }
    for (const place of this.querySelectorAll('[data-end]')) place.textContent = toClock(end);
  }

  #showSums(agenda: GuideAgenda<{ id: string; title: string }>): void {
    const { words, group } = this.#data;
    const { people, time } = this.#session;
    const long = (minutes: number) => toLong(minutes, words);
    this.#set(this, '[data-done]', fillIn(words.done, { end: toClock(agenda.end) }));
    this.#set(this, '[data-sum]', fillIn(words.sum, { time: long(agenda.total), n: people }));
    this.#set(
      this,
      '[data-range]',
      fillIn(words.range, { min: long(agenda.whole.min), max: long(agenda.whole.max) }),
    );
    const sentence = {
      planned: '',
      fits: words.fits,
      shorter: words.fitsShorter,
      without: words.fitsWithout,
      'too-short': words.tooShort,
    }[agenda.outcome];
    const spare = agenda.spare > 0 ? ` ${fillIn(words.spare, { time: long(agenda.spare) })}` : '';
    const rows = agenda.dropped.map(({ title }) => title).join(', ');
    const filled = fillIn(sentence, { time: long(time ?? 0), rows, least: long(agenda.total) });
    this.#set(this, '[data-fit]', `${filled}${spare}`);
    const isOutside = people < group.min || people > (group.max ?? Infinity);
    const outside = fillIn(words.outside, { group: toGroupText(group, words) });
    this.#set(this, '[data-outside]', isOutside ? outside : '');
  }

  /** The list holds everything the whole plan needs; what the rows that are left do not need goes out of sight. */
  #showMaterials({ materials }: GuideAgenda<unknown>): void {
    const counts = new Map(materials.map(({ name, count }) => [name, count]));
    for (const item of this.querySelectorAll<HTMLElement>('[data-material]')) {
      const name = item.dataset['material'] ?? '';
      const count = counts.get(name);
      item.hidden = count === undefined;
      if (count === undefined) continue;
      (item.querySelector('label') ?? item).textContent = toPieces(name, count, this.#data.words);
    }
    for (const list of this.querySelectorAll('[data-materials]'))
      list.dispatchEvent(new Event('lines', { bubbles: true }));
  }

  #showDays(): void {
    const { words, language } = this.#data;
    const { date } = this.#session;
    const today = new Date().toISOString().slice(0, 10);
    const form = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      timeZone: 'UTC',
    });
    for (const place of this.querySelectorAll<HTMLElement>('[data-days-ahead]')) {
      const day = date && toDayBefore(date, Number(place.dataset['daysAhead']));
      const sentence = day !== undefined && day < today ? words.past : words.onDay;
      place.textContent = day
        ? fillIn(sentence, { day: form.format(new Date(`${day}T00:00:00Z`)) })
        : '';
    }
    this.#set(this, '[data-day]', date ? `${form.format(new Date(`${date}T00:00:00Z`))}.` : '');
  }

  /** Puts what was chosen in the address, and in the links to other forms of this plan, another language among them. */
  #carry(): void {
    const params = new URLSearchParams();
    writeSession(params, this.#session, this.#data);
    const query = params.size > 0 ? `?${params.toString()}` : '';
    history.replaceState(history.state, '', `${location.pathname}${query}${location.hash}`);
    const forms = [
      ...this.querySelectorAll<HTMLAnchorElement>('a[data-carry], copy-link a'),
      ...document.querySelectorAll<HTMLAnchorElement>('header a[hreflang]'),
    ];
    for (const link of forms) {
      const url = new URL(link.href);
      writeSession(url.searchParams, this.#session, this.#data);
      link.href = url.href;
    }
  }

  #say(unreadable: readonly Unreadable[]): void {
    const { unreadable: sentence, unreadableParts } = this.#data.words;
    const parts = unreadable.map((part) => unreadableParts[part]).join(', ');
    this.#set(this, '[data-unreadable]', parts === '' ? '' : fillIn(sentence, { parts }));
  }

  #rowsOf(id: string): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('[data-row]')].filter(
      ({ dataset }) => dataset['row'] === id,
    );
  }

  /** Writes a text where the page has a place for it; what is right already stays untouched, so nothing is read twice. */
  #set(within: Element, selector: string, text: string): void {
    for (const place of within.querySelectorAll(selector))
      if (place.textContent !== text) place.textContent = text;
  }

  #find<E extends HTMLElement = HTMLElement>(
    selector: string,
    kind: new () => E = HTMLElement as new () => E,
  ): E {
    const element = this.querySelector(selector);
    if (element instanceof kind) return element;
    throw new Error(`The session plan cannot follow the clock: ${selector} is missing.`);
  }
}

/** Makes a row as high as it is long, and its ruler with it. */
function stretch(row: HTMLElement, minutes: number): void {
  row.querySelector('[data-strut]')?.setAttribute('height', String(toRowHeight(minutes)));
  const { viewBox, d } = toRuler(minutes);
  const ruler = row.querySelector('[data-ruler]');
  ruler?.setAttribute('viewBox', viewBox);
  ruler?.firstElementChild?.setAttribute('d', d);
}

customElements.define('guide-clock', GuideClock);
