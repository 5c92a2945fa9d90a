import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawings } from '../../src/components/steps.ts';
import { toShareImage } from '../../src/machine/share-image.ts';
import { setText } from '../../src/machine/share-image-text.ts';
import {
  toCaseSubject,
  toPracticeSubject,
  toSiteSubject,
} from '../../src/machine/share-subject.ts';
import { handbook, toShelves } from './shelves.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'share-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('pictures for previews', () => {
  it('are 1200 by 630 and small enough to be fetched by anyone', async () => {
    const png = await toShareImage(toSiteSubject(handbook, 'nl'), {
      drawings,
      edition: 'a',
      folder,
    });
    const { width, height, format } = await sharp(png).metadata();
    expect({ width, height, format }).toEqual({ width: 1200, height: 630, format: 'png' });
    expect(png.length).toBeLessThan(100_000);
  });

  it('are not drawn again when nothing changed, and are when the drawing code did', async () => {
    const subject = toSiteSubject(handbook, 'en');
    const before = await readdir(folder);
    await toShareImage(subject, { drawings, edition: 'a', folder });
    const [name] = (await readdir(folder)).filter((each) => !before.includes(each));
    await writeFile(path.join(folder, name ?? ''), 'drawn before');
    expect((await toShareImage(subject, { drawings, edition: 'a', folder })).toString()).toBe(
      'drawn before',
    );
    expect((await toShareImage(subject, { drawings, edition: 'b', folder })).toString()).not.toBe(
      'drawn before',
    );
  });

  it('show of a case what it is, and which steps it uses', () => {
    const [entry] = toShelves('nl').cases;
    expect(entry && toCaseSubject(entry, handbook)).toMatchObject({
      facts: 'Oefencasus, 7 mensen',
      steps: [1, 2, 3],
    });
  });

  it('show the figure of a step only for a step', () => {
    const [step, other] = toShelves('nl').practices;
    expect(step && toPracticeSubject(step, handbook)).toMatchObject({ figure: 2 });
    expect(other && toPracticeSubject(other, handbook)).not.toHaveProperty('figure');
  });
});

describe('a title on a picture', () => {
  const setting = {
    face: 'title' as const,
    language: 'nl',
    width: 900,
    sizes: [112, 80, 54],
    lines: 3,
  };

  it('is as large as it goes', async () => {
    expect((await setText({ ...setting, text: 'Zoek de nee' })).size).toBe(112);
  });

  it('shrinks until it fits three lines', async () => {
    const text =
      'Een behoorlijk lange titel over de samenwerking tussen klanten en leveranciers van diensten';
    const { size, lines } = await setText({ ...setting, text });
    expect(size).toBeLessThan(112);
    expect(lines).toBeLessThanOrEqual(3);
  });

  it('shrinks rather than break its longest word', async () => {
    expect((await setText({ ...setting, text: 'Verantwoordelijkheidsverdeling' })).size).toBe(54);
  });

  it('is set smaller sooner than on another line, when asked', async () => {
    const text = 'Een behoorlijk lange titel over werk';
    expect(await setText({ ...setting, text, fewest: true })).toMatchObject({ size: 54, lines: 1 });
  });

  it('never runs over three lines, however long it is', async () => {
    expect(
      (
        await setText({
          ...setting,
          text: 'gesprekken waarin meer leeft dan er gezegd wordt '.repeat(6),
        })
      ).lines,
    ).toBe(3);
  });
});
