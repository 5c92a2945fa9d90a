import { z } from 'zod';
import { Id } from './id.ts';

/** Whether a form asks for something: it must be filled in, it may be, or it is not asked. */
export const Asking = z.enum(['required', 'optional', 'off']);
export type Asking = z.infer<typeof Asking>;

/** Somebody’s place in a case, to speak from instead of under a name. */
export const Role = z.strictObject({
  id: Id.describe('The id of the role; never changed after publication.'),
  nl: z.string().min(2).max(60).describe('The role in Dutch, like “vakgenoot”.'),
  en: z.string().min(2).max(60).describe('The role in English.'),
});
export type Role = z.infer<typeof Role>;

/** What the owner of a handbook decides about the discussion. */
export const DiscussionSettings = z
  .strictObject({
    name: Asking.default('optional').describe(
      'Whether a contribution carries a name: required, optional (a role will do) or off.',
    ),
    email: Asking.default('optional').describe(
      'Whether the form asks for an e-mail address. It is never published.',
    ),
    anonymous: z
      .boolean()
      .default(false)
      .describe('Whether somebody may speak without a name and without a role.'),
    roles: z
      .array(Role)
      .max(20)
      .default([{ id: 'reader', nl: 'lezer', en: 'reader' }])
      .describe('The roles a reader can speak from, in the order of the form.'),
  })
  .refine(({ name, roles, anonymous }) => name !== 'off' || anonymous || roles.length > 0, {
    path: ['roles'],
    message: 'Without names there must be roles to choose from, or anonymous: true.',
  })
  .refine(({ roles }) => new Set(roles.map(({ id }) => id)).size === roles.length, {
    path: ['roles'],
    message: 'Two roles have the same id.',
  });
export type DiscussionSettings = z.infer<typeof DiscussionSettings>;
