import { checkQuestion } from '../model/question-check.ts';
import { find, findAll } from './find.ts';
import { showFindings, type FindingWords } from './findings.ts';

/** Looks along at a question. It keeps and sends nothing. */
class QuestionCheck extends HTMLElement {
  connectedCallback(): void {
    for (const part of findAll(this, '[data-live]')) part.hidden = false;
    find(this, 'form').addEventListener('submit', (event) => {
      event.preventDefault();
      this.#check();
    });
    find(this, '[data-try]').addEventListener('click', () => {
      this.#question.value = this.dataset['example'] ?? '';
      for (const side of this.#sides) side.value = '';
      this.#check();
    });
  }

  get #question(): HTMLTextAreaElement {
    return find(this, 'textarea', HTMLTextAreaElement);
  }

  get #sides(): HTMLInputElement[] {
    return findAll(this, '[data-side]') as HTMLInputElement[];
  }

  #check(): void {
    const words = JSON.parse(this.dataset['words'] ?? '{}') as FindingWords & { found: string };
    const language = this.dataset['language'] === 'en' ? 'en' : 'nl';
    const sides = this.#sides.map(({ value }) => value);
    const findings = checkQuestion(this.#question.value, language, sides).map(
      ({ about, result, found }) => ({
        about,
        result,
        found:
          found.length === 0 ? '' : `${words.found} ${found.map((word) => `‘${word}’`).join(', ')}`,
      }),
    );
    showFindings(this, findings, words);
    if (findings.length === 0) this.#question.focus();
  }
}

customElements.define('question-check', QuestionCheck);
