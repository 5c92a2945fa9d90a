import { toClock } from '../model/agenda.ts';
import { toTextPath, toStepPath } from '../model/text-address.ts';
import type { Language } from '../model/language.ts';
import type { Hint, LaidRow } from '../model/plan-lay.ts';
import type { Session } from '../model/session.ts';
import { fillIn } from './fill-in.ts';
import { copyOf, part } from './find.ts';
import { toAhead, toTime, type PlanSaid } from './plan-words.ts';

/** What rows need to be drawn. */
export interface RowTools {
  /** Holds the templates. */
  root: ParentNode;
  said: PlanSaid;
  language: Language;
}

/** Where a row stands among those of its phase. */
export interface RowPlace {
  at: number;
  all: number;
  session: Session;
}

/** Draws a row with all that stays the same while it is in the plan. */
export function createRow({ row, plan, origin, language }: LaidRow, tools: RowTools): HTMLElement {
  const { root, said } = tools;
  const element = copyOf(root, 'row');
  element.dataset['id'] = row.id;
  const isTimed = row.phase === 'during';
  element.classList.toggle('break', plan.kind === 'break');
  element.classList.toggle('untimed', !isTimed);
  for (const step of toSteps(row.lewis)) {
    part(element, 'marks').append(copyOf(root, `mark-${String(step)}`));
    part(element, 'gauge').append(copyOf(root, `band-${String(step)}`));
  }
  const title = part(element, 'title');
  const href = toHref(row.subject, tools.language);
  title.append(toLink(href, row.title));
  for (const name of ['title', 'ask', 'access'])
    if (language && language !== tools.language) part(element, name).lang = language;
  fill(element, 'origin', origin === undefined ? '' : fillIn(said.origin, { case: origin }));
  fill(element, 'ask', row.ask === undefined ? '' : `“${row.ask}”`);
  fill(element, 'notes', plan.kind === 'own' ? '' : said.notes[row.notes]);
  part(element, 'pen', SVGUseElement).setAttribute(
    'href',
    row.notes === 'none' ? '#plan-write-nothing' : '#plan-write',
  );
  fill(element, 'posture', row.subject === '' || !isTimed ? '' : said.postures[row.posture]);
  fill(element, 'lead', row.lead === undefined ? '' : fillIn(said.lead, { who: row.lead }));
  const from = part(element, 'from');
  from.classList.add(row.from);
  fill(element, 'from-words', row.subject === '' ? '' : said.from[row.from]);
  from.hidden = row.subject === '';
  fill(element, 'access', row.accessible ?? '');
  part(element, 'accessible').hidden = row.accessible === undefined;
  part(element, 'lines').hidden = row.notes === 'none' || !isTimed;
  part(element, 'voices').hidden = row.warnings.length === 0;
  part(element, 'voices').append(
    ...row.warnings.map(({ id, needs, text }) => {
      const voice = copyOf(root, 'voice');
      const [story] = (href ?? '').split('#');
      voice.append(toLink(`${story ?? ''}#stem-${id}`, needs ?? text));
      return voice;
    }),
  );
  part(element, 'timed').hidden = !isTimed;
  for (const button of element.querySelectorAll('button, input'))
    button.querySelector('[data-name]')?.append(`: ${row.title}`);
  part(element, 'minutes', HTMLInputElement).setAttribute(
    'aria-label',
    `${part(element, 'minutes').dataset['label'] ?? ''}: ${row.title}`,
  );
  return element;
}

/** Draws what changes: the clock, the minutes, what to look at, and whether it can go up or down. */
export function updateRow(
  element: HTMLElement,
  laid: LaidRow,
  { at, all, session }: RowPlace,
  { said, language }: RowTools,
): void {
  const { row, plan, now, start, dropped, usual, hints } = laid;
  const isTimed = row.phase === 'during';
  fill(element, 'clock', isTimed && !dropped ? toClock(start) : '');
  fill(element, 'duration', isTimed && !dropped ? fillIn(said.short, { n: now }) : '');
  fill(
    element,
    'ahead',
    row.daysAhead === undefined ? '' : toAhead(row.daysAhead, session.date, said, language),
  );
  element.classList.toggle('dropped', dropped);
  fill(
    element,
    'dropped',
    dropped
      ? [said.dropped, row.lost === undefined ? '' : fillIn(said.lost, { what: row.lost })].join(
          ' ',
        )
      : '',
  );
  part(element, 'hints').replaceChildren(
    ...hints.map((hint) =>
      Object.assign(document.createElement('li'), {
        textContent: toSentence(hint, session.people, said),
      }),
    ),
  );
  part(element, 'hints').hidden = hints.length === 0;
  const field = part(element, 'minutes', HTMLInputElement);
  if (field !== document.activeElement) field.value = String(plan.minutes ?? now);
  fill(element, 'advice', toAdvice(laid, said));
  part(element, 'advice').hidden = row.subject === '';
  part(element, 'advice').classList.toggle('own', plan.minutes !== undefined);
  element.style.setProperty('--min', String(now || usual.ideal));
  part(element, 'up').setAttribute('aria-disabled', String(at === 0));
  part(element, 'down').setAttribute('aria-disabled', String(at === all - 1));
}

function toAdvice({ usual, plan }: LaidRow, said: PlanSaid): string {
  const { min, ideal, max } = usual;
  const advice = fillIn(min === max ? said.adviceOne : said.advice, {
    ideal: toTime(ideal, said),
    min: max < 60 ? min : toTime(min, said),
    max: toTime(max, said),
  });
  return plan.minutes === undefined ? advice : `${said.ownMinutes} ${advice}`;
}

function toSentence(hint: Hint, people: number, said: PlanSaid): string {
  if (hint.about === 'order') return fillIn(said.orderHint, { title: hint.title });
  if (hint.about === 'trained') return fillIn(said.trainedHint, { title: hint.title });
  const { title, min, max } = hint;
  const range =
    max === undefined ? fillIn(said.groupFrom, { min }) : fillIn(said.groupRange, { min, max });
  return fillIn(said.groupHint, { title, range, n: people });
}

/** The page of a row: a step inside its case, or a practice. */
function toHref(subject: string, language: Language): string | undefined {
  const [, kind, id = '', step] = /^(cases|practices)\/([^#]+)(?:#(.+))?$/.exec(subject) ?? [];
  if (kind === undefined) return undefined;
  if (kind === 'practices') return toTextPath({ kind: 'practice', id }, language);
  return toStepPath(id, step ?? '', language);
}

const toLink = (href: string | undefined, textContent: string): Node =>
  href === undefined
    ? document.createTextNode(textContent)
    : Object.assign(document.createElement('a'), { href, textContent });

/** The numbers of a range. @example toSteps('1-3') // => [1, 2, 3] */
function toSteps(range: string | undefined): number[] {
  const [first = 0, last = first] = range?.split('-').map(Number) ?? [];
  return [1, 2, 3, 4, 5].filter((step) => first <= step && step <= last);
}

/** Fills a part with text, and puts it away when there is none. */
function fill(element: HTMLElement, name: string, text: string): void {
  const found = part(element, name);
  if (found.textContent !== text) found.textContent = text;
  const shown = found.closest<HTMLElement>('[data-fact]') ?? found;
  shown.hidden = text === '';
}
