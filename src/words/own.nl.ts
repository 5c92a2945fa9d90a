/** What the components of an author's own say, in Dutch; one entry for each. */
export const ownNl = {
  silence: {
    start: (seconds: number) => `Oefen: ${String(seconds)} seconden stilte`,
    count: 'Hoe ver de stilte is',
    done: 'Dat was de stilte.',
  },
} as const;
