import type { Card, CardPart } from './card.ts';
import { countLines, fixed, toHeight, type CardText } from './card-fit.ts';
import { toBeginning } from './spoken-text.ts';

/** One text on a card, apart from its front and its no. */
export type CardItem =
  | {
      kind: 'invitation' | 'says' | 'on' | 'wait' | 'pitfall' | 'space' | 'materials';
      text: string;
    }
  | { kind: 'does'; text: string; number: number };

/** One side of a printed card. */
export type CardSide =
  /** The name, what it is for, and the one question when there is room for it. */
  | { kind: 'front'; hasInvitation: boolean; isBig: boolean }
  /** What one does and says; on the last side also the no. */
  | { kind: 'inside'; items: CardItem[]; hasNo: boolean };

/** One card of paper. What does not fit on one goes on with the next: “1/2”, “2/2”. */
export interface PrintedCard {
  card: Card;
  at: number;
  of: number;
  front: CardSide;
  back: CardSide;
}

/** A text that fits on no card at all. */
export interface TooLong {
  state: 'too-long';
  card: Card;
  part: CardPart;
  text: string;
}

export type Splitting = { state: 'fits'; cards: PrintedCard[] } | TooLong;

/** Lays a card out on paper: nothing is lost, the order stays, and every side holds what fits on it. */
export function splitCard(given: Card): Splitting {
  const card = withFittingNo(given);
  const front = toFront(card);
  const items = toItems(card, front);
  const big = items.find((item) => toItemHeight(item) + fixed.group > most);
  if (big) return { state: 'too-long', card, part: toPart(big), text: big.text };
  if (toFrontHeight(card, front) > fixed.room)
    return { state: 'too-long', card, part: 'title', text: `${card.title} ${card.purpose}` };
  const sides = [front, ...toInsides(card, items)];
  const of = sides.length / 2;
  const cards = Array.from({ length: of }, (_, index): PrintedCard => ({
    card,
    at: index + 1,
    of,
    front: sides[2 * index] ?? front,
    back: sides[2 * index + 1] ?? front,
  }));
  return { state: 'fits', cards };
}

/** How high everything on a side is, in millimetres of an A6 card; `fixed.room` is what there is. */
export function toSideHeight(card: Card, one: CardSide): number {
  if (one.kind === 'front') return toFrontHeight(card, one);
  const end = one.hasNo ? toNoHeight(card) : fixed.foot;
  return fixed.head + toItemsHeight(one.items) + end;
}

/** What there is for texts on a side without the no. */
const most = fixed.room - fixed.head - fixed.foot;

/** What a reader wrote may be long, and never stands in the way of a card: as much of it as fits. */
function withFittingNo(card: Card): Card {
  const { dissent } = card;
  if (!dissent) return card;
  const shorter = [150, 120, 90, 60, 30].map((signs): Card => ({
    ...card,
    dissent: {
      ...dissent,
      text: toBeginning(dissent.text, signs),
      ...(dissent.needs === undefined ? {} : { needs: toBeginning(dissent.needs, signs) }),
    },
  }));
  return [card, ...shorter].find((one) => toNoHeight(one) <= fixed.room - fixed.head) ?? card;
}

type Front = Extract<CardSide, { kind: 'front' }>;

/** The question stands on the front, unless a long name and purpose leave no room for it. */
function toFront(card: Card): Front {
  const isBig = countLines(card.title, 20) < 3;
  const front: Front = { kind: 'front', hasInvitation: card.invitation !== undefined, isBig };
  return toFrontHeight(card, front) <= fixed.room ? front : { ...front, hasInvitation: false };
}

const toFrontHeight = (card: Card, { hasInvitation, isBig }: Front): number =>
  fixed.front +
  toHeight(isBig ? 'bigTitle' : 'title', card.title) +
  toHeight('purpose', card.purpose) +
  (hasInvitation ? toHeight('invitation', card.invitation ?? '') : 0);

function toItems(card: Card, front: Front): CardItem[] {
  const isLeft = !front.hasInvitation && card.invitation !== undefined;
  const toTexts = (
    kind: Exclude<CardItem['kind'], 'does'>,
    texts: readonly (string | undefined)[],
  ) => texts.filter((text) => text !== undefined).map((text): CardItem => ({ kind, text }));
  return [
    ...toTexts('invitation', isLeft ? [card.invitation] : []),
    ...card.does.map((text, index): CardItem => ({ kind: 'does', text, number: index + 1 })),
    ...toTexts('says', card.says),
    ...toTexts('on', card.signs.on),
    ...toTexts('wait', card.signs.wait),
    ...toTexts('pitfall', [card.pitfall]),
    ...toTexts('space', [card.facts.space]),
    ...toTexts('materials', card.materials.length === 0 ? [] : [toMaterials(card)]),
  ];
}

