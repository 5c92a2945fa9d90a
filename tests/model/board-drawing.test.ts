import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { changeBoard, type Board } from '../../src/model/board.ts';
import { toBoardSvg, type Measure } from '../../src/model/board-drawing.ts';
import { readXml } from '../machine/read-xml.ts';
import { addLine, anyBoard, toFilledBoard } from './boards.ts';

const words = {
  purpose: 'Hoger doel',
  fear: 'Diepste angst',
  butAlso: 'maar ook',
  rows: ['Wat het oplevert', 'Wat er misgaat bij te veel', 'Wat we doen', 'Waar we op letten'],
  credit: 'Indeling naar Barry Johnson.',
};
const measure: Measure = (text, size) => text.length * size * 0.5;
const draw = (board: Board) => toBoardSvg(board, words, measure);
const texts = (svg: string) =>
  readXml(svg)
    .filter(({ name }) => name === 'text')
    .map((element) => ({ ...element.attributes, text: element.text }));

describe('the drawing of a board', () => {
  it('is well-formed, whatever is written on the board', () => {
    fc.assert(
      fc.property(anyBoard, (board) => {
        expect(readXml(draw(board)).some(({ name }) => name === 'script')).toBe(false);
      }),
      { numRuns: 40 },
    );
  });

  it('keeps code that somebody wrote as text', () => {
    const svg = draw(addLine(toFilledBoard(1), '<script>alert("1")</script> & <b>'));
    expect(texts(svg).map(({ text }) => text)).toContain('<script>alert("1")</script> & <b>');
  });

  it('breaks long texts into lines that fit their column, also a word without spaces', () => {
    const svg = draw(addLine(toFilledBoard(1), `${'woord '.repeat(20)}${'x'.repeat(150)}`));
    for (const { text, 'font-size': size = '0', x = '0' } of texts(svg) as Record<string, string>[])
      if (x === '690') expect((text ?? '').length * Number(size) * 0.5).toBeLessThanOrEqual(630);
    expect(texts(svg).filter(({ text }) => text.startsWith('xxx')).length).toBeGreaterThan(1);
  });

  it('draws two poles the same way, in the order of the board', () => {
    const board = toFilledBoard(2);
    const at = (drawn: Board, name: string) =>
      (texts(draw(drawn)) as Record<string, string>[]).find(({ text }) => text === name);
    expect(at(board, 'Houvast')?.['x']).toBe('690');
    expect(at(changeBoard(board, { type: 'swap' }), 'Houvast')?.['x']).toBe('910');
    expect(at(board, 'Houvast')?.['font-size']).toBe(at(board, 'Ruimte')?.['font-size']);
  });

  it('has one loop and no colour that means good or bad', () => {
    const svg = draw(toFilledBoard(2));
    const paths = readXml(svg).filter(({ name }) => name === 'path');
    expect(paths).toHaveLength(1);
    expect(new Set(svg.match(/#[0-9a-f]{3,6}/g))).toEqual(new Set(['#062326', '#fff', '#c6d4d5']));
  });
});
