import { hasWords, type OwnTalk } from '../model/own-talk.ts';
import { find } from './find.ts';
import { keepDraft } from './talk-draft.ts';
import { TalkForm } from './talk-form.ts';
import { isNot, keepOwn } from './talk-own-keep.ts';
import type { OwnTalks } from './talk-own.ts';
import { openPage, type TalkPage } from './talk-parts.ts';
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
  const own = showOwn(page, section);
  const help = new TalkForm(page, drafting, own);
  shown.help = help;
  takeWishes(page, section, () => {
    help.open();
  });
  section.dataset['on'] = '';
}

/** Brings the list of what a reader sent, where there is any; gives the way to add to it. */
function showOwn(page: TalkPage, section: HTMLElement): (sent: OwnTalk) => void {
  const keep = keepOwn();
  let list: Promise<OwnTalks> | undefined;
  const show = () =>
    (list ??= import('./talk-own.ts').then(({ OwnTalks }) => new OwnTalks(page, section, keep)));
  // Kept it is in any case: where the list cannot be had now, a later visit shows it.
  const tryToShow = () => {
    show().catch(() => (list = undefined));
  };
  keep.watch(tryToShow);
  if (keep.read().value.length > 0) tryToShow();
  return (sent) => {
    const { state } = keep.update((all) => [...all.filter(isNot(sent)), sent]);
    if (state === 'kept') return;
    show().then(
      (shown) => {
        shown.add(sent);
      },
      () => (list = undefined),
    );
  };
}

const section = find(document, '#reageer');
// Where the form cannot be had, the links to its page stay.
start(section).catch(() => {
  section.dataset['failed'] = '';
});
