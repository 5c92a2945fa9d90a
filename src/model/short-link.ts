import { toPath } from './address.ts';
import type { Language } from './language.ts';

/** The most signs a short link may have to be typed over without a slip. */
export const mostSigns = 24;

/** What of a handbook is printed in short links. */
export interface ShortHost {
  address: string;
  /** A shorter address that leads to the same site, for paper. */
  shortAddress?: string | undefined;
}

/** A card that was printed: its code, and what is known of the text on it. */
export interface PaperCard {
  code: string;
  language: Language;
  /** The version on paper; left out when its text was not recorded. */
  version?: number | undefined;
}

/** What stands on a printed card to find its page again. */
export interface PaperLink extends PaperCard {
  /** What the handbook is called. */
  name: string;
  /** The short link in words, like `onderstroom.example/s/71348`. */
  link: string;
  /** The address in the QR code; it tells the language and the version too. */
  scan: string;
}

/**
 * The place of a version on the page of its card. With it a browser shows, without any script, only what concerns that
 * print; a language alone shows all versions in that language.
 * @example toVersionId({ language: 'nl', version: 3 }) // => 'nl3'
 */
export const toVersionId = ({ language, version }: Omit<PaperCard, 'code'>): string =>
  `${language}${version === undefined ? '' : String(version)}`;

/** The short link in words, as a reader types it. @example toShortLink('71348', site) // => 'onderstroom.example/s/71348' */
export const toShortLink = (code: string, site: ShortHost): string =>
  toAddress(code, site)
    .replace(/^https?:\/\//, '')
    .replace(/\/$/, '');

/** Whether a short link is longer than one should have to type. The path is as short as it can be; the host is the owner’s. */
export const isTooLong = (link: string): boolean => link.length > mostSigns;

/**
 * The address in the QR code. Scheme and host may be written in capitals, and a QR code holds those in less room; what
 * follows the host may not. The slash at the end spares a telephone the way round by the address without it.
 * @example toScanAddress({ code: '71348', language: 'nl', version: 3 }, site) // => 'HTTPS://ONDERSTROOM.EXAMPLE/s/71348/#nl3'
 */
export function toScanAddress({ code, ...text }: PaperCard, site: ShortHost): string {
  const { origin, pathname } = new URL(toAddress(code, site));
  return `${origin.toUpperCase()}${pathname}#${toVersionId(text)}`;
}

/** What stands on a card when it is printed now. */
export const toPaperLink = (card: PaperCard, site: ShortHost & { name: string }): PaperLink => ({
  ...card,
  name: site.name,
  link: toShortLink(card.code, site),
  scan: toScanAddress(card, site),
});

const toAddress = (code: string, { address, shortAddress = address }: ShortHost): string =>
  new URL(toPath({ kind: 'short', id: code }, 'nl'), shortAddress).href;
