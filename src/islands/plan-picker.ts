import type { Language } from '../model/language.ts';
import type { PlanGuide, PlannedRow } from '../model/plan-row.ts';
import type { PlanRow } from '../model/plan.ts';
import { mostMinutes } from '../model/plan.ts';
import { toPlanTitle } from '../model/plan-title.ts';
import { fillIn } from './fill-in.ts';
import { fetchCases, fetchGuide, lookUp } from './own-plan.ts';
import { copyOf, part } from './find.ts';
import type { PlanDesk } from './plan-desk.ts';
import { toTime, type PlanSaid } from './plan-words.ts';

/** What picking needs: where rows go, and how the rest of the page hears of it. */
export interface PickerPorts {
  root: HTMLElement;
  desk: PlanDesk;
  said: PlanSaid;
  language: Language;
  draw: () => void;
  say: (sentence: string) => void;
}

/** Lets a reader add practices, steps of a case, a break and a row of one’s own. */
export function startPicker(ports: PickerPorts): void {
  const { root } = ports;
  const picker = part(root, 'picker');
  const goal = part(picker, 'goal', HTMLSelectElement);
  goal.addEventListener('change', () => {
    showPractices(picker, goal.value);
  });
  picker.addEventListener('click', ({ target }) => {
    const practice = (target as Element).closest<HTMLElement>('[data-practice]');
    const id = practice?.dataset['practice'];
    if (id !== undefined) void addNamed(ports, [{ kind: 'practice', practice: id }]);
  });
  startSteps(ports, picker);
  const minutes = part(picker, 'break-minutes', HTMLInputElement);
  part(picker, 'break', HTMLFormElement).addEventListener('submit', (event) => {
    event.preventDefault();
    void addNamed(ports, [{ kind: 'break', minutes: toWhole(minutes, 15) }]);
  });
  const title = part(picker, 'own-title', HTMLInputElement);
  const ownMinutes = part(picker, 'own-minutes', HTMLInputElement);
  part(picker, 'own', HTMLFormElement).addEventListener('submit', (event) => {
    event.preventDefault();
    const name = toPlanTitle(title.value);
    if (name === undefined) {
      title.focus();
      return;
    }
    title.value = '';
    void addNamed(ports, [{ kind: 'own', title: name, minutes: toWhole(ownMinutes, 30) }]);
  });
}

/** Shows the practices of one kind or with one aim. */
function showPractices(picker: HTMLElement, chosen: string): void {
  for (const practice of picker.querySelectorAll<HTMLElement>('[data-tags]')) {
    const tags = practice.dataset['tags']?.split(' ') ?? [];
    practice.hidden = chosen !== '' && !tags.includes(chosen);
  }
}

async function addNamed(ports: PickerPorts, rows: readonly PlanRow[]): Promise<void> {
  const found = await lookUp(rows, ports.language);
  add(ports, found.rows);
}

function add({ desk, said, draw, say }: PickerPorts, rows: readonly PlannedRow[]): void {
  const { added, refused } = desk.add(rows);
  draw();
  const [first] = added;
  if (refused > 0 || !first) say(said.full);
  else if (added.length === 1) say(fillIn(said.added, { title: first.row.title }));
  else say(fillIn(said.addedMany, { n: added.length }));
}

/** The list of cases is fetched when somebody opens it, and the steps of a case when it is chosen. */
function startSteps(ports: PickerPorts, picker: HTMLElement): void {
  const { said, language } = ports;
  const box = part(picker, 'steps', HTMLDetailsElement);
  const choice = part(box, 'case', HTMLSelectElement);
  const list = part(box, 'step-list');
  const all = part(box, 'all-steps', HTMLButtonElement);
  const status = part(box, 'steps-status');
  let guide: PlanGuide | undefined;
  const tell = (state: 'loading' | 'failed' | 'ready') => {
    status.textContent = status.dataset[state] ?? '';
  };
  const fillCases = async () => {
    if (!box.open || choice.options.length > 1) return;
    tell('loading');
    const cases = await fetchCases(language);
    if (!Array.isArray(cases)) {
      tell('failed');
      return;
    }
    tell('ready');
    if (choice.options.length === 1)
      choice.append(...cases.map(({ id, title }) => new Option(title, id)));
  };
  const showSteps = async () => {
    guide = undefined;
    all.hidden = true;
    list.replaceChildren();
    const wanted = choice.value;
    if (wanted === '') {
      tell('ready');
      return;
    }
    tell('loading');
    const answer = await fetchGuide(wanted, language);
    if (choice.value !== wanted) return;
    if (answer === 'missing' || answer === 'unreachable') {
      tell('failed');
      return;
    }
    guide = answer;
    tell('ready');
    all.hidden = false;
    list.lang = answer.language;
    list.replaceChildren(
      ...toRows(answer).map(({ row, plan }) => toChoice(picker, row, plan.code, said)),
    );
  };
  box.addEventListener('toggle', () => void fillCases());
  choice.addEventListener('change', () => void showSteps());
  all.addEventListener('click', () => {
    if (guide)
      void addNamed(
        ports,
        toRows(guide).map(({ plan }) => plan),
      );
  });
  list.addEventListener('click', ({ target }) => {
    const step = (target as Element).closest<HTMLElement>('[data-step]')?.dataset['step'];
    const row = guide && toRows(guide).find(({ plan }) => plan.code === step);
    if (row) void addNamed(ports, [row.plan]);
  });
}

/** The rows of a guide with what they are called in a plan. */
const toRows = ({ id, rows, codes }: PlanGuide) =>
  rows.flatMap((row) => {
    const [code] = Object.entries(codes).find(([, step]) => step === row.id) ?? [];
    return code === undefined ? [] : [{ row, plan: { kind: 'step' as const, case: id, code } }];
  });

function toChoice(
  picker: HTMLElement,
  { title, phase, minutes }: PlanGuide['rows'][number],
  code: string,
  said: PlanSaid,
): HTMLElement {
  const choice = copyOf(picker, 'step-choice');
  part(choice, 'step-title').textContent = title;
  part(choice, 'step-facts').textContent =
    phase === 'during'
      ? toTime(minutes.ideal, said)
      : (part(picker, 'step-list').dataset[phase] ?? '');
  const button = part(choice, 'step', HTMLButtonElement);
  button.dataset['step'] = code;
  part(button, 'name').append(`: ${title}`);
  return choice;
}

function toWhole(field: HTMLInputElement, otherwise: number): number {
  const minutes = Math.round(Number(field.value));
  return minutes >= 1 && minutes <= mostMinutes ? minutes : otherwise;
}
