import { createHmac, randomBytes } from 'node:crypto';

/** Everything of a contribution that is shown, as it was sent. */
export interface DecidedText {
  subject: string;
  language: string;
  stance: string;
  raw: string;
  needs: string | null;
  role: string | null;
  name: string | null;
  sentence: string | null;
  answers_to: string | null;
}

/** A number of its own for each contribution, erased together with its words. */
export const newSalt = (): string => randomBytes(32).toString('base64url');

/**
 * The digest of a text that is decided about. Without its salt, which is published nowhere and erased with the text, a
 * short text cannot be found by trying.
 */
export const toTextDigest = (salt: string, text: DecidedText): string =>
  createHmac('sha256', salt)
    .update(
      JSON.stringify([
        ...[text.subject, text.language, text.stance, text.raw, text.needs, text.role],
        ...[text.name, text.sentence, text.answers_to],
      ]),
    )
    .digest('hex');
