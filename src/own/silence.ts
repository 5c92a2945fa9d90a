import { z } from 'zod';
import { ownProps, type OwnComponent } from '../model/own.ts';

const seconds = z.coerce.number().int().min(3).max(60).describe('How long it lasts.');

/** A silence to practise, with words that say what it is for. */
export const silence: OwnComponent = {
  does: 'A silence to practise: a slow count, without a sound.',
  schema: z.strictObject({ ...ownProps, seconds }),
  needsText: true,
};
