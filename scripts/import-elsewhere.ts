import { createReadStream, existsSync } from 'node:fs';
import { copyFileSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { parse } from 'yaml';
import { readHandbook } from '../src/compile/handbook.ts';
import { readDisqus } from '../src/discussion/carry/disqus.ts';
import { toCaseId, toDraft, toFormerAddress } from '../src/discussion/carry/draft.ts';
import type { Foreign, ForeignPost } from '../src/discussion/carry/elsewhere.ts';
import type { TakenOverCounts } from '../src/discussion/carry/elsewhere.ts';
import { gather, type Gathered } from '../src/discussion/carry/gather.ts';
import { readIsso } from '../src/discussion/carry/isso.ts';
import { toReport, toSummary, type PostReport } from '../src/discussion/carry/report.ts';
import { CarryError } from '../src/discussion/carry/table.ts';
import { readWordPress } from '../src/discussion/carry/wordpress.ts';
import { openStore, type Keeping } from '../src/discussion/keeping.ts';
import { Handbook } from '../src/model/handbook.ts';
import type { Subject } from '../src/model/subject.ts';
import { createFindPicture } from './import-pictures.ts';
import type { ImportOrder } from './import-order.ts';
import { toPlaces, type Places } from './import-places.ts';

export interface ImportPlace {
  /** The folder of the handbook. */
  root: string;
  keeping: Keeping;
  now: () => Date;
}

/**
 * Takes over what was said, and written, elsewhere. First everything is read, and drafts are put aside; then comments
 * are kept, all at once; only then do the drafts come to stand where they belong. What fails leaves nothing behind.
 */
export async function importElsewhere(order: ImportOrder, place: ImportPlace): Promise<string> {
  const { settings, places } = await readProject(order, place.root);
  const aside = path.join(order.to, `.import-${process.pid}`);
  const posts: PostReport[] = [];
  const findPicture = createFindPicture(order.uploads);
  try {
    const gathered = await gather(read(order), {
      ...{ settings, language: order.language, role: order.role },
      publish: order.publishAs !== undefined,
      find: (page) => places.find(page),
      onPost: (post) => {
        const [report, subject] = putAside(post, { places, order, aside, findPicture });
        posts.push(report);
        return subject;
      },
    });
    const counts = await keep(gathered, order, place);
    for (const { id, became } of posts)
      if (became === 'made') renameSync(path.join(aside, id), path.join(order.to, id));
    return tell(order, { gathered, counts, posts });
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

async function readProject(order: ImportOrder, root: string) {
  const text = await readFile(path.join(root, 'content/handbook.yml'), 'utf8');
  const settings = Handbook.parse(parse(text)).discussion;
  if (order.role !== undefined && !settings.roles.some(({ id }) => id === order.role))
    throw new CarryError(
      `“${order.role}” is no role of this handbook. Its roles are ${settings.roles.map(({ id }) => id).join(', ')}.`,
    );
  for (const needed of [order.file, order.uploads])
    if (needed !== undefined && !existsSync(needed))
      throw new CarryError(`${needed} is not there.`);
  const { files } = await readHandbook({ root });
  return { settings, places: toPlaces(files, order.map) };
}

function read({ source, file }: ImportOrder): AsyncIterable<Foreign> | Iterable<Foreign> {
  if (source === 'isso') return readIsso(file);
  const chunks = createReadStream(file);
  return source === 'wordpress' ? readWordPress(chunks) : readDisqus(chunks);
}

interface Aside {
  places: Places;
  order: ImportOrder;
  aside: string;
  findPicture: (address: string) => string | undefined;
}

/** Makes a draft of a post that is no case here, and writes it where nobody sees it yet. */
function putAside(
  post: ForeignPost,
  { places, order, aside, findPicture }: Aside,
): [PostReport, Subject] {
  const { title, address } = post;
  // Without an address to know it by, a text is the case that has its id.
  const known =
    places.find(post) ??
    (toFormerAddress(address) === undefined ? places.findCase(toCaseId(post)) : undefined);
  if (known !== undefined) return [{ title, address, id: known, became: 'case', notes: [] }, known];
  const id = places.take(toCaseId(post));
  const subject: Subject = `cases/${id}`;
  if (existsSync(path.join(order.to, id)))
    return [{ title, address, id, became: 'kept', notes: [] }, subject];
  const draft = toDraft(post, { id, hasImage: (image) => findPicture(image) !== undefined });
  const folder = path.join(aside, id);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'index.mdx'), draft.text);
  for (const image of draft.images) {
    const file = findPicture(image.address);
    if (file !== undefined) copyFileSync(file, path.join(folder, image.name));
  }
  const { formerAddress, notes } = draft;
  return [{ title, address, id, became: 'made', formerAddress, notes }, subject];
}

async function keep(
  { comments }: Gathered,
  { publishAs = '' }: ImportOrder,
  { keeping, now }: ImportPlace,
): Promise<TakenOverCounts> {
  if (comments.length === 0) return { waiting: 0, published: 0, known: 0 };
  const store = await openStore(keeping);
  try {
    return await store.takeOver(comments, { role: publishAs, at: now() });
  } finally {
    await store.close();
  }
}

function tell(
  { file, to }: ImportOrder,
  { gathered, counts, posts }: { gathered: Gathered; counts: TakenOverCounts; posts: PostReport[] },
): string {
  const report = path.join(to, 'import-report.md');
  mkdirSync(to, { recursive: true });
  writeFileSync(report, toReport({ file: path.basename(file), gathered, counts, posts }));
  const missed =
    gathered.leftOut.length + [...gathered.unknown.values()].reduce((a, b) => a + b, 0);
  return [
    ...toSummary(counts, posts).map((line) => `${line}.`),
    `${missed} things were not taken over. ${report} tells what, and where it stands in the file.`,
  ].join('\n');
}
