import { createHash } from 'node:crypto';
import { copyFile, link, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Below this size a compressed copy saves nothing. */
const leastBytes = 1024;
/** Files compressed at the same time: zlib has four threads. */
const atOnce = 8;

/**
 * Writes a `.br` and a `.gz` beside every text file of a built site, so that a server only has to send them. They are
 * kept in `cache` by the digest of the file: of a site that is built again, most files are what they were. Files that
 * come while `writing` are compressed after it.
 */
export async function compressSite(
  folder: string,
  cache: string,
  writing: Promise<unknown> = Promise.resolve(),
): Promise<void> {
  await mkdir(cache, { recursive: true });
  const known = new Set(await readdir(cache));
  const used = new Map<string, Promise<void>>();
  const seen = new Set<string>();
  const compressNew = async () => {
    const files = (await listText(folder)).filter((file) => !seen.has(file));
    for (const file of files) seen.add(file);
    const queue = files.values();
    await Promise.all(
      Array.from({ length: atOnce }, async () => {
        for (const file of queue) await compress(file, { cache, known, used });
      }),
    );
  };
  await compressNew();
  await writing;
  await compressNew();
  for (const name of known) if (!used.has(name)) await rm(path.join(cache, name), { force: true });
}

async function listText(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter(
      (entry) =>
        entry.isFile() && /\.(html|css|js|svg|xml|atom|json|md|txt|webmanifest)$/.test(entry.name),
    )
    .map((entry) => path.join(entry.parentPath, entry.name));
}

interface Cache {
  cache: string;
  /** What was in it at first. */
  known: ReadonlySet<string>;
  /** What this site needs of it; two files that are the same are compressed once. */
  used: Map<string, Promise<void>>;
}

async function compress(file: string, { cache, known, used }: Cache): Promise<void> {
  const bytes = await readFile(file);
  if (bytes.length < leastBytes) return;
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
  for (const [ending, pack] of packings) {
    const name = `${digest}${ending}`;
    const kept = path.join(cache, name);
    const isKept = known.has(name);
    const keeping =
      used.get(name) ?? (isKept ? done : pack(bytes).then((packed) => writeWhole(kept, packed)));
    used.set(name, keeping);
    await keeping;
    await linkOrCopy(kept, `${file}${ending}`);
  }
}

const done = Promise.resolve();

const packings = [
  ['.br', (bytes: Buffer) => brotli(bytes, { params: toParams(bytes.length) })],
  ['.gz', (bytes: Buffer) => zip(bytes, { level: 9 })],
] as const;

const toParams = (length: number) => ({
  [constants.BROTLI_PARAM_QUALITY]: 9,
  [constants.BROTLI_PARAM_SIZE_HINT]: length,
  // A window just as large as the file: clearing a larger one takes longer than compressing.
  [constants.BROTLI_PARAM_LGWIN]: Math.min(22, Math.max(16, Math.ceil(Math.log2(length)))),
});

/** A build that is broken off leaves no half file under a name that promises a whole one. */
async function writeWhole(file: string, bytes: Buffer): Promise<void> {
  const unfinished = `${file}.${process.pid}.new`;
  await writeFile(unfinished, bytes);
  await rename(unfinished, file);
}

/** A link costs nothing; a cache on another disk is copied from. */
async function linkOrCopy(from: string, to: string): Promise<void> {
  await link(from, to).catch(() => copyFile(from, to));
}
