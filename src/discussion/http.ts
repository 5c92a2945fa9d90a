import { toPath } from '../model/address.ts';
import type { FieldProblem } from '../model/draft.ts';
import type { Language } from '../model/language.ts';
import type { Answer, Asked, Outcome, Page, Refusal } from './asked.ts';
import { filled } from './filled.ts';
import { findDoor, guard, toValues, wantsJson, type Door, type Entry } from './guard.ts';
import type { DiscussionOptions, LogLine } from './options.ts';
import { openOwn, showOwn } from './said.ts';
import { speak } from './speak.ts';

export type { DiscussionOptions, LogLine };

export type Discussion = (asked: Asked) => Promise<Answer | undefined>;

/**
 * Answers what is asked of the discussion: the form to speak with and the page of one’s own contribution, each at one
 * address for reading and sending. Nothing when the address is another one.
 */
export function createDiscussion(options: DiscussionOptions): Discussion {
  return async (asked) => {
    const place = findDoor(asked.path);
    if (place === undefined) return undefined;
    const started = performance.now();
    const outcome = await toOutcome(options, asked, place);
    const json = wantsJson(asked);
    const answer = toAnswer(outcome, place.language, json, options);
    options.log({
      at: options.now().toISOString(),
      ...place,
      method: asked.method,
      status: answer.status,
      ...(outcome.subject === undefined ? {} : { subject: outcome.subject }),
      ...toWrong(outcome),
      milliseconds: Math.round((performance.now() - started) * 10) / 10,
    });
    return answer;
  };
}

async function toOutcome(
  options: DiscussionOptions,
  asked: Asked,
  place: { door: Door; language: Language },
): Promise<Outcome> {
  if (asked.method === 'GET' || asked.method === 'HEAD') return show(options, asked, place);
  if (asked.method !== 'POST') return refuse('wrong-method', 405);
  const guarded = guard(asked, place, options.origins);
  if (!guarded.ok) return refuse(guarded.refusal, guarded.status, guarded.values);
  const { entry } = guarded;
  try {
    return await (entry.door === 'speak' ? speak(options, entry) : openOwn(options, entry));
  } catch (error) {
    return toFailure(options, entry, error);
  }
}

/** A page that is only looked at: the form with a new key, or what a ticket leads to. */
async function show(
  options: DiscussionOptions,
  asked: Asked,
  { door, language }: { door: Door; language: Language },
): Promise<Outcome> {
  const query = new URLSearchParams(asked.path.split('?')[1] ?? '');
  if (door === 'said') return showOwn(options, query.get('ticket') ?? undefined);
  const given = ['subject', 'stance', 'on', 'to'].flatMap((name): [string, string][] => {
    const value = query.get(name);
    return value === null ? [] : [[name, value.slice(0, 1000)]];
  });
  const about = options.find(query.get('subject') ?? '', language);
  const subject = about === undefined ? {} : { subject: about.subject };
  const values = { ...Object.fromEntries(given), ...subject, key: options.newKey() };
  return { page: 'speak', status: 200, values, problems: [] };
}

/** Something could not be kept: what was sent is shown again, with the same key, so that nothing is kept twice. */
function toFailure({ newKey }: DiscussionOptions, { door, sent }: Entry, error: unknown): Outcome {
  const why = error instanceof Error && 'why' in error ? String(error.why) : toName(error);
  const problems: FieldProblem[] = [{ field: 'form', problem: 'not-kept' }];
  const values = toValues(sent);
  const key = values['key'] ?? newKey();
  const page = { status: 503, error: why, problems };
  return door === 'speak'
    ? { page: 'speak', ...page, values: { ...values, key } }
    : { page: 'said', ...page, values };
}

/** The kind of an error and no more: its message may quote what somebody wrote. */
const toName = (error: unknown): string => (error instanceof Error ? error.name : typeof error);

const refuse = (
  refusal: Refusal,
  status: number,
  values: Readonly<Record<string, string>> = {},
): Outcome => ({ page: 'refused', status, refusal, values });

/** Nothing of a discussion is kept on the way, and no address of it is told to whoever is linked to. */
const privately = { 'Cache-Control': 'no-store', 'Referrer-Policy': 'strict-origin' };

function toAnswer(
  outcome: Outcome,
  language: Language,
  json: boolean,
  { tickets }: DiscussionOptions,
): Answer {
  const { status } = outcome;
  const headers = {
    ...privately,
    ...(status === 405 ? { Allow: 'GET, HEAD, POST' } : {}),
    ...(status === 503 ? { 'Retry-After': '10' } : {}),
  };
  if (outcome.page === 'kept') {
    if (json) return { kind: 'json', status, headers, body: outcome.body };
    const location = `${toPath({ kind: 'said' }, language)}?ticket=${tickets.seal(outcome.code)}`;
    return { kind: 'redirect', status: 303, headers, location };
  }
  const page = toPage(outcome);
  return json
    ? { kind: 'json', status, headers, body: page }
    : { kind: 'page', status, headers, language, ...page };
}

/** A page without what is only for the log. */
function toPage(outcome: Exclude<Outcome, { page: 'kept' }>): Page {
  const { page, values } = outcome;
  if (page === 'refused') return { page, values, refusal: outcome.refusal };
  const { problems } = outcome;
  if (page === 'speak') return { page, values, problems, ...filled({ preview: outcome.preview }) };
  return { page, values, problems, ...filled({ own: outcome.own, code: outcome.code }) };
}

function toWrong(outcome: Outcome): Pick<LogLine, 'wrong' | 'error'> {
  if (outcome.page === 'kept') return {};
  if (outcome.page === 'refused') return { wrong: [outcome.refusal] };
  // Only names of fields that exist: what somebody else sends as one could be anything.
  const wrong = outcome.problems.map(({ field, problem }) =>
    problem === 'unexpected' ? problem : `${field} ${problem}`,
  );
  return {
    ...(wrong.length > 0 ? { wrong } : {}),
    ...(outcome.error === undefined ? {} : { error: outcome.error }),
  };
}
