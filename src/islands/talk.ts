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
  const shown: { help?: TalkForm; hadWords: boolean } = { hadWords: false };
  const drafting = keepDraft(form, whole || 'any', (isTyped) => {
    const has = hasWords(drafting.desk.value);
    shown.help?.show();
    if (shown.hadWords && !has && !isTyped) shown.help?.tellEmptied();
    shown.hadWords = has;
  });
  shown.hadWords = hasWords(drafting.desk.value);
  const own = new OwnTalks(page, section);
  const help = new TalkForm(page, drafting, (sent) => {
    own.add(sent);
  });
  shown.help = help;
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
