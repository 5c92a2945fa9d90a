import {
  emptyDraft,
  hasWords,
  isSameTalk,
  readTalkDraft,
  type TalkDraft,
  type TalkFields,
} from '../model/own-talk.ts';
import { createDesk, type Desk } from './desk.ts';
import { createKeep, type Keep } from './keep.ts';

/** The draft of a form, kept from the first keystroke. */
export interface Drafting {
  keep: Keep<TalkDraft>;
  desk: Desk<TalkDraft>;
  /** Whether the form began with what was written earlier. */
  isRestored: boolean;
}

/**
 * Keeps what stands in a form, one draft for all that a page is about, and puts back what was kept. `show` is called after every
 * change, also one in another tab, when the form already shows it.
 */
export function keepDraft(
  form: HTMLFormElement,
  at: string,
  show: (isTyped: boolean) => void,
): Drafting {
  for (const name of unseen) if (!form.elements.namedItem(name)) form.append(toHidden(name));
  const keep = createKeep<TalkDraft>({
    ...{ schema: 'talk-draft', at, version: 1 },
    empty: emptyDraft,
    check: readTalkDraft,
  });
  let isTyped = false;
  const desk = createDesk(keep, () => {
    fill(form, desk.value);
    show(isTyped);
  });
  const here = readForm(form);
  const kept = desk.value;
  // What the page itself came with, as when a preview is shown again, or a link asked for a step.
  const isGiven = here.key !== '';
  const isRestored = !hasWords(here) && hasWords(kept);
  if (hasWords(here) && !isSameTalk(here.fields, kept.fields)) desk.change(toKeyed(here));
  else if (isRestored && isGiven)
    desk.change({ ...kept, fields: { ...kept.fields, ...toFilled(here.fields) } });
  else if (kept.key !== '') fill(form, kept);
  form.addEventListener('input', () => {
    isTyped = true;
    desk.change({ ...desk.value, ...toKeyed(readForm(form)) });
    isTyped = false;
  });
  return { keep, desk, isRestored };
}

/** A new key: 192 random bits, as the server makes them. */
export const newKey = (): string =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(24))))
    .replaceAll('+', '-')
    .replaceAll('/', '_');

const toKeyed = (draft: TalkDraft): TalkDraft => ({ ...draft, key: draft.key || newKey() });

/** Fields that are sent along without being seen. */
const unseen = ['on', 'to', 'key'];

const toHidden = (name: string): HTMLInputElement =>
  Object.assign(document.createElement('input'), { type: 'hidden', name });

function readForm(form: HTMLFormElement): TalkDraft {
  const texts = [...new FormData(form)].filter(
    (field): field is [string, string] => typeof field[1] === 'string',
  );
  const { key = '', ...fields } = Object.fromEntries(texts);
  return { key, fields };
}

const toFilled = (fields: TalkFields): TalkFields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));

/** Shows a draft. What has nothing in it goes back to what the page came with, like the step that is chosen. */
function fill(form: HTMLFormElement, { key, fields }: TalkDraft): void {
  for (const field of form.elements) {
    if (field instanceof HTMLInputElement && field.type === 'radio')
      field.checked = fields[field.name] === field.value;
    else if (field instanceof HTMLSelectElement) {
      const wanted = [...field.options].find(({ value }) => value === fields[field.name]);
      const first = [...field.options].find(({ defaultSelected }) => defaultSelected);
      (wanted ?? first ?? field.options[0] ?? new Option()).selected = true;
    } else if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) {
      if (field.name === 'language') continue;
      const value = field.name === 'key' ? key : (fields[field.name] ?? '');
      // Setting the same again would move the caret of whoever is writing.
      if (field.value !== value) field.value = value;
    }
  }
}
