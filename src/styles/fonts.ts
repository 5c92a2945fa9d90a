import faustina400 from '@fontsource/faustina/files/faustina-latin-400-normal.woff2?url';
import faustina700 from '@fontsource/faustina/files/faustina-latin-700-normal.woff2?url';

/** The two cuts the top of every page is set in; the others wait for the style sheet. */
export const preloadedFonts: readonly string[] = [faustina400, faustina700];
