import type { Place } from './address.ts';
import type { Language } from './language.ts';

const folders = { case: 'cases', practice: 'practices' } as const;

/** The size every picture for previews is drawn in. */
export const shareImageSize = { width: 1200, height: 630 } as const;

/**
 * The picture other sites show beside a link: cases and practices have their own, the rest shares that of the site.
 * @example toShareImagePath({ kind: 'case', id: 'sla' }, 'nl') // => '/og/nl/cases/sla.png'
 */
export function toShareImagePath(place: Place, language: Language): string {
  return place.kind === 'case' || place.kind === 'practice'
    ? `/og/${language}/${folders[place.kind]}/${place.id}.png`
    : `/og/site-${language}.png`;
}
