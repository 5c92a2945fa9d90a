/** Something on a card that would not come out well on paper. */
export interface FitProblem {
  /** The subject of the card. */
  card: string;
  /** Which card of how many, and which side of it. */
  part: string;
  problem:
    /** Texts run into what stands below them, or off the card: so many millimetres. */
    | { kind: 'overflow'; by: number }
    /** This text comes closer to the edge than it may, in millimetres. */
    | { kind: 'edge'; text: string; distance: number }
    /** This text is smaller than it may be, in points. */
    | { kind: 'small'; text: string; size: number };
}

/** What a side of a card must keep to: millimetres from the edge it is cut at, the bleed outside that edge, and points. */
export interface FitRules {
  safe: number;
  bleed: number;
  least: number;
}

/**
 * Looks at every card of a page that is laid out for paper, and names what does not fit. It runs in the page, by
 * `page.evaluate(checkFit, rules)` with the media set to print, so it may use nothing from outside itself.
 */
export function checkFit({ safe, bleed, least }: FitRules): FitProblem[] {
  // What is rounded in a page is less than this many CSS pixels.
  const rounding = 0.75;
  const perMillimetre = 96 / 25.4;
  const problems: FitProblem[] = [];
  const ink = document.createElement('canvas').getContext('2d');
  if (!ink) throw new Error('This browser cannot measure text.');
  for (const side of document.querySelectorAll<HTMLElement>('.kaarten .zijde')) {
    if (side.getClientRects().length === 0) continue;
    const card = side.closest<HTMLElement>('.groep')?.dataset['subject'] ?? '';
    const at = side.closest<HTMLElement>('.kaart')?.dataset['part'] ?? '';
    const part = `${at} ${side.classList.contains('voor') ? 'front' : 'back'}`;
    const add = (problem: FitProblem['problem']) => problems.push({ card, part, problem });
    const body = side.querySelector('.inhoud-kaart');
    const over = Math.max(
      side.scrollHeight - side.clientHeight,
      side.scrollWidth - side.clientWidth,
      body ? body.scrollHeight - body.clientHeight : 0,
    );
    if (over > 1) add({ kind: 'overflow', by: over / perMillimetre });
    const edge = side.getBoundingClientRect();
    const texts = document.createTreeWalker(side, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode.textContent?.trim() ?? '';
      const parent = texts.currentNode.parentElement;
      if (text === '' || !parent || parent.closest('.vh')) continue;
      const size = Number.parseFloat(getComputedStyle(parent).fontSize) * 0.75;
      if (size < least - 0.01) add({ kind: 'small', text, size });
      const range = document.createRange();
      range.selectNodeContents(texts.currentNode);
      // The box of a text is as high as its font; what counts is where there is ink.
      ink.font = getComputedStyle(parent).font;
      const font = ink.measureText(text);
      const above = font.fontBoundingBoxAscent - font.actualBoundingBoxAscent;
      const below = font.fontBoundingBoxDescent - font.actualBoundingBoxDescent;
      const distance = Math.min(
        ...[...range.getClientRects()].flatMap((box) => [
          box.left - edge.left,
          edge.right - box.right,
          box.top + above - edge.top,
          edge.bottom - (box.bottom - below),
        ]),
      );
      if (distance < (safe + bleed) * perMillimetre - rounding)
        add({ kind: 'edge', text, distance: distance / perMillimetre - bleed });
    }
  }
  return problems;
}
