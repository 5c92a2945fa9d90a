import { expect, test } from 'vitest';
import { isHonest, toWords } from '../../src/search/honest.ts';

test.each([
  ['leveranciers', 'leverancier'],
  ['onderstromen', 'onderstroom'],
  ['samenwerken', 'samenwerking'],
  ['besluiten', 'besluit'],
  ['polariteit', 'polariteiten'],
  ['vertrouwd', 'vertrouwen'],
  ['hierarchisch', 'hiërarchische'],
  ['facilitatie', 'gefaciliteerd'],
  ['brieven', 'brief'],
  ['rolstoel', 'rolstoelgebruikers'],
  ['SLA’s', 'SLA'],
  ['nee', 'Nee'],
])('‘%s’ is answered by ‘%s’', (asked, marked) => {
  expect(isHonest(asked, [marked])).toBe(true);
});

test.each([
  ['dienstverlener', 'die'],
  ['overeenkomst', 'over'],
  ['gever', 'Verbetering'],
  ['zoektocht', 'zo'],
])('‘%s’ is not answered by ‘%s’', (asked, marked) => {
  expect(isHonest(asked, [marked])).toBe(false);
});

test('of several words the long ones have to be answered', () => {
  expect(isHonest('de overeenkomst', ['de', 'over'])).toBe(false);
  expect(isHonest('de leverancier', ['leveranciers'])).toBe(true);
  expect(isHonest('wie of wat', ['wat'])).toBe(true);
});

test('without marks nothing is answered', () => {
  expect(isHonest('nee', [])).toBe(false);
});

test('words are compared without capitals, accents and soft hyphens', () => {
  expect(toWords('Samen\u00adwerking, één SLA’s?')).toEqual(['samenwerking', 'een', 'slas']);
});
