import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { finishPdf, type Finish } from '../../src/print/finish-pdf.ts';
import { readPdf } from '../../src/print/read-pdf.ts';
import { pointsPerMillimetre } from '../../src/print/sheet.ts';

const finish: Finish = {
  title: 'Kaarten – één “nee”',
  language: 'nl',
  author: 'Onderstroom',
  date: '2026-11-23',
  duplex: 'long-edge',
  links: { from: 'http://127.0.0.1:5000', to: 'https://voorbeeld.nl' },
  id: 'abc123',
};

/** Two sheets as a browser rounds them, with a link to the site it was printed from and a place with a name. */
async function toRaw(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const pages = [pdf.addPage([594.96, 841.92]), pdf.addPage([594.96, 841.92])];
  const toLink = (address: string) =>
    pdf.context.register(
      pdf.context.obj({
        Type: 'Annot',
        Subtype: 'Link',
        Rect: [0, 0, 10, 10],
        A: { S: 'URI', URI: PDFString.of(address) },
      }),
    );
  for (const page of pages) page.node.addAnnot(toLink('http://127.0.0.1:5000/casussen/sla/'));
  pages[0]?.node.addAnnot(toLink('https://elders.nl/'));
  pdf.catalog.set(
    PDFName.of('Dests'),
    pdf.context.obj({ begin: [pages[1]?.ref ?? 0, 'XYZ', 0, 0, 0] }),
  );
  return pdf.save();
}

let raw: Uint8Array;
beforeAll(async () => {
  raw = await toRaw();
});

const open = (bytes: Uint8Array) => PDFDocument.load(bytes, { updateMetadata: false });

describe('a finished PDF', () => {
  it('is A4 to a hundredth of a point in every box', async () => {
    const pdf = await open(await finishPdf(raw, finish));
    for (const page of pdf.getPages())
      for (const box of [
        page.getMediaBox(),
        page.getCropBox(),
        page.getBleedBox(),
        page.getTrimBox(),
      ]) {
        expect(Math.abs(box.width - 595.276)).toBeLessThan(0.01);
        expect(Math.abs(box.height - 841.89)).toBeLessThan(0.01);
      }
  });

  it('moves backs and only backs', async () => {
    const pdf = await open(await finishPdf(raw, { ...finish, backs: { dx: 1, dy: 2 } }));
    const [front, back] = pdf.getPages().map((page) => page.getMediaBox());
    expect(front?.x).toBe(0);
    expect(back?.x).toBeCloseTo(-pointsPerMillimetre, 6);
    expect((back?.y ?? 0) - (front?.y ?? 0)).toBeCloseTo(2 * pointsPerMillimetre, 6);
  });

  it('says what it is, and asks to be printed at its own size on both sides', async () => {
    const pdf = await open(await finishPdf(raw, finish));
    expect(pdf.getTitle()).toBe('Kaarten – één “nee”');
    expect(pdf.getAuthor()).toBe('Onderstroom');
    expect(pdf.getCreationDate()?.toISOString()).toBe('2026-11-23T00:00:00.000Z');
    const viewer = pdf.catalog.lookup(PDFName.of('ViewerPreferences'))?.toString();
    expect(viewer).toContain('/PrintScaling /None');
    expect(viewer).toContain('/Duplex /DuplexFlipLongEdge');
    expect(viewer).toContain('/DisplayDocTitle true');
    expect(pdf.catalog.lookup(PDFName.of('Lang'))?.toString()).toBe('(nl)');
  });

  it('leads to the site where readers find it, and leaves other addresses alone', async () => {
    const { outside } = await readPdf(await finishPdf(raw, finish));
    expect(outside).toEqual([
      'https://voorbeeld.nl/casussen/sla/',
      'https://elders.nl/',
      'https://voorbeeld.nl/casussen/sla/',
    ]);
  });

  it('still knows its places', async () => {
    const { places, pages } = await readPdf(await finishPdf(raw, finish));
    expect([...places]).toEqual([['begin', 2]]);
    expect(pages).toBe(2);
  });

  it('is the same file every time', async () => {
    const [first, second] = [await finishPdf(raw, finish), await finishPdf(raw, finish)];
    expect(Buffer.compare(first, second)).toBe(0);
  });
});
