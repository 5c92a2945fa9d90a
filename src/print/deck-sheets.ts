import { parse, serialize } from 'parse5';
import {
  findElements,
  getAttribute,
  remove,
  removeAttribute,
  setAttribute,
} from '../serving/page-tree.ts';
import { hasClass, toText } from './tree.ts';

/** A deck as its page prints it when a reader chose a format and a paper there. */
export interface DeckSheets {
  html: string;
  title: string;
  /** How many cards are in it, and in which languages their texts are. */
  cards: number;
  languages: ReadonlySet<string>;
}

/** Makes the choice on the page of a deck; the page stays whole, because its style sheet reads the choice from it. */
export function chooseFormat(
  html: string,
  { format, paper }: { format: string; paper: string },
): DeckSheets {
  const document = parse(html);
  const all = findElements(document, () => true);
  for (const element of all) {
    if (element.tagName === 'script') remove(element);
    // The policy of the site forbids what is added for printing; nothing from elsewhere is shown here.
    if (getAttribute(element, 'http-equiv') !== undefined) remove(element);
    if (getAttribute(element, 'type') !== 'radio') continue;
    const wanted = getAttribute(element, 'name') === 'papier' ? paper : format;
    if (getAttribute(element, 'value') === wanted) setAttribute(element, 'checked');
    else removeAttribute(element, 'checked');
  }
  const cards = all.filter((element) => hasClass(element, 'kaart'));
  const heading = all.find(({ tagName }) => tagName === 'h1');
  return {
    html: serialize(document),
    title: heading ? toText(heading) : '',
    cards: cards.length,
    languages: new Set(cards.flatMap((card) => getAttribute(card, 'lang') ?? [])),
  };
}
