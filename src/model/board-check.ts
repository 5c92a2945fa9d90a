import { boardRows, isBlank, type Board, type BoardRow, type PoleIndex } from './board.ts';

/** What is not good yet. All but `judges`, which is a hint, keep a board from being taken along. */
export type BoardIssue =
  | { kind: 'no-name'; pole: PoleIndex }
  | { kind: 'same' }
  | { kind: 'party'; pole: PoleIndex; word: string }
  | { kind: 'judges'; pole: PoleIndex; word: string }
  | { kind: 'one-sided'; pole: PoleIndex; row: BoardRow };

/**
 * Looks at a board: both poles have a name of their own, are no party and no judgement, and what is written at one
 * side is also asked of the other. `parties` are the names of the parties of the case, where there is one.
 */
export function checkBoard(board: Board, parties: readonly string[] = []): BoardIssue[] {
  if (isBlank(board)) return [];
  const names = board.poles.map(({ name }) => toPlainName(name));
  const isSame = names[0] !== '' && names[0] === names[1];
  return [
    ...([0, 1] as const).flatMap((pole): BoardIssue[] => {
      const { name } = board.poles[pole];
      if (names[pole] === '') return [{ kind: 'no-name', pole }];
      if (isParty(name, parties)) return [{ kind: 'party', pole, word: name }];
      const word = toWordsOf(name).find((each) => judging.has(each));
      return word === undefined ? [] : [{ kind: 'judges', pole, word }];
    }),
    ...(isSame ? [{ kind: 'same' as const }] : []),
    ...boardRows.flatMap((row): BoardIssue[] => {
      const [first, second] = board.poles.map((pole) => pole[row].length);
      if ((first === 0) === (second === 0)) return [];
      return [{ kind: 'one-sided', row, pole: first === 0 ? 0 : 1 }];
    }),
  ];
}

/** Whether a board may be taken along: hints may stay. */
export const isReady = (board: Board, issues: readonly BoardIssue[]): boolean =>
  !isBlank(board) && issues.every(({ kind }) => kind === 'judges');

/** A team is no pole: both teams need both poles. */
function isParty(name: string, parties: readonly string[]): boolean {
  const plain = toPlainName(name);
  return sides.has(plain) || parties.some((party) => toPlainName(party) === plain);
}

/** What is left of a name without the words that only point. @example toPlainName('Het team van de Klant') // => 'klant' */
const toPlainName = (name: string): string => {
  const all = toWordsOf(name);
  const bare = all.filter((word) => !pointing.has(word));
  return (bare.length === 0 ? all : bare).join(' ');
};

const toWordsOf = (text: string): string[] =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

const pointing = new Set(
  'de het een t onze ons mijn jullie hun van team teams kant partij the a an our my your their of side party s'.split(
    ' ',
  ),
);

const sides = new Set(
  (
    'klant klanten leverancier leveranciers opdrachtgever opdrachtgevers opdrachtnemer opdrachtnemers ' +
    'wij we zij ze ik jij jullie ' +
    'client clients customer customers supplier suppliers vendor vendors contractor contractors us them they you i'
  ).split(' '),
);

/** A pole that is good or bad by its name needs no other pole. */
const judging = new Set(
  (
    'goed goede beter betere best beste slecht slechte slechter fout foute verkeerd verkeerde juist juiste ' +
    'good better best bad worse worst wrong right'
  ).split(' '),
);
