import type { Asked } from './asked.ts';

/**
 * The one cookie of this site: for who decides, and for nobody who reads. `__Host-` makes a browser see to it that it
 * was set here, over TLS, for all of this origin and no other.
 */
const [secureName, localName] = ['__Host-beheer', 'beheer-lokaal'];
/** How long a browser keeps it, in seconds: as long as a session lasts at most. */
const life = 7 * 24 * 3600;

/** A session a browser shows, and whether it is one of this very machine. */
export interface Shown {
  token: string;
  local: boolean;
}

/** The sessions a browser shows; the one that came over TLS first. */
export function readSessionCookies({ headers }: Pick<Asked, 'headers'>): Shown[] {
  const cookies = (headers['cookie'] ?? '').split(';').map((each) => each.trim().split('='));
  const find = (name: string): string[] =>
    cookies.flatMap(([is, value]) => (is === name && value !== undefined ? [value] : []));
  return [
    ...find(secureName).map((token) => ({ token, local: false })),
    ...find(localName).map((token) => ({ token, local: true })),
  ].slice(0, 4);
}

/**
 * Whether somebody sits at this machine without TLS: only there a cookie may do without `Secure`, since no wire is used.
 * The browser says so itself, and for any other site it says something else; a proxy cannot change it by mistake.
 */
export function isLocal({ headers }: Pick<Asked, 'headers'>, origins: readonly string[]): boolean {
  const origin = headers['origin'] ?? '';
  if (!origins.includes(origin) || !URL.canParse(origin)) return false;
  const { protocol, hostname } = new URL(origin);
  return protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}

/** The header that gives a browser a session. */
export const toSessionCookie = ({ token, local }: Shown): string =>
  `${toHead(local, token)}; Max-Age=${life}`;

/** The header that takes it away. */
export const toNoCookie = (local: boolean): string => `${toHead(local, '')}; Max-Age=0`;

const toHead = (local: boolean, value: string): string =>
  `${local ? localName : secureName}=${value}; Path=/; HttpOnly; SameSite=Strict${local ? '' : '; Secure'}`;
