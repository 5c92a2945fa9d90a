import type { Gathered } from './gather.ts';
import type { TakenOverCounts } from './elsewhere.ts';
import { toExcerpt } from './table.ts';

/** What became of a text of elsewhere. */
export interface PostReport {
  title: string;
  address: string;
  /** Its id here. */
  id: string;
  /** `made`: a draft was written; `kept`: there was one; `case`: it is a case here already. */
  became: 'made' | 'kept' | 'case';
  formerAddress?: string | undefined;
  notes: readonly string[];
}

export interface Report {
  /** The file that was read, as it was named. */
  file: string;
  gathered: Gathered;
  counts: TakenOverCounts;
  posts: readonly PostReport[];
}

/** Everything that was and was not taken over, with the place in the file; no name and no address of anybody. */
export function toReport({ file, gathered, counts, posts }: Report): string {
  const { leftOut, unknown, changed } = gathered;
  return [
    '# What came from elsewhere',
    `Read from ${toExcerpt(file, 200)}.`,
    toSummary(counts, posts).map(toItem).join('\n'),
    ...section('Texts', posts.map(toPostItem)),
    ...section(
      'Pages that are nothing here',
      [...unknown].map(([page, count]) => `${toExcerpt(page, 300)}: ${count} not taken over`),
      'Their reactions were not taken over. Say what they are with --map ADDRESS=cases/ID and import again; what was taken over stays as it is.',
    ),
    ...section('Left out', toGroups(leftOut)),
    ...section(
      'Changed',
      [...changed].map(([what, count]) => `${count}: ${what}`),
    ),
    '',
  ].join('\n\n');
}

/** The numbers, a line each. */
export function toSummary(counts: TakenOverCounts, posts: readonly PostReport[]): string[] {
  const made = posts.filter(({ became }) => became === 'made').length;
  return [
    `${made} of ${posts.length} texts became a draft`,
    `${counts.published} reactions published, ${counts.waiting} waiting for a decision, ${counts.known} here already`,
  ];
}

function section(title: string, items: readonly string[], lead?: string): string[] {
  if (items.length === 0) return [];
  return [`## ${title}`, ...(lead === undefined ? [] : [lead]), items.map(toItem).join('\n')];
}

const toItem = (text: string): string => `- ${text}`;

function toPostItem({ title, address, id, became, formerAddress, notes }: PostReport): string {
  const what = {
    made: `a draft in ${id}/index.mdx`,
    kept: `the draft in ${id}/ was left as it was`,
    case: `is the case “${id}” here`,
  }[became];
  const leads = formerAddress === undefined ? '' : `; ${formerAddress} will lead there`;
  const lines = [
    `${toExcerpt(title, 120)} (${toExcerpt(address, 200)}): ${what}${leads}`,
    ...notes,
  ];
  return lines.map((line, index) => (index === 0 ? line : `  - ${toSeenLine(line)}`)).join('\n');
}

/** Notes quote the file; a report must not hold what steers a terminal. */
const toSeenLine = (line: string): string => line.replaceAll(/[\u0000-\u001f\u007f-\u009f]/g, ' ');

/** So many places are named for each reason; all of them are counted. */
const mostPlaces = 50;

const toGroups = (leftOut: Gathered['leftOut']): string[] =>
  [...Map.groupBy(leftOut, ({ why }) => why)].map(([why, all]) => {
    const places = all.slice(0, mostPlaces).map(({ place }) => place);
    const more = all.length > mostPlaces ? ` and ${all.length - mostPlaces} more` : '';
    return `${all.length}: ${toSeenLine(why)} (${places.join(', ')}${more})`;
  });
