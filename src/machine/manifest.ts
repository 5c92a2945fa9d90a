import { toPath } from '../model/address.ts';
import type { Handbook } from '../model/handbook.ts';
import type { Language } from '../model/language.ts';

/** What a telephone needs to put the handbook among its applications. */
export const toManifest = ({ name, tagline }: Handbook, language: Language) => ({
  id: '/',
  name,
  short_name: name,
  description: tagline[language],
  lang: language,
  dir: 'ltr',
  start_url: toPath({ kind: 'home' }, language),
  scope: '/',
  display: 'minimal-ui',
  background_color: '#eff6f5',
  theme_color: '#eff6f5',
  icons: [
    { src: '/favicon.svg', type: 'image/svg+xml', sizes: 'any' },
    { src: '/icon-192.png', type: 'image/png', sizes: '192x192' },
    { src: '/icon-512.png', type: 'image/png', sizes: '512x512', purpose: 'any' },
    { src: '/icon-maskable-512.png', type: 'image/png', sizes: '512x512', purpose: 'maskable' },
  ],
});
