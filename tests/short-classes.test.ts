import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toShort } from '../src/short-classes.ts';

const hash = fc.stringMatching(/^[a-z0-9]{8}$/);

it('gives a class its first three letters', () => {
  expect(toShort('7w2b4rjc', new Map())).toBe('_7w2');
});

it('takes as many more as it needs to be nobody else’s', () => {
  const taken = new Map<string, string>();
  expect(toShort('7w2b4rjc', taken)).toBe('_7w2');
  expect(toShort('7w2zzzzz', taken)).toBe('_7w2z');
  expect(toShort('7w2b4rjc', taken)).toBe('_7w2');
});

it('never gives two hashes one class, nor one hash two', () => {
  fc.assert(
    fc.property(fc.uniqueArray(hash, { maxLength: 60 }), (hashes) => {
      const taken = new Map<string, string>();
      const shorts = hashes.map((each) => toShort(each, taken));
      expect(new Set(shorts).size).toBe(hashes.length);
      expect(hashes.map((each) => toShort(each, taken))).toEqual(shorts);
    }),
  );
});
