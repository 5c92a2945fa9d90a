import type { FieldProblem } from '../model/draft.ts';
import { emptyDraft, isSameTalk, type OwnTalk, type TalkDraft } from '../model/own-talk.ts';
import { download } from './download.ts';
import { find, part } from './find.ts';
import { deliver, renew, type Delivered } from './talk-deliver.ts';
import { newKey, type Drafting } from './talk-draft.ts';
import { copy, listen } from './talk-parts.ts';
import { clearProblems, markProblems } from './talk-problems.ts';
import type { TalkSays } from './talk-words.ts';

export interface TalkFormParts {
  form: HTMLFormElement;
  /** What the page has no room for until it is needed. */
  parts: ParentNode;
  says: TalkSays;
  drafting: Drafting;
  /** Where one’s own contributions are asked for. */
  said: string;
  /** Called with what arrived. */
  sent: (own: OwnTalk) => void;
}

/** Sends a form without leaving the page, and tells what came of it. The draft goes only when its words have arrived. */
export class TalkForm {
  readonly #given: TalkFormParts;
  readonly #status: HTMLElement;
  readonly #notices: HTMLElement;
  readonly #failed: HTMLElement;
  readonly #arrived: HTMLElement;
  readonly #button: HTMLButtonElement;
  #isSending = false;

  constructor(given: TalkFormParts) {
    const { form, parts, says } = given;
    this.#given = given;
    this.#status = find(form, '[role=status]');
    this.#notices = part(parts, 'notices');
    this.#failed = part(parts, 'failed');
    this.#arrived = part(parts, 'arrived');
    this.#button = find(form, '[data-send]', HTMLButtonElement);
    this.#button.textContent = this.#button.dataset['send'] ?? '';
    this.#button.nextElementSibling?.remove();
    form.prepend(this.#notices);
    this.#button.parentElement?.before(this.#failed);
    form.before(this.#arrived);
    listen(this.#notices, {
      turn: () => {
        this.#turn();
      },
      'aside-save': () => {
        for (const each of given.drafting.keep.readAside())
          download('draft.json', each, 'application/json');
      },
      'aside-forget': () => {
        given.drafting.keep.forgetAside();
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
      event.preventDefault();
      void this.#send();
    });
    form.addEventListener('input', ({ target }) => {
      part(this.#notices, 'notice').hidden = true;
      if (target instanceof HTMLElement)
        clearProblems(form, target.getAttribute('name') ?? undefined);
    });
    addEventListener('beforeunload', (event) => {
      const { desk } = given.drafting;
      if (desk.state !== 'kept' && desk.value.fields['words']) event.preventDefault();
    });
    if (given.drafting.isRestored) this.#tell('restored');
    this.show();
  }

  /** Tells how the draft is kept. The form itself shows what is in it already. */
  show(): void {
    const { says, drafting } = this.#given;
    const { state, value } = drafting.desk;
    part(this.#notices, 'aside').hidden = drafting.keep.read().aside.length === 0;
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
    this.#given.form.hidden = false;
  }

  #tell(what: 'restored' | 'emptied'): void {
    const { draft } = this.#given.says;
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
    const { desk } = this.#given.drafting;
    const isRestored = part(this.#notices, 'notice').dataset['what'] === 'restored';
    clearProblems(this.#given.form);
    if (isRestored) desk.change(emptyDraft);
    else desk.undo();
    this.#tell(isRestored ? 'emptied' : 'restored');
  }

  async #send(): Promise<void> {
    if (this.#isSending) return;
    const { form, drafting, said } = this.#given;
    const { desk } = drafting;
    this.#isSending = true;
    this.#button.setAttribute('aria-busy', 'true');
    this.#failed.hidden = true;
    clearProblems(this.#given.form);
    this.#say(this.#given.says.sending);
    if (desk.value.key === '') desk.change({ ...desk.value, key: newKey() });
    const outcome = await deliver(desk, form.action, said);
    this.#button.removeAttribute('aria-busy');
    this.#show(outcome);
    this.#isSending = false;
  }

  #show(outcome: Delivered): void {
    const { says, form } = this.#given;
    if (outcome.kind === 'kept') {
      this.#showArrived(outcome.own, outcome.draft);
      return;
    }
    if (outcome.kind === 'wrong') {
      this.#showProblems(outcome.problems);
      return;
    }
    const { refusals, failed } = says;
    const why =
      outcome.kind === 'failed'
        ? failed.why[outcome.why]
        : (Object.entries(refusals).find(([name]) => name === outcome.refusal)?.[1] ?? '');
    this.#showFailed(why);
    form.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }

  #showFailed(why: string): void {
    const { failed } = this.#given.says;
    const isKept = this.#given.drafting.desk.state === 'kept';
    this.#say('');
    part(this.#failed, 'why').textContent = `${why} ${isKept ? failed.kept : failed.unkept}`;
    part(this.#failed, 'copied').textContent = '';
    this.#failed.hidden = false;
    this.#failed.scrollIntoView({ block: 'nearest' });
  }

  #showProblems(problems: readonly FieldProblem[]): void {
    const { form, says } = this.#given;
    const others = markProblems(form, problems, says);
    if (others.length > 0) this.#showFailed(others.join(' '));
    else this.#say(says.wrong);
    const first = form.querySelector<HTMLElement>('[aria-invalid]');
    (first?.querySelector<HTMLElement>('input') ?? first)?.focus();
  }

  #showArrived(own: OwnTalk, sent: TalkDraft | undefined): void {
    const { form, drafting, says } = this.#given;
    const { desk } = drafting;
    this.#given.sent(own);
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
