import type { FieldProblem } from '../model/draft.ts';
import type { Language } from '../model/language.ts';
import type { Subject } from '../model/subject.ts';
import type { OwnContribution } from './store.ts';

/** A request, as plain as it can be, so that everything can be asked without a port. */
export interface Asked {
  method: string;
  /** The path with its query, as it was asked. */
  path: string;
  /** By name in lower case. */
  headers: Readonly<Record<string, string | undefined>>;
  /** `too-large` when there was more than `mostBodyBytes`; the rest of it was not read. */
  body: Uint8Array | 'too-large';
  /** The address of the machine at the other end of the wire, where there is a wire. */
  from?: string | undefined;
}

/** Words of 64 kB, each written as `%C3%A9`, and all the other fields. */
export const mostBodyBytes = 3 * 64 * 1024 + 16 * 1024;

/** What a form sent, field by field; shown again when something is wrong, so that no word is lost. */
export type Values = Readonly<Record<string, string>>;

/** Why something is not even looked at. */
export type Refusal =
  'other-site' | 'no-origin' | 'too-large' | 'wrong-type' | 'wrong-method' | 'wrong-place';

/** What is shown: a page by name with what goes in it. There is no HTML here but that of contributions. */
export type Page =
  | {
      /** The form to speak with. */
      page: 'speak';
      values: Values;
      problems: FieldProblem[];
      /** What the words will look like, once they are ready to be sent. */
      preview?: string;
    }
  | {
      /** Where a writer sees what became of a contribution, changes it, or takes it back. */
      page: 'said';
      values: Values;
      problems: FieldProblem[];
      own?: OwnContribution;
      /** The reference code, to be kept by its writer. */
      code?: string;
    }
  | { page: 'refused'; refusal: Refusal; values: Values };

interface Head {
  status: number;
  headers: Readonly<Record<string, string>>;
}

export type Answer = Head &
  (
    | ({ kind: 'page'; language: Language } & Page)
    | { kind: 'redirect'; location: string }
    | { kind: 'json'; body: object }
  );

/** What the doors give back, before it is made into an answer. */
export type Outcome =
  | (Page & { status: number; subject?: Subject | undefined; error?: string | undefined })
  /** Something was kept or found; a form is led on to it, a program gets it. */
  | { page: 'kept'; status: number; code: string; body: object; subject?: Subject };
