import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRef,
  PDFString,
  type PDFPage,
} from '@cantoo/pdf-lib';
import type { Language } from '../model/language.ts';
import { settleNames } from './settle-names.ts';
import { moveContent, toPageBoxes, type Box } from './sheet.ts';

/** What a finished PDF says about itself, and how it wants to be printed. */
export interface Finish {
  title: string;
  language: Language;
  author: string;
  subject?: string | undefined;
  /** When its text last changed, as YYYY-MM-DD; not when it was made, so that the same text makes the same file. */
  date?: string | undefined;
  /** How a double-sided sheet turns; one side when left out. */
  duplex?: 'long-edge' | 'short-edge' | undefined;
  /** Moves every back, in millimetres to the right and down, for a printer that is a little off. */
  backs?: { dx: number; dy: number } | undefined;
  /** What links of the browser’s address become. */
  links?: { from: string; to: string } | undefined;
  /** A digest of what it was made from: the file carries it as its identity. */
  id: string;
}

/**
 * Makes of what a browser printed a PDF for paper: exact boxes, printed at its own size, on two sides where that is
 * meant, the same bytes every time. Tags and the outline stay as the browser wrote them.
 */
export async function finishPdf(bytes: Uint8Array, finish: Finish): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  for (const [index, page] of pdf.getPages().entries()) {
    setBoxes(page, index % 2 === 1 ? finish.backs : undefined);
    if (finish.links) changeLinks(page, finish.links);
  }
  settleNames(pdf);
  setViewer(pdf, finish);
  setFacts(pdf, finish);
  return pdf.save({ useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false });
}

function setBoxes(page: PDFPage, moved: Finish['backs'] = { dx: 0, dy: 0 }): void {
  const found = toPageBoxes(page.getSize());
  if (found === undefined) return;
  const { media, trim } = moveContent(found, moved);
  const set = (name: 'Media' | 'Crop' | 'Bleed' | 'Trim' | 'Art', { x, y, width, height }: Box) => {
    page[`set${name}Box`](x, y, width, height);
  };
  for (const name of ['Media', 'Crop', 'Bleed'] as const) set(name, media);
  for (const name of ['Trim', 'Art'] as const) set(name, trim);
}

/** The browser saw the site on this machine; the reader finds it at its own address. */
function changeLinks(page: PDFPage, { from, to }: { from: string; to: string }): void {
  const annotations = page.node.Annots();
  for (let index = 0; index < (annotations?.size() ?? 0); index++) {
    const action = annotations?.lookupMaybe(index, PDFDict)?.lookupMaybe(PDFName.of('A'), PDFDict);
    const found = action?.lookup(PDFName.of('URI'));
    if (!(found instanceof PDFString || found instanceof PDFHexString)) continue;
    const address = found.decodeText();
    if (address.startsWith(from))
      action?.set(PDFName.of('URI'), PDFString.of(to + address.slice(from.length)));
  }
}

function setViewer(pdf: PDFDocument, { duplex, language }: Finish): void {
  const names = {
    long: 'DuplexFlipLongEdge',
    short: 'DuplexFlipShortEdge',
    one: 'Simplex',
  };
  const side = duplex === undefined ? 'one' : duplex === 'long-edge' ? 'long' : 'short';
  pdf.catalog.set(
    PDFName.of('ViewerPreferences'),
    pdf.context.obj({
      DisplayDocTitle: true,
      PrintScaling: 'None',
      Duplex: names[side],
    }),
  );
  pdf.catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'));
  pdf.catalog.set(PDFName.of('Lang'), PDFString.of(language));
}

function setFacts(pdf: PDFDocument, { title, author, subject, date, id }: Finish): void {
  const { context } = pdf;
  const facts = context.obj({});
  const say = (name: string, text: string) => {
    facts.set(PDFName.of(name), PDFHexString.fromText(text));
  };
  say('Title', title);
  say('Author', author);
  if (subject !== undefined) say('Subject', subject);
  say('Creator', maker);
  say('Producer', maker);
  if (date !== undefined) {
    const day = PDFString.fromDate(new Date(`${date}T00:00:00Z`));
    facts.set(PDFName.of('CreationDate'), day);
    facts.set(PDFName.of('ModDate'), day);
  }
  // In the place of what the browser said, which names the minute it was printed.
  const said = context.trailerInfo.Info;
  if (said instanceof PDFRef) context.assign(said, facts);
  else context.trailerInfo.Info = context.register(facts);
  const name = PDFHexString.of(id.slice(0, 32).padEnd(32, '0'));
  const both = PDFArray.withContext(context);
  both.push(name);
  both.push(name);
  context.trailerInfo.ID = both;
}

const maker = 'Onderstroom';
