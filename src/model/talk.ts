import type { Block } from './block.ts';
import type { Role } from './discussion-settings.ts';
import type { Language } from './language.ts';
import { toMarginStory, type MarginStory } from './margin.ts';
import type { Said } from './said.ts';
import type { Subject } from './subject.ts';
import { toSpeaker, toThreadView, type ThreadView, type VoicePlace } from './voice-view.ts';
import { toWholeThread } from './whole-thread.ts';

/** A text that is spoken about: a case with its steps, or a practice. */
export interface Spoken {
  subject: Subject;
  blocks: readonly Block[];
  /** The language the text is really in. */
  language: Language;
  steps: readonly { id: string; title: string }[];
}

/** What is said about it, and the page it is shown on. */
export interface Speaking {
  voices: readonly Said[];
  roles: readonly Role[];
  /** The language of the page. */
  language: Language;
  findPassage: VoicePlace['findPassage'];
  now: Date;
}

/** A text with everything said about it in its place: beside the text, under it, and at the steps that changed by it. */
export interface Talk {
  story: MarginStory;
  thread: ThreadView;
  /** The last no each step changed by, by the id of the step. */
  thanks: ReadonlyMap<string, string>;
}

/** Puts everything said about a text in its place. */
export function toTalk(
  { subject, blocks, language: textLanguage, steps }: Spoken,
  speaking: Speaking,
): Talk {
  const { voices, roles, language, findPassage, now } = speaking;
  const whole = toWholeThread(subject, voices, now);
  const story = toMarginStory(subject, blocks, whole, {
    language: textLanguage,
    toSpeaker: (said) => toSpeaker(said, { roles, language }),
  });
  const { marked } = story;
  const thread = toThreadView(whole, { language, steps, roles, findPassage, marked });
  const thanks = new Map(
    thread.dissents.flatMap(({ said, added }): [string, string][] =>
      added === undefined ? [] : [[added.id, said.id]],
    ),
  );
  return { story, thread, thanks };
}
