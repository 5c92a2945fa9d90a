import type { Said } from './said.ts';
import { toKnownSubjects, toPresentSubject } from './subject-address.ts';
import { isSubjectKind, toWhole, type Subject } from './subject.ts';

/**
 * What readers said about cases, or about practices, by the subject of each and under its present name: an id that
 * changed takes along what was said under the former one. Nobody speaks about anything else.
 */
export function toVoicesByWhole(
  kind: string,
  entries: readonly object[],
  said: readonly Said[],
): Map<Subject, Said[]> {
  if (!isSubjectKind(kind)) return new Map();
  const known = toKnownSubjects({ cases: [], practices: [], [kind]: entries });
  const present = said.map((one) => ({ ...one, subject: toPresentSubject(one.subject, known) }));
  return Map.groupBy(present, ({ subject }) => toWhole(subject));
}
