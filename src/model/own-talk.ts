import type { Stance } from './contribution.ts';
import type { DeclineReason } from './ruling.ts';

/**
 * What a browser keeps of its reader’s own reactions: the one being written, and those that nobody else sees yet.
 * It runs in the browser, so it checks shapes by hand and asks for no library.
 */

/** What stands in the fields of a form, by the name of the field. */
export type TalkFields = Readonly<Record<string, string>>;

/** A reaction that is being written. */
export interface TalkDraft {
  /** The key it will be sent with; a retry with the same key is the same contribution. Empty when nothing was written. */
  key: string;
  fields: TalkFields;
  /** What was sent with this key when no answer came, so that nobody knows whether it arrived. */
  tried?: TalkFields;
}

/** A reaction that was sent, until its writer knows what became of it. */
export interface OwnTalk {
  /** The reference code; it is the key to the contribution, so it goes into no address. */
  code: string;
  id: string;
  subject: string;
  stance: Stance;
  words: string;
  needs?: string;
  sent: string;
  status: (typeof statuses)[number];
  reason?: DeclineReason;
}

export const emptyDraft: TalkDraft = { key: '', fields: {} };

/** Whether there is anything in a draft that somebody wrote. */
export const hasWords = ({ fields }: Pick<TalkDraft, 'fields'>): boolean =>
  ['words', 'needs'].some((name) => fields[name]?.trim());

/** Remembers what is being sent. After two different tries nobody knows which one arrived, so none of them is it. */
export function toTried(draft: TalkDraft): TalkDraft {
  const { fields, tried } = draft;
  return { ...draft, tried: !tried || isSameTalk(tried, fields) ? fields : {} };
}

export const isSameTalk = (one: TalkFields, other: TalkFields): boolean =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].every(
    (name) => (one[name] ?? '') === (other[name] ?? ''),
  );

/** What is sent of the fields: those with something in them, and a need only where the form asks for one. */
export function toSending({ key, fields }: TalkDraft): TalkFields {
  const isDissent = dissents.some((stance) => stance === fields['stance']);
  const filled = Object.entries(fields).filter(
    ([name, value]) => value.trim() !== '' && (name !== 'needs' || isDissent),
  );
  return { ...Object.fromEntries(filled), key };
}

/** Reads a draft that was kept; nothing when it has another shape. */
export function readTalkDraft(value: unknown): TalkDraft | undefined {
  if (!isRecord(value)) return undefined;
  const { key, fields, tried } = value;
  if (typeof key !== 'string' || !areTexts(fields)) return undefined;
  if (tried === undefined) return { key, fields };
  return areTexts(tried) ? { key, fields, tried } : undefined;
}

/** Reads what was sent and kept; nothing when one of it has another shape. */
export function readOwnTalks(value: unknown): OwnTalk[] | undefined {
  return Array.isArray(value) && value.every(isOwnTalk) ? value : undefined;
}

/** Reads what the discussion tells its writer about a contribution. */
export function toOwnTalk(code: unknown, own: unknown): OwnTalk | undefined {
  if (!isRecord(own)) return undefined;
  const { id, subject, stance, words, needs, sent, status, reason } = own;
  const read = { code, id, subject, stance, words, needs, sent, status, reason };
  return isOwnTalk(read) ? read : undefined;
}

const statuses = ['pending', 'published', 'declined', 'withdrawn'] as const;
const dissents: readonly Stance[] = ['insight', 'counterargument'];
const stances: readonly Stance[] = [...dissents, 'recognition', 'confirmation'];
const texts = ['code', 'id', 'subject', 'words', 'sent'];

const isOwnTalk = (value: unknown): value is OwnTalk =>
  isRecord(value) &&
  texts.every((name) => typeof value[name] === 'string') &&
  ['needs', 'reason'].every((name) => ['string', 'undefined'].includes(typeof value[name])) &&
  stances.some((stance) => stance === value['stance']) &&
  statuses.some((status) => status === value['status']);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const areTexts = (value: unknown): value is TalkFields =>
  isRecord(value) && Object.values(value).every((text) => typeof text === 'string');
