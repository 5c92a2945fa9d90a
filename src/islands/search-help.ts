import { toNearTerms, type NearTerm } from '../search/near-terms.ts';
import { toParams } from '../search/query.ts';
import type { Zero } from '../search/search.ts';
import { listSpellings } from '../search/spelling.ts';
import type { Index } from '../search/store.ts';
import { copyTemplate, type Parts } from './search-parts.ts';

/** Helps on when nothing was found: words that look like it, and terms of the glossary that come near. */
export async function drawHelp(
  parts: Parts,
  { unknown, query }: Zero,
  index: Index,
  isLatest: () => boolean,
): Promise<void> {
  const [words, terms] = await Promise.all([
    unknown.length === 0 ? [] : index.readWords().catch(() => []),
    readTerms(parts.body.dataset['terms'] ?? ''),
  ]);
  if (!isLatest()) return;
  const spelled = unknown.flatMap((word) =>
    listSpellings(word, words, 3).map((each) => query.text.replace(word, each).trim()),
  );
  const known = new Set(spelled);
  const near = toNearTerms(query.text, terms)
    .map(({ term }) => term)
    .filter((term) => !known.has(term));
  drawLinks(parts, parts.spelled, spelled.slice(0, 3), '?');
  drawLinks(parts, parts.near, near, '?');
}

/** Shows what a reader asked before. */
export function drawRecent(parts: Parts, texts: readonly string[]): void {
  parts.recent.hidden = texts.length === 0;
  drawLinks(parts, parts.recents, texts, '.');
}

/** A sentence of links that each ask something: “Bedoel je … of …?” */
function drawLinks(parts: Parts, place: HTMLElement, texts: readonly string[], end: string): void {
  const links = texts.map((text) => {
    const link = copyTemplate(parts, 'near');
    link.textContent = text;
    link.setAttribute('href', `${parts.form.action}?${toParams({ text, chosen: {} })}`);
    return link;
  });
  const between = (at: number) =>
    at === 0 ? ' ' : at === links.length - 1 ? ` ${place.dataset['or'] ?? ''} ` : ', ';
  place.replaceChildren(
    ...(links.length === 0
      ? []
      : [place.dataset['lead'] ?? '', ...links.flatMap((link, at) => [between(at), link]), end]),
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
