import { find, findAll, part } from './find.ts';
import { listen, type TalkPage } from './talk-parts.ts';

/**
 * Takes what a link or a selected sentence wants of the form: about which step, on which sentence, to which voice. It is left
 * with the section of the form, since whoever leaves it may be earlier than this program.
 */
export function takeWishes(
  { form, parts, says }: TalkPage,
  section: HTMLElement,
  open: () => void,
): void {
  const about = part(parts, 'about');
  find(form, '[name=words]').closest('.veld')?.before(about);
  const field = (name: string) => find(form, `[name=${name}]`, HTMLInputElement);
  const change = () => form.dispatchEvent(new Event('input', { bubbles: true }));
  const show = () => {
    const on = field('on').value;
    const to = field('to').value;
    about.hidden = on === '' && to === '';
    part(about, 'what').textContent = to === '' ? says.about.sentence : says.about.voice;
    const voice = to === '' ? null : document.getElementById(`stem-${to}`);
    part(about, 'quote').textContent =
      on || (voice?.querySelector('.lees')?.textContent.trim() ?? '');
  };
  const forget = () => {
    field('on').value = '';
    field('to').value = '';
    change();
  };
  const take = () => {
    const { wish } = section.dataset;
    if (wish === undefined) return;
    delete section.dataset['wish'];
    const wanted = Object.fromEntries<string | undefined>(new URLSearchParams(wish));
    open();
    field('on').value = wanted['on'] ?? '';
    field('to').value = wanted['to'] ?? '';
    const subject = find(form, '[name=subject]', HTMLSelectElement);
    subject.value = wanted['subject'] ?? subject.value;
    for (const radio of findAll(form, '[name=stance]'))
      if (radio instanceof HTMLInputElement && radio.value === wanted['stance'])
        radio.checked = true;
    change();
    find(form, wanted['stance'] ? 'textarea' : '[name=stance]').focus();
  };
  listen(about, {
    forget: () => {
      forget();
      find(form, 'textarea').focus();
    },
  });
  form.addEventListener('input', ({ target }) => {
    // A sentence or a voice belongs to one step: with another step it goes.
    if (target instanceof HTMLSelectElement && target.name === 'subject') forget();
    show();
  });
  section.addEventListener('wish', take);
  take();
  show();
}
