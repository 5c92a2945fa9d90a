import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { listCardAdvice, recordCardsIn, RecordError, toToday } from '../../scripts/record-cards.ts';
import { readHandbook } from '../../src/compile/handbook.ts';
import { goodHandbook, writeHandbook, writeIn } from '../compile/write-handbook.ts';

const story = 'content/nl/cases/sla/index.mdx';
const readRegister = (root: string) => readFile(path.join(root, 'content/cards.yml'), 'utf8');
const readAdvice = async (root: string) =>
  listCardAdvice(await readHandbook({ root, cache: false }));

it('records every card, and the second time on another day not a byte is written', async () => {
  const root = await writeHandbook(goodHandbook);
  expect((await readAdvice(root))[0]).toMatch(
    /is behind: \d+ texts of cards not recorded, 5 cards/,
  );
  expect(await recordCardsIn(root, '2026-11-25')).toMatchObject({ fresh: 5 });
  const first = await readRegister(root);
  expect(first).toMatch(/^cases\/sla#start: \d{5}$/m);
  expect(first).toMatch(/^cases\/sla#start nl 1: 2026-11-25 title=/m);
  expect(first).toMatch(/^practices\/check-in en 1: 2026-11-25 title=/m);
  const { mtimeMs } = await stat(path.join(root, 'content/cards.yml'));
  expect(await recordCardsIn(root, '2027-01-01')).toMatchObject({ fresh: 0, changed: 0 });
  expect((await stat(path.join(root, 'content/cards.yml'))).mtimeMs).toBe(mtimeMs);
  expect(await readAdvice(root)).toEqual([]);
  expect((await readHandbook({ root, cache: false })).problems).toEqual([]);
});

it('adds a line for a changed card, and leaves every other line as it was', async () => {
  const root = await writeHandbook(goodHandbook);
  await recordCardsIn(root, '2026-11-25');
  const before = (await readRegister(root)).split('\n');
  await writeIn(root, story, (goodHandbook[story] ?? '').replace('Het slot', 'Het einde'));
  expect((await readAdvice(root))[0]).toContain('1 text of cards not recorded.');
  await recordCardsIn(root, '2026-12-01');
  const after = (await readRegister(root)).split('\n');
  expect(after.filter((line) => !before.includes(line))).toEqual([
    expect.stringMatching(/^cases\/sla#slot nl 2: 2026-12-01 title=\w+$/),
  ]);
  expect(before.filter((line) => !after.includes(line))).toEqual([]);
});

it('refuses to record a handbook with a mistake in it, and leaves the register alone', async () => {
  const root = await writeHandbook(goodHandbook);
  await recordCardsIn(root, '2026-11-25');
  const before = await readRegister(root);
  await writeIn(root, story, (goodHandbook[story] ?? '').replace('</Step>', ''));
  await expect(recordCardsIn(root, '2026-12-01')).rejects.toThrow(RecordError);
  expect(await readRegister(root)).toBe(before);
});

it('says when short links are long, and that a shorter host can help', async () => {
  const settings = 'content/handbook.yml';
  const long = (goodHandbook[settings] ?? '').replace(
    'https://voorbeeld.nl',
    'https://een-lang-voorbeeld.nl',
  );
  const root = await writeHandbook({ ...goodHandbook, [settings]: long });
  expect((await readAdvice(root)).at(-1)).toMatch(/has \d\d signs; up to 24 .* shortAddress\.$/);
  await writeIn(root, settings, `${long}shortAddress: https://kort.nl\n`);
  expect((await readAdvice(root)).filter((line) => line.includes('signs'))).toEqual([]);
});

it('dates a version by the day it is where somebody records it', () => {
  expect(toToday(new Date(2026, 0, 9, 23, 59))).toBe('2026-01-09');
});
