import { parseArgs } from 'node:util';
import { Language } from '../src/model/language.ts';
import { readSubject, type Subject } from '../src/model/subject.ts';
import { toWords } from '../src/words/index.ts';

export const sources = ['wordpress', 'disqus', 'isso'] as const;

/** What is taken over, and how. */
export interface ImportOrder {
  source: (typeof sources)[number];
  file: string;
  /** The folder for drafts and the report. */
  to: string;
  uploads?: string | undefined;
  language: Language;
  /** What pages of elsewhere are here, by address. */
  map: ReadonlyMap<string, Subject>;
  role?: string | undefined;
  /** The role that publishes; without one everything waits. */
  publishAs?: string | undefined;
}

export const importUsage = [
  'npm run import -- <wordpress | disqus | isso> FILE',
  '  wordpress          an export (WXR): posts become drafts of cases, comments wait for a decision',
  '  disqus, isso       comments only; FILE is the export, or the database of Isso',
  '  --uploads FOLDER   a copy of wp-content/uploads: its pictures come along',
  '  --to FOLDER        where drafts and import-report.md go; “drafts” when left out',
  '  --map ADDRESS=cases/ID   what a page of elsewhere is here; may be said more than once',
  '  --language nl|en   the language of the comments; nl when left out',
  '  --role ID          the role of whoever has no name here, when all had the same',
  '  --publish          what was shown there is shown here at once; --as names the role that decides it',
  'Running it twice changes nothing: what was taken over before is known. Nothing is fetched from anywhere.',
].join('\n');

/** Reads what was typed; nothing when it is not one of these. */
export function readImportOrder(typed: readonly string[]): ImportOrder | undefined {
  const read = readTyped(typed);
  if (read === undefined) return undefined;
  const { positionals, values } = read;
  const [named, file, ...rest] = positionals;
  const source = sources.find((one) => one === named);
  const language = Language.safeParse(values.language).data;
  const map = readMap(values.map);
  if (source === undefined || file === undefined || rest.length > 0) return undefined;
  if (language === undefined || map === undefined) return undefined;
  if (values.as !== undefined && !values.publish) return undefined;
  return {
    ...{ source, file, to: values.to, uploads: values.uploads, language, map, role: values.role },
    publishAs: values.publish ? (values.as ?? toWords('nl').desk.role) : undefined,
  };
}

function readTyped(typed: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...typed],
      allowPositionals: true,
      options: {
        ...{ uploads: text, role: text, as: text },
        to: { ...text, default: 'drafts' },
        language: { ...text, default: 'nl' },
        map: { ...text, multiple: true, default: [] },
        publish: { type: 'boolean', default: false },
      },
    });
  } catch {
    return undefined;
  }
}

function readMap(typed: readonly string[]): Map<string, Subject> | undefined {
  const pairs = typed.map((text) => {
    const at = text.lastIndexOf('=');
    return [text.slice(0, at), text.slice(at + 1)] as const;
  });
  const isMap = pairs.every(([address, subject]) => address !== '' && readSubject(subject));
  return isMap ? new Map(pairs) : undefined;
}
