import { find, findAll, part } from './find.ts';
import style from './talk.css?url&no-inline';
import type { TalkSays, TalkSentences } from './talk-words.ts';

/** The form of a page, with what helping it needs. */
export interface TalkPage {
  form: HTMLFormElement;
  /** Notices and other parts that come into the page when there is something to tell. */
  parts: DocumentFragment;
  says: TalkSays;
  sentences: TalkSentences;
  /** What the page is about, like `cases/sla`; empty where that is still to be chosen. */
  whole: string;
  /** Where one’s own contributions are asked for. */
  said: string;
}

/** Finds the form in its own page, or brings it from there into a page about something else, with its style. */
export async function openPage(section: HTMLElement): Promise<TalkPage> {
  const link = section.querySelector<HTMLAnchorElement>('a[href*="?subject="]');
  const page = link ? await fetchPage(link.pathname) : document;
  const { content } = find(page, '[data-talk-parts]', HTMLTemplateElement);
  const parts = document.importNode(content, true);
  const notices = part(parts, 'notices');
  const { said = '', style: ofForm = '' } = notices.dataset;
  await Promise.all([addStyle(style), link && addStyle(ofForm)]);
  const given = new URLSearchParams(link?.search).get('subject') ?? '';
  if (link) bring(find(page, '#reageer'), section, given);
  const form = find(section, 'form', HTMLFormElement);
  const [whole = ''] = find(form, 'select', HTMLSelectElement).value.split('#', 1);
  const readJson = (root: ParentNode, name: string): unknown =>
    JSON.parse(part(root, name).textContent);
  return {
    ...{ form, parts, said, whole },
    says: readJson(parts, 'says') as TalkSays,
    sentences: readJson(page, 'sentences') as TalkSentences,
  };
}

/** Calls what belongs to the `data-do` of a button that is pressed. */
export function listen(root: HTMLElement, acts: Record<string, () => void>): void {
  root.addEventListener('click', ({ target }) => {
    const button =
      target instanceof Element ? target.closest<HTMLElement>('[data-do], [data-act]') : null;
    acts[button?.dataset['do'] ?? button?.dataset['act'] ?? '']?.();
  });
}

/** Copies a text and says so, also when it could not. */
export async function copy(
  text: string,
  told: HTMLElement,
  says: { copied: string; notCopied: string },
): Promise<void> {
  told.textContent = '';
  try {
    await navigator.clipboard.writeText(text);
    told.textContent = says.copied;
  } catch {
    told.textContent = says.notCopied;
  }
}

async function fetchPage(address: string): Promise<Document> {
  const answer = await fetch(address);
  // Even in a page that is only read, the policy of this page refuses a <style>: it is left out.
  const text = (await answer.text()).replaceAll(/<style[\s\S]*?<\/style>/g, '');
  return new DOMParser().parseFromString(text, 'text/html');
}

/** A form without its style would push everything about; where the style cannot be had, the form stays where it is. */
const addStyle = (href: string): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const sheet = { rel: 'stylesheet', href, onload: resolve, onerror: reject };
    document.head.append(Object.assign(document.createElement('link'), sheet));
  });

/** Puts the form in the place of the links to it, for this page only. Its key was made for another one. */
function bring(from: HTMLElement, section: HTMLElement, whole: string): void {
  for (const option of findAll(from, '[name=subject] option'))
    if (option.getAttribute('value')?.split('#', 1)[0] !== whole) option.remove();
  for (const group of findAll(from, 'optgroup')) group.replaceWith(...group.childNodes);
  // While options go, the choice wanders.
  find(from, '[name=subject]', HTMLSelectElement).value = whole;
  find(from, '[name=key]', HTMLInputElement).value = '';
  const title = document.createElement('h4');
  const old = find(from, 'h2');
  title.id = old.id;
  title.textContent = old.textContent;
  old.replaceWith(title);
  section.replaceChildren(find(section, 'h3'), ...from.childNodes);
}
