import type { Stance } from '../model/contribution.ts';
import type { Words } from '../words/index.ts';

type Own = Words['ownTalk'];
type Talk = Words['talk'];

/** What the programs around the form say besides what stands in the parts of its page. */
export interface TalkSays {
  draft: Own['draft'];
  sending: string;
  wrong: string;
  failed: Pick<Own['failed'], 'why' | 'kept' | 'unkept' | 'copied' | 'notCopied'>;
  sent: Pick<Own['sent'], 'copied' | 'notCopied'>;
  own: Pick<Own['own'], 'published' | 'declined' | 'refresh'>;
  about: Pick<Own['about'], 'sentence' | 'voice'>;
}

/** The sentences the page of the form has already, for the server. */
export interface TalkSentences {
  /** What is wrong, by “field.problem”. */
  own: Readonly<Partial<Record<string, string>>>;
  /** What is wrong, by problem, with {field} for the name of the field. */
  problems: Readonly<Partial<Record<string, string>>>;
  fields: Readonly<Partial<Record<string, string>>>;
  refusals: Readonly<Partial<Record<string, string>>>;
  stances: Readonly<Record<Stance, string>>;
  reasons: Talk['reasons'];
  /** Titles by subject. */
  places: Readonly<Partial<Record<string, string>>>;
}
