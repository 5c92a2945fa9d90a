import type { Language } from '../src/model/language.ts';
import { benchWords, type BenchWords } from './bench-words.ts';

/** The id of a generated case. @example toBenchId(7) // => 'oefening-00007' */
export const toBenchId = (number: number): string => `oefening-${String(number).padStart(5, '0')}`;

/**
 * Case `number` of a handbook of `count`, as MDX: about 690 words, six to eight steps and every kind of block.
 * The same numbers give the same bytes, and both languages have the same steps and minutes.
 */
export function toBenchCase(number: number, count: number, language: Language): string {
  const words = benchWords[language];
  const draw = createDraw(number);
  const group = draw(words.groups);
  const occasion = draw(words.occasions);
  const chosen = words.steps
    .map((title, index) => ({ title, index }))
    .filter(({ index }) => ![1, 6].includes(index) || draw([true, true, false]));
  const parts = [
    toFrontmatter(words, number, group, occasion, language),
    `## ${words.headings[0]}`,
    ...paragraphs(words, draw, 1),
    wrap('Question', `by="${words.questionBy}"`, `“${words.question(occasion)}”`),
    ...chosen.map(({ title, index }, order) =>
      toStep({ words, draw, title, index, order, number, count }),
    ),
    `## ${words.headings[1]}`,
    ...paragraphs(words, draw, 1),
    toPolarity(words),
  ];
  return `${parts.join('\n\n')}\n`;
}

type Draw = <T>(from: readonly T[]) => T;

/** Draws that seem random and are always the same (mulberry32). */
function createDraw(seed: number): Draw {
  let state = seed;
  return (from) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    const drawn = from[((mixed ^ (mixed >>> 14)) >>> 0) % from.length];
    if (drawn === undefined) throw new Error('There is nothing to draw from.');
    return drawn;
  };
}

function toFrontmatter(
  words: BenchWords,
  number: number,
  group: string,
  occasion: string,
  language: Language,
): string {
  const quote = (text: string) => JSON.stringify(text);
  return [
    '---',
    `title: ${quote(words.title(group, occasion, number))}`,
    `short: ${quote(words.title('', '', number).split(':')[0] ?? '')}`,
    `summary: ${quote(words.summary(group, occasion))}`,
    'status: exercise',
    "published: '2026-11-23'",
    `sector: ${quote(words.sectors[number % words.sectors.length] ?? '')}`,
    `moment: ${quote(occasion)}`,
    `occasion: ${quote(words.summary(group, occasion))}`,
    `initiative: ${quote(words.initiative)}`,
    `tension: ${String(number % 4)}`,
    'interdependent: true',
    'parties:',
    ...words.parties.map((name) => `  - name: ${quote(name)}`),
    `people: ${String(5 + (number % 20))}`,
    `inTheRoom: ${quote(words.inTheRoom)}`,
    `facilitator: ${quote(words.facilitator)}`,
    `fits: [${quote(words.fits)}]`,
    `cautions: [${quote(words.caution)}]`,
    `topics: [${quote(occasion)}, ${quote(group)}]`,
    ...(language === 'nl' ? [] : ['translationOf: "000000000000"']),
    '---',
  ].join('\n');
}

/** Attributes of the steps, by their place in `words.steps`. */
const attributes = [
  'id="vraag" practice="vraagcheck" phase="before" daysAhead={14}',
  'id="wie-er-zit" practice="delegatiecheck" phase="before" daysAhead={7}',
  'id="binnenkomen" practice="check-in" minutes="5/10/15"',
  'id="invalshoeken" lewis="1-3" minutes="20/30/45"',
  'id="andere-stem" lewis="2" minutes="10/15/25" heat={1}',
  'id="keuze" lewis="4" minutes="15/20/30" notes="decision"',
  'id="eronder" lewis="5" minutes="20/30/40" heat={3} notes="none"',
  'id="ronde" practice="check-uit" minutes="5/10/15"',
] as const;

interface StepParts {
  words: BenchWords;
  draw: Draw;
  title: string;
  /** Place in `words.steps`. */
  index: number;
  /** Place in this case. */
  order: number;
  number: number;
  count: number;
}

function toStep({ words, draw, title, index, order, number, count }: StepParts): string {
  const other = `cases/${toBenchId(((number + order * 37) % count) + 1)}#binnenkomen`;
  const skip = index === 3 ? ` skip={1} lost="${words.lost}"` : '';
  return wrap(
    'Step',
    `title="${title}" from="proposal" ask="${words.ask}" ${attributes[index] ?? ''}${skip}`,
    [
      ...paragraphs(words, draw, 1),
      ...(order % 2 === 1 ? [words.seeAlso(other)] : [words.reference]),
      ...toExtra(words, index),
    ].join('\n\n'),
  );
}

/** The block that goes with a step, by its place in `words.steps`. */
function toExtra(words: BenchWords, index: number): string[] {
  const { voice, voices, checklist } = words;
  const inList = (items: readonly string[]) => items.map((item) => `- ${item}`).join('\n');
  switch (index) {
    case 0: {
      const checks = checklist.checks.map((text, at) =>
        wrap('Check', `id="check-${String(at)}"`, text),
      );
      const given = `id="vooraf" title="${checklist.title}" from="proposal"`;
      return [wrap('Checklist', given, checks.join('\n\n'))];
    }
    case 2:
      return [
        wrap('Say', '', words.say),
        wrap(
          'Voices',
          `id="samenvatting" title="${voices.title}" from="proposal"`,
          inList(voices.pairs),
        ),
      ];
    case 4:
      return [wrap('Tip', '', words.tip)];
    case 5: {
      const given = `id="moe" stance="insight" on="${voice.on}" role="${voice.role}" needs="${voice.needs}" date="2026-11-23"`;
      return [voice.paragraph, wrap('Contribution', given, voice.text)];
    }
    default:
      return [];
  }
}

function toPolarity({ polarity }: BenchWords): string {
  const { title, purpose, fear, poles, upsides, downsides, actions, signals } = polarity;
  const lists = { Upsides: upsides, Downsides: downsides, Actions: actions, Signals: signals };
  const inPole = Object.entries(lists).map(([name, items]) =>
    wrap(name, '', items.map((item) => `- ${item}`).join('\n')),
  );
  const both = poles.map((name) => wrap('Pole', `name="${name}"`, inPole.join('\n\n')));
  const given = `id="bord" title="${title}" purpose="${purpose}" fear="${fear}" from="proposal"`;
  return wrap('Polarity', given, both.join('\n\n'));
}

const wrap = (name: string, given: string, inside: string): string =>
  `<${given ? `${name} ${given}` : name}>\n\n${inside}\n\n</${name}>`;

const paragraphs = (words: BenchWords, draw: Draw, count: number): string[] =>
  Array.from({ length: count }, () =>
    Array.from({ length: 3 }, () => toSentence(words, draw)).join(' '),
  );

const toSentence = ({ subjects, verbs, objects, addings }: BenchWords, draw: Draw): string =>
  `${draw(subjects)} ${draw(verbs)} ${draw(objects)}, ${draw(addings)}.`;
