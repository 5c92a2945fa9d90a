/** What the page for making a session plan of your own says, in Dutch. */
export const planNl = {
  title: 'Eigen draaiboek',
} as const;
