/** What run mode says, in Dutch. */
export const runNl = {
  title: 'Draaien',
} as const;
