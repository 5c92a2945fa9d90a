import type { GuideData, GuideRow } from './guide-row.ts';

/** What participants may read of a row: when, what it is called, how they will sit, and what is written down. */
export type HandOutRow = Pick<
  GuideRow,
  'id' | 'title' | 'minutes' | 'perPerson' | 'posture' | 'notes' | 'lewis'
>;

/** A session plan for participants. */
export interface HandOut extends Pick<
  GuideData,
  'id' | 'language' | 'title' | 'people' | 'group' | 'question'
> {
  rows: (HandOutRow & { skip?: number | undefined; materials: []; phase: 'during' })[];
}

/**
 * Takes out of a session plan what only the facilitator should read: questions to ask, lines to say, heat, who leads,
 * what may be skipped and what is lost, voices, headings of the story. What is taken along is named one by one, so that
 * a field added later stays with the facilitator.
 */
export function toHandOut({
  id,
  language,
  title,
  people,
  group,
  question,
  rows,
}: GuideData): HandOut {
  return {
    id,
    language,
    title,
    people,
    group,
    ...(question === undefined ? {} : { question }),
    rows: rows
      .filter(({ phase }) => phase === 'during')
      .map((row) => ({
        id: row.id,
        title: row.title,
        minutes: row.minutes,
        perPerson: row.perPerson,
        posture: row.posture,
        notes: row.notes,
        // The order in which parts go is needed to follow the time; why they go is not told.
        ...(row.skip === undefined ? {} : { skip: row.skip }),
        ...(row.lewis === undefined ? {} : { lewis: row.lewis }),
        materials: [] as [],
        phase: 'during' as const,
      })),
  };
}
