import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSameBoard } from '../../src/model/board.ts';
import { mostInflated, readBoardLink, toBoardCode } from '../../src/model/board-code.ts';
import { anyBoard, toFilledBoard } from './boards.ts';

const toHash = (code: string | undefined) => `#board=${code ?? ''}`;
const pack = (text: string) => `1${deflateRawSync(text).toString('base64url')}`;

describe('a board in a link', () => {
  it('comes back as it was, whatever is written on it', async () => {
    await fc.assert(
      fc.asyncProperty(anyBoard, async (board) => {
        const code = await toBoardCode(board);
        if (code === undefined) return;
        expect(code).toMatch(/^1[\w-]+$/);
        const link = await readBoardLink(toHash(code));
        expect(link.state === 'shared' && isSameBoard(link.board, board)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('is short for a board of five lines a list', async () => {
    expect((await toBoardCode(toFilledBoard(5)))?.length).toBeLessThan(600);
  });

  it('begins a board with two poles and a purpose', async () => {
    const link = await readBoardLink(
      '#left=Sturen%20op%20afspraken&right=Vertrouwen&purpose=Samen',
    );
    if (link.state !== 'begun') throw new Error('No board was begun.');
    expect(link.board.poles.map(({ name }) => name)).toEqual(['Sturen op afspraken', 'Vertrouwen']);
    expect(link.board.purpose).toBe('Samen');
    expect(await readBoardLink('#poolwissel')).toEqual({ state: 'none' });
    expect(await readBoardLink('')).toEqual({ state: 'none' });
  });

  it('answers plainly to what is no board', async () => {
    for (const code of ['', '1', '1!!!', '1AAAA', 'x', pack('nee'), pack('[]'), pack('[[],[],[]]')])
      expect(await readBoardLink(toHash(code)), code).toEqual({ state: 'damaged' });
    expect(await readBoardLink(toHash('2abc'))).toEqual({ state: 'newer' });
    const cut = (await toBoardCode(toFilledBoard(3)))?.slice(0, -9);
    expect(await readBoardLink(toHash(cut))).toEqual({ state: 'damaged' });
  });

  it('stops unpacking what would fill the memory', async () => {
    const bomb = pack('a'.repeat(20_000_000));
    expect(bomb.length).toBeLessThan(60_000);
    expect(await readBoardLink(toHash(bomb))).toEqual({ state: 'large' });
    expect(await readBoardLink(toHash(`1${'A'.repeat(3 * mostInflated)}`))).toEqual({
      state: 'large',
    });
  });

  it('never throws, whatever the hash', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), fc.json(), async (hash, json) => {
        expect(await readBoardLink(hash)).toHaveProperty('state');
        expect(await readBoardLink(toHash(hash))).toHaveProperty('state');
        expect(await readBoardLink(toHash(pack(json)))).toHaveProperty('state');
      }),
    );
  });

  it('makes no link of a board that is too large for one', async () => {
    const lines = Array.from({ length: 30 }, () => '☂'.repeat(280));
    const { poles, ...rest } = toFilledBoard(1);
    const [pole] = poles;
    const list = lines.map((text, index) => ({ id: `r${String(index)}`, text }));
    const large = { ...pole, upsides: list, downsides: list, actions: list, signals: list };
    expect(await toBoardCode({ ...rest, poles: [large, large] })).toBeUndefined();
  });
});