/** Words for how many are needed come when it is drawn; their room is kept here. */
const toMaterials = ({ materials }: Card): string =>
  materials
    .map(({ name, count, per }) => (count > 1 || per === 'person' ? `${name} (2 per mens)` : name))
    .join('; ');

/**
 * The sides after the front, an odd number of them, so that every card has a back. The no stands on the last one, with
 * what else fits there.
 */
function toInsides(card: Card, items: readonly CardItem[]): CardSide[] {
  const last = fixed.room - fixed.head - toNoHeight(card);
  const measured = items.map((item) => ({ item, height: toItemHeight(item) }));
  // No fewer sides than would hold it all if nothing had to stay whole.
  const fewest = Math.ceil((toItemsHeight(items) - last) / most) + 1;
  for (let count = Math.max(1, fewest + ((fewest + 1) % 2)); ; count += 2) {
    const parts = spread(measured, [...Array.from({ length: count - 1 }, () => most), last]);
    if (parts)
      return parts.map((part, index) => ({
        kind: 'inside',
        items: part,
        hasNo: index === count - 1,
      }));
  }
}

/** An item with its height, reckoned once. */
interface Measured {
  item: CardItem;
  height: number;
}

/**
 * The items over sides of these heights, or nothing when they do not fit. A group stays together where it can, and then
 * no side is much fuller than another.
 */
function spread(items: readonly Measured[], heights: readonly number[]): CardItem[][] | undefined {
  // The cheapest way to lay out what comes from an item on, over the sides that are left: the last side first.
  let after: Way[] = items.map(() => impossible).concat({ cost: 0 });
  const ways: Way[][] = [];
  for (const [index, height] of [...heights.entries()].reverse()) {
    const isLast = index === heights.length - 1;
    const next = after;
    after = after.map((_, from) => findCheapest(items, from, height, isLast, next));
    ways.unshift(after);
  }
  if (after[0]?.cost === Number.POSITIVE_INFINITY) return undefined;
  let from = 0;
  return ways.map((way) => {
    const to = way[from]?.to ?? from;
    const part = items.slice(from, to).map(({ item }) => item);
    from = to;
    return part;
  });
}

/** How a side is best filled from some item on: up to which one, and what that and all that follows costs. */
interface Way {
  cost: number;
  to?: number;
}
const impossible: Way = { cost: Number.POSITIVE_INFINITY };

function findCheapest(
  items: readonly Measured[],
  from: number,
  height: number,
  isLast: boolean,
  after: readonly Way[],
): Way {
  let best = impossible;
  let used = 0;
  for (let to = from; to <= items.length; to += 1) {
    const [added, before] = [items[to - 1], items[to - 2]];
    if (added && to > from) {
      const isNew = to - 1 === from || !before || toGroup(before.item) !== toGroup(added.item);
      used += added.height + (isNew ? fixed.group : 0);
    }
    if (used > height) break;
    const flaw = to > from ? toCut(items, from) : isLast ? 0 : emptySide;
    const cost = used ** 2 + flaw + (after[to] ?? impossible).cost;
    if (cost < best.cost) best = { cost, to };
  }
  return best;
}

/** An empty side is worse than a group that goes on overleaf, and that is worse than any difference in height. */
const emptySide = 4e6;
const cutGroup = 1e6;

/** What it costs to begin a side at an item. */
function toCut(items: readonly Measured[], from: number): number {
  const [first, before] = [items[from], items[from - 1]];
  return first && before && toGroup(first.item) === toGroup(before.item) ? cutGroup : 0;
}

/** A heading stands above each group of texts, on every side anew. */
function toItemsHeight(items: readonly CardItem[]): number {
  const groups = new Set(items.map(toGroup));
  return groups.size * fixed.group + items.reduce((sum, item) => sum + toItemHeight(item), 0);
}

function toNoHeight({ dissent, notes }: Card): number {
  const band = dissent
    ? fixed.band + toHeight('no', dissent.text) + toHeight('no', dissent.needs ?? '')
    : 0;
  return band + (notes === 'none' ? fixed.silence : fixed.lines) + fixed.code;
}

const toItemHeight = ({ kind, text }: CardItem): number => toHeight(texts[kind], text);

const texts: Record<CardItem['kind'], CardText> = {
  invitation: 'invitation',
  does: 'does',
  says: 'says',
  on: 'row',
  wait: 'row',
  pitfall: 'row',
  space: 'row',
  materials: 'row',
};

/** What stands under one heading. */
export const toGroup = ({ kind }: CardItem): 'invitation' | 'does' | 'says' | 'rows' =>
  kind === 'invitation' || kind === 'does' || kind === 'says' ? kind : 'rows';

const toPart = ({ kind }: CardItem): CardPart =>
  kind === 'on' || kind === 'wait' ? 'signs' : kind === 'space' ? 'facts' : kind;
