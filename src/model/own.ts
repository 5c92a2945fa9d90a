import type { z } from 'zod';
import type { Language } from './language.ts';
import { Provenance } from './provenance.ts';

/** A component that an author added to the vocabulary of content. */
export interface OwnComponent {
  /** One sentence for authors. */
  does: string;
  /** Its attributes; `ownProps` are always among them. */
  schema: z.ZodType<OwnAttributes>;
  /** Whether it must hold words of its own. */
  needsText: boolean;
}

/** What every component of an author's own has: each says where its words come from. */
export const ownProps = { from: Provenance.describe('Where it comes from.') };
export type OwnAttributes = Readonly<Record<string, unknown>> & { from: Provenance };

/** What its drawing gets: its attributes, the words in it as safe HTML, and their language. */
export type OwnProps<Attributes> = Attributes & { html: string; language: Language };
