import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importElsewhere } from '../../scripts/import-elsewhere.ts';
import { readImportOrder, type ImportOrder } from '../../scripts/import-order.ts';
import { readHandbook } from '../../src/compile/handbook.ts';
import { createStore, openStore, type Keeping } from '../../src/discussion/keeping.ts';
import { goodHandbook, writeHandbook } from '../compile/write-handbook.ts';
import { start } from '../discussion/drafts.ts';
import { makeIsso, toDisqus, toWxr, type WordPressComment } from '../discussion/elsewhere.ts';
import { startPostgres, type PostgresServer } from '../discussion/postgres-server.ts';

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

/** A handbook with an empty discussion beside it, and something to take over. */
async function begin(file: string, contents: string, kind: Keeping['kind'] = 'sqlite') {
  const root = await writeHandbook({ ...goodHandbook, [file]: contents });
  const keeping: Keeping =
    kind === 'sqlite'
      ? { kind, file: path.join(root, 'data/discussion.db') }
      : { kind, address: server.createDatabase() };
  await createStore(keeping, start);
  const to = path.join(root, 'drafts');
  const take = (...typed: string[]) => {
    const order = readImportOrder([
      file === 'in.xml' ? 'wordpress' : 'disqus',
      path.join(root, file),
      '--to',
      to,
      ...typed,
    ]);
    if (order === undefined) throw new Error('This is no order.');
    return importElsewhere(order, { root, keeping, now: () => start });
  };
  return { root, keeping, to, take };
}

async function readAll(keeping: Keeping) {
  const store = await openStore(keeping);
  try {
    return {
      waiting: await store.listPending(),
      said: await store.listSaid(),
      email: store.findEmail,
    };
  } finally {
    await store.close();
  }
}

const fiftyPosts = Array.from({ length: 50 }, (_, index) => ({
  id: 1000 + index,
  comments: Array.from({ length: 6 }, (__, n): WordPressComment => ({
    id: 100 * (index + 1) + n,
    ...(n > 0 ? { parent: 100 * (index + 1) + n - 1 } : {}),
  })),
}));

