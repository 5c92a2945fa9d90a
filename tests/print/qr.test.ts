import fc from 'fast-check';
import decodeQR from 'qr/decode.js';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { toScanAddress } from '../../src/model/short-link.ts';
import { leastModule, qrSize, toQrPath } from '../../src/print/qr.ts';

const site = { address: 'https://onderstroom.example' };
const address = toScanAddress({ code: '71348', language: 'nl', version: 3 }, site);

/** What a code of 20 mm says after it was printed and scanned at so many dots per inch. */
async function scan(text: string, dpi: number, spoil: (svg: string) => string = (svg) => svg) {
  const { size, path } = toQrPath(text);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(size)} ${String(size)}"><rect width="100%" height="100%" fill="#fff"/><path d="${path}"/></svg>`;
  const width = Math.round((qrSize / 25.4) * dpi);
  const { data, info } = await sharp(Buffer.from(spoil(svg)))
    .resize(width)
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return decodeQR({ width: info.width, height: info.height, data });
}

describe('a QR code', () => {
  it.each([150, 300, 600])('is read from a raster of %i dots per inch', async (dpi) => {
    expect(await scan(address, dpi)).toBe(address);
  });

  it('is read from 150 dots per inch for every code, language and version', async () => {
    const cards = fc.record({
      code: fc.integer({ min: 10_000, max: 9_999_999 }).map(String),
      language: fc.constantFrom('nl' as const, 'en' as const),
      version: fc.option(fc.integer({ min: 1, max: 99 }), { nil: undefined }),
    });
    await fc.assert(
      fc.asyncProperty(cards, async (card) => {
        const text = toScanAddress(card, site);
        expect(await scan(text, 150)).toBe(text);
      }),
      { numRuns: 30 },
    );
  });

  it('is read with a spot of coffee on it', async () => {
    const spot = '<circle cx="21" cy="21" r="2.2" fill="#654"/></svg>';
    expect(await scan(address, 150, (svg) => svg.replace('</svg>', spot))).toBe(address);
  });

  it('has modules of at least 0.4 mm, also for a long host, and four of light around it', () => {
    const long = toScanAddress(
      { code: '7134812', language: 'nl', version: 12 },
      { address: 'https://handboek-voor-een-grote-organisatie.example.org' },
    );
    for (const text of [address, long]) {
      const { size, path } = toQrPath(text);
      expect((size - 8 - 17) / 4).toBeLessThanOrEqual(4);
      expect(qrSize / size).toBeGreaterThanOrEqual(leastModule);
      const xs: number[] = [];
      const ys: number[] = [];
      let [x, y] = [0, 0];
      for (const [, dx, dy, run] of path.matchAll(/m(-?\d+) (\d+)h(\d+)v1h-\d+z/g)) {
        [x, y] = [x + Number(dx), y + Number(dy)];
        xs.push(x, x + Number(run));
        ys.push(y, y + 1);
      }
      expect([Math.min(...xs), Math.max(...xs)]).toEqual([4, size - 4]);
      expect([Math.min(...ys), Math.max(...ys)]).toEqual([4, size - 4]);
    }
    expect(toQrPath(address).size).toBe(37);
  });

  it('refuses an address too long to scan from a card', () => {
    expect(() => toQrPath(`https://onderstroom.example/${'lang/'.repeat(40)}`)).toThrow(
      'Use a shorter address',
    );
  });
});
