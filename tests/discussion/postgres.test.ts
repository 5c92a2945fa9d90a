import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createPostgresStore,
  openPostgresStore,
  openPostgresStoreToRead,
} from '../../src/discussion/stores/postgres.ts';
import { checkLedger } from '../../src/discussion/chain.ts';
import { after, start, toNew } from './drafts.ts';
import { startPostgres, type PostgresServer } from './postgres-server.ts';
import { testDesk } from './desk.contract.ts';
import { testStore } from './store.contract.ts';

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(async () => {
  await server.stop();
});

async function newDatabase(): Promise<string> {
  const address = server.createDatabase();
  await createPostgresStore(address, start);
  return address;
}

testStore('PostgreSQL', {
  create: async () => {
    const address = await newDatabase();
    return {
      open: () => openPostgresStore(address),
      openToRead: () => openPostgresStoreToRead(address),
      createAgain: () => createPostgresStore(address, start),
    };
  },
});

testDesk('PostgreSQL', {
  create: async () => {
    const address = await newDatabase();
    return {
      open: () => openPostgresStore(address),
      openToRead: () => openPostgresStoreToRead(address),
      run: async (sql) => {
        const client = new Client({ connectionString: address });
        await client.connect();
        await client.query(sql);
        await client.end();
      },
    };
  },
});

describe('a store in PostgreSQL', () => {
  it('is never made by opening it', async () => {
    const address = server.createDatabase();
    await expect(openPostgresStore(address)).rejects.toMatchObject({ why: 'missing' });
    await expect(openPostgresStoreToRead(address)).rejects.toMatchObject({ why: 'missing' });
  });

  it('is written in by two machines at once, and nothing is lost or doubled', async () => {
    const address = await newDatabase();
    const machines = [await openPostgresStore(address), await openPostgresStore(address)];
    const many = Array.from({ length: 60 }, () => toNew());
    const answers = await Promise.all(
      machines.flatMap((machine) => many.map((given) => machine.add({ ...given, id: toNew().id }))),
    );
    expect(answers.filter(({ outcome }) => outcome === 'added')).toHaveLength(many.length);
    expect(answers.filter(({ outcome }) => outcome === 'known')).toHaveLength(many.length);
    expect(await machines[0]?.listPending()).toHaveLength(many.length);
    for (const machine of machines) await machine.close();
  });

  it('never publishes on one machine what is changed on another meanwhile', async () => {
    const address = await newDatabase();
    const [one, other] = [await openPostgresStore(address), await openPostgresStore(address)];
    for (let round = 0; round < 20; round += 1) {
      const given = toNew();
      await one.add(given);
      const revision = { words: 'Ongelezen', html: '<p>Ongelezen</p>', cleaner: 'test 1' };
      await Promise.all([
        one.revise(given.code, { ...revision, at: after(1) }),
        other.decide(given.id, { as: 'publish', by: 'redactie' }, { at: after(1), version: 1 }),
      ]);
    }
    expect(JSON.stringify(await one.listSaid())).not.toContain('Ongelezen');
    for (const machine of [one, other]) await machine.close();
  });

  it('keeps one ledger for two machines that decide at once, and tells who came second', async () => {
    const address = await newDatabase();
    const machines = [await openPostgresStore(address), await openPostgresStore(address)] as const;
    const many = Array.from({ length: 20 }, () => toNew());
    for (const given of many) await machines[0].add(given);
    const about = { at: after(1), version: 1, seen: 0 };
    const outcomes = await Promise.all(
      many.flatMap(({ id }) =>
        machines.map((machine) => machine.decide(id, { as: 'publish', by: 'redactie' }, about)),
      ),
    );
    expect(outcomes.filter(({ outcome }) => outcome === 'decided')).toHaveLength(many.length);
    expect(outcomes.filter(({ outcome }) => outcome === 'overtaken')).toHaveLength(many.length);
    const ledger = await machines[1].readLedger();
    expect([ledger.entries.length, checkLedger(ledger)]).toEqual([many.length, []]);
    for (const machine of machines) await machine.close();
  });

  it('says that the database is away while it is, and goes on when it is back', async () => {
    const address = await newDatabase();
    const store = await openPostgresStore(address);
    const given = toNew();
    await store.add(given);
    await server.restart();
    const outcome = await store.add(given).catch((error: unknown) => error);
    expect(outcome).toMatchObject(
      outcome instanceof Error ? { name: 'StoreError', why: 'away' } : { outcome: 'known' },
    );
    expect((await store.add(given)).outcome).toBe('known');
    await store.close();
  });
});
