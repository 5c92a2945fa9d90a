import { toPath } from './address.ts';
import type { Language } from './language.ts';
import { readSubject, toWhole, type Subject } from './subject.ts';
import type { VoiceRecord } from './voice-record.ts';

/** The formats voices can be followed in, with what each is called on the wire. */
export const voiceFeedFormats = {
  atom: { extension: 'atom', type: 'application/atom+xml' },
  json: { extension: 'json', type: 'application/feed+json' },
} as const;
export type VoiceFeedFormat = keyof typeof voiceFeedFormats;

/** What somebody can follow: all voices, those about a case or practice, or about one step; or only the open noes of it. */
export type Followed = { subject?: Subject } & { open: boolean };

/**
 * Where the feed of it stands.
 * @example toVoiceFeedPath({ subject: 'cases/sla', open: true }, 'atom', 'nl') // => '/casussen/sla/open.atom'
 * @example toVoiceFeedPath({ subject: 'cases/sla#check-in', open: false }, 'json', 'en') // => '/en/cases/sla/steps/check-in.json'
 */
export function toVoiceFeedPath(
  { subject, open }: Followed,
  format: VoiceFeedFormat,
  language: Language,
): string {
  const parts = readSubject(subject ?? '');
  const end = `.${voiceFeedFormats[format].extension}`;
  if (parts === undefined) return `${toVoicesPath(language)}/${open ? 'open' : 'feed'}${end}`;
  const kind = parts.kind === 'cases' ? 'case' : 'practice';
  const whole = toPath({ kind, id: parts.id }, language);
  return parts.step === undefined
    ? `${whole}${open ? 'open' : 'feed'}${end}`
    : `${whole}${stepSegments[language]}/${parts.step}${end}`;
}

/** Where programs find every published voice in a language. @example toVoiceArchivePath('nl') // => '/bijdragen.json' */
export const toVoiceArchivePath = (language: Language): string => `${toVoicesPath(language)}.json`;

/**
 * Every feed there is: of all voices, and of what was ever spoken about. A case nobody spoke about has none: ten
 * thousand cases would have as many empty ones.
 */
export const listFollowed = (spoken: ReadonlySet<Subject>): Followed[] => [
  { open: false },
  { open: true },
  ...[...spoken].sort().flatMap((subject): Followed[] =>
    subject.includes('#')
      ? [{ subject, open: false }]
      : [
          { subject, open: false },
          { subject, open: true },
        ],
  ),
];

/** Those of all voices that somebody who follows this hears of. */
export const toHeard = (
  records: readonly VoiceRecord[],
  { subject, open }: Followed,
): VoiceRecord[] =>
  records.filter(
    (record) =>
      (subject === undefined ||
        record.subject === subject ||
        toWhole(record.subject) === subject) &&
      (!open || record.state === 'open'),
  );

/** A voice as a program reads it in the archive: what stands on its page, and where that is. */
export type ArchivedVoice = Omit<VoiceRecord, 'html' | 'path' | 'published' | 'answered'> & {
  /** The permalink. */
  url: string;
};

/** What programs may have of a voice; a field is named here to be given away. */
export const toArchived = (record: VoiceRecord, site: string): ArchivedVoice => {
  const { from, id, subject, language, stance, state, step, whole, lewis } = record;
  const { by, text, needs, to, path, sent, updated } = record;
  return {
    ...{ from, id, subject, language, stance },
    ...(state === undefined ? {} : { state }),
    ...(step === undefined ? {} : { step }),
    ...{ whole, lewis, by, text },
    ...(needs === undefined ? {} : { needs }),
    ...(to === undefined ? {} : { to }),
    ...{ url: new URL(path, site).href, sent, updated },
  };
};

const voiceSegments: Record<Language, string> = { nl: 'bijdragen', en: 'contributions' };
const stepSegments: Record<Language, string> = { nl: 'stappen', en: 'steps' };

const toVoicesPath = (language: Language): string =>
  `${toPath({ kind: 'home' }, language)}${voiceSegments[language]}`;
