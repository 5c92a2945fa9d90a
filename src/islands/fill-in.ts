/** Puts values in a sentence. @example fillIn('{n} gekozen', { n: 2 }) // => '2 gekozen' */
export const fillIn = (sentence: string, values: Record<string, string | number>): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
