import type { RecordWords } from '../model/decision-record.ts';
import type { DecisionEvent } from '../model/decision.ts';
import { asksWhatIsNeeded, toAdditions, toDecision, type Process } from '../model/process.ts';
import type { Words } from '../words/index.ts';
import { fillIn } from './fill-in.ts';
import { findAll } from './find.ts';

/** Puts the texts of a group where they belong. They are only ever set as text, so markup in them stays text. */
export function showTexts(root: ParentNode, process: Process): void {
  const additions = toAdditions(process);
  for (const part of findAll(root, '[data-asked]')) part.textContent = process.question;
  for (const part of findAll(root, '[data-decision]')) part.textContent = toDecision(process);
  for (const part of findAll(root, '[data-added]'))
    part.replaceChildren(...additions.map(({ text }) => toLine(text)));
  for (const part of findAll(root, '[data-needed]')) part.hidden = !asksWhatIsNeeded(process);
  for (const part of findAll(root, '[data-added-none]')) part.hidden = additions.length > 0;
  for (const [selector, value] of [
    ['[data-question]', process.question],
    ['[data-wording]', toDecision(process)],
    ['[data-rule]', process.rule ?? ''],
  ] as const)
    for (const field of findAll(root, selector) as HTMLInputElement[])
      if (field !== document.activeElement) field.value = String(value);
  for (const box of findAll(root, '[data-sides]') as HTMLInputElement[])
    box.checked = process.sides > 1;
}

/** Tells the votes so far, in counts. */
export function showVotes(root: ParentNode, { votes }: Process, record: RecordWords): void {
  const toLines = () =>
    votes.map(({ round, called, counts }) => {
      const numbers = counts
        .filter(({ votes }) => votes.some((each) => each > 0))
        .map(({ text, votes }) => `${record.options[text] ?? text}: ${votes.join(' + ')}`)
        .join('; ');
      return toLine(`${record.rounds[round]}: ${record.called[called]}. ${numbers}.`);
    });
  for (const part of findAll(root, '[data-votes]')) part.replaceChildren(...toLines());
}

/** What is said after a change in a list; the rest is seen where it happens. */
export function toMessage(
  process: Process,
  event: DecisionEvent,
  live: Words['tools']['live'],
): string {
  if (event.type !== 'list') return '';
  const { list, change } = event;
  if (change.type === 'add') return fillIn(live.added, { text: change.text });
  if (change.type === 'edit') return fillIn(live.changed, { text: change.text });
  const index = process[list].findIndex(({ id }) => id === change.id);
  const text = process[list][index]?.text ?? '';
  return change.type === 'remove'
    ? fillIn(live.removed, { text })
    : fillIn(live.moved, { text, n: index + change.by + 1 });
}

function toLine(text: string): HTMLLIElement {
  const line = document.createElement('li');
  line.textContent = text;
  return line;
}
