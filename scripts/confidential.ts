import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { stringify } from 'yaml';
import { createSalt, NameError, toHashed } from '../src/confidential/names.ts';
import { NamesError, noNames, readInside } from '../src/confidential/read-names.ts';
import { readHandbook } from '../src/compile/handbook.ts';
import { toText } from '../src/compile/report.ts';
import { confidentialPath, type Confidential } from '../src/model/confidential.ts';

/** Something that was asked and cannot be done; the message says what can. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
}

const usage = `npm run confidential -- add             asks for a name and keeps only its salted hash
npm run confidential -- add < names     takes a name from every line of a file
npm run confidential -- list            how many names there are, and of how many words
npm run confidential -- remove NUMBER   takes one off the list

The hashes stand in ${confidentialPath}. Who has that file can try whether a name is on it. When even that is too much,
keep a plain list outside the repository, a name a line, and name it in CONFIDENTIAL_NAMES.`;

/** Keeps the list of a project; names are read from the keyboard or a pipe, for a command line is kept in a history. */
export async function runConfidential(
  root: string,
  [command, ...rest]: readonly string[],
  readLines: () => Promise<string[]>,
): Promise<void> {
  const list = await readInside(root);
  if (command === 'add' && rest.length === 0) return addNames(root, list, await readLines());
  if (command === 'list' && rest.length === 0) {
    showList(list);
    return;
  }
  if (command === 'remove' && rest.length === 1) return removeName(root, list, Number(rest[0]));
  if (command === 'add')
    throw new RefusedError(
      'Do not write a name behind the command: your shell remembers it. Run “npm run confidential -- add”, and type it then.',
    );
  throw new RefusedError(usage);
}

async function addNames(root: string, list: Confidential, lines: readonly string[]): Promise<void> {
  const salt = list.salt === noNames.salt ? createSalt() : list.salt;
  const known = new Set(list.names.map(({ hash }) => hash));
  const added = lines
    .filter((line) => line.trim() !== '')
    .map((line) => toHashed(line, salt))
    .filter(({ hash }) => !known.has(hash) && known.add(hash));
  if (added.length === 0)
    throw new RefusedError('Nothing was added: no name, or one that is there.');
  await writeList(root, { salt, names: [...list.names, ...added] });
  const total = list.names.length + added.length;
  console.log(`Added ${String(added.length)}. ${toCount(total)} on the list.`);
  const { problems } = await readHandbook({ root });
  const found = problems.filter(({ name }) => name === 'confidential-name');
  if (found.length > 0) console.log(`\nThis stands in the texts now:\n\n${toText(found)}`);
}

function showList({ names }: Confidential): void {
  for (const [at, { words }] of names.entries())
    console.log(`name ${String(at + 1)}: ${String(words)} ${words === 1 ? 'word' : 'words'}`);
  console.log(`${toCount(names.length)} on the list. Nobody can read them back from it.`);
}

async function removeName(root: string, list: Confidential, number: number): Promise<void> {
  if (!list.names[number - 1])
    throw new RefusedError(
      `There is no name with that number. ${toCount(list.names.length)} on the list.`,
    );
  await writeList(root, { ...list, names: list.names.filter((_, at) => at !== number - 1) });
  console.log(`Removed. The names behind it have a number less now.`);
}

const toCount = (count: number): string =>
  count === 1 ? 'One name is' : `${String(count)} names are`;

const writeList = (root: string, list: Confidential): Promise<void> =>
  writeFile(
    path.join(root, confidentialPath),
    `# Names that must not appear, as salted hashes. npm run confidential -- add puts one on it.\n${stringify(list, { singleQuote: true })}`,
  );

/** What comes in through a pipe, or one name from the keyboard, which the screen does not show. */
async function readLines(): Promise<string[]> {
  const { stdin, stderr } = process;
  if (!stdin.isTTY) {
    const parts: Buffer[] = [];
    for await (const part of stdin) parts.push(part as Buffer);
    return Buffer.concat(parts).toString('utf8').split(/\r?\n/);
  }
  stderr.write('The name (it is not shown): ');
  const unseen = new Writable({
    write: (_part, _encoding, done) => {
      done();
    },
  });
  const reader = createInterface({ input: stdin, output: unseen, terminal: true });
  const name = await reader.question('');
  reader.close();
  stderr.write('\n');
  return [name];
}

if (import.meta.main) {
  try {
    await runConfidential(
      path.resolve(import.meta.dirname, '..'),
      process.argv.slice(2),
      readLines,
    );
  } catch (error) {
    const isKnown = [RefusedError, NameError, NamesError].some((kind) => error instanceof kind);
    if (!isKnown || !(error instanceof Error)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
