import { toMarkdown, type RecordWords } from '../model/decision-record.ts';
import { decide, type DecisionEvent } from '../model/decision.ts';
import {
  canDive,
  listCalls,
  mayHelpToDive,
  startProcess,
  takesList,
  toAdditions,
  type ListName,
  type Mode,
  type Process,
} from '../model/process.ts';
import type { Words } from '../words/index.ts';
import { createDesk, type Desk } from './desk.ts';
import { download } from './download.ts';
import { fillIn } from './fill-in.ts';
import { find, findAll } from './find.ts';
import { LineList } from './line-list.ts';
import { createProcessKeep } from './process-keep.ts';
import { showTexts, showVotes, toMessage } from './process-view.ts';
import { toReading, toRows } from './vote-reading.ts';
import { VoteCounts } from './vote-counts.ts';

type Live = Words['tools']['live'];

/** Walks a group through steps 1–3 or 1–4. The steps stand in the page; this shows the one where the group is. */
class ExploreDecide extends HTMLElement {
  #mode: Mode = 'explore';
  #words = {} as { live: Live; record: RecordWords };
  #keep = createProcessKeep('explore');
  #desk!: Desk<Process>;
  #lists: [ListName, LineList][] = [];
  #counts: [HTMLElement, VoteCounts][] = [];

