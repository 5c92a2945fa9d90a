export type RunKey = 'pause' | 'next' | 'back' | 'more';

const keys: Record<string, RunKey> = {
  ' ': 'pause',
  ArrowRight: 'next',
  ArrowLeft: 'back',
  '+': 'more',
};

/** What a key means for the clock; nothing when it is meant for the control that has the focus. */
export function readRunKey(event: KeyboardEvent): RunKey | undefined {
  const { key, repeat, ctrlKey, altKey, metaKey, target } = event;
  if (event.defaultPrevented || repeat || ctrlKey || altKey || metaKey) return undefined;
  const isIn = (selector: string) => target instanceof Element && target.closest(selector) !== null;
  if (isIn('input:not([type=checkbox]), select, textarea, [contenteditable]')) return undefined;
  if (key === ' ' && isIn('button, a, summary, input')) return undefined;
  return keys[key];
}
