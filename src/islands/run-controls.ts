import type { RunView } from './run-keep.ts';
import { readRunKey, type RunKey } from './run-keys.ts';
import type { RunParts } from './run-parts.ts';

/** What a trainer can do, wherever the press or the key came from. */
export interface RunActs extends Record<RunKey, () => void> {
  begin(): void;
  advance(isAutomatic: boolean): void;
  view(view: RunView): void;
  /** Throws the session away and leads to its begin. */
  forget(): void;
  save(): void;
}

/** Connects every control with what it does. */
export function wireRun(parts: RunParts, acts: RunActs): void {
  for (const name of ['begin', 'pause', 'next', 'back', 'more', 'save'] as const) {
    parts.on(name, () => {
      acts[name]();
    });
  }
  parts.on('report-back', () => {
    acts.back();
  });
  for (const view of ['facilitator', 'room'] as const) {
    parts.on(view, () => {
      acts.view(view);
    });
  }
  // A press with a mouse leaves the focus nowhere, so that the space bar goes on meaning pause.
  for (const name of ['controls', 'views']) {
    parts.get(name).addEventListener('mousedown', (event) => {
      event.preventDefault();
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    });
  }
  const settings = parts.get('settings');
  settings.addEventListener('click', () => {
    const isOpen = settings.getAttribute('aria-expanded') === 'true';
    settings.setAttribute('aria-expanded', String(!isOpen));
    parts.show('settings-panel', !isOpen);
  });
  const automatic = parts.get('automatic', HTMLInputElement);
  automatic.addEventListener('change', () => {
    acts.advance(automatic.checked);
  });
  const ask = (isAsked: boolean) => {
    parts.show('restart-sure', isAsked);
    parts.get(isAsked ? 'restart-no' : 'restart').focus();
  };
  parts.on('restart', () => {
    ask(true);
  });
  parts.on('restart-no', () => {
    ask(false);
  });
  for (const name of ['restart-yes', 'again']) {
    parts.on(name, () => {
      parts.show('restart-sure', false);
      acts.forget();
    });
  }
}

/** Lets the way back lead to the plan as it was when it was left: for as many people, and as much time. */
export function linkBack(
  root: HTMLElement,
  { search, hash }: Pick<Location, 'search' | 'hash'>,
): void {
  for (const link of root.querySelectorAll<HTMLAnchorElement>('a[data-run=to-guide]')) {
    link.search = search;
    link.hash = hash;
  }
}

/** Listens to the keys while a session runs; gives the way to stop. */
export function listenToKeys(acts: RunActs, isRunning: () => boolean): () => void {
  const press = (event: KeyboardEvent) => {
    const key = isRunning() ? readRunKey(event) : undefined;
    if (!key) return;
    event.preventDefault();
    acts[key]();
  };
  document.addEventListener('keydown', press);
  return () => {
    document.removeEventListener('keydown', press);
  };
}
