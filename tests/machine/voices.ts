import type { Language } from '../../src/model/language.ts';
import type { Said } from '../../src/model/said.ts';
import { listVoiceRecords, type VoiceSources } from '../../src/model/voice-record.ts';
import { toShelves } from './shelves.ts';

/** The small handbook with something said about it. */
export const toVoiceSources = (said: readonly Said[], language: Language): VoiceSources => {
  const { cases, practices } = toShelves(language);
  return {
    cases: cases.map((entry) => ({ ...entry, contributions: [ownVoice] })),
    practices,
    said,
    roles: [{ id: 'participant', nl: 'deelnemer', en: 'participant' }],
  };
};

export const toRecords = (said: readonly Said[], language: Language = 'nl') =>
  listVoiceRecords(toVoiceSources(said, language), language);

const ownVoice = {
  id: 'wie-betaalt',
  stance: 'insight' as const,
  on: 'een lijst',
  needs: 'Zeg wie er betaalt & waarom.',
  role: 'de schrijver',
  date: '2026-09-01',
  letter: 'a',
  step: 'agenda',
  html: '<p>Zie <a href="/begrippen/#nee">nee</a> en <a href="#agenda">hier</a>.</p>',
  text: 'Zie nee en hier.',
};
