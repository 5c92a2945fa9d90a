/** What the desk of the discussion says, in Dutch. */
export const deskNl = {
  /** The role that decides when no other one is named. */
  role: 'redactie',
};
