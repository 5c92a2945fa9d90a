import { toMarkdownPath } from '../model/address.ts';
import type { Case, Practice } from '../model/entry.ts';
import { toGuide } from '../model/guide.ts';
import type { Language } from '../model/language.ts';
import { toLewisSteps } from '../model/lewis.ts';
import { phases, type Phase, type Step } from '../model/step.ts';
import { toWords } from '../words/index.ts';
import {
  joinBlocks,
  toBullets,
  toFact,
  toHeading,
  toLines,
  toLink,
  toMarkdownText,
  toNumbers,
  toPart,
  toQuote,
} from './markdown-text.ts';

/** A case as Markdown, without its title: what it is, what to watch out for, the story, and its steps in order. */
export function toCaseMarkdown(
  entry: Case,
  language: Language,
  practices: readonly Practice[],
): string {
  const { practice, case: w } = toWords(language);
  return joinBlocks([
    toQuote(entry.summary),
    entry.status === 'exercise' ? `**${w.exerciseNote}**` : '',
    toPart(2, practice.glance, toBullets(toFacts(entry, language))),
    toPart(2, w.fits, toLines(entry.fits)),
    toPart(2, w.cautions, toLines(entry.cautions)),
    entry.markdown,
    entry.closing ? toMarkdownText(entry.closing) : '',
    toPart(2, w.notTold, toLines(entry.notTold)),
    toGuideMarkdown(entry, language, practices),
  ]);
}

function toFacts(entry: Case, language: Language): string[] {
  const { machine, case: w } = toWords(language);
  const parties = entry.parties.map(({ name, headcount, inRoom }) => {
    const notes = [
      ...(headcount === undefined ? [] : [machine.headcount(headcount)]),
      ...(inRoom ? [] : [machine.notInRoom]),
    ];
    return notes.length > 0 ? `${name} (${notes.join(', ')})` : name;
  });
  return [
    toFact(w.moment, entry.moment),
    toFact(w.occasion, entry.occasion),
    toFact(w.initiative, entry.initiative),
    toFact(machine.sector, entry.sector),
    toFact(machine.parties, parties.join('; ')),
    toFact(machine.people, String(entry.people)),
    toFact(w.inTheRoom, entry.inTheRoom),
    toFact(w.facilitator, entry.facilitator),
    toFact(w.tension, w.tensions[entry.tension] ?? ''),
    toFact(machine.interdependent, entry.interdependent ? machine.yes : machine.no),
    ...(entry.author === '' ? [] : [toFact(machine.author, entry.author)]),
    toFact(machine.published, entry.published),
    ...(entry.updated === undefined ? [] : [toFact(machine.updated, entry.updated)]),
    toFact(machine.licence, entry.licence),
  ];
}

function toGuideMarkdown(
  { steps }: Case,
  language: Language,
  practices: readonly Practice[],
): string {
  const { machine } = toWords(language);
  const guide = toGuide(steps);
  const toPhase = (phase: Phase) =>
    toPart(
      3,
      machine.phases[phase],
      toNumbers(guide[phase].map((step) => toStepMarkdown(step, language, practices))),
    );
  const blocks = phases.map(toPhase).filter((block) => block !== '');
  return blocks.length === 0 ? '' : joinBlocks([toHeading(2, machine.stepsInOrder), ...blocks]);
}

function toStepMarkdown(step: Step, language: Language, practices: readonly Practice[]): string {
  const { machine, practice: words, case: w, provenance } = toWords(language);
  const lewis = step.lewis ? toLewisSteps(step.lewis) : [];
  const practice = practices.find(({ id }) => id === step.practice);
  const facts = [
    ...(practice
      ? [
          `${words.kind[practice.kind]}: ${toLink(practice.title, toMarkdownPath({ kind: 'practice', id: practice.id }, language))}`,
        ]
      : []),
    ...(lewis.length > 0 ? [w.lewisStep(Math.min(...lewis), Math.max(...lewis))] : []),
    ...(step.daysAhead === undefined ? [] : [w.daysAhead(step.daysAhead)]),
    ...(step.minutes
      ? [
          `${machine.minutes(step.minutes.min, step.minutes.ideal, step.minutes.max)}, ${provenance[step.timing]}`,
        ]
      : []),
    ...(step.lead ? [toMarkdownText(w.lead(step.lead))] : []),
    ...(step.ask ? [`${w.ask}: ${toMarkdownText(step.ask)}`] : []),
    w.notes[step.notes],
    ...(step.lost ? [`${machine.lost}: ${toMarkdownText(step.lost)}`] : []),
  ];
  const head = `**${toMarkdownText(step.title)}** (${provenance[step.from]})`;
  return [head, ...facts.map((fact) => `   - ${fact}`)].join('\n');
}
