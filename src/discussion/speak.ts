import { readDraft, type ContributionDraft, type FieldProblem } from '../model/draft.ts';
import { Language } from '../model/language.ts';
import { clean } from './clean.ts';
import { toValues, type Entry } from './guard.ts';
import type { Outcome } from './asked.ts';
import type { DiscussionOptions } from './options.ts';
import { toReferenceCode } from './reference-code.ts';

type Options = Pick<DiscussionOptions, 'store' | 'settings' | 'find' | 'now' | 'newId' | 'newKey'>;

/**
 * Takes in a contribution: draft, then clean, then kept as pending. A page that was built beforehand cannot give each
 * reader a key of their own; a form without one is therefore shown again as a preview that has one, and sent from there.
 */
export async function speak(options: Options, { sent, language, json }: Entry): Promise<Outcome> {
  const isKeyed = json || (typeof sent['key'] === 'string' && sent['key'] !== '');
  const key = isKeyed ? sent['key'] : options.newKey();
  const named = typeof sent['subject'] === 'string' ? sent['subject'] : undefined;
  const about = named === undefined ? undefined : options.find(named, toLanguage(sent, language));
  // Every spelling of a page is one subject, so that it has one thread.
  const subject = about === undefined ? {} : { subject: about.subject };
  const filled: Record<string, unknown> = { language, ...sent, key, ...subject };
  const again = (problems: FieldProblem[], preview?: string): Outcome => {
    const isFineKey = typeof key === 'string' && problems.every(({ field }) => field !== 'key');
    return {
      page: 'speak',
      status: preview === undefined ? 422 : 200,
      values: { ...toValues(filled), key: isFineKey ? key : options.newKey() },
      problems,
      ...(preview === undefined ? {} : { preview }),
    };
  };

  const read = readDraft(filled, options.settings);
  const problems = read.ok ? [] : read.problems;
  if (about === undefined && problems.every(({ field }) => field !== 'subject'))
    problems.unshift({ field: 'subject', problem: 'unknown' });
  if (!read.ok || about === undefined) return again(problems);

  const draft: ContributionDraft = read.value;
  const cleaned = clean(draft.words);
  if (!cleaned.ok) return again([{ field: 'words', problem: cleaned.problem }]);
  if (!isKeyed) return again([{ field: 'form', problem: 'confirm' }], cleaned.html);

  const code = toReferenceCode(draft.key);
  const { html, cleaner } = cleaned;
  const at = options.now();
  const sentence = draft.on === undefined ? {} : { sentence: draft.on };
  const answered = about.passage && { ...about.passage, ...sentence };
  const id = options.newId();
  const { voices } = about;
  const added = await options.store.add({ id, code, draft, html, cleaner, answered, voices, at });
  if (added.outcome === 'refused') return again([added.problem]);
  const { own, outcome } = added;
  return {
    page: 'kept',
    status: outcome === 'added' ? 201 : 200,
    code,
    body: { code, again: outcome === 'known', own },
    subject: own.subject,
  };
}

/** The language somebody reads and writes in: that of the page, unless they name another one. */
function toLanguage({ language }: Entry['sent'], page: Language): Language {
  const read = Language.safeParse(language);
  return read.success ? read.data : page;
}
