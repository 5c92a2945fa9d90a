import type { Language } from '../model/language.ts';
import { isAsking, readQuery, toParams, type Query } from '../search/query.ts';
import { search, type Answer, type Found } from '../search/search.ts';
import { openIndex, type Index } from '../search/store.ts';
import { drawHelp, drawRecent } from './search-help.ts';
import { readParts, type Parts } from './search-parts.ts';
import { createRecent } from './search-recent.ts';
import { draw, drawCounts } from './search-results.ts';

/**
 * Makes a search work: the form and what stands under it, on the search page and in the dialog alike.
 * On the page the address follows the question (`address`), so that every search is a link.
 */
export function startSearch(root: HTMLElement, { address }: { address: boolean }): void {
  const parts = readParts(root);
  const recent = createRecent();
  const language = document.documentElement.lang as Language;
  let turn = 0;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let index: Index | undefined;
  let found: Found | undefined;

  const run = async () => {
    clearTimeout(waiting);
    const query = readForm(parts);
    const mine = (turn += 1);
    const isLatest = () => mine === turn;
    if (address) history.replaceState(history.state, '', toAddress(location.pathname, query));
    parts.asPage.href = toAddress(parts.form.action, query);
    const slow = setTimeout(() => {
      if (isLatest()) draw(parts, query, { state: 'loading' });
    }, 150);
    const answer = await ask(query);
    clearTimeout(slow);
    if (!isLatest()) return;
    found = answer.state === 'found' ? answer : undefined;
    draw(parts, query, answer);
    if (answer.state === 'idle') drawRecent(parts, recent.read());
    if (answer.state === 'zero' && index) void drawHelp(parts, answer, index, isLatest);
    if ('count' in answer) void count(answer, isLatest);
  };

  /** After the findings: they need not wait for it. Without counts, everything can still be chosen. */
  const count = async (answer: Answer, isLatest: () => boolean) => {
    try {
      const counts = await answer.count();
      if (isLatest()) drawCounts(parts, counts);
    } catch {
      index = undefined;
    }
  };

  const showMore = async () => {
    if (!found) return;
    const before = found;
    try {
      const grown = await before.more();
      if (found !== before) return;
      found = grown;
      draw(parts, readForm(parts), grown);
      // What is new may stand in a group that was there already.
      const known = new Set(
        before.groups.flatMap(({ findings }) => findings.map(({ href }) => href)),
      );
      const links = [...parts.results.querySelectorAll('a')];
      links.find((link) => !known.has(link.getAttribute('href') ?? ''))?.focus();
    } catch {
      index = undefined;
      draw(parts, readForm(parts), { state: 'failed' });
    }
  };

  /** An index that was there may be gone: a new one takes its place when the site is built again. So it tries twice. */
  const ask = async (query: Query): Promise<Answer | { state: 'missing' | 'failed' }> => {
    for (const isFirst of [true, false]) {
      const isOpened = index === undefined;
      if (!index) {
        const opening = await openIndex(language);
        if (opening.state === 'missing') return opening;
        index = opening.index;
      }
      try {
        return await search(index, language, query);
      } catch {
        index = undefined;
        if (isOpened || !isFirst) return { state: 'failed' };
      }
    }
    return { state: 'failed' };
  };

  const runSoon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void run(), 80);
  };

  if (address) writeForm(parts, readQuery(new URLSearchParams(location.search)));
  for (const input of [parts.input, ...parts.numbers]) input.addEventListener('input', runSoon);
  for (const box of parts.boxes) box.addEventListener('change', () => void run());
  for (const retry of parts.retries) retry.addEventListener('click', () => void run());
  parts.more.addEventListener('click', () => void showMore());
  parts.form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (found) recent.add(parts.input.value);
    void run();
  });
  parts.clear.addEventListener('click', () => {
    for (const box of parts.boxes) box.checked = false;
    for (const number of parts.numbers) number.value = '';
    parts.input.focus();
    void run();
  });
  parts.body.addEventListener('click', (event) => {
    const target = event.target as Element;
    const near = target.closest<HTMLElement>('[data-near]');
    const chip = target.closest<HTMLElement>('[data-chip]');
    if (target.closest('.finding') && found) recent.add(parts.input.value);
    if (target.closest('[data-forget]')) {
      recent.forget();
      drawRecent(parts, []);
    } else if (near) {
      event.preventDefault();
      writeForm(parts, { ...readForm(parts), text: near.textContent });
    } else if (chip) removeChosen(parts, chip.dataset['chip'] ?? '');
    else return;
    parts.input.focus();
    void run();
  });
  root.addEventListener('keydown', (event) => {
    moveBetweenHits(parts, event);
  });
  void run();
}

function readForm({ input, boxes, numbers }: Parts): Query {
  const params = new URLSearchParams({ q: input.value });
  for (const box of boxes) if (box.checked) params.append(box.name, box.value);
  for (const number of numbers) params.append(number.name, number.value);
  return readQuery(params);
}

function writeForm({ input, boxes, numbers }: Parts, query: Query): void {
  input.value = query.text;
  for (const box of boxes) {
    const values = query.chosen[box.name as keyof typeof query.chosen];
    box.checked = values?.includes(box.value) ?? false;
  }
  for (const number of numbers) number.value = String(query[number.name as 'time'] ?? '');
}

/** @param chip the name of a facet and its value, like `kind:casus`; a number has no value */
function removeChosen({ boxes, numbers }: Parts, chip: string): void {
  for (const box of boxes) if (`${box.name}:${box.value}` === chip) box.checked = false;
  for (const number of numbers) if (`${number.name}:` === chip) number.value = '';
}

function toAddress(path: string, query: Query): string {
  const params = isAsking(query) || query.text !== '' ? toParams(query) : '';
  return params === '' ? path : `${path}?${params}`;
}

/** Arrows go from the field through the hits and back; Enter opens a hit because a hit is a link. */
function moveBetweenHits({ input, results }: Parts, event: KeyboardEvent): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const stops: HTMLElement[] = [input, ...results.querySelectorAll<HTMLElement>('a[href]')];
  const here = stops.indexOf(event.target as HTMLElement);
  const next = stops[here + (event.key === 'ArrowDown' ? 1 : -1)];
  if (here === -1) return;
  event.preventDefault();
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}
