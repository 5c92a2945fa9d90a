import type { Language } from '../model/language.ts';
import { languages } from '../model/language.ts';
import { toPath } from '../model/address.ts';
import type { Asked, Refusal, Values } from './asked.ts';

/** The two addresses of the discussion, in every language. */
export type Door = 'speak' | 'said';

/** What came through a door: read as fields, not yet judged. */
export interface Entry<D = Door> {
  door: D;
  language: Language;
  /** Whether the asker reads JSON; a form otherwise. */
  json: boolean;
  sent: Readonly<Record<string, unknown>>;
}

export type Guarded<D = Door> =
  { ok: true; entry: Entry<D> } | { ok: false; refusal: Refusal; status: number; values: Values };

/** Which door a path leads to; nothing when it leads elsewhere. */
export function findDoor(path: string): { door: Door; language: Language } | undefined {
  const asked = path.split('?', 1)[0] ?? '';
  return doors.find((each) => each.path === asked || each.path === `${asked}/`);
}

const doors = languages.flatMap((language) =>
  (['speak', 'said'] as const).map((door) => ({
    door,
    language,
    path: toPath({ kind: door }, language),
  })),
);

/** May you speak? Looks at where a request comes from and what form it has; not at what is said. */
export function guard<D>(
  asked: Asked,
  { door, language }: { door: D; language: Language },
  origins: readonly string[],
): Guarded<D> {
  const refuse = (refusal: Refusal, status: number, values: Values = {}): Guarded<D> => ({
    ok: false,
    ...{ refusal, status, values },
  });
  const origin = judgeOrigin(asked.headers, origins);
  // Nothing of what another site sends is shown: it could put words in our mouth.
  if (origin === 'other-site') return refuse('other-site', 403);
  if (asked.body === 'too-large') return refuse('too-large', 413);
  const type = toType(asked.headers['content-type']);
  if (type === undefined) return refuse('wrong-type', 415);
  const sent = type === 'json' ? readJson(asked.body) : readForm(asked.body);
  if (sent === undefined) return refuse('wrong-type', 400);
  if (origin === 'no-origin') return refuse('no-origin', 403, toValues(sent));
  return { ok: true, entry: { door, language, json: type === 'json', sent } };
}

/** Whether an asker would rather have JSON than a page. */
export const wantsJson = ({ headers }: Pick<Asked, 'headers'>): boolean =>
  toType(headers['content-type']) === 'json' ||
  /^application\/json\b/i.test(headers['accept'] ?? '');

/**
 * Only our own pages may send. Browsers of today say where a form comes from in `Sec-Fetch-Site`, somewhat older ones
 * in `Origin`, and the oldest at least in `Referer`. Who says nothing at all is refused: failing closed costs a reader
 * with a browser from before 2020 a form, failing open would let any page on the web speak in a reader’s name.
 */
function judgeOrigin(
  headers: Asked['headers'],
  origins: readonly string[],
): 'ours' | 'other-site' | 'no-origin' {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' ? 'ours' : 'other-site';
  const named = headers['origin'] ?? toOrigin(headers['referer']);
  if (named === undefined) return 'no-origin';
  return origins.includes(named) ? 'ours' : 'other-site';
}

const toOrigin = (address: string | undefined): string | undefined =>
  address === undefined || !URL.canParse(address) ? undefined : new URL(address).origin;

function toType(header = ''): 'form' | 'json' | undefined {
  const type = header.split(';', 1)[0]?.trim().toLowerCase();
  if (type === 'application/json') return 'json';
  return type === 'application/x-www-form-urlencoded' ? 'form' : undefined;
}

const decoder = new TextDecoder();

function readForm(body: Uint8Array): Record<string, unknown> {
  const fields = [...new URLSearchParams(decoder.decode(body))];
  const sent = new Map<string, string | string[]>();
  for (const [name, value] of fields) {
    const known = sent.get(name);
    sent.set(name, known === undefined ? value : [known, value].flat());
  }
  return Object.fromEntries(sent);
}

function readJson(body: Uint8Array): Record<string, unknown> | undefined {
  try {
    const read: unknown = JSON.parse(decoder.decode(body));
    const isRecord = typeof read === 'object' && read !== null && !Array.isArray(read);
    return isRecord ? (read as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** The fields that are texts, to be shown again. */
export const toValues = (sent: Readonly<Record<string, unknown>>): Values =>
  Object.fromEntries(
    Object.entries(sent).filter((field): field is [string, string] => typeof field[1] === 'string'),
  );
