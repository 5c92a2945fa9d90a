/** The most characters of a title, of a plan or of a row of one’s own. */
export const mostTitle = 60;

/**
 * A title as it is kept: on one line, without control characters or turns of direction, not too long; nothing when
 * nothing is left.
 */
export function toPlanTitle(text: string): string | undefined {
  const line = text
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
  return Array.from(line).slice(0, mostTitle).join('').trimEnd() || undefined;
}

/**
 * A title in characters that no address has to escape: letters and digits as they are, a space as `-`, anything else
 * as its number between stars. @example writeTitle('Één dag') // => '*c9**e9*n-dag'
 */
export const writeTitle = (title: string): string =>
  Array.from(title, (character) => {
    if (/[A-Za-z0-9]/.test(character)) return character;
    return character === ' ' ? '-' : `*${(character.codePointAt(0) ?? 0).toString(16)}*`;
  }).join('');

/** Reads what `writeTitle` wrote; nothing when it is something else. */
export function readTitle(text: string): string | undefined {
  if (!/^([A-Za-z0-9-]|\*[0-9a-f]{1,6}\*)+$/.test(text)) return undefined;
  try {
    return toPlanTitle(
      text
        .replaceAll('-', ' ')
        .replace(/\*([0-9a-f]+)\*/g, (_whole, number: string) =>
          String.fromCodePoint(Number.parseInt(number, 16)),
        ),
    );
  } catch {
    // There is no character of that number.
    return undefined;
  }
}
