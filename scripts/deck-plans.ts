import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { toPath } from '../src/model/address.ts';
import { fixedDecks, isOwnDeck, type DeckId } from '../src/model/deck-id.ts';
import { cardFormats, cardPapers, type CardFormat, type CardPaper } from '../src/model/deck.ts';
import type { Language } from '../src/model/language.ts';
import { chooseFormat } from '../src/print/deck-sheets.ts';
import { toWords } from '../src/words/index.ts';
import type { PdfPlan, Prepared } from './pdf-plan.ts';

/** How a deck can be printed: every format on every paper, and once for a print shop, which has a paper of its own. */
export interface DeckFormat {
  format: CardFormat;
  paper: CardPaper;
  /** What it is called on the command line and in the name of a file: `duplex-a4`. */
  name: string;
}

export const deckFormats: readonly DeckFormat[] = cardPapers.flatMap((paper) =>
  cardFormats
    .filter((format) => format !== 'shop' || paper === 'a4')
    .map((format) => ({ format, paper, name: format === 'shop' ? format : `${format}-${paper}` })),
);

const turns: Partial<Record<CardFormat, Prepared['finish']['duplex']>> = {
  duplex: 'long-edge',
  'short-edge': 'short-edge',
};

/** The PDFs of every deck that has cards of its own; decks a reader puts together are printed in the browser. */
export function listDeckPlans(
  dir: string,
  language: Language,
  cases: readonly string[],
): PdfPlan[] {
  const decks: DeckId[] = [
    ...fixedDecks.filter((id) => !isOwnDeck(id)),
    ...cases.map((id): DeckId => `cases/${id}`),
  ];
  return decks
    .filter((id) => existsSync(toFile(dir, id, language)))
    .flatMap((id) => deckFormats.map((format) => toDeckPlan(dir, language, id, format)));
}

const toFile = (dir: string, id: DeckId, language: Language): string =>
  path.join(dir, toPath({ kind: 'deck', id }, language), 'index.html');

function toDeckPlan(
  dir: string,
  language: Language,
  id: DeckId,
  { format, paper, name }: DeckFormat,
): PdfPlan {
  const { cards, print } = toWords(language);
  const deck = id.replace('cases/', '');
  return {
    kind: 'deck',
    language,
    deck,
    format: name,
    path: `${toPath({ kind: 'pdfs' }, language)}${print.files.deck(deck, name)}.pdf`,
    sources: [toPath({ kind: 'deck', id }, language)],
    prepare: async () => {
      const html = await readFile(toFile(dir, id, language), 'utf8');
      const sheets = chooseFormat(html, { format, paper });
      if (sheets.cards === 0) return { nothing: 'has no cards' };
      if (!sheets.languages.has(language)) return { nothing: 'is not translated' };
      const how =
        format === 'shop'
          ? cards.formats.shop.name
          : `${cards.formats[format].name}, ${cards.papers[paper]}`;
      return {
        html: sheets.html,
        contents: false,
        fit: { safe: 6, bleed: format === 'shop' ? 3 : 0, least: 9 },
        finish: { title: `${sheets.title}. ${how}`, duplex: turns[format] },
      };
    },
  };
}
