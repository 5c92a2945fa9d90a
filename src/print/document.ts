/** The beginning of a document to print, up to and with `<body>`. */
export const toHead = ({
  language,
  title,
  classes = '',
  styles,
}: {
  language: string;
  title: string;
  /** Classes of `<html>`. */
  classes?: string;
  styles: Iterable<string>;
}): string =>
  [
    `<!doctype html><html lang="${escapeHtml(language)}" class="${escapeHtml(classes)}">`,
    `<head><meta charset="utf-8"><title>${escapeHtml(title)}</title>`,
    ...[...styles].map((style) => `<style>${style}</style>`),
    '</head><body>',
  ].join('\n');

/** Text as it stands in HTML, between quotation marks too. */
export const escapeHtml = (text: string): string =>
  text.replaceAll(/[&<>"]/g, (sign) => `&#${String(sign.charCodeAt(0))};`);
