import { toPlain } from '../model/decision-record.ts';
import { decide } from '../model/decision.ts';
import type { Language } from '../model/language.ts';
import {
  countLines,
  hear,
  pair,
  readSummary,
  remove,
  reword,
  shuffle,
  swap,
  toLines,
  toSpoken,
  unpair,
  type Summary,
} from '../model/summary.ts';
import type { Words } from '../words/index.ts';
import { createDesk } from './desk.ts';
import { download } from './download.ts';
import { fillIn } from './fill-in.ts';
import { find, findAll } from './find.ts';
import { createKeep } from './keep.ts';
import { createProcessKeep } from './process-keep.ts';
import { SummaryList, type SayingAct } from './summary-list.ts';

/** Sums up a check-in: loose lines go in, chance puts them in a row, and a reader puts some side by side. */
class CheckInSummary extends HTMLElement {
  #live = {} as Words['summary']['live'];
  #keep = createKeep<Summary>({ schema: 'summary', version: 1, empty: [], check: readSummary });
  #desk = createDesk(this.#keep, () => {
    this.#show();
  });
  #list!: SummaryList;
  #findName: (line: string) => string | undefined = () => undefined;
  #isLoadingNames = false;

  connectedCallback(): void {
    this.#live = JSON.parse(find(this, '[data-words]').textContent) as Words['summary']['live'];
    this.#list = new SummaryList(find(this, '[data-sayings]'), {
      live: this.#live,
      board: this.dataset['board'] ?? '',
      findName: (line) => this.#findName(line),
      act: (act, at) => {
        this.#act(act, at);
      },
      reword: (at, texts) => {
        const after = texts.reduce((all, text, part) => reword(all, at, part, text), this.#summary);
        this.#change(after, this.#live.changed);
      },
    });
    find(this, 'form[data-add]', HTMLFormElement).addEventListener('submit', (event) => {
      event.preventDefault();
      this.#hear();
    });
    this.addEventListener('click', ({ target }) => {
      const button = target instanceof Element && target.closest<HTMLElement>('[data-act]');
      if (button) this.#press(button.dataset['act'] ?? '');
    });
    this.addEventListener('keydown', ({ key }) => {
      if (key !== 'Escape') return;
      if (this.#list.chosen !== undefined) this.#choose(undefined);
      else if (this.hasAttribute('data-aloud')) this.#readAloud(false);
    });
    this.dataset['on'] = '';
    if (this.#desk.state === 'blocked') this.#say(this.#live.blocked);
    this.#show();
  }

  /** Comes with the first line, for it weighs as much as all else here. The words of one language are enough. */
  async #loadNames(): Promise<void> {
    if (this.#isLoadingNames) return;
    this.#isLoadingNames = true;
    const [words, { findAttributionBy }] = await Promise.all([
      attributionWords[this.dataset['language'] as Language](),
      import('../model/find-attribution.ts'),
    ]);
    this.#findName = (line) => findAttributionBy(words, line);
    // Lines that give nobody away stay as they are, under whatever hand is on them.
    if (this.#summary.flat().some((line) => this.#findName(line) !== undefined)) this.#show();
  }

  get #summary(): Summary {
    return this.#desk.value;
  }

  #hear(): void {
    const field = find(this, 'textarea', HTMLTextAreaElement);
    const lines = toLines(field.value);
    const { summary, left } = hear(this.#summary, lines, chance);
    const added = lines.length - left.length;
    field.value = left.join('\n');
    field.focus();
    const { added: many, addedOne, nothing, left: notAll } = this.#live;
    const message =
      lines.length === 0 ? nothing : added === 1 ? addedOne : fillIn(many, { n: added });
    this.#list.chosen = undefined;
    this.#change(summary, left.length > 0 ? `${message} ${notAll}` : message);
  }

  #act(act: SayingAct, at: number): void {
    const { chosen } = this.#list;
    const live = this.#live;
    if (act === 'change') {
      this.#list.edit(at);
      return;
    }
    if (act === 'choose') {
      this.#choose(chosen === at ? undefined : at);
      return;
    }
    this.#list.chosen = undefined;
    this.#list.next = { at, act };
    if (act === 'also' && chosen !== undefined) {
      this.#list.next = { at: at < chosen ? chosen - 1 : chosen, act: 'swap' };
      this.#change(pair(this.#summary, chosen, at), live.paired);
    }
    if (act === 'swap') this.#change(swap(this.#summary, at), live.swapped);
    if (act === 'unpair') this.#change(unpair(this.#summary, at), live.unpaired);
    if (act === 'remove') this.#change(remove(this.#summary, at), live.removed);
  }

  #choose(at: number | undefined): void {
    this.#list.next = { at: at ?? this.#list.chosen ?? 0, act: 'choose' };
    this.#list.chosen = at;
    this.#say(at === undefined ? '' : this.#live.chosen);
    this.#show();
  }

  #press(act: string): void {
    const live = this.#live;
    this.#list.chosen = undefined;
    if (act === 'shuffle') this.#change(shuffle(this.#summary, chance), live.shuffled);
    if (act === 'restart') this.#change([], live.restarted);
    if (act === 'undo') {
      this.#desk.undo();
      this.#tell(live.undone);
    }
    if (act === 'aloud') this.#readAloud(!this.hasAttribute('data-aloud'));
    if (act === 'print') print();
    if (act === 'file') download(live.fileName, this.#toMarkdown(), 'text/markdown');
    if (act === 'copy')
      copy(this.#spoken.join('\n')).then(
        () => {
          this.#say(live.copied);
        },
        () => {
          this.#say(live.notCopied);
        },
      );
    if (act === 'explore') this.#explore();
    if (act === 'aside-save')
      for (const each of this.#keep.readAside()) download('summary.json', each, 'application/json');
    if (act === 'aside-forget') {
      this.#keep.forgetAside();
      this.#show();
    }
  }

  /** Lines become topics, after those that are there; what is there already is not doubled. */
  #explore(): void {
    const lines = this.#summary.flat();
    let added = 0;
    let missing = 0;
    const { state } = createProcessKeep('explore').update((process) => {
      const known = new Set(process.topics.map(({ text }) => text));
      const after = lines
        .filter((text) => !known.has(text))
        .reduce(
          (all, text) =>
            decide(all, { type: 'list', list: 'topics', change: { type: 'add', text } }),
          process,
        );
      added = after.topics.length - process.topics.length;
      const there = new Set(after.topics.map(({ text }) => text));
      missing = lines.filter((text) => !there.has(text)).length;
      return after;
    });
    const { explored, exploredAll, notExplored } = this.#live;
    const isThere = state === 'kept' && missing === 0;
    const some = fillIn(explored, { n: added, total: lines.length });
    this.#say(isThere ? (added === lines.length ? exploredAll : some) : notExplored);
    find(this, '[data-to-explore]').hidden = state !== 'kept';
  }

  #readAloud(isLarge: boolean): void {
    this.toggleAttribute('data-aloud', isLarge);
    const button = find(this, '[data-act=aloud]');
    for (const word of findAll(button, '[data-when]'))
      word.hidden = (word.dataset['when'] === 'aloud') !== isLarge;
    button.focus();
  }

  #change(after: Summary, message: string): void {
    if (after === this.#summary) this.#show();
    else this.#desk.change(after);
    this.#tell(message);
  }

  /** What could not be kept is still in this page, and the reader hears that it is there only. */
  #tell(message: string): void {
    const { state } = this.#desk;
    this.#say(state === 'kept' ? message : this.#live[state]);
  }

  #say(text: string): void {
    find(this, '[data-said]').textContent = text;
  }

  #show(): void {
    // The desk may speak before this element has found its parts.
    if (!this.hasAttribute('data-on')) return;
    const isEmpty = this.#summary.length === 0;
    this.#list.show(this.#summary);
    for (const [selector, shown] of [
      ['[data-none]', isEmpty],
      ['[data-some]', !isEmpty],
      ['[data-act=shuffle]', countLines(this.#summary) > 1],
      ['[data-act=undo]', this.#desk.canUndo],
      ['[data-aside]', this.#keep.read().aside.length > 0],
    ] as const)
      for (const part of findAll(this, selector)) part.hidden = !shown;
    if (isEmpty) this.removeAttribute('data-aloud');
    else void this.#loadNames();
  }

  get #spoken(): string[] {
    return this.#summary.map((saying) => toSpoken(saying, this.#live.spoken));
  }

  #toMarkdown(): string {
    const { title, noNames } = this.#live;
    const lines = this.#spoken.map((line) => `- ${toPlain(line)}`).join('\n');
    return `# ${title}\n\n${lines}\n\n${noNames}\n`;
  }
}

const attributionWords = {
  nl: async () => (await import('../model/attribution-nl.ts')).nl,
  en: async () => (await import('../model/attribution-en.ts')).en,
};

/** Chance that nobody can guess afterwards. */
const chance = (): number => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32;

/** Outside a secure context there is no clipboard at all; that, too, is a refusal. */
const copy = async (text: string): Promise<void> => navigator.clipboard.writeText(text);

customElements.define('check-in-summary', CheckInSummary);
