import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';

/** What a printed PDF tells about its pages. */
export interface PdfFacts {
  pages: number;
  /** The page each place that something links to stands on, counted from 1. */
  places: ReadonlyMap<string, number>;
  /** Addresses of links that leave the PDF. */
  outside: readonly string[];
}

/** Reads where everything went. */
export async function readPdf(bytes: Uint8Array): Promise<PdfFacts> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const pages = pdf.getPages();
  const numbers = new Map(pages.map((page, index) => [page.ref.tag, index + 1]));
  const places = new Map<string, number>();
  const named = pdf.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict);
  for (const [name, target] of named?.entries() ?? []) {
    const where = pdf.context.lookup(target);
    const page = where instanceof PDFArray ? where.get(0) : undefined;
    const number = page instanceof PDFRef ? numbers.get(page.tag) : undefined;
    if (number !== undefined) places.set(name.decodeText(), number);
  }
  return { pages: pages.length, places, outside: pages.flatMap(({ node }) => listAddresses(node)) };
}

function listAddresses(page: { Annots: () => PDFArray | undefined }): string[] {
  const annotations = page.Annots();
  return Array.from({ length: annotations?.size() ?? 0 }, (_none, index) => {
    const action = annotations?.lookupMaybe(index, PDFDict)?.lookupMaybe(PDFName.of('A'), PDFDict);
    const address = action?.lookup(PDFName.of('URI'));
    return address instanceof PDFString || address instanceof PDFHexString
      ? [address.decodeText()]
      : [];
  }).flat();
}
