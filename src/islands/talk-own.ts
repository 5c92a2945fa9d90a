import type { OwnTalk } from '../model/own-talk.ts';
import { copyOf, find, part } from './find.ts';
import type { Keep } from './keep.ts';
import { isNot } from './talk-own-keep.ts';
import { listen, type TalkPage } from './talk-parts.ts';
import { sendTo } from './talk-send.ts';

/** Shows a reader what they sent about a page and nobody else sees yet, and asks what became of it. */
export class OwnTalks {
  readonly #page: TalkPage;
  readonly #section: HTMLElement;
  readonly #keep: Keep<OwnTalk[]>;
  /** What could not be kept is shown as long as the page is there. */
  #unkept: OwnTalk[] = [];

  constructor(page: TalkPage, place: HTMLElement, keep: Keep<OwnTalk[]>) {
    this.#page = page;
    this.#keep = keep;
    this.#section = part(page.parts, 'own');
    place.before(this.#section);
    this.#keep.watch(() => {
      this.#show();
    });
    this.#show();
    void this.#ask();
  }

  /** Shows what could not be kept. */
  add(own: OwnTalk): void {
    this.#unkept = [...this.#unkept.filter(isNot(own)), own];
    this.#show();
  }

  /** What the page shows: everything sent about it, oldest first. */
  get #here(): OwnTalk[] {
    const { whole } = this.#page;
    return [...this.#keep.read().value, ...this.#unkept].filter(
      ({ subject }) => subject.split('#', 1)[0] === whole,
    );
  }

  /** Asks about each whether it is still waiting. Where no answer comes, it stays as it was. */
  async #ask(): Promise<void> {
    for (const own of this.#here) {
      if (own.status !== 'pending') continue;
      const answer = await sendTo(this.#page.said, { code: own.code });
      if (answer.kind !== 'kept') continue;
      if (answer.own.status === 'withdrawn') this.#forget(own);
      else if (JSON.stringify(answer.own) !== JSON.stringify(own))
        this.#keep.update((all) => all.map((each) => (isNot(own)(each) ? each : answer.own)));
    }
  }

  #forget(own: OwnTalk): void {
    this.#unkept = this.#unkept.filter(isNot(own));
    this.#keep.update((all) => all.filter(isNot(own)));
    this.#show();
  }

  #show(): void {
    const lines = this.#here.map((own) =>
      own.status === 'pending' ? this.#toWaiting(own) : this.#toOutcome(own),
    );
    part(this.#section, 'lines').replaceChildren(...lines);
    this.#section.hidden = lines.length === 0;
  }

  /** The words as they were written: what they look like with their tags, the page of the contribution shows. */
  #toWaiting({ code, subject, stance, words, needs }: OwnTalk): HTMLElement {
    const { stances, places } = this.#page.sentences;
    const line = copyOf(this.#section, 'waiting');
    part(line, 'stance').textContent = stances[stance];
    part(line, 'about').textContent = places[subject] ?? '';
    part(line, 'words').textContent = words;
    part(line, 'needs').hidden = needs === undefined;
    find(line, '[data-needs] span').textContent = needs ?? '';
    find(line, '[name=code]', HTMLInputElement).value = code;
    return line;
  }

  #toOutcome(own: OwnTalk): HTMLElement {
    const { says, sentences } = this.#page;
    const line = copyOf(this.#section, 'outcome');
    const isPublished = own.status === 'published';
    const link = find(line, 'a', HTMLAnchorElement);
    const isHere = document.getElementById(`stem-${own.id}`) !== null;
    link.href = `#stem-${own.id}`;
    link.hidden = !isPublished || !isHere;
    find(line, 'b').textContent = isPublished ? says.own.published : says.own.declined;
    part(line, 'why').textContent = isPublished
      ? isHere
        ? ''
        : says.own.refresh
      : own.reason
        ? sentences.reasons[own.reason]
        : '';
    listen(line, {
      forget: () => {
        this.#forget(own);
      },
    });
    return line;
  }
}
