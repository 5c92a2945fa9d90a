import { readFirst, readSecond, toExpected, type Process } from '../model/process.ts';
import { noneOfThese, secondOptions, toTotal } from '../model/vote.ts';
import type { Words } from '../words/index.ts';
import { fillIn } from './fill-in.ts';
import type { CountRow } from './vote-counts.ts';

type Live = Words['tools']['live'];

/** The rows of the vote that is being counted; none when there is no vote. */
export function toRows(
  { at, proposals, sides }: Process,
  live: Live,
  { options }: { options: Record<string, string> },
): CountRow[] {
  const apart = Array.from({ length: sides }, (_, side) => fillIn(live.side, { n: side + 1 }));
  const columns = sides === 1 ? [live.voices] : apart;
  const toFixed = (option: string) => ({ option, label: options[option] ?? option });
  if (at === 'vote' && proposals.length > 0)
    return [
      ...proposals.map(({ id, text }) => ({ option: id, label: text, columns })),
      { ...toFixed(noneOfThese), columns },
    ];
  if (at !== 'confirm') return [];
  return secondOptions.map((option) => ({
    ...toFixed(option),
    // Who left is counted for the whole group.
    columns: option === 'left' ? [live.voices] : columns,
  }));
}

/** What the vote that is being counted says, as a sentence. */
export function toReading(process: Process, live: Live): string {
  const { at, proposals, sides, counts } = process;
  const incomplete = sides === 1 ? live.incomplete : live.incompleteSides;
  if (at === 'vote' && proposals.length > 0) {
    const reading = readFirst(process);
    const toText = (id: string) => proposals.find((each) => each.id === id)?.text ?? '';
    if (reading.outcome === 'incomplete') return incomplete;
    if (reading.outcome === 'divided') return live[reading.reason];
    const text = toText(reading.leading);
    return reading.outcome === 'unanimous'
      ? fillIn(live.isUnanimous, { text })
      : fillIn(live.most, { ...reading, text });
  }
  if (at !== 'confirm') return '';
  const { outcome } = readSecond(process);
  if (outcome === 'incomplete') return incomplete;
  if (outcome === 'not-everyone') return live['not-everyone'];
  if (outcome === 'everyone') return live.isEveryone;
  const counted = toTotal(counts, 'along') + toTotal(counts, 'left');
  return fillIn(live.fewer, { total: toExpected(process), counted });
}
