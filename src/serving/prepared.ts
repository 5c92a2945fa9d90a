import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FoundFile } from './file.ts';
import type { Memory } from './memory.ts';

/** Answers that were given before, ready to be given again without asking anything but whether the file is the same. */
export interface Prepared {
  /** Gives the answer this request got before; says no when there was none, or the file is another one by now. */
  give: (request: IncomingMessage, response: ServerResponse) => boolean;
  /** Remembers what a request was answered with. */
  keep: (request: IncomingMessage, file: FoundFile, head: Readonly<Record<string, string>>) => void;
}

interface Answer {
  path: string;
  size: number;
  changed: number;
  /** Names and values by turns, as Node writes them fastest. */
  head: string[];
}

/** How many answers, and for addresses of how many signs: somebody could ask for one page in endless ways. */
const [most, longest] = [4000, 300];

export function createPrepared(recall: Memory['recall']): Prepared {
  const known = new Map<string, Answer>();
  return {
    give: (request, response) => {
      if (!isPlain(request)) return false;
      const answer = known.get(toKey(request));
      const file = answer && recall(answer.path);
      if (file?.size !== answer?.size || file?.changed !== answer?.changed) return false;
      if (answer === undefined || file === undefined) return false;
      response.writeHead(200, answer.head);
      response.end(file.content);
      return true;
    },
    keep: (request, { path, size, changed, content }, head) => {
      const key = toKey(request);
      if (!isPlain(request) || !Buffer.isBuffer(content) || key.length > longest) return;
      if (known.size >= most) known.clear();
      known.set(key, { path, size, changed, head: Object.entries(head).flat() });
    },
  };
}

/** What most requests are: for a page nobody has yet. Addresses with a query are for whoever reads it. */
const isPlain = ({ method, headers, url = '' }: IncomingMessage): boolean =>
  method === 'GET' && headers['if-none-match'] === undefined && !url.includes('?');

const toKey = ({ url = '', headers }: IncomingMessage): string =>
  `${url} ${headers['accept-encoding'] ?? ''}`;