describe('taking over a blog', () => {
  it.each(['sqlite', 'postgres'] as const)(
    'keeps 50 posts and 300 comments in %s, once',
    async (kind) => {
      const { root, keeping, to, take } = await begin('in.xml', toWxr(fiftyPosts), kind);
      expect(await take()).toContain(
        '50 of 50 texts became a draft.\n0 reactions published, 300 waiting',
      );
      const { waiting } = await readAll(keeping);
      expect(waiting).toHaveLength(300);
      expect(waiting.filter(({ to: above }) => above !== undefined)).toHaveLength(250);
      expect(waiting.find(({ words }) => words === 'Reactie 100')).toMatchObject({
        ...{ stance: 'unstated', subject: 'cases/bericht-1000', name: 'Sanne', language: 'nl' },
        sent: '2019-05-02T08:00:40.000Z',
      });
      // What somebody wrote in a draft stays, and what is known stays what it became.
      const draft = path.join(to, 'bericht-1000/index.mdx');
      writeFileSync(draft, 'Van mij');
      expect(await take('--publish')).toContain(
        '0 of 50 texts became a draft.\n0 reactions published, 0 waiting for a decision, 300 here already',
      );
      expect(readFileSync(draft, 'utf8')).toBe('Van mij');
      expect((await readAll(keeping)).waiting).toHaveLength(300);
      expect(readdirSync(to).filter((name) => name.startsWith('.'))).toEqual([]);
      const written = readdirSync(to, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'utf8'))
        .join('\n');
      expect(written).not.toMatch(/sanne|203\.0\.113|@/i);
      expect(root).not.toBe('');
    },
  );

  it('publishes what was shown there, by a role, when asked; e-mail stays where nobody reads it', async () => {
    const wxr = toWxr([{ id: 1, comments: [{ id: 11 }, { id: 12, approved: '0' }] }]);
    const { keeping, take } = await begin('in.xml', wxr);
    expect(await take('--publish', '--as', 'begeleider')).toContain(
      '1 reactions published, 1 waiting',
    );
    const store = await openStore(keeping);
    const [said] = await store.listSaid();
    expect(said).toMatchObject({
      ...{ stance: 'unstated', html: '<p>Reactie 11</p>', sent: '2019-05-02T08:00:11.000Z' },
      decisions: [{ as: 'publish', by: 'begeleider', at: start.toISOString() }],
    });
    expect(JSON.stringify(said)).not.toContain('@');
    expect(await store.findEmail(said?.id ?? '')).toBe('sanne@voorbeeld.nl');
    await store.close();
  });

  it('makes drafts that are cases once what they cannot know is filled in, and are led to from where they stood', async () => {
    const html =
      '<!-- wp:paragraph --><p>Twee teams {en} één vraag: 1 &lt; 2. Dit is genoeg om samen te vatten.</p><figure><img src="https://oud.voorbeeld.nl/wp-content/uploads/2019/05/kring-300x200.png" alt="De kring"/></figure><h2>import dit</h2><p>import x from "y"</p><iframe src="https://video.nl"></iframe>';
    const { root, to, take } = await begin(
      'in.xml',
      toWxr([{ id: 1, title: 'Twee: teams', html, comments: [{ id: 11 }] }]),
    );
    const uploads = path.join(root, 'uploads');
    mkdirSync(path.join(uploads, '2019/05'), { recursive: true });
    writeFileSync(path.join(uploads, '2019/05/kring.png'), png);
    await take('--uploads', uploads);
    const report = readFileSync(path.join(to, 'import-report.md'), 'utf8');
    expect(report).toContain('Left out: <iframe> of https://video.nl.');
    const from = path.join(to, 'bericht-1');
    const draft = readFileSync(path.join(from, 'index.mdx'), 'utf8');
    expect(draft.split('\n---\n')[0]).toMatchInlineSnapshot(`
      "---
      title: "Twee: teams"
      short: "Twee: teams"
      summary: "Twee teams {en} één vraag: 1 < 2. Dit is genoeg om samen te vatten."
      published: 2019-05-01
      topics:
        - Samenwerken
      formerAddresses:
        - /2019/05/bericht-1/
      # Of elsewhere, so these are not known here. Fill them in, then move this folder to content/nl/cases/.
      # status: real: it happened; exercise: made up to practise with, and marked so everywhere.
      # sector: The line of work.
      # moment: The natural moment in the relation, like the renewal of a contract.
      # occasion: What set this in motion.
      # initiative: Who asked for the meeting, and who was invited.
      # tension: How much tension there was at the start: 0 none, 3 open conflict.
      # interdependent: Whether the parties need each other for a good result.
      # parties: The parties, and the voices that were missing.
      # people: How many people took part, the facilitator not counted.
      # inTheRoom: Who was in the room, in words that give nobody away.
      # facilitator: How the facilitator was related to the parties.
      # fits: When this way of working fits.
      # cautions: What did not work, or who should not use this. Shown above the steps."
    `);
    const there = path.join(root, 'content/nl/cases/bericht-1');
    cpSync(from, there, { recursive: true });
    const find = async () =>
      (await readHandbook({ root, cache: false })).problems.map(
        ({ name, file }) => `${name} ${file}`,
      );
    expect(new Set(await find())).toEqual(
      new Set(['missing-field content/nl/cases/bericht-1/index.mdx']),
    );
    const facts = (goodHandbook['content/nl/cases/sla/index.mdx'] ?? '')
      .split('\n')
      .slice(4, 20)
      .filter((line) => !line.startsWith('published'))
      .join('\n');
    writeFileSync(path.join(there, 'index.mdx'), draft.replace('\n---\n', `\n${facts}\n---\n`));
    expect(await find()).toEqual([]);
    // Coming back later, new comments go to the case itself.
    expect(await take()).toContain('0 of 1 texts became a draft');
    expect(readFileSync(path.join(to, 'import-report.md'), 'utf8')).toContain(
      'is the case “cases/bericht-1” here',
    );
  });

  it('takes pictures only from the folder it was given, and only pictures', async () => {
    const image = (name: string) =>
      `<img src="https://oud.voorbeeld.nl/wp-content/uploads/${name}" alt="x">`;
    const names = [
      '../geheim.png',
      '..%2Fgeheim.png',
      'link.png',
      'tekst.png',
      'tekening.svg',
      'goed.png',
    ];
    const { root, to, take } = await begin(
      'in.xml',
      toWxr([{ id: 1, html: names.map(image).join('\n\n') }]),
    );
    const uploads = path.join(root, 'uploads');
    mkdirSync(uploads);
    for (const name of ['geheim.png', 'uploads/goed.png', 'uploads/tekening.svg'])
      writeFileSync(path.join(root, name), png);
    writeFileSync(path.join(uploads, 'tekst.png'), '<?php');
    symlinkSync(path.join(root, 'geheim.png'), path.join(uploads, 'link.png'));
    await take('--uploads', uploads);
    expect(readdirSync(path.join(to, 'bericht-1'))).toEqual(['goed.png', 'index.mdx']);
    expect(
      readFileSync(path.join(to, 'import-report.md'), 'utf8').match(/the picture /g),
    ).toHaveLength(5);
  });

  it('leaves nothing behind when the file is damaged, or the discussion is not there', async () => {
    const wxr = toWxr([{ id: 1, comments: [{ id: 11 }] }, { id: 2 }]);
    const { to, keeping, take } = await begin('in.xml', wxr.replace('</channel>', '</chanel>'));
    await expect(take()).rejects.toThrow(/^Line \d+, column \d+: expected well-formed XML/);
    expect(existsSync(to) ? readdirSync(to) : []).toEqual([]);
    expect((await readAll(keeping)).waiting).toEqual([]);
    await expect(take('--role', 'koning')).rejects.toThrow(
      'no role of this handbook. Its roles are reader',
    );
    const lost = await begin('in.xml', wxr);
    const nowhere: ImportOrder = {
      source: 'wordpress',
      file: path.join(lost.root, 'in.xml'),
      to: lost.to,
      language: 'nl',
      map: new Map(),
    };
    const away = {
      root: lost.root,
      keeping: { kind: 'sqlite', file: path.join(lost.root, 'weg.db') } as const,
      now: () => start,
    };
    await expect(importElsewhere(nowhere, away)).rejects.toMatchObject({ why: 'missing' });
    expect(existsSync(lost.to) ? readdirSync(lost.to) : []).toEqual([]);
    await expect(importElsewhere({ ...nowhere, file: 'weg.xml' }, away)).rejects.toThrow(
      'weg.xml is not there',
    );
  });
});

