/** Finds the parts of run mode by their name in the HTML; a part that is missing is a mistake of ours. */
export class RunParts {
  readonly #root: HTMLElement;

  constructor(root: HTMLElement) {
    this.#root = root;
  }

  get<E extends HTMLElement = HTMLElement>(
    name: string,
    kind: new () => E = HTMLElement as new () => E,
  ): E {
    const element = this.#root.querySelector(`[data-run="${name}"]`);
    if (element instanceof kind) return element;
    throw new Error(`Run mode cannot start: its part “${name}” is missing.`);
  }

  /** A new copy of what a template holds. */
  copy(name: string): HTMLElement {
    const first = this.get(name, HTMLTemplateElement).content.firstElementChild;
    return first?.cloneNode(true) as HTMLElement;
  }

  /** Writes a text where it changed, so that nothing is drawn, or read aloud, for nothing. */
  write(name: string, text: string): void {
    const element = this.get(name);
    if (element.textContent !== text) element.textContent = text;
  }

  /** Shows or hides a part, in every view that has it. */
  show(name: string, isShown: boolean): void {
    for (const element of this.#root.querySelectorAll<HTMLElement>(`[data-run="${name}"]`))
      element.hidden = !isShown;
  }

  /** Does something when a part is pressed. */
  on(name: string, act: () => void): void {
    this.get(name).addEventListener('click', act);
  }
}
