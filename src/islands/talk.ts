import { hasWords } from '../model/own-talk.ts';
import { find } from './find.ts';
import { keepDraft } from './talk-draft.ts';
import { TalkForm } from './talk-form.ts';
import { OwnTalks } from './talk-own.ts';
import { openPage } from './talk-parts.ts';
import { takeWishes } from './talk-wish.ts';

/**
 * Helps whoever writes a reaction. Everything works without this too; with it the form stands in the page it is about,
 * and no word is lost, whatever happens to the tab, the network or the site.
 */
async function start(section: HTMLElement): Promise<void> {
  const page = await openPage(section);
  const { form, whole } = page;
  let hadWords = false;
  let shown: TalkForm | undefined;
  const drafting = keepDraft(form, whole || 'any', () => {
    shown?.show();
    const has = hasWords(drafting.desk.value);
    if (hadWords && !has && !form.contains(document.activeElement)) shown?.tellEmptied();
    hadWords = has;
  });
  hadWords = hasWords(drafting.desk.value);
  const own = new OwnTalks(page, section);
  const help = new TalkForm(page, drafting, (sent) => {
    own.add(sent);
  });
  shown = help;
  takeWishes(page, section, () => {
    help.open();
  });
  section.dataset['on'] = '';
}

const section = find(document, '#reageer');
// Where the form cannot be had, the links to its page stay.
start(section).catch(() => {
  section.dataset['failed'] = '';
});
