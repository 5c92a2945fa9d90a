import { isDissent } from '../model/contribution.ts';
import { sourceLanguage } from '../model/language.ts';
import type { Said } from '../model/said.ts';
import { readSubject } from '../model/subject.ts';
import { listOpenDissent } from '../model/thread.ts';
import type { Problem } from '../problems.ts';
import type { Compiled } from './compile-file.ts';
import { toPointAt, type Document } from './document.ts';
import { problem, start, type Index } from './shelf.ts';

/**
 * Every no an author would do well to read before a new version: those in the author’s own cases, and those of readers that
 * wait for an answer. Advice, not a fault: a no may stand for ever, but not unread.
 */
export function checkNoes(
  index: Index,
  documents: ReadonlyMap<string, Document>,
  said: readonly Said[],
): Problem[] {
  const cases = index.ids('cases').flatMap((id) => index.find('cases', id, sourceLanguage) ?? []);
  const own = cases.flatMap((file) => listOwn(file, documents.get(file.file)));
  const readers = listOpenDissent(said).flatMap((one) => {
    const { kind, id, step } = readSubject(one.subject) ?? {};
    const file = kind && id ? index.find(kind, id, sourceLanguage) : undefined;
    if (!file) return [];
    const at = step === undefined ? start : toPoint(documents.get(file.file), `<Step id="${step}"`);
    return toOpen(file.file, at, one.id, one.needs);
  });
  return [...own, ...readers];
}

function listOwn({ file, entry }: Compiled, document: Document | undefined): Problem[] {
  if (!entry || !('contributions' in entry)) return [];
  return entry.contributions
    .filter(({ stance }) => isDissent(stance))
    .map(({ id, needs }) => toOpen(file, toPoint(document, `<Contribution id="${id}"`), id, needs));
}

const toPoint = (document: Document | undefined, written: string) =>
  document ? toPointAt(document, Math.max(0, document.text.indexOf(written))) : start;

const toOpen = (file: string, at: typeof start, id: string, needs: string | undefined): Problem =>
  problem(
    'open-no',
    file,
    at,
    'an answer in the text, or the same no in the next version',
    `“${id}”${needs === undefined ? '' : ` needs: ${needs}`}`,
    'Read it before you publish a new version. Answer it in the text and write so under “answered”, or let it stand.',
  );
