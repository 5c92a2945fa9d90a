import atkinson400 from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-400-normal.woff2?url';
import atkinson600 from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-600-normal.woff2?url';
import faustina400 from '@fontsource/faustina/files/faustina-latin-400-normal.woff2?url';
import faustina500italic from '@fontsource/faustina/files/faustina-latin-500-italic.woff2?url';
import faustina700 from '@fontsource/faustina/files/faustina-latin-700-normal.woff2?url';

/** The cut of spoken words, for pages that start with somebody speaking. */
export const spokenFont: string = faustina500italic;

/** The upright cuts, which every page starts with; the italic waits until somebody speaks. */
export const preloadedFonts: readonly string[] = [
  faustina400,
  faustina700,
  atkinson400,
  atkinson600,
];
