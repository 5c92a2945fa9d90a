import { toAuthorVoices } from '../../src/model/author-voice.ts';
import type { Language } from '../../src/model/language.ts';
import type { Said } from '../../src/model/said.ts';
import { toKnownSubjects, toPresentSubject } from '../../src/model/subject-address.ts';
import { toWhole } from '../../src/model/subject.ts';
import {
  listVoiceRecords,
  type VoiceRecord,
  type VoiceSources,
} from '../../src/model/voice-record.ts';
import { toShelves } from './shelves.ts';

/** The small handbook with something said about it, as the library gives it. */
export function toVoiceSources(said: readonly Said[], language: Language): VoiceSources {
  const { cases, practices } = toShelves(language);
  const known = toKnownSubjects({ cases, practices });
  const present = said.map((one) => ({ ...one, subject: toPresentSubject(one.subject, known) }));
  const about = (whole: string) => present.filter(({ subject }) => toWhole(subject) === whole);
  return {
    cases: cases.map((entry) => ({
      ...entry,
      voices: [
        ...toAuthorVoices({ ...entry, contributions: [ownVoice] }),
        ...about(`cases/${entry.id}`),
      ],
    })),
    practices: practices.map((entry) => ({ ...entry, voices: about(`practices/${entry.id}`) })),
    roles: [{ id: 'participant', nl: 'deelnemer', en: 'participant' }],
  };
}

/** Every voice of the small handbook in a language. */
export const toRecords = (said: readonly Said[], language: Language = 'nl'): VoiceRecord[] =>
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
