import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  newContributionId,
  newFormKey,
  readReferenceCode,
  toReferenceCode,
} from '../../src/discussion/reference-code.ts';
import { createTickets } from '../../src/discussion/ticket.ts';
import { Id } from '../../src/model/id.ts';
import { after, start } from './drafts.ts';

describe('a reference code', () => {
  it('is the same for the same key, and has no signs that look alike', () => {
    const key = newFormKey();
    const code = toReferenceCode(key);
    expect(toReferenceCode(key)).toBe(code);
    // What was told to a writer must be good for ever.
    expect(toReferenceCode('a-key-of-before')).toBe('6B2V4-GFDW6-NBDHP-7WPZC');
    expect(code).toMatch(/^([2-9A-HJKMNP-TV-Z]{5}-){3}[2-9A-HJKMNP-TV-Z]{5}$/);
  });

  it('is read back however people type it', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('', ' ', '-', ' – '), (key, between) => {
        const code = toReferenceCode(key);
        expect(readReferenceCode(code.toLowerCase().replaceAll('-', between))).toBe(code);
      }),
    );
  });

  it.each(['', '22222', '00000-00000-00000-00000', '22222-22222-22222-22222-2', '💥'.repeat(20)])(
    'is not %j',
    (text) => {
      expect(readReferenceCode(text)).toBeUndefined();
    },
  );

  it('is different for every key, as are ids and keys themselves', () => {
    const many = Array.from({ length: 5000 }, newFormKey);
    for (const made of [many, many.map(toReferenceCode), many.map(() => newContributionId(start))])
      expect(new Set(made).size).toBe(many.length);
    expect(Id.safeParse(newContributionId(start)).success).toBe(true);
  });
});

describe('a ticket', () => {
  const clock = { now: start };
  const now = () => clock.now;
  const tickets = createTickets({ secret: new Uint8Array(32).fill(1), now });

  it('leads to its code for a quarter of an hour, and then no more', () => {
    const ticket = tickets.seal('a-code');
    expect(tickets.open(ticket)).toBe('a-code');
    clock.now = after(16);
    expect(tickets.open(ticket)).toBeUndefined();
    clock.now = start;
  });

  it('cannot be made or changed by anybody else', () => {
    const ticket = tickets.seal('a-code');
    const other = createTickets({ secret: new Uint8Array(32).fill(2), now });
    expect(other.open(ticket)).toBeUndefined();
    fc.assert(
      fc.property(
        fc.nat(ticket.length - 1),
        fc.string({ minLength: 1, maxLength: 1 }),
        (at, sign) => {
          const changed = `${ticket.slice(0, at)}${sign}${ticket.slice(at + 1)}`;
          const isSame = Buffer.from(changed, 'base64url').equals(Buffer.from(ticket, 'base64url'));
          expect(tickets.open(changed)).toBe(isSame ? 'a-code' : undefined);
        },
      ),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(tickets.open(text)).toBeUndefined();
      }),
    );
  });
});
