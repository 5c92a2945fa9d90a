import { toNearTerms, type NearTerm } from '../search/near-terms.ts';
import type { Piece } from '../search/excerpt.ts';
import type { Counts } from '../search/pagefind.ts';
import { hasWords, isNarrowed, toParams, type Query } from '../search/query.ts';
import type { Answer, Finding, Found, Group } from '../search/search.ts';
import { fillIn } from './fill-in.ts';
import { copyTemplate, type Parts } from './search-parts.ts';

export type Shown = Answer | { state: 'loading' | 'missing' | 'failed' };

/** Shows how a search stands: one line that is read aloud, the help that goes with it, and the hits. */
export function draw(parts: Parts, query: Query, shown: Shown): void {
  for (const each of parts.states) each.hidden = each.dataset['state'] !== shown.state;
  parts.status.textContent = toSentence(parts, query, shown);
  parts.near.replaceChildren();
  drawChosen(parts);
  if ('counts' in shown) drawCounts(parts, shown.counts);
  // While a search is slow the former hits stay, so that the page does not jump.
  if (shown.state === 'loading' && parts.results.childElementCount > 0) {
    for (const each of parts.states) each.hidden = true;
    return;
  }
  parts.results.replaceChildren(
    ...(shown.state === 'found' ? shown.groups.map((group) => toElement(parts, group)) : []),
  );
  parts.more.hidden = shown.state !== 'found' || shown.left === 0;
}

function toSentence({ words }: Parts, { text, chosen }: Query, shown: Shown): string {
  if (shown.state === 'found') return toCount(words, shown);
  if (shown.state !== 'zero') return words[shown.state];
  if (text.trim() !== '' && !hasWords(text) && !isNarrowed(chosen)) return words.zeroSymbols;
  return hasWords(text) ? fillIn(words.zero, { text: toShort(text.trim()) }) : words.zeroFiltered;
}

function toCount(words: Parts['words'], { groups, left }: Found): string {
  const n = groups.reduce((sum, { findings }) => sum + findings.length, 0);
  const findings = n === 1 ? words.findingsOne : fillIn(words.findingsMany, { n });
  const pages =
    groups.length === 1 ? words.pagesOne : fillIn(words.pagesMany, { n: groups.length });
  return fillIn(left > 0 ? words.foundSome : words.found, { findings, pages });
}

const toShort = (text: string): string => {
  const letters = Array.from(text);
  return letters.length > 60 ? `${letters.slice(0, 60).join('')}…` : text;
};

function drawChosen({ boxes, chosen, chips, clear, words, body }: Parts): void {
  const checked = boxes.filter((box) => box.checked);
  chosen.textContent = checked.length > 0 ? fillIn(words.chosen, { n: checked.length }) : '';
  clear.hidden = checked.length === 0;
  chips.replaceChildren(
    ...checked.map((box) => {
      const chip = copyTemplate({ body }, 'chip');
      chip.dataset['chip'] = `${box.name}:${box.value}`;
      chip.prepend(
        box.closest('label')?.querySelector('[data-name]')?.textContent ?? box.value,
        ' ',
      );
      return chip;
    }),
  );
}

function drawCounts({ boxes }: Parts, counts: Counts): void {
  for (const box of boxes) {
    const count = counts[box.name]?.[box.value] ?? 0;
    // A chosen value stays usable, or it could not be undone.
    box.disabled = count === 0 && !box.checked;
    const shown = box.closest('label')?.querySelector('[data-count]');
    if (shown) shown.textContent = String(count);
  }
}

function toElement(parts: Parts, { title, kind, facts, findings }: Group): HTMLElement {
  const group = copyTemplate(parts, 'group');
  const kinds: Record<string, string> = parts.words.kind;
  fillSlot(group, 'title', title);
  fillSlot(group, 'kind', [kinds[kind] ?? '', facts].filter(Boolean).join(', '));
  group.append(...findings.map((finding) => toLink(parts, finding)));
  return group;
}

function toLink(parts: Parts, { title, href, pieces, mark, where }: Finding): HTMLElement {
  const link = copyTemplate(parts, 'finding');
  link.setAttribute('href', href);
  fillSlot(link, 'title', title);
  fillSlot(link, 'text', ...pieces.map(toNode));
  fillSlot(link, 'where', where);
  link.classList.toggle('voice', mark === 'dissent');
  const sign = toSign(parts, mark);
  if (sign) fillSlot(link, 'sign', sign);
  return link;
}

/** The shapes of the steps stand beside their filters; dissent has one of its own. */
function toSign(parts: Parts, mark: string): Node | undefined {
  if (mark === '') return undefined;
  if (mark === 'dissent') return copyTemplate(parts, 'dissent');
  return parts.body.querySelector(`[data-mark="${CSS.escape(mark)}"]`)?.cloneNode(true);
}

function toNode({ text, marked }: Piece): Node {
  if (!marked) return document.createTextNode(text);
  const mark = document.createElement('mark');
  mark.textContent = text;
  return mark;
}

const fillSlot = (element: HTMLElement, name: string, ...content: (Node | string)[]): void =>
  element.querySelector(`[data-slot=${name}]`)?.replaceChildren(...content);

/** Adds the glossary terms that come near to words that were not found. */
export async function drawNear(parts: Parts, text: string, isLatest: () => boolean): Promise<void> {
  const terms = await readTerms(parts.body.dataset['terms'] ?? '');
  if (!isLatest()) return;
  const links = toNearTerms(text, terms).map(({ term }) => {
    const link = copyTemplate(parts, 'near');
    link.textContent = term;
    link.setAttribute('href', `${parts.form.action}?${toParams({ text: term, chosen: {} })}`);
    return link;
  });
  const between = (index: number) =>
    index === 0 ? ' ' : index === links.length - 1 ? ` ${parts.near.dataset['or'] ?? ''} ` : ', ';
  if (links.length === 0) return;
  parts.near.replaceChildren(
    parts.near.dataset['lead'] ?? '',
    ...links.flatMap((link, index) => [between(index), link]),
    '?',
  );
}

/** Without the list there are no near terms; the link to all pages is still there. */
async function readTerms(address: string): Promise<NearTerm[]> {
  try {
    return (await (await fetch(address)).json()) as NearTerm[];
  } catch {
    return [];
  }
}
