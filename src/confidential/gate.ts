import type { Hit, Names } from './names.ts';
import { listSite, readSite, type SiteText } from './site-texts.ts';

/** A place in a site where a name stands that must not appear. */
export interface Leak {
  /** What the name is called, without telling it. */
  label: string;
  /** The file, with names in its own name made unreadable. */
  file: string;
  /** Where in the file: near which heading, or on which line. */
  near: string;
  /** How often the name stands in the file. */
  times: number;
}

/** Looks through a built site, and the names of its files, for names that must not appear. */
export async function findLeaks(folder: string, names: Names): Promise<Leak[]> {
  if (names.count === 0) return [];
  const leaks: Leak[] = [];
  for (const file of await listSite(folder))
    leaks.push(...toLeaks(names, file, names.find(file), () => 'in the name of the file'));
  for await (const text of readSite(folder)) {
    const hits = names.find(text.text, text.writing);
    leaks.push(...toLeaks(names, text.file, hits, (hit) => toNear(names, text, hit)));
  }
  return leaks;
}

/** A name is told once for each file, with how often it stands there. */
const toLeaks = (
  names: Names,
  file: string,
  hits: readonly Hit[],
  toPlace: (hit: Hit) => string,
): Leak[] =>
  [...Map.groupBy(hits, ({ label }) => label)].flatMap(([label, all]) => {
    const [first] = all;
    if (!first) return [];
    return { label, file: names.mask(file), near: toPlace(first), times: all.length };
  });

function toNear(names: Names, { text, writing }: SiteText, { start, isInTag }: Hit): string {
  const before = text.slice(0, start);
  if (writing !== 'markup') return `on line ${String(before.split('\n').length)}`;
  const said = toLastHeading(before)
    .replaceAll(/<[^>]*>|&shy;/g, '')
    .trim();
  const where = isInTag ? 'in an attribute' : 'in the text';
  return said === '' ? where : `${where}, near “${names.mask(said)}”`;
}

const toLastHeading = (html: string): string =>
  [...html.matchAll(/<h[1-6]\b[^>]*>([\s\S]*?)<\/h[1-6]>/g)].at(-1)?.[1] ?? '';

/** A site may not be published; the message tells places and never a name. */
export class LeakError extends Error {
  override readonly name = 'LeakError';

  constructor(leaks: readonly Leak[]) {
    super(
      [
        `${leaks.length === 1 ? 'A name' : 'Names'} that must not appear would have been published:`,
        ...leaks.slice(0, mostTold).map(toLine),
        ...(leaks.length > mostTold ? [`  … and ${String(leaks.length - mostTold)} more`] : []),
        'Take the name out of the text, or out of what readers said. npm run check shows where it stands in content/.',
        'Is it not confidential any more? npm run confidential -- remove NUMBER. What was built last is still there.',
      ].join('\n'),
    );
  }
}

const mostTold = 40;

const toLine = ({ label, file, near, times }: Leak): string =>
  `  ${label}  ${file}, ${near}${times > 1 ? ` (${String(times)} times)` : ''}`;

/** Stops what would publish a name that must not appear. */
export async function refuseLeaks(folder: string, names: Names): Promise<void> {
  const leaks = await findLeaks(folder, names);
  if (leaks.length > 0) throw new LeakError(leaks);
}
