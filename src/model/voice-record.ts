import { toPath } from './address.ts';
import { isDissent, type Stance } from './contribution.ts';
import type { Role } from './discussion-settings.ts';
import type { Case, Practice } from './entry.ts';
import { toTextOfHtml } from './html-text.ts';
import { toLadder } from './ladder.ts';
import type { Language } from './language.ts';
import { toLewisSteps, type LewisStep } from './lewis.ts';
import type { Said, SaidContribution } from './said.ts';
import { toKnown, toKnownSubjects, type KnownSubjects } from './subject-address.ts';
import { readSubject, toSubject, toWhole, type Subject } from './subject.ts';

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
  stance: Stance;
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

/** What voices are gathered from: everything written in the reader’s language, and everything readers said. */
export interface VoiceSources {
  cases: readonly Case[];
  practices: readonly Practice[];
  said: readonly Said[];
  roles: readonly Role[];
}

/**
 * Every published voice in a language, newest first: of readers, and of authors in their own cases.
 * What is gone is no record, and neither is what was said about something that is no longer written.
 */
export function listVoiceRecords(
  { cases, practices, said, roles }: VoiceSources,
  language: Language,
): VoiceRecord[] {
  const known = toKnownSubjects({ cases, practices });
  const wholes = toWholes(cases, practices);
  const own = cases.filter((entry) => entry.language === language).flatMap(toAuthorSaid);
  const readers = said.filter(isPublished).filter((one) => one.language === language);
  const toRecords = (from: VoiceRecord['from'], voices: readonly SaidContribution[]) =>
    voices.flatMap((one) =>
      toVoiceRecord(one, known, wholes, roles).map((each) => ({ from, ...each })),
    );
  return [...toRecords('reader', readers), ...toRecords('author', own)].sort(byNews);
}

/** Everything that was ever spoken about, in any language and by its present name; also when all of it is gone. */
export function listSpokenSubjects({ cases, practices, said }: VoiceSources): Set<Subject> {
  const known = toKnownSubjects({ cases, practices });
  return new Set(
    [...said, ...cases.flatMap(toAuthorSaid)].flatMap(({ subject }) => {
      const present = toPresent(subject, known);
      return present === undefined ? [] : [present, toWhole(present)];
    }),
  );
}

/** What everything that can be spoken about is called, by its subject: the step, where it is one, and the whole. */
export function toTitles({
  cases,
  practices,
}: Pick<VoiceSources, 'cases' | 'practices'>): Map<Subject, { step?: string; whole: string }> {
  return new Map(
    [...toWholes(cases, practices)].flatMap(([subject, { title, steps }]) => [
      [subject, { whole: title }] as const,
      ...[...steps].map(
        ([id, step]) => [`${subject}#${id}`, { step: step.title, whole: title }] as const,
      ),
    ]),
  );
}

/** The author’s own voices in a case, as contributions like any other. */
export const toAuthorSaid = ({
  id: caseId,
  language,
  contributions,
}: Pick<Case, 'id' | 'language' | 'contributions'>): SaidContribution[] =>
  contributions.map(({ id, stance, on, needs, role, date, html, step }) => ({
    id,
    subject: toSubject({ kind: 'cases', id: caseId, ...(step === undefined ? {} : { step }) }),
    language,
    stance,
    sent: `${date}T00:00:00.000Z`,
    state: 'published',
    html,
    ...(needs === undefined ? {} : { needs }),
    role,
    answered: { digest: '', text: on, sentence: on },
    decisions: [],
  }));

interface Whole {
  title: string;
  lewis: LewisStep[];
  steps: ReadonlyMap<string, { title: string; lewis: LewisStep[] }>;
}

function toVoiceRecord(
  said: SaidContribution,
  known: KnownSubjects,
  wholes: ReadonlyMap<Subject, Whole>,
  roles: readonly Role[],
): Omit<VoiceRecord, 'from'>[] {
  const subject = toPresent(said.subject, known);
  const parts = readSubject(subject ?? '');
  const whole = wholes.get(toWhole(subject ?? ''));
  if (subject === undefined || parts === undefined || whole === undefined) return [];
  const { id, language, stance, sent, html, needs, answered, to, decisions } = said;
  const step = parts.step === undefined ? undefined : whole.steps.get(parts.step);
  const kind = parts.kind === 'cases' ? 'case' : 'practice';
  const published = decisions.find(({ as }) => as === 'publish')?.at ?? sent;
  const changes = [sent, said.edited ?? sent, ...decisions.map(({ at }) => at)];
  return [
    {
      id,
      subject,
      language,
      stance,
      ...(isDissent(stance) ? { state: toState(said) } : {}),
      ...(step === undefined ? {} : { step: step.title }),
      whole: whole.title,
      lewis: step?.lewis ?? whole.lewis,
      by: toBy(said, roles),
      sent,
      published,
      updated: changes.reduce((last, at) => (at > last ? at : last)),
      ...(answered?.sentence === undefined ? {} : { answered: answered.sentence }),
      html,
      text: toTextOfHtml(html),
      ...(needs === undefined ? {} : { needs }),
      ...(to === undefined ? {} : { to }),
      path: `${toPath({ kind, id: parts.id }, language)}#stem-${id}`,
    },
  ];
}

/** The subject by its present name; a step that is no longer there leaves its voices to the whole. */
function toPresent(subject: Subject, known: KnownSubjects): Subject | undefined {
  return toKnown(subject, known) ?? toKnown(toWhole(subject), known);
}

function toState(said: SaidContribution): VoiceState {
  const { open, rung } = toLadder(said, [], new Date(said.sent));
  return open ? 'open' : rung === 'added' ? 'added' : 'below';
}

function toBy({ name, role, language }: SaidContribution, roles: readonly Role[]): string {
  const known = roles.find(({ id }) => id === role);
  return [name, known?.[language] ?? role].filter((part) => part !== undefined).join(', ');
}

function toWholes(cases: readonly Case[], practices: readonly Practice[]): Map<Subject, Whole> {
  const byPractice = new Map(practices.map(({ id, lewis }) => [id, lewis]));
  const toLewis = (practice: string | undefined): LewisStep[] => {
    const lewis = byPractice.get(practice ?? '');
    return lewis === undefined ? [] : [lewis];
  };
  return new Map([
    ...cases.map(({ id, short, steps }): [Subject, Whole] => [
      toSubject({ kind: 'cases', id }),
      {
        title: toSeenTitle(short),
        lewis: [],
        steps: new Map(
          steps.map(({ id: step, title, lewis, practice }) => [
            step,
            { title: toSeenTitle(title), lewis: lewis ? toLewisSteps(lewis) : toLewis(practice) },
          ]),
        ),
      },
    ]),
    ...practices.map(({ id, title }): [Subject, Whole] => [
      toSubject({ kind: 'practices', id }),
      { title: toSeenTitle(title), lewis: toLewis(id), steps: new Map() },
    ]),
  ]);
}

/** A title without the soft hyphens that only help a browser break lines. */
const toSeenTitle = (title: string): string => title.replaceAll(/\u00ad|&shy;/g, '');

const isPublished = (one: Said): one is SaidContribution => one.state === 'published';

/** Newest first; two of one moment go by their address, so that the order is the same everywhere. */
const byNews = (a: VoiceRecord, b: VoiceRecord): number =>
  compare(b.updated, a.updated) || compare(a.path, b.path);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
