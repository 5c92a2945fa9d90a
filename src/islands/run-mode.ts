import {
  addMinutes,
  goBack,
  goNext,
  isLeftOpen,
  isRunOf,
  pauseRun,
  resumeRun,
  setAdvance,
  settle,
  startRun,
  toReading,
  toResults,
  type Moment,
  type Run,
  type RunRow,
} from '../model/run.ts';
import type { RunSource } from '../model/run-rows.ts';
import { defaultStart } from '../model/session.ts';
import { keepOffline } from './offline.ts';
import { linkBack, listenToKeys, wireRun, type RunActs } from './run-controls.ts';
import { createRunKeep, type KeptRun, type RunView } from './run-keep.ts';
import { drawRunList } from './run-list.ts';
import { showOther } from './run-other.ts';
import { RunParts } from './run-parts.ts';
import { drawReport, saveReport, type NamedResult } from './run-report.ts';
import { createAwake, offerFullScreen, type Awake } from './run-screen.ts';
import { readRunSource, type RunOptions } from './run-source.ts';
import { RunStage } from './run-stage.ts';
import { toDay, toPlanned, type RunWords } from './run-time.ts';

const keep = createRunKeep();

/** Where a reader who asked for a view goes on. */
const focus = { start: 'begin', stage: 'title', report: 'report-title' } as const;
type Phase = keyof typeof focus;

/**
 * Runs the rows of a session plan. It takes them from the data in its page, or from `load`. A session that was begun is
 * kept in this browser and goes on after a reload, wherever the clock then is.
 */
export class RunMode extends HTMLElement {
  readonly #parts = new RunParts(this);
  #words = {} as RunWords;
  #stage!: RunStage;
  #awake!: Awake;
  #rows: readonly RunRow[] = [];
  #options: RunOptions = { title: '' };
  #run: Run | undefined;
  #timer = 0;
  #stop: () => void = () => undefined;

