/** What the small tools say, in Dutch. */
export const toolsNl = {
  title: 'Hulpmiddelen',
} as const;
