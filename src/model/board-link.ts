import { boardLimits } from './board.ts';

/**
 * The hash that opens the blank board with something on it already.
 * @example toBoardStart({ left: 'Niets opschrijven', right: 'Een oogst', purpose: '' }) // => '#left=Niets+opschrijven&right=Een+oogst'
 */
export function toBoardStart(board: { left: string; right: string; purpose: string }): string {
  const most = { left: boardLimits.name, right: boardLimits.name, purpose: boardLimits.text };
  const given = (['left', 'right', 'purpose'] as const).flatMap((name): [string, string][] =>
    board[name] === '' ? [] : [[name, shorten(board[name], most[name])]],
  );
  return `#${new URLSearchParams(given).toString()}`;
}

/** Whole words, as many as fit. */
function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  return `${cut.replace(/\s+\S*$/, '').slice(0, most - 2)} …`;
}
