import { describe, expect, it } from 'vitest';
import { toMarkdownText } from '../../src/machine/markdown-text.ts';
import { listPlaces } from '../../src/machine/places.ts';
import { withPublishedImages } from '../../src/machine/published-images.ts';
import { toTwin } from '../../src/machine/twin.ts';
import type { Place } from '../../src/model/address.ts';
import type { Language } from '../../src/model/language.ts';
import type { VoiceRecord } from '../../src/model/voice-record.ts';
import { toSaid } from '../model/said.ts';
import { toRecords } from './voices.ts';
import { handbook, sources, toShelves } from './shelves.ts';

describe('the Markdown twin', () => {
  it('starts with the title and ends with where the page is', () => {
    const twin = readTwin({ kind: 'case', id: 'sla' }, 'nl');
    expect(twin.split('\n')[0]).toBe('# Samenwerking in R&D: \\<wie> \\*wil\\* "wat"?');
    expect(twin).toContain('[Deze tekst als webpagina](https://handboek.example/casussen/sla/)');
    expect(twin).toContain('[Deze tekst in het Engels](https://handboek.example/en/cases/sla.md)');
  });

  it('says of an exercise that it is one', () => {
    expect(readTwin({ kind: 'case', id: 'sla' }, 'nl')).toContain(
      '**Deze casus is verzonnen om mee te oefenen.',
    );
  });

  it('puts what to watch out for above the story, and the steps in order below it', () => {
    const twin = readTwin({ kind: 'case', id: 'sla' }, 'nl');
    const order = [
      'Niet bij een geschil',
      'Gewone tekst over sla.',
      'Hoe het afliep',
      '1. **De agenda ontstaat** (uit de casus)',
    ];
    expect(order.map((text) => twin.indexOf(text))).toEqual(
      [...order.map((text) => twin.indexOf(text))].sort((a, b) => a - b),
    );
    expect(order.every((text) => twin.includes(text))).toBe(true);
    expect(twin).toContain('Werkvorm: [Werkvorm check-in & meer](/werkvormen/check-in.md)');
    expect(twin).toContain('Stap 1 tot en met 3');
  });

  it('holds every field of a practice, with where it comes from', () => {
    const twin = readTwin({ kind: 'practice', id: 'zoek-de-nee' }, 'nl');
    for (const text of [
      'Maak het veilig om \\<nee> te zeggen.',
      'Als iedereen knikt',
      'Als er angst is',
      'Een kring',
      'stift',
      'Iedereen mag schrijven.',
      '> Wie ziet het anders?',
      '1. Vraag',
      '- Twee',
      'Er is een nee',
      'Er wordt gelachen',
      'Te snel',
      'Een nee',
      'Op papier',
      '| naam | nee \\| nee | alternatief |',
      '/werkvormen/check-in.md',
      'Een schrijver. Het boek & de rest',
      '2026-11-10',
      '_uit de methode_',
    ]) {
      expect(twin).toContain(text);
    }
  });

  it('holds what readers say: where they stand, about what, their words, role, need, and what came of it', () => {
    const voices = toRecords([
      toSaid({
        subject: 'cases/sla#agenda',
        html: '<p>Eén *ster* &amp; zo.</p><p># Geen kop</p>',
        needs: 'Tijd',
        answered: { digest: '', text: 'Eerst. Dan.', sentence: 'Eerst.' },
      }),
    ]);
    expect(readTwin({ kind: 'case', id: 'sla' }, 'nl', voices)).toContain(
      [
        '## Wat lezers hierover zeggen',
        '### Ik zie het anders: De agenda ontstaat',
        '> Eerst.',
        'Eén \\*ster\\* & zo.',
        '\\# Geen kop',
        '- **Nodig om mee te gaan:** Tijd\n- Nog open\n- deelnemer\n- **Gepubliceerd:** 2026-10-01',
      ].join('\n\n'),
    );
    // The author’s own voice stands in the text already.
    expect(readTwin({ kind: 'case', id: 'sla' }, 'nl', toRecords([]))).not.toContain('Wat lezers');
  });

  it('says so when a text has not been translated', () => {
    expect(readTwin({ kind: 'practice', id: 'check-in' }, 'en')).toContain('not been translated');
    expect(readTwin({ kind: 'practice', id: 'check-in' }, 'nl')).not.toContain('niet vertaald');
  });

  it('lists what a list page lists', () => {
    expect(readTwin({ kind: 'cases' }, 'en')).toContain('](/en/cases/sla.md): Twee teams');
    expect(readTwin({ kind: 'steps' }, 'nl')).toContain(
      '- Stap 2. [Werkvorm zoek-de-nee & meer](/werkvormen/zoek-de-nee.md)',
    );
    expect(readTwin({ kind: 'glossary' }, 'nl')).toContain('## nee & zo\n\nEen woord');
    expect(readTwin({ kind: 'contents' }, 'nl')).toContain('](/hulp/dead-link.md)');
  });

  it('can be made of every place', () => {
    for (const site of listPlaces(toShelves('en'), 'en', handbook))
      expect(readTwin(site.place, 'en')).toMatch(/^# \S[\s\S]*\n---\n[\s\S]*\n$/);
  });
});

describe('text in Markdown', () => {
  it.each([
    ['1. geen lijst', '1\\. geen lijst'],
    ['- geen lijst', '\\- geen lijst'],
    ['# geen kop', '\\# geen kop'],
    ['a_b *c* [d](e) `f` <g>', 'a\\_b \\*c\\* \\[d\\](e) \\`f\\` \\<g>'],
    ['vis &amp; brood & bier', 'vis \\&amp; brood & bier'],
    ['over\ntwee  regels', 'over twee regels'],
    ['om 09:30 uur, 4:3', 'om 09:30 uur, 4:3'],
  ])('shows %j as it is', (text, markdown) => {
    expect(toMarkdownText(text)).toBe(markdown);
  });
});

describe('images in a twin', () => {
  it('stand at the address they are published at, and examples in code stay as they are', () => {
    const markdown =
      '![Een ijsberg](./ijsberg.svg "Boven en onder")\n\n```mdx\n![voorbeeld](./foto.jpg)\n```\n\n![Twee](./b.png)';
    const blocks = [
      { kind: 'image' as const, image: 0, alt: 'Een ijsberg' },
      { kind: 'image' as const, image: 1, alt: 'Twee' },
    ];
    expect(
      withPublishedImages({
        markdown,
        blocks,
        images: [{ src: '/_astro/a.svg' }, { src: '/_astro/b.png' }],
      }),
    ).toBe(
      '![Een ijsberg](/_astro/a.svg "Boven en onder")\n\n```mdx\n![voorbeeld](./foto.jpg)\n```\n\n![Twee](/_astro/b.png)',
    );
  });
});

function readTwin(place: Place, language: Language, voices: VoiceRecord[] = []): string {
  const shelves = toShelves(language);
  const places = listPlaces(shelves, language, handbook);
  const site = places.find((each) => JSON.stringify(each.place) === JSON.stringify(place));
  if (!site) throw new Error(`No ${place.kind} in the list of places.`);
  return toTwin(site, { shelves, places, sources, handbook, voices });
}
