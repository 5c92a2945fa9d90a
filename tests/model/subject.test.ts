import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAddress, toKnown, toKnownSubjects } from '../../src/model/subject-address.ts';
import { readSubject, Subject, toSubject, toWhole } from '../../src/model/subject.ts';
import { often } from './random.ts';

const known = toKnownSubjects({
  cases: [
    {
      id: 'sla',
      formerIds: ['contract'],
      steps: [{ id: 'check-in' }, { id: 'de-vraag', formerIds: ['vraag'] }],
    },
    { id: 'cases', steps: [] },
  ],
  practices: [{ id: 'debat' }],
});

describe('a subject', () => {
  it('is read as it is written', () => {
    const id = fc.stringMatching(/^[a-z][a-z0-9]{0,8}(-[a-z0-9]{1,8}){0,2}$/);
    const parts = fc.record(
      { kind: fc.constantFrom('cases' as const, 'practices' as const), id, step: id },
      { requiredKeys: ['kind', 'id'] },
    );
    fc.assert(
      fc.property(parts, (subject) => {
        expect(readSubject(toSubject(subject))).toEqual(subject);
      }),
      often,
    );
  });

  it.each([
    '',
    'sla',
    'cases/',
    'cases/SLA',
    'pages/about',
    'cases/sla#',
    'cases/a/b',
    'cases/sla#a#b',
  ])('is not “%s”', (text) => {
    expect(Subject.safeParse(text).success).toBe(false);
  });

  it('is part of its case', () => {
    expect(toWhole('cases/sla#check-in')).toBe('cases/sla');
  });
});

describe('the address of a page', () => {
  const variants = [
    'https://onderstroom.example/casussen/sla/',
    'http://onderstroom.example:8080/casussen/sla',
    '//onderstroom.example/casussen/sla/',
    '/casussen/sla/',
    '/casussen/sla',
    'casussen/sla',
    '/casussen/sla/index.html',
    '/casussen/sla.html',
    '/casussen/sla.md',
    '/casussen//sla/',
    '/Casussen/SLA/',
    '/casussen/sla/?fbclid=IwAR0x',
    '/casussen/sla?utm_source=nieuwsbrief&utm_medium=mail',
    '/casussen/sla/#',
    '/casussen/sla/#p-0a1b2c3d',
    '/casussen/sla/#:~:text=de%20nee',
    '/casussen/sla/?a=b#c',
    '/en/cases/sla/',
    '/en/cases/sla/index.html?x=1',
    '/casussen/contract/',
    '/en/cases/contract',
    '/casussen/%73la/',
    ' /casussen/sla/ ',
  ];

  it.each(variants)('leads to one thread when written as %s', (address) => {
    expect(readAddress(address, known)).toBe('cases/sla');
  });

  it('leads to one thread whatever is put before and behind it', () => {
    const before = fc.constantFrom('', 'https://a.example', 'http://localhost:4321', '//b.example');
    const path = fc.constantFrom(
      ...['/casussen/sla', '/en/cases/sla', '/casussen/contract', '/en/cases/contract'],
    );
    const end = fc.constantFrom('', '/', '/index.html', '//');
    const query = fc.oneof(
      fc.constant(''),
      fc.webQueryParameters().map((text) => `?${text}`),
    );
    const step = fc.constantFrom(
      ...(['check-in', 'de-vraag', 'vraag', ''] as const).map((hash) => [
        hash,
        { 'check-in': '#check-in', 'de-vraag': '#de-vraag', vraag: '#de-vraag', '': '' }[hash],
      ]),
    );
    fc.assert(
      fc.property(before, path, end, query, step, (host, page, slash, asked, [hash, expected]) => {
        const address = `${host}${page}${slash}${asked}${hash ? `#${hash}` : ''}`;
        expect(readAddress(address, known)).toBe(`cases/sla${String(expected)}`);
      }),
      often,
    );
  });

  it.each([
    '/',
    '/casussen/',
    '/casussen/onbekend/',
    '/casussen/sla/meer/',
    '/en/casussen/sla/',
    '/casussen/constructor/',
    '/draaiboeken/sla/',
    '/%E0%A4%A',
  ])('is about nothing when it is %s', (address) => {
    expect(readAddress(address, known)).toBeUndefined();
  });
});

describe('a subject a reader sends', () => {
  it.each([
    ['cases/sla', 'cases/sla'],
    ['cases/contract#vraag', 'cases/sla#de-vraag'],
    ['cases/sla#weg', undefined],
    ['cases/weg', undefined],
    ['practices/debat', 'practices/debat'],
  ])('%s is known as %s', (sent, expected) => {
    expect(toKnown(sent, known)).toBe(expected);
  });
});
