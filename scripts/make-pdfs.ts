import { createHash } from 'node:crypto';
import { finishPdf, type Finish } from '../src/print/finish-pdf.ts';
import { readPdf } from '../src/print/read-pdf.ts';
import type { MadePdf } from './made-pdf.ts';
import type { PdfPlan, Prepared } from './pdf-plan.ts';
import { toTextDigest, type Shelf } from './pdf-shelf.ts';
import type { Printer } from './printer.ts';

/** What making PDFs needs of the world. */
export interface Workshop {
  /** Folder of the built site. */
  dir: string;
  shelf: Shelf;
  /** Starts a browser; asked once, and only when something has to be printed. */
  openPrinter: () => Promise<Printer>;
  /** Everything about this program and its browser that decides what a PDF looks like. */
  made: string;
  author: string;
  /** Where readers find the site. */
  address: string;
  /** How far backs are moved for the printer at hand. */
  backs: Finish['backs'];
  say: (progress: Progress) => void;
}

/** One PDF that is ready, of how many. */
export interface Progress {
  plan: PdfPlan;
  outcome: 'made' | 'unchanged' | 'nothing to print';
  /** Why there is nothing to print: `has no cards`. */
  why?: string | undefined;
  done: number;
  of: number;
}

/** How many PDFs are made before they are written down, in case the work is broken off. */
const putBetweenSaves = 25;

/** Makes every PDF that is not there yet as it would be made now. Returns how many were made. */
export async function makePdfs(plans: readonly PdfPlan[], workshop: Workshop): Promise<number> {
  const { shelf, say } = workshop;
  let printer: Printer | undefined;
  let made = 0;
  try {
    for (const [index, plan] of plans.entries()) {
      const tell = (outcome: Progress['outcome'], why?: string) => {
        say({ plan, outcome, why, done: index + 1, of: plans.length });
      };
      const prepared = await plan.prepare();
      if ('nothing' in prepared) {
        tell('nothing to print', prepared.nothing);
        continue;
      }
      const digest = toDigest(prepared, workshop);
      if (shelf.find(plan.path)?.digest === digest) {
        tell('unchanged');
        continue;
      }
      printer ??= await workshop.openPrinter();
      await makePdf({ plan, prepared, digest, printer, workshop });
      made += 1;
      if (made % putBetweenSaves === 0) await shelf.save();
      tell('made');
    }
  } finally {
    await printer?.close();
    await shelf.save();
  }
  return made;
}

async function makePdf({
  plan,
  prepared,
  digest,
  printer,
  workshop,
}: {
  plan: PdfPlan;
  prepared: Prepared;
  digest: string;
  printer: Printer;
  workshop: Workshop;
}): Promise<void> {
  const { dir, shelf, author, address, backs } = workshop;
  const printed = await printer.print(prepared.html, prepared);
  const bytes = await finishPdf(printed.bytes, {
    ...prepared.finish,
    language: plan.language,
    author,
    // The calibration sheet is read as it is turned over the long edge.
    backs: plan.kind === 'deck' && prepared.finish.duplex === 'long-edge' ? backs : undefined,
    links: { from: printer.address, to: address },
    id: digest,
  });
  const { pages } = await readPdf(bytes);
  const made: MadePdf = {
    path: plan.path,
    kind: plan.kind,
    language: plan.language,
    title: prepared.finish.title,
    pages,
    bytes: bytes.length,
    digest,
    sources: plan.sources,
    textDigest: (await toTextDigest(dir, plan.sources)) ?? '',
  };
  await shelf.put(made, bytes);
}

const toDigest = (prepared: Prepared, { made, author, address, backs }: Workshop): string =>
  createHash('sha256')
    .update(JSON.stringify([prepared, made, author, address, backs]))
    .digest('hex');
