import type { FieldProblem } from '../model/draft.ts';
import { emptyDraft, isSameTalk, type OwnTalk, type TalkDraft } from '../model/own-talk.ts';
import { download } from './download.ts';
import { find, part } from './find.ts';
import { deliver, renew, type Delivered } from './talk-deliver.ts';
import { newKey, type Drafting } from './talk-draft.ts';
import { copy, listen, type TalkPage } from './talk-parts.ts';
import { clearProblems, markProblems } from './talk-problems.ts';

/** Sends a form without leaving the page, and tells what came of it. The draft goes only when its words have arrived. */
export class TalkForm {
  readonly #page: TalkPage;
  readonly #drafting: Drafting;
  readonly #tellSent: (own: OwnTalk) => void;
  readonly #status: HTMLElement;
  readonly #notices: HTMLElement;
  readonly #failed: HTMLElement;
  readonly #arrived: HTMLElement;
  readonly #button: HTMLElement;
  #isSending = false;

  constructor(page: TalkPage, drafting: Drafting, sent: (own: OwnTalk) => void) {
    const { form, parts, says } = page;
    this.#page = page;
    this.#drafting = drafting;
    this.#tellSent = sent;
    this.#status = find(form, '[role=status]');
    this.#notices = part(parts, 'notices');
    this.#failed = part(parts, 'failed');
    this.#arrived = part(parts, 'arrived');
    this.#button = part(parts, 'send');
    form.prepend(this.#notices);
    find(form, ':scope > .daden').replaceWith(this.#failed, part(parts, 'acts'));
    form.before(this.#arrived);
    listen(this.#notices, {
      turn: () => {
        this.#turn();
      },
      'aside-save': () => {
        for (const each of drafting.keep.readAside())
          download('draft.json', each, 'application/json');
      },
      'aside-forget': () => {
        drafting.keep.forgetAside();
        this.show();
      },
    });
    listen(this.#failed, {
      retry: () => {
        form.requestSubmit();
      },
      copy: () => {
        const words = find(form, '[name=words]', HTMLTextAreaElement).value;
        void copy(words, part(this.#failed, 'copied'), says.failed);
      },
    });
    listen(this.#arrived, {
      copy: () => {
        const { textContent } = part(this.#arrived, 'code');
        void copy(textContent, part(this.#arrived, 'copied'), says.sent);
      },
      again: () => {
        this.#arrived.hidden = true;
        form.hidden = false;
        find(form, 'input[type=radio], textarea').focus();
      },
    });
    form.addEventListener('submit', (event) => {
      // How it will look, a page of the server shows.
      if ((event.submitter as HTMLButtonElement | null)?.name === 'key') return;
      event.preventDefault();
      void this.#send();
    });
    form.addEventListener('input', ({ target }) => {
      part(this.#notices, 'notice').hidden = true;
      if (target instanceof HTMLElement)
        clearProblems(form, target.getAttribute('name') ?? undefined);
    });
    addEventListener('beforeunload', (event) => {
      const { desk } = drafting;
      if (desk.state !== 'kept' && desk.value.fields['words']) event.preventDefault();
    });
    if (drafting.isRestored) this.#tell('restored');
    this.show();
  }

  /** Tells how the draft is kept. The form itself shows what is in it already. */
  show(): void {
    const { says } = this.#page;
    const { keep, desk } = this.#drafting;
    const { state, value } = desk;
    part(this.#notices, 'aside').hidden = keep.read().aside.length === 0;
    if (this.#isSending) return;
    this.#say(value.key === '' && state === 'kept' ? '' : says.draft[state]);
  }

  /** Another tab, or a press here, emptied the form: it can be put back. */
  tellEmptied(): void {
    if (!this.#isSending && this.#arrived.hidden) this.#tell('emptied');
  }

  /** Shows the form again, for whoever wants to answer something now. */
  open(): void {
    this.#arrived.hidden = true;
    this.#page.form.hidden = false;
  }

  #tell(what: 'restored' | 'emptied'): void {
    const { draft } = this.#page.says;
    const isRestored = what === 'restored';
    const notice = part(this.#notices, 'notice');
    part(notice, 'told').textContent = draft[what];
    part(notice, 'why').textContent = draft[`${what}Why`];
    const button = find(notice, 'button');
    button.textContent = isRestored ? draft.throwAway : draft.putBack;
    notice.dataset['what'] = what;
    notice.hidden = false;
  }

  /** Throws the draft away, or puts it back. */
  #turn(): void {
    const { desk } = this.#drafting;
    const isRestored = part(this.#notices, 'notice').dataset['what'] === 'restored';
    clearProblems(this.#page.form);
    if (isRestored) desk.change(emptyDraft);
    else desk.undo();
    this.#tell(isRestored ? 'emptied' : 'restored');
  }

  async #send(): Promise<void> {
    if (this.#isSending) return;
    const { form, said } = this.#page;
    const { desk } = this.#drafting;
    this.#isSending = true;
    this.#button.setAttribute('aria-busy', 'true');
    this.#failed.hidden = true;
    clearProblems(this.#page.form);
    this.#say(this.#page.says.sending);
    if (desk.value.key === '') desk.change({ ...desk.value, key: newKey() });
    const outcome = await deliver(desk, form.action, said);
    this.#button.removeAttribute('aria-busy');
    this.#show(outcome);
    this.#isSending = false;
  }

  #show(outcome: Delivered): void {
    const { says, sentences } = this.#page;
    if (outcome.kind === 'kept') {
      this.#showArrived(outcome.own, outcome.draft);
      return;
    }
    if (outcome.kind === 'wrong') {
      this.#showProblems(outcome.problems);
      return;
    }
    const why =
      outcome.kind === 'failed'
        ? says.failed.why[outcome.why]
        : (sentences.refusals[outcome.refusal] ?? '');
    this.#showFailed(why);
  }

  #showFailed(why: string): void {
    const { failed } = this.#page.says;
    const isKept = this.#drafting.desk.state === 'kept';
    this.#say('');
    part(this.#failed, 'why').textContent = `${why} ${isKept ? failed.kept : failed.unkept}`;
    part(this.#failed, 'copied').textContent = '';
    this.#failed.hidden = false;
    this.#failed.scrollIntoView({ block: 'nearest' });
  }

  #showProblems(problems: readonly FieldProblem[]): void {
    const { form, says, sentences } = this.#page;
    const others = markProblems(form, problems, sentences);
    if (others.length > 0) this.#showFailed(others.join(' '));
    else this.#say(says.wrong);
    form.querySelector<HTMLElement>('[data-wrong] input, [aria-invalid]')?.focus();
  }

  #showArrived(own: OwnTalk, sent: TalkDraft | undefined): void {
    const { form, says } = this.#page;
    const { desk } = this.#drafting;
    this.#tellSent(own);
    // Whoever went on writing meanwhile keeps that, as something new.
    const isLeft = sent !== undefined && !isSameTalk(sent.fields, desk.value.fields);
    if (isLeft) renew(desk);
    else desk.change(emptyDraft);
    part(this.#notices, 'notice').hidden = true;
    this.#say(isLeft ? says.draft[desk.state] : '');
    part(this.#arrived, 'code').textContent = own.code;
    part(this.#arrived, 'left').hidden = !isLeft;
    part(this.#arrived, 'copied').textContent = '';
    find(this.#arrived, '[name=code]', HTMLInputElement).value = own.code;
    this.#arrived.hidden = false;
    form.hidden = true;
    find(this.#arrived, 'h4').focus();
  }

  /** Saying the same again is silent: it is the same text. */
  #say(sentence: string): void {
    if (this.#status.textContent !== sentence) this.#status.textContent = sentence;
  }
}