  connectedCallback(): void {
    this.#mode = this.dataset['mode'] === 'decide' ? 'decide' : 'explore';
    this.#words = JSON.parse(find(this, '[data-words]').textContent) as {
      live: Live;
      record: RecordWords;
    };
    this.#keep = createProcessKeep(this.#mode);
    this.#desk = createDesk(this.#keep, () => {
      this.#show();
    });
    this.#lists = findAll(this, '[data-list]').map((root) => {
      const list = root.dataset['list'] as ListName;
      const change = new LineList(root, (change) => {
        this.#take({ type: 'list', list, change });
      });
      return [list, change];
    });
    this.#counts = findAll(this, '[data-counts]').map((root) => {
      const counts = new VoteCounts(root, (option, side, votes) => {
        this.#take({ type: 'count', option, side, votes });
      });
      return [root, counts];
    });
    this.addEventListener('click', ({ target }) => {
      const button = target instanceof Element && target.closest<HTMLElement>('button');
      if (button) this.#press(button.dataset);
    });
    this.addEventListener('change', ({ target }) => {
      if (target instanceof HTMLElement) this.#fill(target);
    });
    this.dataset['on'] = '';
    for (const part of findAll(this, '[data-live]')) part.hidden = false;
    for (const details of findAll(this, 'details.more')) details.removeAttribute('open');
    if (this.#desk.state === 'blocked') this.#say(this.#words.live.notKept);
    this.#show();
  }

  get #process(): Process {
    return this.#desk.value;
  }

  #press({ event, act }: DOMStringMap): void {
    if (event) this.#take(JSON.parse(event) as DecisionEvent);
    const { live, record } = this.#words;
    const text = () => toMarkdown(this.#process, record);
    if (act === 'undo') this.#undo();
    if (act === 'restart') this.#change(startProcess(this.#mode), live.restarted);
    if (act === 'aside-save')
      for (const each of this.#keep.readAside()) download(`${this.#mode}.json`, each, 'text/plain');
    if (act === 'aside-forget') {
      this.#keep.forgetAside();
      this.#show();
    }
    if (act === 'adopt') this.#adopt();
    if (act === 'print') window.print();
    if (act === 'file')
      download(fillIn(live.fileName, { mode: this.#mode }), text(), 'text/markdown');
    if (act === 'copy')
      copy(text()).then(
        () => {
          this.#say(live.copied);
        },
        () => {
          this.#say(live.notCopied);
        },
      );
  }

  #fill(field: HTMLElement): void {
    const value = 'value' in field ? String(field.value) : '';
    if (field.matches('[data-question]')) this.#take({ type: 'ask', question: value });
    if (field.matches('[data-wording]')) {
      const change = { type: 'edit', id: this.#process.chosen ?? '', text: value } as const;
      this.#take({ type: 'list', list: 'proposals', change });
    }
    if (field.matches('[data-sides]'))
      this.#take({ type: 'count-sides', sides: (field as HTMLInputElement).checked ? 2 : 1 });
    if (field.matches('[data-rule]'))
      this.#take({ type: 'house-rule', percent: value === '' ? undefined : Number(value) });
  }

  #take(event: DecisionEvent): void {
    const after = decide(this.#process, event);
    if (after !== this.#process)
      this.#change(after, toMessage(this.#process, event, this.#words.live));
    else this.#show();
  }

  #change(after: Process, message: string): void {
    this.#go(() => {
      this.#desk.change(after);
    }, message);
  }

  #undo(): void {
    this.#go(() => {
      this.#desk.undo();
    }, this.#words.live.undone);
  }

  #go(move: () => void, message: string): void {
    const { at } = this.#process;
    move();
    // What could not be kept is still in this page, and the reader hears that it is there only.
    this.#say(this.#desk.state === 'kept' ? message : this.#words.live.notKept);
    if (this.#process.at !== at) this.#heading?.focus();
  }

  /** The topics that were explored earlier become the topics to decide about. */
  #adopt(): void {
    const { topics, question } = createProcessKeep('explore').read().value;
    const asked = decide(this.#process, { type: 'ask', question });
    const after = topics.reduce(
      (all, { text }) =>
        decide(all, { type: 'list', list: 'topics', change: { type: 'add', text } }),
      asked,
    );
    this.#change(after, '');
  }

  #show(): void {
    const process = this.#process;
    const { live, record } = this.#words;
    const { at } = process;
    for (const part of findAll(this, '[data-at]')) part.hidden = !isAt(part, at);
    for (const step of findAll(this, '[data-steps]'))
      if ((step.dataset['steps'] ?? '').split(' ').includes(at))
        step.setAttribute('aria-current', 'step');
      else step.removeAttribute('aria-current');

    for (const [name, list] of this.#lists)
      list.show(name === 'additions' ? toAdditions(process) : process[name], takesList(at, name));
    for (const [root, counts] of this.#counts)
      counts.show(isSeen(root) ? toRows(process, live, record) : [], process.counts);
    for (const button of findAll(this, '[data-call]'))
      button.hidden = !listCalls(process).some((call) => call === button.dataset['call']);
    for (const reading of findAll(this, '[data-reading]'))
      setText(reading, isSeen(reading) ? toReading(process, live) : '');
    showTexts(this, process);
    showVotes(this, process, record);

    for (const [selector, shown] of [
      ['[data-aside]', this.#keep.read().aside.length > 0],
      ['[data-dive]', canDive(process)],
      ['[data-hint]', mayHelpToDive(process)],
      ['[data-act=undo]', this.#desk.canUndo],
      ['[data-act=adopt]', canAdopt(process)],
      ['[data-take-topics]', decide(process, { type: 'take-topics' }) !== process],
      ['[data-asked]', process.question !== '' && at !== 'collect' && at !== 'dive'],
    ] as const)
      for (const part of findAll(this, selector)) part.hidden = !shown;
  }

  #say(text: string): void {
    find(this, '[data-said]').textContent = text;
  }

  get #heading(): HTMLElement | null {
    return this.querySelector(`section[data-at]:not([hidden]) h2`);
  }
}

const isAt = (part: HTMLElement, at: string): boolean =>
  (part.dataset['at'] ?? '').split(' ').includes(at);

const isSeen = (part: HTMLElement): boolean => part.closest('[hidden]') === null;

const canAdopt = ({ mode, at, topics }: Process): boolean =>
  mode === 'decide' &&
  at === 'collect' &&
  topics.length === 0 &&
  createProcessKeep('explore').read().value.topics.length > 0;

/** Outside a secure context there is no clipboard at all; that, too, is a refusal. */
const copy = async (text: string): Promise<void> => navigator.clipboard.writeText(text);

/** Left alone when it says the same, so that it is not read aloud again. */
function setText(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

customElements.define('explore-decide', ExploreDecide);
