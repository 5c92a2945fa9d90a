/** A line in a list that a group makes: a topic, a proposal, or what was added so that people can come along. */
export interface Item {
  id: string;
  text: string;
}

export type ListChange =
  | { type: 'add'; text: string }
  | { type: 'edit'; id: string; text: string }
  | { type: 'remove'; id: string }
  | { type: 'move'; id: string; by: -1 | 1 };

/** More would not fit a wall, and longer would be no line. */
export const mostItems = 60;
export const mostCharacters = 240;

/** The list after a change; the same list when the change is impossible. */
export function changeList<I extends Item>(
  list: readonly I[],
  change: ListChange,
  create: (text: string) => I,
): readonly I[] {
  if (change.type === 'add') {
    const text = toCleanText(change.text);
    return text === '' || list.length >= mostItems ? list : [...list, create(text)];
  }
  const index = list.findIndex(({ id }) => id === change.id);
  const item = list[index];
  if (!item) return list;
  if (change.type === 'remove') return list.filter((each) => each !== item);
  if (change.type === 'move') return swap(list, index, index + change.by);
  const text = toCleanText(change.text);
  return text === '' || text === item.text ? list : list.with(index, { ...item, text });
}

/** One line without spaces around it. @example toCleanText(' a\n b ') // => 'a b' */
export const toCleanText = (text: string): string =>
  text.replaceAll(/\s+/g, ' ').trim().slice(0, mostCharacters).trimEnd();

function swap<I>(list: readonly I[], one: number, other: number): readonly I[] {
  const [a, b] = [list[one], list[other]];
  return a === undefined || b === undefined ? list : list.with(one, b).with(other, a);
}
