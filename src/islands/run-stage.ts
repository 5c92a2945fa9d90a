import { minute, type Reading, type RunRow } from '../model/run.ts';
import { fillIn } from './fill-in.ts';
import type { RunParts } from './run-parts.ts';
import {
  toFigures,
  toLong,
  toMinutes,
  toOverFigures,
  toWallClock,
  toWhole,
  type RunWords,
} from './run-time.ts';

/** The part of the gauge that a number takes above its line; until the water covers it, it stands in the air. */
const labelHeight = 0.02;

/** Draws the present row and its clock. It draws what it is given and remembers only what was drawn last. */
export class RunStage {
  /** What the room sees in the middle; what is asked in the row when there is none. */
  question: string | undefined;
  readonly #parts: RunParts;
  readonly #words: RunWords;
  #drawn: Pick<Reading, 'index' | 'state' | 'level'> | undefined;
  #lines: string[] = [];
  #line = 0;
  #scale = 0;
  #level = 0;

  constructor(parts: RunParts, words: RunWords) {
    this.#parts = parts;
    this.#words = words;
    parts.on('next-line', () => {
      this.#line = (this.#line + 1) % this.#lines.length;
      this.#drawLine();
    });
  }

  /** Forgets what was drawn, so that the next drawing is whole and is told. */
  clear(): void {
    this.#drawn = undefined;
  }

  draw(rows: readonly RunRow[], reading: Reading): void {
    const row = rows[reading.index];
    if (!row) return;
    const isNew = this.#drawn?.index !== reading.index;
    if (isNew) this.#drawRow(row, rows[reading.index + 1], reading.index === 0);
    this.#drawClock(reading);
    this.#drawGauge(reading);
    this.#drawPlan(rows.length, reading);
    this.#tell(row, reading);
    const { index, state, level } = reading;
    this.#drawn = { index, state, level };
  }

