import { z } from 'zod';
import { Id } from './id.ts';

/** What a contribution can be about: a case or a practice, as a whole or one step of it. */
export const subjectKinds = ['cases', 'practices'] as const;
export type SubjectKind = (typeof subjectKinds)[number];

export interface SubjectParts {
  kind: SubjectKind;
  /** The id of the case or practice, the same in every language. */
  id: string;
  /** The step it is about; absent when it is about the whole. */
  step?: string;
}

/**
 * The one address of a thing in the discussion, whatever the language or the address of its page.
 * @example Subject.parse('cases/sla#check-in') // => 'cases/sla#check-in'
 */
export const Subject = z
  .string()
  .max(200)
  .refine((text) => readSubject(text) !== undefined, 'A subject looks like “cases/sla#check-in”.');
export type Subject = z.infer<typeof Subject>;

/** Reads a subject. @example readSubject('cases/sla#check-in') // => { kind: 'cases', id: 'sla', step: 'check-in' } */
export function readSubject(text: string): SubjectParts | undefined {
  const [, kind, id = '', step] = /^([a-z]+)\/([^/#]+)(?:#(.+))?$/.exec(text) ?? [];
  if (!isSubjectKind(kind) || !isId(id)) return undefined;
  if (step === undefined) return { kind, id };
  return isId(step) ? { kind, id, step } : undefined;
}

/** Writes a subject. @example toSubject({ kind: 'practices', id: 'debat' }) // => 'practices/debat' */
export const toSubject = ({ kind, id, step }: SubjectParts): Subject =>
  `${kind}/${id}${step === undefined ? '' : `#${step}`}`;

/** The case or practice a subject is part of. @example toWhole('cases/sla#check-in') // => 'cases/sla' */
export const toWhole = (subject: Subject): Subject => subject.split('#', 1)[0] ?? subject;

/** Whether something of that kind can be spoken about. */
export const isSubjectKind = (kind: string | undefined): kind is SubjectKind =>
  (subjectKinds as readonly (string | undefined)[]).includes(kind);

const isId = (text: string): boolean => Id.safeParse(text).success;
