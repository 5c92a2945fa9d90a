import type { Language } from '../model/language.ts';
import { toClock } from '../model/agenda.ts';
import { readPlanFile, toPlanFile } from '../model/plan-file.ts';
import { toUsualPeople } from '../model/plan-lay.ts';
import { toPlanId } from '../model/plan.ts';
import { defaultStart } from '../model/session.ts';
import { createFavourites } from './favourites.ts';
import { fillIn } from './fill-in.ts';
import { lookUp } from './own-plan.ts';
import { part } from './part.ts';
import { toBare, type PlanDesk } from './plan-desk.ts';
import type { PlanSaid } from './plan-words.ts';

/** What taking a plan along needs. */
export interface TakePorts {
  root: HTMLElement;
  desk: PlanDesk;
  said: PlanSaid;
  language: Language;
  /** Draws everything anew, after another plan was laid down. */
  reset: () => void;
}

/** Lets a reader copy the link, print, keep the plan among favourites, and write or read it as a file. */
export function startTaking(ports: TakePorts): void {
  const { root, desk, said } = ports;
  const status = part(root, 'taken');
  const say = (sentence: string) => {
    // Emptied first: saying the same thing twice is read aloud twice only when it changed in between.
    status.textContent = '';
    status.textContent = sentence;
  };
  const on = (name: string, act: () => void) => {
    part(root, name, HTMLButtonElement).addEventListener('click', () => {
      if (desk.now.rows.length > 0) act();
      else say(said.needsRows);
    });
  };
  on('copy', () => {
    copy(toAddress(desk)).then(
      () => {
        say(said.copied);
      },
      () => {
        say(said.notCopied);
      },
    );
  });
  on('print', () => {
    print();
  });
  on('keep', () => {
    say(keep(ports));
  });
  on('markdown', () => {
    void import('./plan-sheet.ts').then(
      ({ toMarkdown }) => {
        say(save(ports, 'md', 'text/markdown', toMarkdown(desk.now, said, ports.language)));
      },
      () => {
        say(said.notSaved);
      },
    );
  });
  on('data', () => {
    say(save(ports, 'json', 'application/json', toFile(desk)));
  });
  on('calendar', () => {
    if (desk.now.session.date === undefined) {
      say(said.needsDate);
      part(root, 'date', HTMLInputElement).focus();
      return;
    }
    void import('./plan-calendar.ts').then(
      ({ toCalendar }) => {
        const origin = { id: toPlanId(desk.query), address: toAddress(desk), now: new Date() };
        say(save(ports, 'ics', 'text/calendar', toCalendar(desk.now, said, origin) ?? ''));
      },
      () => {
        say(said.notSaved);
      },
    );
  });
  part(root, 'open', HTMLInputElement).addEventListener('change', ({ target }) => {
    void open(ports, target as HTMLInputElement).then(say);
  });
}

/** The whole address of the plan, also while the address bar still has another. */
const toAddress = (desk: PlanDesk): string => {
  const address = new URL(location.pathname, location.origin);
  address.search = desk.query;
  return address.href;
};

/** Outside a secure context there is no clipboard at all; that, too, is a refusal. */
const copy = async (text: string): Promise<void> => navigator.clipboard.writeText(text);

function keep({ desk, said, language }: TakePorts): string {
  const { state } = createFavourites().add({
    subject: `plans/${toPlanId(desk.query)}`,
    title: desk.now.title ?? said.untitled,
    href: `${location.pathname}?${desk.query}`,
    language,
    kept: new Date().toISOString().slice(0, 10),
  });
  return { kept: said.kept, full: said.storageFull, blocked: said.storageBlocked }[state];
}

function toFile(desk: PlanDesk): string {
  const { laid } = desk.now;
  return toPlanFile(
    toBare(desk.now),
    desk.now.rows.map(({ row, plan }) =>
      plan.kind === 'step' ? row.subject.split('#')[1] : undefined,
    ),
    laid.rows
      .filter(({ row, dropped }) => row.phase === 'during' && !dropped)
      .map(({ row, start, now }) => ({ start: toClock(start), minutes: now, title: row.title })),
  );
}

async function open(
  { desk, said, language, reset }: TakePorts,
  input: HTMLInputElement,
): Promise<string> {
  const [chosen] = input.files ?? [];
  if (!chosen) return '';
  const file = readPlanFile(await chosen.text());
  input.value = '';
  if (!file) return said.notAPlan;
  const { rows, unread } = await lookUp(file.rows, language);
  const session = { start: defaultStart, people: toUsualPeople(rows), ...file.session };
  desk.replace({ ...(file.title === undefined ? {} : { title: file.title }), session, rows });
  desk.unread = [...file.unread, ...unread];
  reset();
  return said.opened;
}

/** Hands a text to the reader as a file, named after the plan. */
function save({ desk, said }: TakePorts, ending: string, type: string, text: string): string {
  const name = (desk.now.title ?? '')
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = `${name || said.fileName}.${ending}`;
  link.click();
  URL.revokeObjectURL(link.href);
  return fillIn(said.saved, { file: link.download });
}
