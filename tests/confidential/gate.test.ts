import { gzipSync } from 'node:zlib';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { findLeaks, LeakError, refuseLeaks } from '../../src/confidential/gate.ts';
import { createSalt, openNames, toHashed } from '../../src/confidential/names.ts';
import { NamesError, readNames } from '../../src/confidential/read-names.ts';
import { writeHandbook } from '../compile/write-handbook.ts';

const secret = 'Vériton Advies';
const salt = createSalt();
const names = openNames([
  { list: { salt, names: [toHashed(secret, salt)] }, toLabel: (at) => `name ${String(at + 1)}` },
]);

/** A PDF of one line, as small as one can be. */
function toPdf(line: string): Buffer {
  const stream = `BT /F1 12 Tf 20 20 Td (${line}) Tj ET`;
  return Buffer.from(
    `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 50]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj
4 0 obj<</Length ${String(stream.length)}>>stream
${stream}
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R>>
`,
    'latin1',
  );
}

const page = (body: string) => `<!doctype html><h2>De <b>check-in</b></h2>${body}`;

it.each<[what: string, file: string, bytes: string | Uint8Array, near: string]>([
  ['the text of a page', 'a/index.html', page('<p>Van Veriton <i>Advies</i>.</p>'), 'De check-in'],
  ['a description', 'a/index.html', page('<img alt="Veriton Advies">'), 'in an attribute'],
  ['the name of a file', 'kaarten/veriton-advies.png', 'x', 'in the name of the file'],
  ['data', 'lijst.json', JSON.stringify({ a: 'VÉRITON ADVIES' }), 'on line 1'],
  ['escaped data', 'lijst.json', '{"a":"V\\u00e9riton Advies"}', 'on line 1'],
  [
    'the search index',
    'search-index/0a1b2c/nl/page-1.json',
    JSON.stringify({ passages: [['', '', 'Met Veriton Advies']] }),
    'on line 1',
  ],
  ['a packed file', 'a.json.gz', gzipSync('{"a":"Veriton Advies"}'), 'on line 1'],
  ['a feed', 'feed.atom', '<title>Veriton Advies’ nee</title>', 'in the text'],
  [
    'a card',
    'kaarten/check-in.svg',
    '<svg><text>Veriton</text><text>Advies</text></svg>',
    'in the text',
  ],
  ['a PDF', 'kaarten/check-in.pdf', toPdf('Met Veriton Advies'), 'on line 1'],
  ['a calendar', 'plan.ics', 'SUMMARY:Veri\r\n ton Advies', 'on line 1'],
])('a name in %s stops publication', async (_what, file, bytes, near) => {
  const root = await writeHandbook({});
  await mkdir(path.dirname(path.join(root, file)), { recursive: true });
  await writeFile(path.join(root, file), bytes);
  const leaks = await findLeaks(root, names);
  expect(leaks).toHaveLength(1);
  expect(leaks[0]).toMatchObject({ label: 'name 1', times: 1 });
  expect(leaks[0]?.near).toContain(near);
  const error = await refuseLeaks(root, names).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(LeakError);
  // The message is for everybody who may read a log: it tells the place, and never the name.
  expect(names.find((error as LeakError).message)).toEqual([]);
});

it('a clean site passes, and so does any site when there is no list', async () => {
  const root = await writeHandbook({ 'index.html': page('<p>Niemand.</p>') });
  expect(await findLeaks(root, names)).toEqual([]);
  await writeFile(path.join(root, 'index.html'), page(secret));
  const none = await readNames({ root, environment: {} });
  await refuseLeaks(root, none);
});

it('a name may stand in a list outside the repository, and a list that is gone stops everything', async () => {
  const root = await writeHandbook({ 'buiten/namen.txt': `\n${secret}\n`, 'site/a.txt': secret });
  const environment = { CONFIDENTIAL_NAMES: 'buiten/namen.txt' };
  const leaks = await findLeaks(path.join(root, 'site'), await readNames({ root, environment }));
  expect(leaks.map(({ label }) => label)).toEqual(['line 2 of the list outside']);
  await expect(readNames({ root, environment: { CONFIDENTIAL_NAMES: 'weg.txt' } })).rejects.toThrow(
    NamesError,
  );
});

it('a list that cannot be read stops everything too', async () => {
  const root = await writeHandbook({ 'content/confidential.yml': 'salt: abc\n' });
  await expect(readNames({ root, environment: {} })).rejects.toThrow('npm run check');
});
