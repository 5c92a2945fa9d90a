import { readOwnTalks, type OwnTalk } from '../model/own-talk.ts';
import { createKeep, type Keep } from './keep.ts';

/** What a reader sent about any page, until they know what became of it. */
export const keepOwn = (): Keep<OwnTalk[]> =>
  createKeep<OwnTalk[]>({
    ...{ schema: 'own-talk', version: 1 },
    empty: [],
    check: readOwnTalks,
  });

/** Everything but one. */
export const isNot =
  ({ code }: OwnTalk) =>
  (other: OwnTalk): boolean =>
    other.code !== code;
