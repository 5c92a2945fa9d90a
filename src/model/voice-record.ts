import { toPath } from './address.ts';
import { isDissent, type KeptStance } from './contribution.ts';
import type { Role } from './discussion-settings.ts';
import type { Case, Practice } from './entry.ts';
import { toLadder } from './ladder.ts';
import type { Language } from './language.ts';
import { toLewisSteps, type LewisStep } from './lewis.ts';
import type { Said, SaidContribution } from './said.ts';
import { toSpokenText } from './spoken-text.ts';
import { toSubject, type Subject, type SubjectKind } from './subject.ts';
import { toSpeaker } from './voice-view.ts';
import { isThere } from './whole-thread.ts';

/** What came of a no: it waits, a step changed thanks to it, or it went under the waterline. */
export const voiceStates = ['open', 'added', 'below'] as const;
export type VoiceState = (typeof voiceStates)[number];

/** A published voice as feeds, search and programs tell of it, away from the page it stands on. */
export interface VoiceRecord {
  /** Whether a reader sent it, or the author wrote it in the case itself. */
  from: 'reader' | 'author';
  /** Its id on its page; the permalink is unique everywhere. */
  id: string;
  /** What it is about, by its present name. */
  subject: Subject;
  language: Language;
  stance: KeptStance;
  /** Only dissent has one. */
  state?: VoiceState;
  /** The title of the step it is about; absent when it is about the whole. */
  step?: string;
  /** The short title of the case, or the title of the practice. */
  whole: string;
  /** The Lewis steps of what it is about. */
  lewis: LewisStep[];
  /** The name and the role it was said under; empty when there are none. */
  by: string;
  /** When it was sent, when it came to stand there, and when it or what came of it last changed; ISO, UTC. */
  sent: string;
  published: string;
  updated: string;
  /** The sentence it answers. */
  answered?: string;
  html: string;
  text: string;
  needs?: string;
  /** The voice it recognises or answers. */
  to?: string;
  /** The permalink, as a path. */
  path: string;
}

/** What voices are gathered from: everything written in the reader’s language, with what was said about it. */
export interface VoiceSources {
  cases: readonly (Case & { voices: readonly Said[] })[];
  practices: readonly (Practice & { voices: readonly Said[] })[];
  roles: readonly Role[];
}

/**
 * Every published voice in a language, newest first: of readers, and of authors in their own cases.
 * What is gone is no record, and neither is what was said about something that is no longer written.
 */
export const listVoiceRecords = (sources: VoiceSources, language: Language): VoiceRecord[] =>
  listWholes(sources)
    .flatMap((whole) =>
      whole.voices
        .filter(isThere)
        .filter((said) => said.language === language)
        .map((said) => toVoiceRecord(said, whole, sources.roles)),
    )
    .sort(byNews);

/** Everything that was ever spoken about, in any language; also when all of it is gone. */
export const listSpokenSubjects = (sources: VoiceSources): Set<Subject> =>
  new Set(
    listWholes(sources).flatMap(({ subject, voices, steps }) =>
      voices.flatMap((said) => [subject, toPlace(said.subject, subject, steps).subject]),
    ),
  );

/** What everything that can be spoken about is called, by its subject: the step, where it is one, and the whole. */
export const toTitles = (sources: VoiceSources): Map<Subject, { step?: string; whole: string }> =>
  new Map(
    listWholes(sources).flatMap(({ subject, title, steps }) => [
      [subject, { whole: title }] as const,
      ...[...steps].map(([step, { title: name }]) => [step, { step: name, whole: title }] as const),
    ]),
  );

/** A case or practice, with what can be spoken about in it. */
interface Whole {
  kind: SubjectKind;
  id: string;
  subject: Subject;
  title: string;
  lewis: LewisStep[];
  /** Its steps, by subject. */
  steps: ReadonlyMap<Subject, { title: string; lewis: LewisStep[] }>;
  voices: readonly Said[];
}

function toVoiceRecord(
  said: SaidContribution,
  { kind, id: wholeId, subject, title, lewis, steps }: Whole,
  roles: readonly Role[],
): VoiceRecord {
  const { id, language, stance, sent, html, needs, answered, to, decisions } = said;
  const place = toPlace(said.subject, subject, steps);
  const published = decisions.find(({ as }) => as === 'publish')?.at ?? sent;
  const changes = [sent, said.edited ?? sent, ...decisions.map(({ at }) => at)];
  const page = toPath({ kind: kind === 'cases' ? 'case' : 'practice', id: wholeId }, language);
  return {
    from: said.isAuthor ? 'author' : 'reader',
    id,
    subject: place.subject,
    language,
    stance,
    ...(isDissent(stance) ? { state: toState(said) } : {}),
    ...(place.step === undefined ? {} : { step: place.step.title }),
    whole: title,
    lewis: place.step?.lewis ?? lewis,
    by: toSpeaker(said, { roles, language }),
    sent,
    published,
    updated: changes.reduce((last, at) => (at > last ? at : last)),
    ...(answered?.sentence === undefined ? {} : { answered: answered.sentence }),
    html,
    text: toParagraphs(html).join('\n'),
    ...(needs === undefined ? {} : { needs }),
    ...(to === undefined ? {} : { to }),
    path: `${page}#stem-${id}`,
  };
}

/** The step a voice is about; one that is no longer there leaves its voices to the whole. */
function toPlace(
  subject: Subject,
  whole: Subject,
  steps: Whole['steps'],
): { subject: Subject; step?: { title: string; lewis: LewisStep[] } } {
  const step = steps.get(subject);
  return step === undefined ? { subject: whole } : { subject, step };
}

function toState(said: SaidContribution): VoiceState {
  const { open, rung } = toLadder(said, [], new Date(said.sent));
  return open ? 'open' : rung === 'added' ? 'added' : 'below';
}

/** What is said, a paragraph or line at a time. */
const toParagraphs = (html: string): string[] =>
  html
    .split(/<br\b[^>]*>|<\/(?:p|li|blockquote)>/)
    .map(toSpokenText)
    .filter((text) => text !== '');

function listWholes({ cases, practices }: VoiceSources): Whole[] {
  const byPractice = new Map(practices.map(({ id, lewis }) => [id, lewis]));
  const toLewis = (practice: string | undefined): LewisStep[] => {
    const lewis = byPractice.get(practice ?? '');
    return lewis === undefined ? [] : [lewis];
  };
  return [
    ...cases.map(({ id, short, steps, voices }): Whole => {
      const subject = toSubject({ kind: 'cases', id });
      const parts = steps.map(({ id: step, title, lewis, practice }) => {
        const part = {
          title: toSeenTitle(title),
          lewis: lewis ? toLewisSteps(lewis) : toLewis(practice),
        };
        return [`${subject}#${step}`, part] as const;
      });
      const title = toSeenTitle(short);
      return { kind: 'cases', id, subject, title, lewis: [], steps: new Map(parts), voices };
    }),
    ...practices.map(({ id, title, voices }): Whole => ({
      kind: 'practices',
      id,
      subject: toSubject({ kind: 'practices', id }),
      title: toSeenTitle(title),
      lewis: toLewis(id),
      steps: new Map(),
      voices,
    })),
  ];
}

/** A title without the soft hyphens that only help a browser break lines. */
const toSeenTitle = (title: string): string => title.replaceAll(/\u00ad|&shy;/g, '');

/** Newest first; two of one moment go by their address, so that the order is the same everywhere. */
const byNews = (a: VoiceRecord, b: VoiceRecord): number =>
  compare(b.updated, a.updated) || compare(a.path, b.path);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
