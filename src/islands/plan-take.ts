import { part } from './find.ts';
import type { PlanDesk } from './plan-desk.ts';
import type { TakePorts } from './plan-files.ts';

/**
 * Lets a reader copy the link, print, keep the plan among favourites, and write or read it as a file. What only some
 * do is fetched when they do it.
 */
export function startTaking(ports: TakePorts): void {
  const { root, desk, said } = ports;
  const status = part(root, 'taken');
  const say = (sentence: string) => {
    // Emptied first: saying the same thing twice is read aloud twice only when it changed in between.
    status.textContent = '';
    status.textContent = sentence;
  };
  const sayLater = (saying: Promise<string>) => {
    saying.then(say, () => {
      say(said.notSaved);
    });
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
  const files = () => import('./plan-files.ts');
  on('keep', () => {
    sayLater(files().then(({ keepPlan }) => keepPlan(ports)));
  });
  on('markdown', () => {
    sayLater(files().then(({ saveMarkdown }) => saveMarkdown(ports)));
  });
  on('data', () => {
    sayLater(files().then(({ saveData }) => saveData(ports)));
  });
  on('calendar', () => {
    if (desk.now.session.date === undefined) {
      say(said.needsDate);
      part(root, 'date', HTMLInputElement).focus();
      return;
    }
    sayLater(files().then(({ saveCalendar }) => saveCalendar(ports, toAddress(desk))));
  });
  part(root, 'open', HTMLInputElement).addEventListener('change', ({ target }) => {
    sayLater(files().then(({ openFile }) => openFile(ports, target as HTMLInputElement)));
  });
}

/** The whole address of the plan, also while the address bar still has another. */
function toAddress(desk: PlanDesk): string {
  const address = new URL(location.pathname, location.origin);
  address.search = desk.query;
  return address.href;
}

/** Outside a secure context there is no clipboard at all; that, too, is a refusal. */
const copy = async (text: string): Promise<void> => navigator.clipboard.writeText(text);
