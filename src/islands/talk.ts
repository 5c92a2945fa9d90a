import { hasWords } from '../model/own-talk.ts';
import { keepDraft } from './talk-draft.ts';
import { TalkForm } from './talk-form.ts';
import { OwnTalks } from './talk-own.ts';
import { addStyles, fetchParts } from './talk-parts.ts';
import { takeWishes } from './talk-wish.ts';

/**
 * Helps whoever writes in the form of a page. Everything works without this too; with it no word is lost, whatever
 * happens to the tab, the network or the site. The draft comes first, as it needs nothing else.
 */
function start(form: HTMLFormElement): void {
  addStyles(form);
  const [whole = ''] = (form.elements.namedItem('subject') as HTMLSelectElement).value.split(
    '#',
    1,
  );
  let shown: TalkForm | undefined;
  let hadWords = false;
  const drafting = keepDraft(form, whole || 'any', () => {
    const has = hasWords(drafting.desk.value);
    shown?.show();
    if (hadWords && !has && document.activeElement?.closest('form') !== form) shown?.tellEmptied();
    hadWords = has;
  });
  hadWords = hasWords(drafting.desk.value);

  const help = async () => {
    const { parts, says } = await fetchParts(form);
    const { said = '' } = parts.querySelector<HTMLElement>('[data-said]')?.dataset ?? {};
    const own = new OwnTalks({ form, parts, says, whole, said });
    shown = new TalkForm({
      ...{ form, parts, says, drafting, said },
      sent: (sent) => {
        own.add(sent);
      },
    });
    takeWishes({ form, parts, says, open: () => shown?.open() });
    form.dataset['on'] = '';
  };
  // Where the parts cannot be had, the form stays a plain one, and is tried again once somebody writes.
  help().catch(() => {
    form.addEventListener('input', () => void help().catch(() => undefined), { once: true });
  });
}

const form = document.querySelector<HTMLFormElement>('form[data-talk]');
if (form) start(form);