  connectedCallback(): void {
    const parts = this.#parts;
    this.#words = JSON.parse(parts.get('words').textContent) as RunWords;
    this.#stage = new RunStage(parts, this.#words);
    this.#awake = createAwake((isAwake) => {
      parts.show('awake', isAwake);
      parts.show('asleep', !isAwake);
    });
    offerFullScreen(parts.get('full-screen'));
    wireRun(parts, this.#acts);
    linkBack(this, location);
    this.#listen();
    const source = this.querySelector('[data-run=source]')?.textContent;
    if (source) {
      const params = new URLSearchParams(location.search);
      const { rows, options } = readRunSource(JSON.parse(source) as RunSource, params, this.#words);
      this.load(rows, options);
    }
    void keepOffline(location.pathname).then((isKept) => {
      parts.show('offline', isKept);
      parts.show('not-offline', !isKept);
    });
  }

  disconnectedCallback(): void {
    this.#stop();
    this.#awake.release();
  }

  /** Takes the rows to run. A session of the same rows goes on; another one is asked about before it is replaced. */
  load(rows: readonly RunRow[], options: RunOptions): void {
    this.#rows = rows;
    this.#options = options;
    const { start = defaultStart, remarks = [], question } = options;
    drawRunList(this.#parts, this.#words, { rows, start, remarks });
    this.#stage.question = question;
    this.#parts.show('begin', rows.length > 0);
    const { view, session } = keep.read().value;
    this.#show(view);
    this.#take(session, Date.now());
    this.#open();
  }

  readonly #acts: RunActs = {
    begin: () => {
      const now = Date.now();
      this.#keep(startRun(this.#rows, now, toPlanned(this.#options.start, now)));
      this.#open('reader');
    },
    pause: () => {
      this.#act((run, now) =>
        run.clock.state === 'paused' ? resumeRun(run, now) : pauseRun(run, now),
      );
    },
    next: () => {
      this.#act(goNext);
    },
    back: () => {
      this.#act(goBack);
    },
    more: () => {
      this.#act((run, now) => addMinutes(run, now, 5));
    },
    advance: (isAutomatic) => {
      this.#act((run, now) => setAdvance(run, now, isAutomatic ? 'automatic' : 'manual'));
    },
    view: (view) => {
      this.#show(view);
      keep.update((kept) => ({ ...kept, view }));
    },
    forget: () => {
      this.#run = undefined;
      keep.update(({ view }) => ({ view }));
      this.#take(undefined, Date.now());
      this.#open('reader');
    },
    save: () => {
      const { began = Date.now() } = this.#run ?? {};
      saveReport(this.#options.title, this.#listResults(), toDay(began), this.#words);
    },
  };

  #listen(): void {
    const wake = () => {
      this.#draw();
    };
    document.addEventListener('visibilitychange', wake);
    const stops = [
      keep.watch(() => {
        this.#follow();
      }),
      listenToKeys(this.#acts, () => this.dataset['phase'] === 'stage'),
    ];
    this.#stop = () => {
      for (const stop of stops) stop();
      clearTimeout(this.#timer);
      document.removeEventListener('visibilitychange', wake);
    };
  }

  #act(change: (run: Run, now: Moment) => Run): void {
    if (!this.#run) return;
    this.#keep(change(this.#run, Date.now()));
    this.#open('reader');
  }

  #keep(run: Run): void {
    this.#run = run;
    const { title } = this.#options;
    const href = location.pathname + location.search + location.hash;
    const { state } = keep.update((kept) => ({ ...kept, session: { run, title, href } }));
    this.#parts.show('not-kept', state !== 'kept');
  }

  /** Goes on with a kept session if it is of these rows and of today; tells about another one. */
  #take(session: KeptRun['session'], now: Moment): void {
    const run = session && isRunOf(session.run, this.#rows) ? session.run : undefined;
    this.#run = run && !isLeftOpen(run, now) ? run : undefined;
    const isOpen = session !== undefined && session.run.clock.state !== 'finished' && !this.#run;
    const take = () => {
      this.#run = run;
      this.#open('reader');
    };
    showOther(this.#parts, this.#words, isOpen ? session : undefined, {
      now,
      take: run && take,
    });
  }

  /** Another tab may have done something: one for the room and one for the facilitator go together. */
  #follow(): void {
    const { session } = keep.read().value;
    if (JSON.stringify(session?.run) === JSON.stringify(this.#run)) return;
    this.#take(session, Date.now());
    this.#open();
  }

  /** Shows the view that goes with the state of the session; who asked for it gets the focus there. */
  #open(by: 'page' | 'reader' = 'page'): void {
    const state = this.#run?.clock.state ?? 'none';
    const phase: Phase = state === 'none' ? 'start' : state === 'finished' ? 'report' : 'stage';
    const isNew = this.dataset['phase'] !== phase;
    this.dataset['phase'] = phase;
    for (const each of Object.keys(focus)) this.#parts.show(each, each === phase);
    if (phase === 'stage') this.#awake.hold();
    else this.#awake.release();
    if (phase === 'report') drawReport(this.#parts, this.#listResults());
    if (isNew) this.#stage.clear();
    this.#draw();
    if (isNew && by === 'reader') this.#parts.get(focus[phase]).focus();
  }

  #draw(): void {
    clearTimeout(this.#timer);
    if (!this.#run || this.dataset['phase'] !== 'stage') return;
    const now = Date.now();
    const run = settle(this.#run, now);
    if (run !== this.#run) this.#keep(run);
    const reading = toReading(run, now);
    this.#parts.get('automatic', HTMLInputElement).checked = run.advance === 'automatic';
    this.#stage.draw(this.#rows, reading);
    // The next look is when the figures change. Should it come late, nothing is lost: nothing is counted.
    const gone = reading.state === 'running' ? reading.elapsed : now;
    this.#timer = window.setTimeout(
      () => {
        this.#draw();
      },
      1000 - (gone % 1000),
    );
  }

  #show(view: RunView): void {
    this.dataset['view'] = view;
    for (const each of ['facilitator', 'room'])
      this.#parts.get(each).setAttribute('aria-pressed', String(each === view));
  }

  #listResults(): NamedResult[] {
    if (!this.#run) return [];
    return toResults(this.#run, Date.now()).map((result, index) => ({
      ...result,
      title: this.#rows[index]?.title ?? '',
    }));
  }
}

customElements.define('run-mode', RunMode);

declare global {
  interface HTMLElementTagNameMap {
    'run-mode': RunMode;
  }
}
