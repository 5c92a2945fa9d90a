import type { Language } from '../src/model/language.ts';
import type { FitRules } from '../src/print/check-fit.ts';
import type { Finish } from '../src/print/finish-pdf.ts';
import type { DocumentKind } from './made-pdf.ts';

/** A PDF that can be made of a built site. */
export interface PdfPlan {
  kind: DocumentKind;
  language: Language;
  /** Where it will stand in the site: `/pdf/casus-sla.pdf`. */
  path: string;
  deck?: string;
  format?: string;
  /** Paths of the pages it is made of. */
  sources: readonly string[];
  /** Makes it ready to print, or says why there is nothing to print, as for a text that is not translated. */
  prepare: () => Promise<Prepared | { nothing: string }>;
}

export interface Prepared {
  html: string;
  /** Whether it has contents that want page numbers. */
  contents: boolean;
  /** What its cards must keep to, when it is a deck. */
  fit?: FitRules;
  finish: Pick<Finish, 'title' | 'subject' | 'date' | 'duplex'>;
}
