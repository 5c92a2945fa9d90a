/** What nobody can see and no text needs: control characters, half pairs, and marks that turn the direction of a text. */
const unseen =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|\p{Surrogate}/gu;

/** A text without what nobody can see; tabs and ends of lines stay. */
export const withoutUnseen = (text: string): string => text.replaceAll(unseen, '');

/** A text without what nobody can see, written in one way: every end of a line is one `\n`. */
export const toSeen = (text: string): string =>
  withoutUnseen(text.replaceAll(/\r\n?/g, '\n')).normalize();

/** A text as one line. @example toLine(' een \n twee ') // => 'een twee' */
export const toLine = (text: string): string => toSeen(text).replaceAll(/\s+/g, ' ').trim();

const encoder = new TextEncoder();

/** How many bytes a text takes on its way and in a file. */
export const toByteLength = (text: string): number => encoder.encode(text).length;
