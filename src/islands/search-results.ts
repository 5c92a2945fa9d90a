import type { Counts } from '../search/counts.ts';
import type { Piece } from '../search/excerpt.ts';
import { hasWords, isNarrowed, type Query } from '../search/query.ts';
import type { Answer, Finding, Found, Group, Zero } from '../search/search.ts';
import { fillIn } from './fill-in.ts';
import { copyTemplate, type Parts } from './search-parts.ts';

export type Shown = Answer | { state: 'loading' | 'missing' | 'failed' };

/** Shows how a search stands: one line that is read aloud, the help that goes with it, and the hits. */
export function draw(parts: Parts, query: Query, shown: Shown): void {
  for (const each of parts.states) each.hidden = each.dataset['state'] !== shown.state;
  parts.status.textContent = toSentence(parts, query, shown);
  parts.spelled.replaceChildren();
  parts.near.replaceChildren();
  drawChosen(parts, query);
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

function toSentence({ words }: Parts, query: Query, shown: Shown): string {
  if (shown.state === 'zero') return toNothing(words, query, shown);
  if (shown.state !== 'found') return words[shown.state];
  const more = [
    toUnderstood(words, query, shown),
    toMissing(words, shown),
    shown.apart ? words.apart : '',
  ].filter(Boolean);
  return more.length === 0
    ? toCount(words, shown)
    : [`${toCount(words, shown)}.`, ...more].join(' ');
}

function toNothing(words: Parts['words'], query: Query, { common, unknown }: Zero): string {
  const isFiltered = isNarrowed(query);
  const text = toShort(query.text.trim());
  if (text !== '' && !hasWords(text) && !isFiltered) return words.zeroSymbols;
  if (!hasWords(text)) return words.zeroFiltered;
  if (common) return words.common;
  // When every word is known, it is the filters that leave nothing.
  return fillIn(isFiltered && unknown.length === 0 ? words.zeroWithFilters : words.zero, { text });
}

/** “8 mensen” among the words is a wish, not a word: that it was read so, is said. */
function toUnderstood(words: Parts['words'], given: Query, { query }: Found): string {
  const { time, people } = query;
  const read = [
    ...(time === given.time || time === undefined ? [] : [fillIn(words.chipTime, { n: time })]),
    ...(people === given.people || people === undefined
      ? []
      : [fillIn(words.chipPeople, { n: people })]),
  ];
  return read.length === 0 ? '' : fillIn(words.understood, { facts: read.join(', ') });
}

/** An honest search says which words it went without. */
function toMissing(words: Parts['words'], { unknown }: Found): string {
  if (unknown.length === 0) return '';
  const named = unknown.map((word) => `‘${toShort(word)}’`).join(', ');
  return fillIn(unknown.length === 1 ? words.without : words.withoutMany, { words: named });
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

function drawChosen({ boxes, chosen, chips, clear, words, body }: Parts, query: Query): void {
  const toChip = (name: string, text: string) => {
    const chip = copyTemplate({ body }, 'chip');
    chip.dataset['chip'] = name;
    chip.prepend(text, ' ');
    return chip;
  };
  const checked = boxes
    .filter((box) => box.checked)
    .map((box) => {
      const name = box.closest('label')?.querySelector('[data-name]')?.textContent;
      return toChip(`${box.name}:${box.value}`, name ?? box.value);
    });
  const { time, people } = query;
  const numbers = [
    ...(time === undefined ? [] : [toChip('time:', fillIn(words.chipTime, { n: time }))]),
    ...(people === undefined ? [] : [toChip('people:', fillIn(words.chipPeople, { n: people }))]),
  ];
  const all = [...checked, ...numbers];
  chosen.textContent = all.length > 0 ? fillIn(words.chosen, { n: all.length }) : '';
  clear.hidden = all.length === 0;
  chips.replaceChildren(...all);
}

/** Shows at every filter how much it would give. */
export function drawCounts({ boxes }: Parts, counts: Counts): void {
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
  fillSlot(link, 'title', ...title.map(toNode));
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