  #drawRow(row: RunRow, next: RunRow | undefined, isFirst: boolean): void {
    const { title, ask, says, notes, posture, accessible, lead, practices } = row;
    const parts = this.#parts;
    const words = this.#words;
    parts.write('title', title);
    parts.write('question', this.question ?? ask ?? '');
    parts.show('question', (this.question ?? ask) !== undefined);
    this.#lines = [...new Set([...(ask === undefined ? [] : [ask]), ...says])];
    this.#line = 0;
    this.#drawLine();
    for (const rule of ['none', 'topics', 'decision']) parts.show(`notes-${rule}`, rule === notes);
    for (const way of ['seated', 'standing', 'free']) parts.show(`posture-${way}`, way === posture);
    const facts = {
      lead: lead === undefined ? '' : fillIn(words.lead, { name: lead }),
      practices:
        practices.length === 0
          ? ''
          : fillIn(words.practices, { names: practices.map((each) => each.title).join(', ') }),
      everybody: accessible ?? '',
    };
    for (const [name, text] of Object.entries(facts)) {
      parts.write(name, text);
      parts.show(`fact-${name}`, text !== '');
    }
    parts.write('next-title', next?.title ?? words.lastRow);
    parts.write('next-minutes', next ? toMinutes(next.minutes, words) : '');
    parts.get('back').setAttribute('aria-disabled', String(isFirst));
    parts.show('to-next', next !== undefined);
    parts.show('to-end', next === undefined);
  }

  #drawLine(): void {
    const { length } = this.#lines;
    this.#parts.show('say', length > 0);
    this.#parts.show('next-line', length > 1);
    this.#parts.write('line', fillIn(this.#words.quote, { text: this.#lines[this.#line] ?? '' }));
    const n = ((this.#line + 1) % Math.max(1, length)) + 1;
    this.#parts.write('next-line', fillIn(this.#words.nextLine, { n, total: length }));
  }

  #drawClock({ state, level, left, over, allowed }: Reading): void {
    const words = this.#words;
    const isOver = level === 'over';
    const minutes = toMinutes(allowed / minute, words);
    this.#parts.write('timer', isOver ? toOverFigures(over) : toFigures(left));
    this.#parts.get('timer').setAttribute('aria-label', this.#toLeft({ level, left, over }));
    this.#parts.write('of', fillIn(isOver ? words.overOf : words.leftOf, { minutes }));
    const levels = { fine: '', soon: words.soon, last: words.last, over: words.overTime };
    const isPaused = state === 'paused';
    const chip = isPaused ? words.paused : levels[level];
    this.#parts.write('level', chip);
    this.#parts.show('level', chip !== '');
    this.#parts.get('level').dataset['level'] = isPaused ? 'paused' : level;
    this.#parts.show('to-pause', !isPaused);
    this.#parts.show('to-resume', isPaused);
  }

  #drawGauge({ left, allowed, fraction }: Reading): void {
    const minutes = allowed / minute;
    const gauge = this.#parts.get('gauge');
    const label = fillIn(this.#words.gauge, {
      left: toWhole(left),
      minutes: toMinutes(minutes, this.#words),
    });
    if (gauge.getAttribute('aria-label') !== label) gauge.setAttribute('aria-label', label);
    if (this.#scale !== minutes) this.#drawScale(minutes);
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const level = isCalm ? toWhole(left) / minutes : fraction;
    gauge.toggleAttribute('data-jump', Math.abs(level - this.#level) > 0.1);
    this.#level = level;
    gauge.style.setProperty('--level', `${String(level * 100)}%`);
    for (const mark of this.#parts.get('marks').children)
      mark.toggleAttribute('data-under', Number(mark.textContent) / minutes < level - labelHeight);
  }

  /** A line for every minute, and a number at some of them. */
  #drawScale(minutes: number): void {
    this.#scale = minutes;
    const step = [10, 5, 2].find((each) => minutes > each * 2) ?? 1;
    const count = Math.ceil(minutes / step) - 1;
    this.#parts.get('gauge').style.setProperty('--minute', `${String(100 / minutes)}%`);
    this.#parts.get('marks').replaceChildren(
      ...Array.from({ length: count }, (_, index) => {
        const mark = this.#parts.copy('mark');
        const at = (index + 1) * step;
        mark.textContent = String(at);
        mark.style.setProperty('--at', `${String((at / minutes) * 100)}%`);
        return mark;
      }),
    );
  }

  #drawPlan(total: number, { index, next, plannedEnd, forecastEnd, late }: Reading): void {
    const words = this.#words;
    this.#parts.write('where', fillIn(words.where, { n: index + 1, total }));
    this.#parts.write('end', fillIn(words.end, { time: toWallClock(forecastEnd) }));
    const sentence = late === 0 ? words.onTime : late > 0 ? words.late : words.early;
    const minutes = toMinutes(Math.abs(late), words);
    this.#parts.write('late', fillIn(sentence, { minutes, planned: toWallClock(plannedEnd) }));
    const time = next === undefined ? '' : fillIn(words.nextAt, { time: toWallClock(next) });
    this.#parts.write('next-at', time);
  }

  /** Says what changed, and nothing between: a clock that speaks every second cannot be listened to. */
  #tell(row: RunRow, reading: Reading): void {
    const words = this.#words;
    const { index, state, level } = reading;
    if (this.#drawn?.index !== index) {
      const minutes = toMinutes(reading.allowed / minute, words);
      this.#say(fillIn(words.now, { title: row.title, minutes }));
    } else if (this.#drawn.state !== state) {
      this.#say(state === 'paused' ? words.nowPaused : words.nowRunning);
    } else if (this.#drawn.level !== level && level !== 'fine') {
      const name = { soon: words.soon, last: words.last, over: words.overTime }[level];
      this.#say(level === 'over' ? name : `${name}. ${this.#toLeft(reading)}`);
    }
  }

  #toLeft({ level, left, over }: Pick<Reading, 'level' | 'left' | 'over'>): string {
    const isOver = level === 'over';
    const time = toLong(isOver ? over - (over % 1000) : left, this.#words);
    return fillIn(isOver ? this.#words.over : this.#words.left, { time });
  }

  #say(sentence: string): void {
    this.#parts.write('said', sentence);
  }
}
