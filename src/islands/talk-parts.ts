import { find, part } from './find.ts';
import style from './talk.css?url&no-inline';
import type { TalkSays } from './talk-words.ts';

/**
 * What helping a form needs besides the form: notices and sentences. It stands in the page of the form; other pages are
 * spared its weight until somebody comes near their form.
 */
export async function fetchParts(
  form: HTMLFormElement,
): Promise<{ parts: ParentNode; says: TalkSays }> {
  const here = document.querySelector<HTMLTemplateElement>('[data-talk-parts]');
  const { content } = here ?? (await fetchTemplate(form.action));
  const parts = document.importNode(content, true);
  return { parts, says: JSON.parse(part(parts, 'says').textContent) as TalkSays };
}

async function fetchTemplate(address: string): Promise<HTMLTemplateElement> {
  const answer = await fetch(address);
  // Even in a page that is only read, the policy of this page refuses a <style>: it is left out.
  const text = (await answer.text()).replaceAll(/<style[\s\S]*?<\/style>/g, '');
  const page = new DOMParser().parseFromString(text, 'text/html');
  return find(page, '[data-talk-parts]', HTMLTemplateElement);
}

/** Brings the style of a form that stands in a page about something else, and of what the programs add to it. */
export function addStyles(form: HTMLFormElement): void {
  for (const href of [form.dataset['style'], style])
    if (href)
      document.head.append(
        Object.assign(document.createElement('link'), { rel: 'stylesheet', href }),
      );
}

/** Calls what belongs to the `data-do` of a button that is pressed. */
export function listen(root: HTMLElement, acts: Record<string, () => void>): void {
  root.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-do]') : null;
    acts[button?.dataset['do'] ?? '']?.();
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
