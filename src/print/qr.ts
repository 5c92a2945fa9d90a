import { correction, generate } from 'lean-qr';

/** A QR code as the path of an SVG, in modules: draw it dark, in a box of `size` by `size` that is light. */
export interface QrPath {
  /** Modules in a row, with the light edge around them that a reader of codes needs. */
  size: number;
  path: string;
}

/** Modules of light around a code: fewer, and some telephones do not see it. */
const quiet = 4;

/** How large a code is printed, in millimetres. */
export const qrSize = 20;

/** A code with smaller modules asks a steadier hand, better light and a sharper printer than a workshop has. */
export const leastModule = 0.4;

/**
 * Draws a text as a QR code that survives a thumb and a photocopy: an eighth of it may be lost at least, and more where
 * that makes it no larger. Runs of dark modules are one rectangle each, all in one path, so no light seams show.
 * @throws when the code would have modules too small to scan, at the size cards print it
 */
export function toQrPath(text: string): QrPath {
  const code = generate(text, { minCorrectionLevel: correction.M });
  const size = code.size + 2 * quiet;
  if (qrSize / size < leastModule)
    throw new Error(
      `“${text}” is too long for a QR code of ${String(qrSize)} mm. Use a shorter address.`,
    );
  const runs: string[] = [];
  // Every run starts from where the one before it did: shorter than from the corner, and there are hundreds.
  let [atX, atY] = [-quiet, -quiet];
  for (let y = 0; y < code.size; y += 1) {
    for (let x = 0; x < code.size; x += 1) {
      const start = x;
      while (code.get(x, y)) x += 1;
      if (x > start) {
        const length = String(x - start);
        runs.push(`m${String(start - atX)} ${String(y - atY)}h${length}v1h-${length}z`);
        [atX, atY] = [start, y];
      }
    }
  }
  return { size, path: runs.join('') };
}
