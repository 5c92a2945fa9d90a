import { asHeading, asNamed, asPart, asWord, type Name } from './format.ts';
import type { Tongue } from './language.ts';
import { readTokens, type Token } from './text.ts';

/** A question, as the index can be asked. */
export interface Question {
  units: Unit[];
  /** The heading that is just these words. */
  heading: string;
  /** How every name of a term of the glossary is written, for marking it. */
  names: readonly Name[];
}

/** One thing that has to be found: a word, or a name of more words. */
export interface Unit {
  /** As it was asked. */
  text: string;
  /** Each of these will do; one that weighs less is less what was asked. */
  terms: Map<string, number>;
  /** Beginning of the word that is being typed. */
  start?: string[];
  /** A word inside a name: it helps, but is not needed. */
  extra: boolean;
}

/** How much it is what was asked: the word itself, a part of a longer word, another name, a looser name. */
const weights = { word: 1, joined: 0.9, part: 0.45, name: 0.7, looseName: 0.35, nameOfLoose: 0.4 };

/** More words than anyone asks for at once: the rest is left out. */
const mostUnits = 24;

/** Reads a question. Common words are left out, unless they are in a name; the last word may still be typed on. */
export function readQuestion(text: string, names: readonly Name[], tongue: Tongue): Question {
  const tokens = readTokens(text);
  const stems = tokens.map(({ word }) => tongue.stem(word));
  const units: Unit[] = [];
  let until = 0;
  tokens.forEach((token, at) => {
    const name = at < until ? undefined : findName(stems, at, names);
    if (name && name.length > 1) {
      until = at + name.length;
      const written = text.slice(token.start, tokens[until - 1]?.end);
      units.push({ text: written, terms: toNameTerms(name.found, 1), extra: false });
    }
    if (tongue.isCommon(token.word) && name?.length !== 1) return;
    const terms = toWordTerms(token, stems[at] ?? '', tongue);
    for (const [term, weight] of toNameTerms(name?.length === 1 ? name.found : [], weights.name))
      terms.set(term, weight);
    for (const beside of [at - 1, at]) {
      const pair = tokens.slice(beside, beside + 2);
      if (beside < 0 || pair.length < 2 || pair.some(({ word }) => tongue.isCommon(word))) continue;
      terms.set(asWord(tongue.stem(pair.map(({ word }) => word).join(''))), weights.joined);
    }
    const isTyped = at === tokens.length - 1 && token.end === text.length && token.word.length > 1;
    units.push({
      text: text.slice(token.start, token.end),
      terms,
      ...(isTyped ? { start: [token.word, stems[at] ?? ''] } : {}),
      extra: at < until,
    });
  });
  return { units: withoutDoubles(units).slice(0, mostUnits), heading: asHeading(stems), names };
}

function toWordTerms({ parts }: Token, stem: string, tongue: Tongue): Map<string, number> {
  const terms = new Map([
    [asWord(stem), weights.word],
    [asPart(stem), weights.part],
  ]);
  // `samen-werken` is also found where it is written as two words.
  for (const part of parts)
    if (part.length > 3 && !tongue.isCommon(part))
      terms.set(asWord(tongue.stem(part)), weights.part);
  return terms;
}

/** The longest name that begins here, with every term it is a name of. */
function findName(stems: readonly string[], at: number, names: readonly Name[]) {
  let found: Name[] = [];
  let length = 0;
  for (const name of names) {
    const own = name[0].split(' ');
    if (own.length < length || !own.every((stem, next) => stems[at + next] === stem)) continue;
    found = own.length === length ? [...found, name] : [name];
    length = own.length;
  }
  return length === 0 ? undefined : { found, length };
}

function toNameTerms(found: readonly Name[], weight: number): Map<string, number> {
  const terms = new Map<string, number>();
  for (const [, id, kind] of found) {
    if (kind === 1) {
      terms.set(asNamed(id, 1), weight);
      terms.set(asNamed(id, 2), weights.looseName);
    } else {
      terms.set(asNamed(id, 1), weights.nameOfLoose);
      terms.set(asNamed(id, 2), weights.looseName);
    }
  }
  return terms;
}

/** A word that was asked twice is asked once. */
function withoutDoubles(units: readonly Unit[]): Unit[] {
  const known = new Map<string, Unit>();
  for (const unit of units) {
    const [first = ''] = unit.terms.keys();
    if (!known.has(first)) known.set(first, unit);
  }
  return [...known.values()];
}
