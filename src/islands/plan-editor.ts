import { toClock } from '../model/agenda.ts';
import type { Language } from '../model/language.ts';
import { fillIn } from './fill-in.ts';
import { createDraft, type OwnPlanNow } from './own-plan.ts';
import { part } from './find.ts';
import { PlanDesk } from './plan-desk.ts';
import type { PlanList } from './plan-list.ts';
import { startPicker } from './plan-picker.ts';
import { startSettings } from './plan-settings.ts';
import { startTaking } from './plan-take.ts';
import { toDay, toPieces, toTime, type PlanSaid } from './plan-words.ts';

/** The page for a plan of one’s own: brings its HTML to life. */
class OwnPlanEditor extends HTMLElement {
  connectedCallback(): void {
    const language = (this.dataset['language'] ?? 'nl') as Language;
    const said = JSON.parse(part(this, 'said-words').textContent) as PlanSaid;
    const desk = new PlanDesk({ language, draft: createDraft(), show: showQuery });
    // The rows have a program of their own, which is fetched when there are any.
    let list: PlanList | undefined;
    let loading: Promise<void> | undefined;
    const loadList = () =>
      (loading ??= import('./plan-list.ts').then(({ PlanList: List }) => {
        list = new List(this, { root: this, said, language }, { desk, draw, say });
      }));
    const draw = () => {
      const { rows } = desk.now.laid;
      if (list) list.draw(rows);
      else if (rows.length > 0)
        loadList().then(draw, () => {
          loading = undefined;
          say(said.notShown);
        });
      settings.draw();
      drawSums(this, desk.now, said, language);
      drawState(this, desk, said);
      part(this, 'undo').hidden = !desk.canUndo;
    };
    const say = (sentence: string) => {
      part(this, 'said').textContent = sentence;
    };
    const reset = () => {
      list?.reset();
      draw();
    };
    const settings = startSettings(this, desk, draw);
    startPicker({ root: this, desk, said, language, draw, say });
    startTaking({ root: this, desk, said, language, reset });
    // What was said goes once the reader goes on, unless it can still be undone.
    for (const kind of ['pointerdown', 'keydown'])
      this.addEventListener(
        kind,
        () => {
          if (!desk.canUndo) say('');
        },
        { capture: true },
      );
    const on = (name: string, act: () => void) => {
      part(this, name).addEventListener('click', act);
    };
    on('undo', () => {
      desk.undo();
      reset();
      say(said.back);
      part(this, 'plan-heading').focus();
    });
    on('clear', () => {
      desk.clear();
      reset();
      say(said.cleared);
      part(this, 'plan-heading').focus();
    });
    on('adopt', () => {
      void desk.adopt().then(() => {
        draw();
        say(said.adopted);
        part(this, 'plan-heading').focus();
      });
    });
    on('back-to-own', () => {
      void desk.open('').then(() => {
        reset();
        part(this, 'plan-heading').focus();
      });
    });
    void desk
      .open(location.search)
      .then(() => (desk.now.rows.length > 0 ? loadList() : undefined))
      // What cannot be had now is asked for once more while drawing, and then told.
      .catch(() => (loading = undefined))
      .then(() => {
        draw();
        this.hidden = false;
      });
  }
}

/** Every change is in the address at once, without a new page in the history. */
function showQuery(query: string): void {
  history.replaceState(history.state, '', query === '' ? location.pathname : `?${query}`);
}

/** What stands above and under the rows: when it is done, how long it takes, and what to bring. */
function drawSums(
  root: HTMLElement,
  { title, session, laid, rows }: OwnPlanNow,
  said: PlanSaid,
  language: Language,
): void {
  const put = (name: string, text: string) => {
    part(root, name).textContent = text;
    part(root, name).hidden = text === '';
  };
  const { time } = session;
  const dropped = laid.rows.filter((each) => each.dropped);
  put('print-title', title ?? said.untitled);
  put('day', session.date === undefined ? '' : `${toDay(session.date, language)}.`);
  put('done', `${fillIn(said.done, { time: toClock(laid.end) })}.`);
  part(root, 'end').textContent = toClock(laid.end);
  put(
    'sum',
    fillIn(laid.breaks > 0 ? said.sumBreaks : said.sum, {
      total: toTime(laid.total, said),
      breaks: toTime(laid.breaks, said),
    }),
  );
  put(
    'people-sum',
    fillIn(session.people === 1 ? said.peopleOne : said.peopleMany, { n: session.people }),
  );
  const inTime = { time: toTime(time ?? 0, said) };
  put(
    'fit',
    [
      ...(laid.outcome !== 'too-short' ? [] : [fillIn(said.fitsNot, inTime)]),
      ...(dropped.length === 0
        ? []
        : [
            fillIn(said.left, {
              ...inTime,
              titles: dropped.map(({ row }) => row.title).join(', '),
            }),
          ]),
      ...(time !== undefined && laid.spare > 0 && rows.length > 0
        ? [fillIn(said.spare, { time: toTime(laid.spare, said) })]
        : []),
    ].join(' '),
  );
  const lists = {
    bring: laid.materials.map((material) => toPieces(material, said)),
    room: laid.rooms,
  };
  for (const [name, lines] of Object.entries(lists)) {
    part(root, name).replaceChildren(
      ...lines.map((textContent) => Object.assign(document.createElement('li'), { textContent })),
    );
    part(root, `no-${name}`).hidden = lines.length > 0;
  }
}

/** Which plan lies here, what of it could not be read, and what can be done with it. */
function drawState(root: HTMLElement, desk: PlanDesk, said: PlanSaid): void {
  const isEmpty = desk.now.rows.length === 0;
  part(root, 'shared').hidden = !desk.isShared;
  part(root, 'lost').hidden = desk.unread.length === 0;
  part(root, 'lost-list').replaceChildren(
    ...desk.unread.map(({ token, why }) =>
      Object.assign(document.createElement('li'), {
        textContent: fillIn(said.lostWhy[why], { token }),
      }),
    ),
  );
  part(root, 'lost-rest').hidden = isEmpty;
  part(root, 'blocked').hidden = desk.kept === 'kept';
  part(root, 'empty').hidden = !isEmpty;
  part(root, 'ending').hidden = isEmpty;
  part(root, 'keys').hidden = isEmpty || desk.isFixed;
  for (const each of root.querySelectorAll<HTMLElement>('[data-editing]'))
    each.hidden = desk.isFixed;
  part(root, 'clear').hidden = isEmpty || desk.isFixed;
  const run = part(root, 'run', HTMLAnchorElement);
  run.hidden = isEmpty;
  run.search = desk.query;
}

customElements.define('own-plan', OwnPlanEditor);
