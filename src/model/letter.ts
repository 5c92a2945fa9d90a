/** The letter of a voice beside a text. @example toLetter(0) // => 'a', toLetter(26) // => 'aa' */
export const toLetter = (index: number): string =>
  (index >= 26 ? toLetter(Math.floor(index / 26) - 1) : '') +
  String.fromCharCode(97 + (index % 26));
