import { PDFArray, PDFDict, PDFHexString, PDFString, type PDFDocument } from '@cantoo/pdf-lib';

/**
 * Numbers the names of tags from one. The browser counts them over all it printed since it started, so the same document
 * would have other names the second time. Their order stays, because the PDF looks names up in order.
 */
export function settleNames(pdf: PDFDocument): void {
  const seats: Seat[] = [];
  for (const [, object] of pdf.context.enumerateIndirectObjects()) collect(object, seats);
  const names = [...new Set(seats.map(({ name }) => name))].sort();
  const settled = new Map(
    names.map((name, index) => [name, `node${String(index + 1).padStart(8, '0')}`]),
  );
  for (const { name, set } of seats) set(PDFString.of(settled.get(name) ?? name));
}

/** Where a name stands, and how to put another one there. */
interface Seat {
  name: string;
  set: (name: PDFString) => void;
}

const isName = /^node\d{8}$/;

function collect(object: unknown, seats: Seat[]): void {
  if (object instanceof PDFDict) {
    for (const [key, value] of object.entries())
      visit(value, seats, (name) => {
        object.set(key, name);
      });
  } else if (object instanceof PDFArray) {
    for (let index = 0; index < object.size(); index++)
      visit(object.get(index), seats, (name) => {
        object.set(index, name);
      });
  }
}

function visit(value: unknown, seats: Seat[], set: Seat['set']): void {
  if (value instanceof PDFString || value instanceof PDFHexString) {
    const name = value.decodeText();
    if (isName.test(name)) seats.push({ name, set });
  } else collect(value, seats);
}
