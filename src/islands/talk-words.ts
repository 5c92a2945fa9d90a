import type { Words } from '../words/index.ts';

/** What the programs around the form say, as the page gives it to them; the rest of it stands in the parts of the page. */
export type TalkSays = Pick<Words['talk'], 'fields' | 'refusals' | 'reasons'> &
  Pick<Words['blocks'], 'stances'> & {
    /** With {field} for the name of a field. */
    problems: Record<string, string>;
  } & Pick<Words['ownTalk'], 'sending' | 'wrong'> & {
    draft: Pick<Words['ownTalk']['draft'], 'kept' | 'full' | 'blocked' | SayOfNotice>;
    failed: Pick<Words['ownTalk']['failed'], 'why' | 'kept' | 'unkept' | 'copied' | 'notCopied'>;
    sent: Pick<Words['ownTalk']['sent'], 'copied' | 'notCopied'>;
    own: Pick<Words['ownTalk']['own'], 'only' | 'published' | 'declined' | 'refresh'>;
    about: Pick<Words['ownTalk']['about'], 'sentence' | 'voice'>;
  };

type SayOfNotice = 'restored' | 'restoredWhy' | 'throwAway' | 'emptied' | 'emptiedWhy' | 'putBack';
