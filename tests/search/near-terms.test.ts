import { expect, test } from 'vitest';
import { toNearTerms } from '../../src/search/near-terms.ts';

const terms = [
  {
    id: 'opdrachtgever',
    term: 'opdrachtgever',
    names: ['opdrachtgever', 'klant', 'dienstverlener'],
  },
  { id: 'polariteit', term: 'polariteit', names: ['polariteit', 'polariteiten'] },
  { id: 'weerstandslijn', term: 'weerstandslijn', names: ['weerstandslijn', 'resistance line'] },
  { id: 'bovenstroom', term: 'bovenstroom', names: ['bovenstroom', 'upper current'] },
];
const near = (text: string) => toNearTerms(text, terms).map(({ id }) => id);

test('another name for a term comes first', () => {
  expect(near('dienstverlener')).toEqual(['opdrachtgever']);
});

test('a typing mistake leads to the word that was meant', () => {
  expect(near('polariteti')).toEqual(['polariteit']);
});

test('a part of a compound leads to the compound', () => {
  expect(near('weerstand')).toEqual(['weerstandslijn']);
});

test('nothing is suggested that only looks a little like it, or for no word at all', () => {
  expect(near('supplier')).toEqual([]);
  expect(near('💥')).toEqual([]);
});
