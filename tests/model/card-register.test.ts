import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCardCode, toCardCode } from '../../src/model/card-code.ts';
import { readCardRegister, toCardRegisterText } from '../../src/model/card-register-text.ts';
import {
  findVersion,
  recordCards,
  sinceVersion,
  toDigests,
  type CardRegister,
  type CardText,
} from '../../src/model/card-register.ts';
import { toKnownSubjects } from '../../src/model/subject-address.ts';
import { noneRenamed, randomCards, randomRegister } from './cards.ts';

const today = '2026-11-25';
const at = (day: string) => ({ today: day, known: noneRenamed });
const card = (subject: string, parts: CardText['parts'] = { title: 'Check-in' }): CardText => ({
  subject,
  language: 'nl',
  parts,
});

const codesOf = (register: CardRegister) =>
  Object.fromEntries(register.map(({ subject, code }) => [subject, code]));

describe('the code of a card', () => {
  it('has digits only, at least five of them, and the last one checks the others', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(60_000), fc.nat(9), (name, cards, attempt) => {
        const code = toCardCode(`cases/${name}`, { attempt, cards });
        expect(code).toMatch(/^[1-9]\d{4,}$/);
        expect(isCardCode(code)).toBe(true);
      }),
    );
  });

  it('is never another code after one wrong digit, or two that changed places', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.nat(6), fc.nat(9), (n, place, digit) => {
        const code = toCardCode(`cases/c${String(n)}`, { attempt: 0, cards: n % 40_000 });
        const index = place % code.length;
        const slip = code.slice(0, index) + String(digit) + code.slice(index + 1);
        const [a = '', b = ''] = code.slice(index, index + 2);
        const swapped = code.slice(0, index) + b + a + code.slice(index + 2);
        expect(isCardCode(slip)).toBe(slip === code);
        expect(isCardCode(swapped)).toBe(swapped === code);
      }),
    );
  });

  it('grows by a digit before the short codes are crowded', () => {
    const lengths = [0, 2_999, 3_000, 29_999, 30_000].map(
      (cards) => toCardCode('practices/check-in', { attempt: 0, cards }).length,
    );
    expect(lengths).toEqual([5, 5, 6, 6, 7]);
  });
});

describe('recording cards', () => {
  it('gives every card one code that no other card has, has had or will have', () => {
    fc.assert(
      fc.property(randomRegister, randomCards, (register, cards) => {
        const next = recordCards(register, cards, at(today));
        const codes = next.map(({ code }) => code);
        expect(new Set(codes).size).toBe(codes.length);
        expect(codesOf(next)).toMatchObject(codesOf(register));
        for (const { subject } of cards) expect(codesOf(next)).toHaveProperty([subject]);
      }),
    );
  });

  it('changes nothing the second time, and gives the same register back', () => {
    fc.assert(
      fc.property(randomRegister, randomCards, (register, cards) => {
        const once = recordCards(register, cards, at(today));
        expect(recordCards(once, cards, at('2027-01-01'))).toBe(once);
      }),
    );
  });

  it('makes no difference between one order of cards and another', () => {
    fc.assert(
      fc.property(
        randomRegister,
        randomCards.chain((cards) =>
          fc.tuple(fc.constant(cards), fc.shuffledSubarray(cards, { minLength: cards.length })),
        ),
        (register, [cards, shuffled]) => {
          expect(recordCards(register, shuffled, at(today))).toEqual(
            recordCards(register, cards, at(today)),
          );
        },
      ),
    );
  });

  it('makes no collisions among 13,000 cards', () => {
    const cards = Array.from({ length: 13_000 }, (_, n) =>
      card(`cases/c${String(n % 1000)}#s${String(Math.floor(n / 1000))}`),
    );
    const codes = recordCards([], cards, at(today)).map(({ code }) => code);
    expect(new Set(codes).size).toBe(13_000);
    expect(Math.max(...codes.map((code) => code.length))).toBe(6);
  });

  it('makes a version of a changed text, and keeps the ones before', () => {
    const first = recordCards(
      [],
      [card('practices/a', { title: 'A', does: 'x' })],
      at('2026-11-01'),
    );
    const second = recordCards(
      first,
      [card('practices/a', { title: 'A', does: 'y' })],
      at('2026-11-02'),
    );
    expect(second[0]?.versions.nl?.map(({ number, on }) => [number, on])).toEqual([
      [1, '2026-11-01'],
      [2, '2026-11-02'],
    ]);
    expect(second[0]?.versions.en).toBeUndefined();
  });

  it('makes no version of a text whose spaces and line ends changed', () => {
    const first = recordCards([], [card('practices/a', { does: 'een\ntwee' })], at(today));
    expect(recordCards(first, [card('practices/a', { does: ' een  twee' })], at(today))).toBe(
      first,
    );
  });

  it('keeps a card that is gone', () => {
    const first = recordCards([], [card('practices/a'), card('practices/b')], at(today));
    expect(recordCards(first, [card('practices/b')], at(today))).toBe(first);
  });

  it('keeps the code of a case and of a step that got another name', () => {
    const first = recordCards([], [card('cases/oud#begin'), card('cases/oud#slot')], at(today));
    const known = toKnownSubjects({
      cases: [
        {
          id: 'nieuw',
          formerIds: ['oud'],
          steps: [{ id: 'start', formerIds: ['begin'] }, { id: 'slot' }],
        },
      ],
      practices: [],
    });
    const second = recordCards(first, [card('cases/nieuw#start'), card('cases/nieuw#slot')], {
      today,
      known,
    });
    const was = codesOf(first);
    expect(codesOf(second)).toEqual({
      'cases/nieuw#start': was['cases/oud#begin'],
      'cases/nieuw#slot': was['cases/oud#slot'],
    });
    expect(second.flatMap(({ versions }) => versions.nl)).toHaveLength(2);
  });

  it('keeps both codes when two cards became one', () => {
    const first = recordCards([], [card('cases/a#begin'), card('cases/a#slot')], at(today));
    const known = toKnownSubjects({
      cases: [{ id: 'a', steps: [{ id: 'slot', formerIds: ['begin'] }] }],
      practices: [],
    });
    expect(recordCards(first, [card('cases/a#slot')], { today, known })).toBe(first);
  });
});

