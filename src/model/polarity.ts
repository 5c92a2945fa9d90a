import { z } from 'zod';
import { Id } from './id.ts';
import { Provenance } from './provenance.ts';

/** The attributes of `<Polarity>`: two poles that need each other, on a polarity board. */
export const PolarityProps = z.strictObject({
  id: Id.describe('The id of this board.'),
  title: z.string().max(70).describe('The heading above the board.'),
  purpose: z.string().min(3).max(160).describe('Greater purpose: one sentence both sides want.'),
  fear: z.string().min(3).max(160).describe('Deepest fear: the opposite of the purpose.'),
  from: Provenance.describe('Where the board comes from.'),
});

/** The attributes of `<Pole>`; its lists are `<Upsides>`, `<Downsides>`, `<Actions>` and `<Signals>`. */
export const PoleProps = z.strictObject({
  name: z
    .string()
    .min(3)
    .max(50)
    .describe('A neutral name for this pole; never one of the parties.'),
});

export interface Pole {
  name: string;
  upsides: string[];
  downsides: string[];
  actions: string[];
  signals: string[];
}

/** Two poles that need each other; managed, never solved. Layout after Barry Johnson. */
export interface Polarity extends z.infer<typeof PolarityProps> {
  poles: [Pole, Pole];
}
