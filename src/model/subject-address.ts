import { toPath } from './address.ts';
import { languages } from './language.ts';
import { toSubject, type Subject, type SubjectKind } from './subject.ts';

/** What must be known of the handbook to tell from an address what it is about. */
export interface KnownSubjects {
  /** The steps of each case or practice, by its subject, like `cases/sla`. */
  steps: Readonly<Record<Subject, readonly string[]>>;
  /** What used to be called otherwise: the present subject by the former one, of wholes and of steps. */
  former: Readonly<Record<Subject, Subject>>;
}

interface Written {
  id: string;
  formerIds?: readonly string[];
  steps?: readonly { id: string; formerIds?: readonly string[] }[];
}

/** Gathers what is known from everything that can be spoken about. */
export function toKnownSubjects(written: Record<SubjectKind, readonly Written[]>): KnownSubjects {
  const steps: Record<Subject, readonly string[]> = {};
  const former: Record<Subject, Subject> = {};
  for (const kind of ['cases', 'practices'] as const) {
    for (const whole of written[kind]) {
      const subject = toSubject({ kind, id: whole.id });
      steps[subject] = (whole.steps ?? []).map(({ id }) => id);
      for (const id of whole.formerIds ?? []) former[toSubject({ kind, id })] = subject;
      for (const step of whole.steps ?? [])
        for (const old of step.formerIds ?? [])
          former[toSubject({ kind, id: whole.id, step: old })] = `${subject}#${step.id}`;
    }
  }
  return { steps, former };
}

/**
 * The subject of a page, from any way its address can be written: with or without a host, a query, a slash at
 * the end, `index.html`, capitals, the prefix of a language, or a former id. A hash counts when it names a step.
 * @example readAddress('https://handboek.nl/en/cases/sla/index.html?utm_source=x#check-in', known) // => 'cases/sla#check-in'
 */
export function readAddress(address: string, known: KnownSubjects): Subject | undefined {
  const { path, hash } = cut(address);
  // No id and no part of a path of ours has a capital.
  const segments = path.toLowerCase().split('/').filter(Boolean);
  const last = segments.at(-1);
  if (last === 'index.html' || last === 'index.md') segments.pop();
  const whole = places.find(({ start }) => start.every((part, index) => part === segments[index]));
  if (whole === undefined || segments.length !== whole.start.length + 1) return undefined;
  const id = (segments.at(-1) ?? '').replace(/\.(html|md)$/, '');
  return toPresent(toSubject({ kind: whole.kind, id }), hash, known);
}

/** A subject by its present name, also when a reader kept a former one; nothing when it is not in the handbook. */
export function toKnown(subject: Subject, known: KnownSubjects): Subject | undefined {
  const [whole = '', step = ''] = subject.split('#');
  const present = toPresent(whole, step, known);
  return step === '' || present?.includes('#') === true ? present : undefined;
}

/**
 * The present name of whatever a contribution was kept under. Nothing is lost: a step nobody knows stays with its
 * whole, and what is not in the handbook at all keeps the name it had.
 */
export function toPresentSubject(subject: Subject, known: KnownSubjects): Subject {
  const present = toKnown(subject, known);
  if (present !== undefined) return present;
  const [whole = '', step] = subject.split('#');
  const now = own(known.former, whole) ?? whole;
  return step === undefined ? now : `${now}#${step}`;
}

function toPresent(whole: Subject, step: string, known: KnownSubjects): Subject | undefined {
  const present = own(known.former, whole) ?? whole;
  const steps = own(known.steps, present);
  if (steps === undefined) return undefined;
  if (steps.includes(step)) return `${present}#${step}`;
  return (
    own(known.former, `${present}#${step}`) ?? own(known.former, `${whole}#${step}`) ?? present
  );
}

/** Where cases and practices stand, in every language: the segments before their id. */
const places = languages.flatMap((language) =>
  (['cases', 'practices'] as const).map((kind) => ({
    kind,
    start: toPath({ kind }, language).split('/').filter(Boolean),
  })),
);

/** What a record holds itself: an id may be called `constructor`. */
const own = <V>(record: Readonly<Record<string, V>>, key: string): V | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

function cut(address: string): { path: string; hash: string } {
  const [before = '', hash = ''] = address.trim().split('#', 2);
  const path = before.replace(/^([a-z][a-z0-9+.-]*:)?\/\/[^/?]*/i, '').split('?', 1)[0] ?? '';
  // A browser may add what to mark on the page.
  return { path: decode(path), hash: decode(hash.split(':~:', 1)[0] ?? '') };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text).normalize();
  } catch {
    return text;
  }
}
