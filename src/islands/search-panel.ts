import { isAsking, readQuery, toParams, type Query } from '../search/query.ts';
import { openPagefind, type Pagefind } from '../search/pagefind.ts';
import { search, type Answer, type Found } from '../search/search.ts';
import { readParts, type Parts } from './search-parts.ts';
import { draw, drawNear } from './search-results.ts';

/**
 * Makes a search work: the form and what stands under it, on the search page and in the dialog alike.
 * On the page the address follows the question (`address`), so that every search is a link.
 */
export function startSearch(root: HTMLElement, { address }: { address: boolean }): void {
  const parts = readParts(root);
  let turn = 0;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let index: Pagefind | undefined;
  let attempts = 0;
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
    if (answer.state === 'zero') void drawNear(parts, query.text, isLatest);
  };

  const showMore = async () => {
    if (!found) return;
    const before = found;
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
  };

  const ask = async (query: Query): Promise<Answer | { state: 'missing' | 'failed' }> => {
    if (!index) {
      const opening = await openPagefind(
        attempts > 0 ? `/pagefind/pagefind.js?${String(attempts)}` : undefined,
      );
      attempts += 1;
      if (opening.state === 'missing') return opening;
      index = opening.pagefind;
    }
    try {
      return await search(index, query);
    } catch {
      return { state: 'failed' };
    }
  };

  const runSoon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void run(), 120);
  };

  if (address) writeForm(parts, readQuery(new URLSearchParams(location.search)));
  parts.input.addEventListener('input', runSoon);
  for (const box of parts.boxes) box.addEventListener('change', () => void run());
  for (const retry of parts.retries) retry.addEventListener('click', () => void run());
  parts.more.addEventListener('click', () => void showMore());
  parts.form.addEventListener('submit', (event) => {
    event.preventDefault();
    void run();
  });
  parts.clear.addEventListener('click', () => {
    for (const box of parts.boxes) box.checked = false;
    parts.input.focus();
    void run();
  });
  parts.body.addEventListener('click', (event) => {
    const target = event.target as Element;
    const near = target.closest<HTMLElement>('[data-near]');
    const chip = target.closest<HTMLElement>('[data-chip]');
    if (near) {
      event.preventDefault();
      writeForm(parts, { ...readForm(parts), text: near.textContent });
    } else if (chip) {
      const box = parts.boxes.find(
        ({ name, value }) => `${name}:${value}` === chip.dataset['chip'],
      );
      if (box) box.checked = false;
    } else return;
    parts.input.focus();
    void run();
  });
  root.addEventListener('keydown', (event) => {
    moveBetweenHits(parts, event);
  });
  void run();
}

function readForm({ input, boxes }: Parts): Query {
  const params = new URLSearchParams({ q: input.value });
  for (const box of boxes) if (box.checked) params.append(box.name, box.value);
  return readQuery(params);
}

function writeForm({ input, boxes }: Parts, { text, chosen }: Query): void {
  input.value = text;
  for (const box of boxes) {
    const values = chosen[box.name as keyof typeof chosen];
    box.checked = values?.includes(box.value) ?? false;
  }
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