describe('taking over comments alone', () => {
  it('finds the page in this handbook, or by what somebody says it is, and tells what it does not find', async () => {
    const links = {
      10: 'https://voorbeeld.nl/casussen/sla/',
      11: 'https://oud.voorbeeld.nl/x/?utm=1',
      12: 'https://oud.voorbeeld.nl/y/',
    };
    const posts = [
      { id: '1' },
      { id: '2', parent: '1' },
      { id: '3', thread: '11' },
      { id: '4', thread: '12' },
    ];
    const { keeping, to, take } = await begin('disqus.xml', toDisqus(links, posts));
    expect(await take('--map', 'https://oud.voorbeeld.nl/x=practices/check-in')).toContain(
      '3 waiting',
    );
    expect((await readAll(keeping)).waiting.map(({ subject }) => subject)).toEqual([
      'cases/sla',
      'cases/sla',
      'practices/check-in',
    ]);
    expect(readFileSync(path.join(to, 'import-report.md'), 'utf8')).toContain(
      '“https://oud.voorbeeld.nl/y/”: 1 not taken over',
    );
    expect(await take('--map', '/y/=cases/sla')).toContain(
      '1 waiting for a decision, 2 here already',
    );
  });

  it('reads the database of Isso', async () => {
    const { root, keeping, to } = await begin('in.xml', '');
    const file = path.join(root, 'comments.db');
    makeIsso(file, '/casussen/sla/', [
      { id: 1 },
      { id: 2, parent: 1 },
      { id: 3, mode: 4, text: '' },
    ]);
    const order = readImportOrder(['isso', file, '--to', to]);
    if (order === undefined) throw new Error('This is no order.');
    for (const expected of ['2 waiting', '2 here already'])
      expect(await importElsewhere(order, { root, keeping, now: () => start })).toContain(expected);
    const [first, second] = (await readAll(keeping)).waiting;
    expect([first?.words, second?.to]).toEqual(['Reactie *1*', first?.id]);
  });
});

describe('what is typed to take something over', () => {
  it.each([
    '',
    'wordpress',
    'blogger a.xml',
    'wordpress a.xml b.xml',
    'disqus a.xml --map x',
    'disqus a.xml --map x=nergens',
    'wordpress a.xml --language fr',
    'wordpress a.xml --as ik',
    'isso a.db --force',
  ])('“%s” is no order', (typed) => {
    expect(readImportOrder(typed.split(' ').filter(Boolean))).toBeUndefined();
  });

  it('publishes only on purpose', () => {
    expect(readImportOrder(['isso', 'a.db'])).toMatchObject({
      publishAs: undefined,
      to: 'drafts',
      language: 'nl',
    });
    expect(readImportOrder(['isso', 'a.db', '--publish'])).toMatchObject({ publishAs: 'redactie' });
  });
});
