/** What the desk of the discussion says, in English. */
export const deskEn = {
  /** The role that decides when no other one is named. */
  role: 'editors',
};
