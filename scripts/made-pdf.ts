import type { Language } from '../src/model/language.ts';

/** What there is a PDF of, in the order they are listed. */
export const documentKinds = [
  'deck',
  'run-sheet',
  'hand-out',
  'case',
  'handbook',
  'calibration',
] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** What is known of a PDF that was made. */
export interface MadePdf {
  /** Where it stands in the site. */
  path: string;
  kind: DocumentKind;
  language: Language;
  title: string;
  pages: number;
  bytes: number;
  /** Digest of everything it was made from, the program included. */
  digest: string;
  /** The pages it was made of, and a digest of their text. */
  sources: readonly string[];
  textDigest: string;
}
