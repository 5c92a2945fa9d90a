import { createKeep, type Keep, type KeepOptions } from './keep.ts';

/** The reader’s own plan between visits: the query of its address, empty when there is none. */
export const createDraft = (
  place: Pick<KeepOptions<string>, 'storage' | 'tabs'> = {},
): Keep<string> =>
  createKeep<string>({
    schema: 'own-plan',
    version: 1,
    empty: '',
    check: (value) => (typeof value === 'string' && value.length <= 9000 ? value : undefined),
    ...place,
  });
