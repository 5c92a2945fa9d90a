import type { Tongue } from './language.ts';
import { toWords } from './text.ts';

/** Tells how much better a passage is because the words stand in it as they were asked, side by side. */
export type Nearness = (text: string) => number;

/** Every word more in a row adds this much; the whole question as it was asked, this much more. */
const forEach = 0.25;
const forWhole = 1.5;

/**
 * “Vrij ruilen in een app” says more together than apart. Common words count along, but no row is of these alone.
 * @example createNearness('lege stoel', toTongue('nl'))('Zet er een lege stoel neer.') // => 1.25
 */
export function createNearness(text: string, { stem, isCommon }: Tongue): Nearness {
  const asked = toWords(text).slice(0, 24);
  const stems = asked.map(stem);
  const telling = asked.map((word) => !isCommon(word));
  const starts = Map.groupBy(stems.keys(), (at) => stems[at]);
  return (passage) => {
    if (asked.length < 2) return 1;
    const words = toWords(passage).map(stem);
    let longest = 1;
    words.forEach((word, at) => {
      for (const start of starts.get(word) ?? []) {
        let length = 1;
        while (stems[start + length] !== undefined && words[at + length] === stems[start + length])
          length += 1;
        const isTelling = telling.slice(start, start + length).filter(Boolean).length > 1;
        if (length > longest && isTelling) longest = length;
      }
    });
    const isWhole = longest === asked.length && longest > 2;
    return (1 + forEach * (longest - 1)) * (isWhole ? forWhole : 1);
  };
}
