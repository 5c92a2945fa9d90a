import type { CardNo } from './card-no.ts';
import type { Language } from './language.ts';
import type { LewisStep } from './lewis.ts';
import type { Material } from './material.ts';
import type { PracticeFrontmatter } from './practice.ts';
import type { Provenance } from './provenance.ts';
import type { Heat, NotesRule, Phase, Posture } from './step.ts';
import type { Subject } from './subject.ts';

/** What a card is about: one of the five steps, an activity, a frame to look with, or a step of a case. */
export type CardFamily = PracticeFrontmatter['kind'] | 'case-step';

/** What has to be known before choosing it, as values; the words come with the language. */
export interface CardFacts {
  /** Absent when it takes no time of the session. */
  minutes?: { min: number; max: number; perPerson?: number };
  people: { min: number; max?: number };
  posture: Posture;
  heat: Heat;
  /** What the room must be like, in the words of the handbook. */
  space?: string;
  /** Only for a step of a case. */
  phase?: Phase;
}

/** The parts of a card that say where they come from. */
export const cardBlocks = ['purpose', 'does', 'says', 'signs', 'pitfall', 'minutes'] as const;
export type CardBlock = (typeof cardBlocks)[number];

/** A practice, or a step of a case, as it stands on paper. Everything in it is plain text and values. */
export interface Card {
  /** `practices/check-in` or `cases/sla#check-in`. */
  subject: Subject;
  /** The language the text is in. */
  language: Language;
  family: CardFamily;
  /** The steps of the method it is, or uses; empty when it uses none. */
  lewis: LewisStep[];
  title: string;
  /** The case it is a step of, by its short title. */
  of?: { id: string; title: string };
  purpose: string;
  /** The one question that opens it. */
  invitation?: string;
  facts: CardFacts;
  /** What the facilitator does, in order. */
  does: string[];
  /** Literal lines. */
  says: string[];
  signs: { on: string[]; wait: string[] };
  /** The one thing that goes wrong most. */
  pitfall?: string;
  materials: Material[];
  notes: NotesRule;
  provenance: Record<CardBlock, Provenance>;
  /** The practices a step of a case takes parts from, when the case does not tell these itself. */
  borrowed: { id: string; title: string }[];
  /** The day somebody last looked at these words. */
  reviewed: string;
  dissent?: CardNo;
}

/** The parts a version of a card is reckoned over. */
export const cardParts = [
  'title',
  'purpose',
  'invitation',
  'facts',
  'does',
  'says',
  'signs',
  'pitfall',
  'materials',
  'notes',
] as const;
export type CardPart = (typeof cardParts)[number];

/** What a card says, part by part, as plain text. Dissent and dates are no part of it: they make no new version. */
export function toCardParts(card: Card): Record<CardPart, string> {
  const { facts, signs } = card;
  return {
    title: card.title,
    purpose: card.purpose,
    invitation: card.invitation ?? '',
    facts: toLines([
      facts.minutes && `minutes ${toRange(facts.minutes)} +${String(facts.minutes.perPerson ?? 0)}`,
      `people ${toRange(facts.people)}`,
      `heat ${String(facts.heat)}`,
      facts.posture,
      facts.space,
    ]),
    does: toLines(card.does),
    says: toLines(card.says),
    signs: toLines([...signs.on.map((sign) => `+ ${sign}`), ...signs.wait.map((s) => `- ${s}`)]),
    pitfall: card.pitfall ?? '',
    materials: toLines(card.materials.map(({ name, count, per }) => `${name} ${count}/${per}`)),
    notes: card.notes,
  };
}

const toRange = ({ min, max }: { min: number; max?: number }): string =>
  `${String(min)}-${max === undefined ? '' : String(max)}`;

const toLines = (lines: readonly (string | undefined)[]): string =>
  lines.filter((line) => line !== undefined).join('\n');
