import { fillIn } from './fill-in.ts';
import { find, findAll } from './find.ts';

export interface Found {
  about: string;
  result: 'fits' | 'look' | 'know';
  /** What gave rise to it, as a sentence; empty when there is nothing to name. */
  found: string;
}

export type FindingWords = Record<'empty' | 'allFit' | 'oneLook' | 'someLooks', string>;

/** Shows at every aspect what was found, and sums it up; without findings the list stands as it was. */
export function showFindings(root: HTMLElement, findings: Found[], words: FindingWords): void {
  for (const aspect of findAll(root, '[data-about]')) {
    const finding = findings.find(({ about }) => about === aspect.dataset['about']);
    const state = finding?.result ?? 'none';
    aspect.dataset['result'] = state;
    for (const part of findAll(aspect, '[data-when]'))
      part.hidden = !(part.dataset['when'] ?? '').split(' ').includes(state);
    const text = find(aspect, '[data-found]');
    text.textContent = finding?.found ?? '';
    text.hidden = text.textContent === '';
  }
  const looks = findings.filter(({ result }) => result === 'look').length;
  const said = find(root, '[data-said]');
  // Emptied first: saying the same thing twice is read aloud twice only when it changed in between.
  said.textContent = '';
  said.textContent =
    findings.length === 0
      ? words.empty
      : looks === 0
        ? words.allFit
        : looks === 1
          ? words.oneLook
          : fillIn(words.someLooks, { n: looks });
}
