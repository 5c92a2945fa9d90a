import type { OwnComponent } from '../model/own.ts';
import { silence } from './silence.ts';

/** The components this handbook adds to the vocabulary, by the names content uses. `Own.astro` draws them. */
export const own: Readonly<Record<string, OwnComponent>> = {
  Silence: silence,
};
