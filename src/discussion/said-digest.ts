import { hash } from 'node:crypto';
import type { Said } from '../model/said.ts';

/** A digest of everything that was ever published: a site that was built from another one must be built again. */
export const toSaidDigest = (said: readonly Said[]): string => hash('sha256', JSON.stringify(said));
