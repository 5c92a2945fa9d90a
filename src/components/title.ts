/** A title to draw: written soft hyphens become real ones. @example toTitle('samen&shy;werking') */
export const toTitle = (written: string): string => written.replaceAll('&shy;', '\u00ad');

/** A title for lists, metadata and names: no soft hyphens. */
export const toPlainTitle = (written: string): string => written.replaceAll(/&shy;|\u00ad/g, '');
