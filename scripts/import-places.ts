import type { Compiled } from '../src/compile/compile-file.ts';
import type { ForeignPage } from '../src/discussion/carry/elsewhere.ts';
import type { Subject } from '../src/model/subject.ts';
import { toKnownSubjects, readAddress } from '../src/model/subject-address.ts';

/** What pages of elsewhere are here. */
export interface Places {
  find: (page: ForeignPage) => Subject | undefined;
  /** The case that has this id. */
  findCase: (id: string) => Subject | undefined;
  /** An id for a new case that no other has: this one, or this one with a number. */
  take: (id: string) => string;
}

/**
 * Finds pages of elsewhere by what somebody said they are, by the addresses a case says it had, and by the addresses of
 * this handbook itself: a discussion may come from comments on the very same pages.
 */
export function toPlaces(files: readonly Compiled[], map: ReadonlyMap<string, Subject>): Places {
  const entries = (collection: Compiled['collection']) =>
    files
      .filter((file) => file.collection === collection)
      .map(({ id, formerIds, entry }) => ({
        ...{ id, formerIds },
        steps: entry && 'steps' in entry ? entry.steps : [],
      }));
  const cases = entries('cases');
  const known = toKnownSubjects({ cases, practices: entries('practices') });
  const former = new Map(
    files.flatMap(({ id, entry }) =>
      entry && 'formerAddresses' in entry
        ? entry.formerAddresses.map((address) => [address, `cases/${id}`] as const)
        : [],
    ),
  );
  const said = new Map([...map].map(([address, subject]) => [toPath(address), subject]));
  const taken = new Set(cases.map(({ id }) => id));
  return {
    find: ({ address, slug = '' }) => {
      const path = toPath(address);
      return (
        (path === '/' ? undefined : (said.get(path) ?? former.get(path))) ??
        map.get(address) ??
        map.get(slug) ??
        readAddress(address, known)
      );
    },
    findCase: (id) => (cases.some((one) => one.id === id) ? `cases/${id}` : undefined),
    take: (id) => {
      let free = id;
      for (let count = 2; taken.has(free); count += 1) free = `${id}-${count}`;
      taken.add(free);
      return free;
    },
  };
}

/** An address as a path: sites move, and are reached with and without a slash at the end. */
function toPath(address: string): string {
  const path = URL.parse(address, 'https://elders.invalid')?.pathname ?? '';
  try {
    return decodeURIComponent(path).normalize().replace(/\/?$/, '/');
  } catch {
    return path;
  }
}
