/** Text without the soft hyphens that only help a browser break lines. */
export const toPlainText = (text: string): string => text.replaceAll(/\u00ad|&shy;/g, '');

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as HTML that shows it. @example toHtmlText('a < b') // => 'a &lt; b' */
export const toHtmlText = (text: string): string =>
  toPlainText(text).replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign);

/** An absolute address of a path on the site. */
export const toAddress = (site: string, path: string): string => new URL(path, site).href;
