import type { Card, CardFacts } from './card.ts';
import { findStrongestNo } from './card-no.ts';
import type { Case, Practice } from './entry.ts';
import { toLewisSteps, type LewisStep } from './lewis.ts';
import type { Said } from './said.ts';
import type { Step } from './step.ts';

/**
 * The cards of a case, one a step in the order of the case, or the one card of a practice. `practices` are all
 * practices in the language of the case. `said` is everything said about it; for a practice also what was said at the
 * steps that use it, which is looked at only when nothing is said against the practice itself.
 */
export function toCards(
  whole: Case | Practice,
  practices: readonly Practice[],
  said: readonly Said[],
): Card[] {
  if (!isCase(whole)) return [toPracticeCard(whole, said)];
  return whole.steps.map((step) => toStepCard(whole, step, practices, said));
}

/** So many signs that you may go on, and so many that you should wait, fit beside what is said. */
const mostSigns = { on: 2, wait: 1 };

const isCase = (whole: Case | Practice): whole is Case => 'steps' in whole;

function toPracticeCard(practice: Practice, said: readonly Said[]): Card {
  const subject = `practices/${practice.id}`;
  const elsewhere = [...new Set(said.map((one) => one.subject))].filter((one) => one !== subject);
  const dissent = [subject, ...elsewhere]
    .map((one) => findStrongestNo(one, said))
    .find((no) => no !== undefined);
  const { minutes, provenance } = practice;
  return {
    subject,
    language: practice.language,
    family: practice.kind,
    lewis: practice.lewis === undefined ? [] : [practice.lewis],
    title: practice.title,
    purpose: practice.purpose,
    invitation: practice.invitation,
    facts: {
      minutes: {
        min: minutes.min,
        max: minutes.max,
        ...(minutes.perPerson === undefined ? {} : { perPerson: minutes.perPerson }),
      },
      people: toPeople([practice]),
      posture: practice.posture,
      heat: practice.heat,
      space: practice.space,
    },
    does: practice.does,
    says: practice.says,
    ...toSigns(practice),
    materials: practice.materials,
    notes: practice.notes,
    provenance: {
      purpose: provenance.purpose,
      does: provenance.does,
      says: provenance.says,
      signs: provenance.signs,
      pitfall: provenance.pitfalls,
      minutes: provenance.minutes,
    },
    borrowed: [],
    reviewed: practice.reviewed,
    ...(dissent === undefined ? {} : { dissent }),
  };
}

/** A step has its own words first; what it does not tell comes from its practice. */
function toStepCard(
  entry: Case,
  step: Step,
  practices: readonly Practice[],
  said: readonly Said[],
): Card {
  const subject = `cases/${entry.id}#${step.id}`;
  const lewis = step.lewis === undefined ? [] : toLewisSteps(step.lewis);
  const used = findUsed(step, lewis, practices);
  const [own, ...more] = used;
  // Steps that are used together, like 1-3, are named one by one; each has a card of its own to tell how.
  const isOne = own !== undefined && more.length === 0;
  const last = used.at(-1);
  const dissent = findStrongestNo(subject, said);
  const perPerson = step.perPerson ?? own?.minutes.perPerson;
  const space = step.room ?? own?.space;
  const invitation = step.ask ?? own?.invitation;
  const says = isOne ? own.says : used.map((practice) => practice.invitation);
  return {
    subject,
    language: entry.language,
    family: 'case-step',
    lewis,
    title: step.short ?? step.title,
    of: { id: entry.id, title: entry.short },
    purpose: isOne ? own.purpose : toSentences(step.summary, mostPurpose),
    ...(invitation === undefined ? {} : { invitation }),
    facts: {
      ...(step.phase === 'during' && step.minutes
        ? {
            minutes: {
              min: step.minutes.min,
              max: step.minutes.max,
              ...(perPerson === undefined ? {} : { perPerson }),
            },
          }
        : {}),
      people: used.length === 0 ? { min: 2 } : toPeople(used),
      posture: step.posture,
      heat: step.heat,
      ...(space === undefined ? {} : { space }),
      phase: step.phase,
    },
    does: isOne ? own.does : used.map(({ title, tagline }) => `${title}. ${tagline}`),
    says: [...new Set([...step.says, ...says])].filter((line) => line !== invitation),
    ...(last ? toSigns(last) : { signs: { on: [], wait: [] } }),
    materials: [...step.materials, ...used.flatMap(({ materials }) => materials)].filter(
      (one, index, all) => all.findIndex(({ name }) => name === one.name) === index,
    ),
    notes: step.notes,
    provenance: {
      purpose: isOne ? own.provenance.purpose : step.from,
      does: last?.provenance.does ?? step.from,
      says: 'proposal',
      signs: last?.provenance.signs ?? step.from,
      pitfall: last?.provenance.pitfalls ?? step.from,
      minutes: step.timing,
    },
    borrowed: used.map(({ id, title }) => ({ id, title })),
    reviewed: used.reduce(
      (day, practice) => (practice.reviewed > day ? practice.reviewed : day),
      entry.updated ?? entry.published,
    ),
    ...(dissent === undefined ? {} : { dissent }),
  };
}

/**
 * The practice a step names, or else those of its Lewis steps. Before and after a session only something of a Lewis step
 * is used, like its question: nobody votes while getting to know a team.
 */
const findUsed = (step: Step, lewis: readonly LewisStep[], practices: readonly Practice[]) =>
  practices
    .filter((practice) =>
      step.practice === undefined
        ? step.phase === 'during' && practice.lewis !== undefined && lewis.includes(practice.lewis)
        : practice.id === step.practice,
    )
    .sort((a, b) => (a.lewis ?? 0) - (b.lewis ?? 0));

const toSigns = ({ signsToMoveOn, signsNotYet, pitfalls }: Practice) => ({
  signs: { on: signsToMoveOn.slice(0, mostSigns.on), wait: signsNotYet.slice(0, mostSigns.wait) },
  ...(pitfalls[0] === undefined ? {} : { pitfall: pitfalls[0] }),
});

/** For how many people all of them can be used. */
function toPeople(practices: readonly Practice[]): CardFacts['people'] {
  const most = practices.flatMap(({ groupSize }) => groupSize.max ?? []);
  return {
    min: Math.max(...practices.map(({ groupSize }) => groupSize.min)),
    ...(most.length === 0 ? {} : { max: Math.min(...most) }),
  };
}

/** A purpose is one or two sentences. */
const mostPurpose = 160;

/** The first sentences of a text, as many as fit; always one. */
function toSentences(text: string, most: number): string {
  const sentences = text.match(/[^.?!…]+[.?!…]+["”’)]*\s*|[^.?!…]+$/g) ?? [text];
  let taken = '';
  for (const sentence of sentences) {
    if (taken !== '' && taken.length + sentence.trimEnd().length > most) break;
    taken += sentence;
  }
  return taken.trim();
}
