import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { drawShareImage, type StepDrawings } from './share-image-drawing.ts';
import type { ShareSubject } from './share-subject.ts';

/** What a picture is drawn with, and where drawn ones are kept between builds. */
export interface ShareStudio {
  drawings: StepDrawings;
  /** Text that changes when the drawing code does, so that older pictures are not used again. */
  edition: string;
  /** Folder for pictures drawn before. */
  folder: string;
}

/** The picture of a subject as PNG. One that was drawn before, by the same code, is not drawn again. */
export async function toShareImage(
  subject: ShareSubject,
  { drawings, edition, folder }: ShareStudio,
): Promise<Buffer> {
  const digest = createHash('sha256')
    .update(edition)
    .update(JSON.stringify([subject, drawings]))
    .digest('hex')
    .slice(0, 24);
  const file = path.join(folder, `${digest}.png`);
  const known = await readFile(file).catch(() => undefined);
  if (known) return known;

  const svg = await drawShareImage(subject, drawings);
  const png = await sharp(Buffer.from(svg))
    .png({ palette: true, colours: 64, effort: 1 })
    .toBuffer();
  await mkdir(folder, { recursive: true });
  // A build that is stopped half way must not leave half a picture under a name that is trusted.
  await writeFile(`${file}.part`, png);
  await rename(`${file}.part`, file);
  return png;
}
