import { createKeep, type Keep, type KeepOptions } from './keep.ts';

/** Questions a reader asked before, the latest first; they stay in this browser. */
export interface Recent {
  read(): string[];
  /** Remembers a question that led somewhere. */
  add(text: string): void;
  forget(): void;
}

const most = 6;
const longest = 80;

export function createRecent(place: Pick<KeepOptions<string[]>, 'storage' | 'tabs'> = {}): Recent {
  const keep: Keep<string[]> = createKeep<string[]>({
    schema: 'searches',
    version: 1,
    empty: [],
    check: readTexts,
    // Nobody minds when a browser clears these, so it is not asked to keep them.
    persist: () => undefined,
    ...place,
  });
  return {
    read: () => keep.read().value,
    add(text) {
      const asked = text.trim();
      if (asked === '' || asked.length > longest) return;
      keep.update((before) =>
        [asked, ...before.filter((each) => !isSame(each, asked))].slice(0, most),
      );
    },
    forget() {
      keep.update(() => []);
    },
  };
}

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

const readTexts = (value: unknown): string[] | undefined =>
  Array.isArray(value) &&
  value.length <= most &&
  value.every((each) => typeof each === 'string' && each.length <= longest)
    ? (value as string[])
    : undefined;
