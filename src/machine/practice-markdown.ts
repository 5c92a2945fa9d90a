import { toMarkdownPath } from '../model/address.ts';
import type { Practice } from '../model/entry.ts';
import type { Language } from '../model/language.ts';
import type { PracticeBlock } from '../model/practice.ts';
import type { Source } from '../model/source.ts';
import { toWords } from '../words/index.ts';
import {
  joinBlocks,
  toBullets,
  toFact,
  toLines,
  toLink,
  toMarkdownText,
  toNumbers,
  toPart,
  toQuote,
} from './markdown-text.ts';

/** What each degree of trust is called in the words. */
const heats = ['heat0', 'heat1', 'heat2', 'heat3'] as const;

/** A practice as Markdown, without its title: every field a card has, each block with where it comes from. */
export function toPracticeMarkdown(
  entry: Practice,
  language: Language,
  practices: readonly Practice[],
  sources: readonly Source[],
): string {
  const { practice: w, provenance } = toWords(language);
  const from = (block: PracticeBlock) => `_${provenance[entry.provenance[block]]}_`;
  const withFrom = (block: PracticeBlock, body: string) => `${from(block)}\n\n${body}`;
  return joinBlocks([
    toQuote(entry.purpose),
    from('purpose'),
    entry.aliases.length > 0
      ? `${w.alsoCalled} ${entry.aliases.map(toMarkdownText).join(', ')}`
      : '',
    entry.facilitator === 'trained' ? `**${w.trainedOnly}**` : '',
    toPart(2, w.glance, toBullets(toFacts(entry, language))),
    toPart(2, w.invitation, toQuote(entry.invitation)),
    toPart(2, w.does, withFrom('does', toNumbers(entry.does.map(toMarkdownText)))),
    toPart(2, w.says, withFrom('says', toLines(entry.says))),
    toPart(2, w.goOn, from('signs')),
    toPart(3, w.goOnIf, toLines(entry.signsToMoveOn)),
    toPart(3, w.waitIf, toLines(entry.signsNotYet)),
    toPart(2, w.pitfalls, withFrom('pitfalls', toLines(entry.pitfalls))),
    toPart(2, w.when, toBullets([toFact(w.doWhen, entry.when), toFact(w.notWhen, entry.notWhen)])),
    toPart(2, w.accessible, withFrom('accessible', toMarkdownText(entry.accessibleVariant))),
    toPart(2, w.output, toMarkdownText(entry.output)),
    entry.markdown,
    toPart(
      2,
      w.variants,
      toBullets(entry.variants.map((variant) => toVariant(variant, language, sources))),
    ),
    toPart(2, w.differences, entry.differences.length > 0 ? toDifferences(entry, language) : ''),
    toPart(2, w.next, toBullets(toNext(entry, language, practices))),
    toPart(2, w.sources, toBullets(toSources(entry, sources))),
    w.reviewed(entry.reviewed),
    w.licence(entry.licence),
  ]);
}

function toFacts(entry: Practice, language: Language): string[] {
  const { practice: w, provenance } = toWords(language);
  const { minutes, groupSize } = entry;
  const duration = [
    w.minutes(minutes.min, minutes.max),
    ...(minutes.perPerson === undefined ? [] : [w.perPerson(minutes.perPerson)]),
  ].join(', ');
  return [
    toFact(w.byKind, entry.lewis ? w.step(entry.lewis) : w.kind[entry.kind]),
    toFact(
      w.duration,
      `${withNote(duration, minutes.note)} (${provenance[entry.provenance.minutes]})`,
    ),
    toFact(w.group, withNote(w.people(groupSize.min, groupSize.max), groupSize.note)),
    toFact(w.posture, w.postures[entry.posture]),
    toFact(w.space, entry.space),
    toFact(
      w.materials,
      entry.materials.length > 0
        ? entry.materials
            .map(({ name, count, per }) => w.pieces(name, count, per === 'person'))
            .join('; ')
        : w.noMaterials,
    ),
    toFact(w.facilitator, w.levels[entry.facilitator]),
    toFact(w.heat, w.heats[heats[entry.heat] ?? 'heat0']),
    toFact(w.notes, `${w.notesRules[entry.notes]}. ${w.neverNames}`),
  ];
}

const withNote = (text: string, note: string | undefined): string =>
  note === undefined ? text : `${text}. ${note}`;

function toVariant(
  { name, how, source }: Practice['variants'][number],
  language: Language,
  sources: readonly Source[],
): string {
  const from = sources.find(({ id }) => id === source);
  return [
    toFact(name, how),
    ...(from ? [toMarkdownText(toWords(language).practice.variantFrom(from.title))] : []),
  ].join(' ');
}

function toDifferences({ differences }: Practice, language: Language): string {
  const w = toWords(language).practice;
  const row = (cells: readonly string[]) => `| ${cells.map(toMarkdownText).join(' | ')} |`;
  return [
    row([w.differencesAbout, w.differencesOne, w.differencesOther]),
    '| --- | --- | --- |',
    ...differences.map(({ about, one, other }) => row([about, one, other])),
  ].join('\n');
}

const toNext = (entry: Practice, language: Language, practices: readonly Practice[]): string[] =>
  entry.next.flatMap((id) => {
    const next = practices.find((practice) => practice.id === id);
    return next ? [toLink(next.title, toMarkdownPath({ kind: 'practice', id }, language))] : [];
  });

const toSources = (entry: Practice, sources: readonly Source[]): string[] =>
  entry.sources.flatMap((id) => {
    const source = sources.find((each) => each.id === id);
    return source
      ? [
          [source.by, source.title, source.where]
            .filter((part) => part !== undefined)
            .map(toMarkdownText)
            .join('. '),
        ]
      : [];
  });