describe('what changed since a version', () => {
  const days = [
    { title: 'A', does: 'x', says: 'p' },
    { title: 'A', does: 'y', says: 'p' },
    { title: 'A', does: 'x', says: '', pitfall: 'q' },
  ];
  const register = days.reduce<CardRegister>(
    (known, parts, day) =>
      recordCards(known, [card('practices/a', parts)], at(`2026-11-0${String(day + 1)}`)),
    [],
  );
  const code = register[0]?.code ?? '';
  const since = (number: number) => sinceVersion(register, code, { language: 'nl', number });

  it('is told part by part, and a change that was taken back is none', () => {
    expect(since(1)).toEqual(['pitfall', 'says']);
    expect(since(2)).toEqual(['does', 'pitfall', 'says']);
    expect(since(3)).toEqual([]);
  });

  it('is not told of a version, language or code that never was', () => {
    expect(since(4)).toBeUndefined();
    expect(sinceVersion(register, code, { language: 'en', number: 1 })).toBeUndefined();
    expect(sinceVersion(register, '10008', { language: 'nl', number: 1 })).toBeUndefined();
  });

  it('a text is the last version only while it says exactly that', () => {
    const find = (parts: CardText['parts']) => findVersion(register[0], { language: 'nl', parts });
    expect(find(days[2] ?? {})?.number).toBe(3);
    expect(find(days[1] ?? {})).toBeUndefined();
    expect(findVersion(undefined, { language: 'nl', parts: {} })).toBeUndefined();
  });

  it('a part without words is no part', () => {
    expect(toDigests({ title: 'A', pitfall: ' \n' })).toEqual(toDigests({ title: 'A' }));
  });
});

describe('the register as a file', () => {
  it('reads what it wrote, whatever the order of its lines', () => {
    fc.assert(
      fc.property(randomRegister, fc.infiniteStream(fc.nat()), (register, numbers) => {
        const text = toCardRegisterText(register);
        expect(readCardRegister(text)).toEqual({ register, problems: [] });
        const lines = text.split('\n').map((line) => [numbers.next().value, line] as const);
        const shuffled = lines.sort(([a], [b]) => a - b).map(([, line]) => line);
        expect(readCardRegister(shuffled.join('\r\n'))).toEqual({ register, problems: [] });
      }),
    );
  });

  it('puts the lines two people added beside each other together', () => {
    const base = recordCards([], [card('practices/a')], at(today));
    const [mine, yours] = ['practices/b', 'practices/c'].map((subject) =>
      toCardRegisterText(recordCards(base, [card(subject)], at(today))).split('\n'),
    );
    const union = [...new Set([...(mine ?? []), ...(yours ?? [])])].join('\n');
    const both = recordCards(base, [card('practices/b'), card('practices/c')], at(today));
    expect(readCardRegister(union)).toEqual({ register: both, problems: [] });
  });

  const lines = [
    'practices/a: 10008',
    'practices/a nl 1: 2026-11-25 title=1a2b',
    'practices/a nl 2: 2026-11-26 title=- does=3c',
  ];

  it('keeps of a later version only what changed', () => {
    const { register, problems } = readCardRegister(lines.join('\n'));
    expect(problems).toEqual([]);
    expect(register[0]?.versions.nl?.at(1)?.digests).toEqual({ does: '3c' });
    expect(toCardRegisterText(register).split('\n').slice(3, -1)).toEqual(
      lines.map((line) => line.replace('title=- does=3c', 'does=3c title=-')),
    );
  });

  it.each([
    ['practices/a 10008', 4, 1, '“practices/a 10008”'],
    ['practices/B: 10008', 4, 1, '“practices/B: 10008”'],
    ['practices/b de 1: 2026-11-25', 4, 1, '“practices/b de 1: 2026-11-25”'],
    ['practices/b: 10009', 4, 14, '“10009”'],
    ['practices/b: 10008', 4, 14, '“10008”, also on line 1'],
    ['practices/a: 10019', 4, 1, '“practices/a”, also on line 1'],
    ['practices/b nl 1: 2026-11-25 title=1', 4, 1, 'a version of a card that is not in this file'],
    ['practices/a nl 2: 2026-11-27 says=9', 4, 16, 'version 2'],
    ['practices/a nl 4: 2026-11-27 says=9', 4, 16, 'version 4'],
  ])('says where “%s” is wrong and what to do', (line, row, column, found) => {
    const { problems, register } = readCardRegister([...lines, line].join('\n'));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ line: row, column, found });
    expect(problems[0]?.hint).toMatch(/run npm run cards|take the other out|Put the line/);
    expect(register[0]?.code).toBe('10008');
    expect(register[0]?.versions.nl).toHaveLength(2);
  });

  it('tells a wrong code once, and not again for every version under it', () => {
    const { problems } = readCardRegister(lines.join('\n').replace('10008', '10009'));
    expect(problems.map(({ line }) => line)).toEqual([1]);
  });

  it('is empty when there is nothing in it', () => {
    expect(readCardRegister('')).toEqual({ register: [], problems: [] });
  });
});
