/** A sentence for one thing and for more of them, with `{n}` for how many. */
export interface Counted {
  one: string;
  many: string;
}

type ByName = Readonly<Record<string, string>>;

/** The sentences a page of the desk brings along, besides those of every form. */
export interface DeskSentences {
  /** What was done, by what it was. */
  done: Readonly<Record<string, Counted>>;
  /** Why one contribution was left as it is. */
  failed: ByName;
  problems: ByName;
  /** What was decided, of one. */
  verdicts: ByName;
  states: ByName;
  rungs: ByName;
  /** What somebody is who decides. */
  accounts: ByName;
  ages: Readonly<Record<'minutes' | 'hours' | 'days', Counted>>;
  waiting: Counted;
  /** With `{age}` for how long. */
  oldest: string;
  /** How many minutes something can still be undone. */
  left: Counted;
  more: Counted;
  /** How many wait that are not in the list yet. */
  later: Counted;
}

/** The sentence for so many. */
export const toCounted = ({ one, many }: Counted, count: number): string =>
  (count === 1 ? one : many).replace('{n}', String(count));

/** How long ago something was, in the largest unit there are two of. */
export function toAge({ ages }: Pick<DeskSentences, 'ages'>, milliseconds: number): string {
  const minutes = Math.max(0, Math.floor(milliseconds / 60_000));
  if (minutes < 120) return toCounted(ages.minutes, minutes);
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return toCounted(ages.hours, hours);
  return toCounted(ages.days, Math.floor(hours / 24));
}
