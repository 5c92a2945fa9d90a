import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { toHashed } from '../../src/confidential/names.ts';

/** Files of a handbook by their path from its root. */
export type Files = Record<string, string>;

/** Writes files into a folder of their own, which goes when the test is done. */
export async function writeHandbook(files: Files): Promise<string> {
  const root = await mkdtemp(path.join(tmpdir(), 'handbook-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  for (const [file, text] of Object.entries(files)) await writeIn(root, file, text);
  return root;
}

export async function writeIn(root: string, file: string, text: string): Promise<void> {
  await mkdir(path.dirname(path.join(root, file)), { recursive: true });
  await writeFile(path.join(root, file), text);
}

const practice = (title: string, more = '') => `---
title: ${title}
kind: activity
purpose: Iedereen wordt een keer gehoord.
tagline: Even stilstaan.
purposes: [beginnen met elkaar]
when: Aan het begin.
notWhen: Als er geen tijd is.
heat: 1
facilitator: anyone
groupSize: { min: 2 }
minutes: { min: 5, max: 20 }
space: Een kring.
materials: []
posture: seated
accessibleVariant: Schrijven mag ook.
invitation: Hoe zit je erbij?
does: [begin zelf, wacht, dank]
says: [Ik begin., Wie wil?, Dank je.]
signsToMoveOn: [iedereen sprak]
signsNotYet: [iemand wacht]
pitfalls: [te lang, te kort]
output: Iedereen is er.
notes: topics
attribution: never
provenance: { purpose: method, does: method, says: proposal, signs: method, pitfalls: method, minutes: proposal, accessible: proposal }
reviewed: 2026-11-23
${more}---

Een alinea over de kring.
`;

const story = (title: string, more = '') => `---
title: ${title}
short: Kort
summary: Een samenvatting die lang genoeg is om een lezer te trekken.
status: exercise
published: 2026-11-23
sector: zorg
moment: begin
occasion: Er was iets.
initiative: De klant vroeg het.
tension: 1
interdependent: true
parties:
  - name: leverancier
  - name: klant
people: 7
inTheRoom: zeven mensen
facilitator: Geen band.
fits: [als het kan]
cautions: [niet altijd]
${more}---

Een eerste alinea. Zie [de kring](practices/check-in).

<Step id="start" title="De start" practice="check-in" from="case" minutes="5/10/15">

Een alinea over neutraliteit en vertrouwen.

<Contribution id="nee-a" stance="insight" on="neutraliteit" role="de schrijver" needs="tijd" date="2026-11-23">
Dat zie ik anders.
</Contribution>

![Een kring van stoelen](./kring.svg "De kring")

</Step>

<Step id="slot" title="Het slot" from="proposal" minutes="5">

Een laatste alinea.

<Polarity id="bord" title="Dit, maar ook dat" purpose="Samen verder" fear="Elkaar kwijt" from="proposal">
<Pole name="Afspraken">
<Upsides>
- een
- twee
</Upsides>
<Downsides>
- een
- twee
</Downsides>
<Actions>
- een
</Actions>
<Signals>
- een
</Signals>
</Pole>
<Pole name="Vrijheid">
<Upsides>
- een
- twee
</Upsides>
<Downsides>
- een
- twee
</Downsides>
<Actions>
- een
</Actions>
<Signals>
- een
</Signals>
</Pole>
</Polarity>

</Step>
`;

const glossary =
  '- id: onderstroom\n  term: onderstroom\n  definition: Wat leeft maar niet gezegd wordt.\n';
const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><path d="M0 0h4v4"/></svg>';
const page =
  '---\ntitle: Over dit handboek\nsummary: Waar dit handboek over gaat.\nupdated: 2026-11-23\n---\n\nEen alinea.\n';

/** A list of one name that must not appear, “Veriton Advies”. */
const salt = '0123456789abcdef0123456789abcdef';
const confidential = JSON.stringify({ salt, names: [toHashed('Veriton Advies', salt)] });

/** What the site had addresses for when it was built last. */
const none = { formerIds: [], titles: {}, passages: {} };
const published = JSON.stringify({
  subjects: [
    {
      kind: 'cases',
      id: 'sla',
      ...none,
      voices: ['nee-a'],
      steps: [
        { id: 'start', ...none },
        { id: 'slot', ...none },
      ],
    },
    { kind: 'practices', id: 'check-in', ...none, voices: [], steps: [] },
  ],
});

/** A small handbook in two languages without a single problem. */
export const goodHandbook: Readonly<Files> = {
  'content/handbook.yml':
    'name: Proef\naddress: https://voorbeeld.nl\ntagline: { nl: Een handboek om mee te proeven, en: A handbook to try things with }\nlicence: { name: CC BY-SA 4.0, address: https://creativecommons.org/licenses/by-sa/4.0/ }\n',
  'content/confidential.yml': `${confidential}\n`,
  'dist/onderwerpen.json': published,
  'content/sources.yml': '- id: een-boek\n  title: Een boek\n',
  'content/nl/glossary.yml': glossary,
  'content/en/glossary.yml': glossary,
  'content/nl/cases/sla/index.mdx': story('Een casus'),
  'content/en/cases/sla/index.mdx': story('A case'),
  'content/nl/cases/sla/kring.svg': svg,
  'content/en/cases/sla/kring.svg': svg,
  'content/nl/practices/check-in.mdx': practice('Check-in'),
  'content/en/practices/check-in.mdx': practice('Check-in'),
  'content/nl/practices/check-uit.mdx': practice(
    'Check-uit',
    'next: [check-in]\nsources: [een-boek]\n',
  ),
  'content/nl/practices/gesprek-op-voeten.mdx': practice('Gesprek op voeten').replace(
    'notes: topics',
    'notes: none',
  ),
  'content/nl/pages/about.mdx': page,
};
