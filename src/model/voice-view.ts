import { toAnchoring, type Anchoring, type Passage } from './anchor.ts';
import { toBoardStart } from './board-link.ts';
import { isDissent } from './contribution.ts';
import type { Role } from './discussion-settings.ts';
import type { Language } from './language.ts';
import type { Ladder } from './ladder.ts';
import type { SaidContribution, Tombstone } from './said.ts';
import { toWhole, type Subject } from './subject.ts';
import { toSummary } from './spoken-text.ts';
import { mostDepth, type Voice } from './thread.ts';
import { isThere, type WholeThread } from './whole-thread.ts';

/** Where a conversation is shown: what the page knows of the text it is about. */
export interface VoicePlace {
  /** The language of the page. */
  language: Language;
  /** The steps that are there, with their titles; a practice has none. */
  steps: readonly { id: string; title: string }[];
  roles: readonly Role[];
  /** The words of a subject as they are now, in the language they were answered in. */
  findPassage: (subject: Subject, language: Language) => Passage | undefined;
  /** The voices whose words are marked in the text on this page. */
  marked: ReadonlySet<string>;
}

/** What a voice is about, as the page can say it. */
export type About =
  /** These words, marked in the text. */
  | { kind: 'words'; words: string; href: string }
  /** A step, with the words in it when some were named. */
  | { kind: 'step'; title: string; href: string; words?: string }
  | { kind: 'whole'; words?: string }
  /** A step that is no longer there. */
  | { kind: 'gone'; words?: string };

/** A voice in full, ready to be drawn. */
export interface VoiceView {
  said: SaidContribution | Tombstone;
  isDissent: boolean;
  /** Who speaks, in words: a name, a role, or both; nothing when nobody says so. */
  by: string;
  about: About;
  /** Only when what was answered is not what stands there now. */
  anchoring?: Exclude<Anchoring, { state: 'same' }>;
  ladder?: Ladder;
  /** The step that changed thanks to it, when it is still there. */
  added?: { id: string; title: string };
  /** Where a board with this no and the text as its poles can be opened, once it went under the waterline. */
  board?: string;
  /** How deep it stands under what the conversation began with. */
  depth: number;
  /** Whether it can still be answered. */
  answerable: boolean;
  recognitions: VoiceView[];
  answers: VoiceView[];
}

export interface ThreadView {
  dissents: VoiceView[];
  others: VoiceView[];
}

/** A conversation ready to be drawn on a page. */
export const toThreadView = ({ dissents, others }: WholeThread, place: VoicePlace): ThreadView => ({
  dissents: dissents.map((voice) => toVoiceView(voice, place)),
  others: others.map((voice) => toVoiceView(voice, place)),
});

function toVoiceView(voice: Voice, place: VoicePlace, depth = 0): VoiceView {
  const { said, ladder } = voice;
  const under = (other: Voice) => toVoiceView(other, place, depth + 1);
  const added = place.steps.find(({ id }) => id === ladder?.step);
  const about = toAbout(said, place);
  return {
    said,
    isDissent: isDissent(said.stance),
    by: toSpeaker(said, place),
    about,
    ...toAnchored(said, place),
    ...(ladder === undefined ? {} : { ladder }),
    ...(added === undefined ? {} : { added }),
    ...(ladder?.rung === 'below' && isThere(said)
      ? { board: toBoardStart(toPoles(said, about)) }
      : {}),
    depth,
    answerable: isThere(said) && depth < mostDepth && about.kind !== 'gone',
    recognitions: voice.recognitions.map(under),
    answers: voice.answers.map(under),
  };
}

/** A name and a role say more together; a role that is no longer in the list says what it said. */
export function toSpeaker(
  said: SaidContribution | Tombstone,
  { roles, language }: Pick<VoicePlace, 'roles' | 'language'>,
): string {
  if (!isThere(said)) return '';
  const role = roles.find(({ id }) => id === said.role)?.[language] ?? said.role;
  return [said.name, role].filter(Boolean).join(', ');
}

function toAbout(said: SaidContribution | Tombstone, { steps, marked }: VoicePlace): About {
  const words = isThere(said) ? said.answered?.sentence : undefined;
  if (words !== undefined && marked.has(said.id))
    return { kind: 'words', words, href: `#anker-${said.id}` };
  const some = words === undefined ? {} : { words };
  const whole = toWhole(said.subject);
  if (said.subject === whole) return { kind: 'whole', ...some };
  const step = steps.find(({ id }) => `${whole}#${id}` === said.subject);
  return step
    ? { kind: 'step', title: step.title, href: `#${step.id}`, ...some }
    : { kind: 'gone', ...some };
}

function toAnchored(
  said: SaidContribution | Tombstone,
  { findPassage }: VoicePlace,
): Pick<VoiceView, 'anchoring'> {
  if (!isThere(said) || said.isAuthor || said.answered === undefined) return {};
  const anchoring = toAnchoring(said.answered, findPassage(said.subject, said.language));
  return anchoring.state === 'same' ? {} : { anchoring };
}

/** Against what stands there, this no; and above both, what it asks for. */
const toPoles = (said: SaidContribution, about: About) => ({
  left: about.kind === 'whole' || about.kind === 'gone' ? '' : (about.words ?? toTitle(about)),
  right: toSummary(said.html),
  purpose: said.needs ?? '',
});

const toTitle = (about: About): string => ('title' in about ? about.title : '');
