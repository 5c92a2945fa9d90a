import { toPath, toStepPath } from './address.ts';
import type { DeckId } from './deck-id.ts';
import type { Language } from './language.ts';
import { readSubject, type Subject } from './subject.ts';

/** The deck in which the card of a subject stands. @example toDeckOf('cases/sla#check-in') // => 'cases/sla' */
export function toDeckOf(subject: Subject): DeckId | undefined {
  const parts = readSubject(subject);
  if (!parts) return undefined;
  return parts.kind === 'cases' ? `cases/${parts.id}` : 'practices';
}

/** The name of a card in the page of its deck. @example toCardAnchor('cases/sla#check-in') // => 'kaart-check-in' */
export function toCardAnchor(subject: Subject): string {
  const parts = readSubject(subject);
  return `kaart-${parts?.step ?? parts?.id ?? ''}`;
}

/** Where the text of a card stands in the handbook. */
export function toCardPlace(subject: Subject, language: Language): string {
  const parts = readSubject(subject);
  if (!parts) return toPath({ kind: 'cards' }, language);
  if (parts.kind === 'practices') return toPath({ kind: 'practice', id: parts.id }, language);
  return parts.step === undefined
    ? toPath({ kind: 'case', id: parts.id }, language)
    : toStepPath(parts.id, parts.step, language);
}
