import { describe, expect, it } from 'vitest';
import { isTooLong, mostSigns, toScanAddress, toShortLink } from '../../src/model/short-link.ts';

const site = { address: 'https://onderstroom.example' };
const short = { ...site, shortAddress: 'https://onder.example' };

describe('a short link', () => {
  it('has no scheme and no slash at the end, for it is typed over', () => {
    expect(toShortLink('71348', site)).toBe('onderstroom.example/s/71348');
  });

  it('stands at the short address of the handbook where there is one', () => {
    expect(toShortLink('71348', short)).toBe('onder.example/s/71348');
  });

  it('has at most 24 signs as far as the host allows: its own part never has more than ten', () => {
    expect(isTooLong(toShortLink('71348', site))).toBe(true);
    expect(isTooLong(toShortLink('71348', short))).toBe(false);
    expect('/s/7134812'.length).toBeLessThanOrEqual(10);
    expect(toShortLink('71348', { address: 'https://sixteen-signs.nl' })).toHaveLength(mostSigns);
  });
});

describe('the address in a QR code', () => {
  it('leads to what concerns this print, in its language', () => {
    const address = toScanAddress({ code: '71348', language: 'en', version: 12 }, site);
    expect(address).toBe('HTTPS://ONDERSTROOM.EXAMPLE/s/71348/#en12');
    expect(new URL(address).href).toBe('https://onderstroom.example/s/71348/#en12');
  });

  it('leads to all versions in its language when the text was not recorded', () => {
    expect(new URL(toScanAddress({ code: '71348', language: 'nl' }, short)).href).toBe(
      'https://onder.example/s/71348/#nl',
    );
  });
});
