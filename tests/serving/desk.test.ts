import { stat } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeskAsked } from '../../src/discussion/desk.ts';
import { askDesk, waitForRebuild } from '../../src/serving/desk.ts';
import { ask, post, runSite, toHeaders, type RunningSite } from './run-site.ts';

let site: RunningSite;
/** Builds that were asked for; each goes on when it is told how it ends. */
let builds: { end: (error?: Error) => void }[] = [];

beforeEach(async () => {
  builds = [];
  site = await runSite({
    rebuild: () =>
      new Promise((resolve, reject) => {
        builds.push({
          end: (error) => {
            if (error) reject(error);
            else resolve();
          },
        });
      }),
  });
});

afterEach(async () => {
  for (const { end } of builds) end();
  await site.close();
});

const decide = (
  id: string,
  decision: Extract<DeskAsked, { do: 'decide' }>['decision'],
  version = 1,
) => askDesk(site.folder, { do: 'decide', id, version, decision });

const by = 'redactie';
const publish = (id: string) => decide(id, { as: 'publish', by });

const readRebuild = async () => {
  const { status, text } = await ask(site, '/gezondheid');
  return { status, text, ...(JSON.parse(text) as { rebuild: object }).rebuild };
};

describe('the desk of a running site', () => {
  it('is for the account that runs it, and no port', async () => {
    const { mode } = await stat(path.join(site.folder, 'desk.sock'));
    expect(mode & 0o777).toBe(0o600);
    const { mode: ofSecret } = await stat(path.join(site.folder, 'secret'));
    expect(ofSecret & 0o777).toBe(0o600);
  });

  it('shows what waits and decides about it', async () => {
    const { id } = await post(site);
    expect(await askDesk(site.folder, { do: 'list' })).toMatchObject({ contributions: [{ id }] });
    expect(await publish(id)).toEqual({
      ...{ ok: true, decided: 'publish', subject: 'cases/sla#check-in', rebuilding: true },
    });
    expect(await askDesk(site.folder, { do: 'list' })).toMatchObject({ contributions: [] });
    expect(await askDesk(site.folder, { do: 'show', id })).toMatchObject({
      contributions: [{ id, status: 'published', version: 1 }],
    });
    expect(site.lines).toContainEqual({
      ...{ event: 'decided', as: 'publish', subject: 'cases/sla#check-in' },
    });
  });

  it('says in a sentence why it does not', async () => {
    const { id, code } = await post(site);
    expect(await publish('r-nergens')).toMatchObject({ ok: false, message: /no contribution/ });
    const added = { as: 'add', by, step: 'check-in' } as const;
    expect(await decide(id, added)).toMatchObject({ ok: false, message: /Publish it first/ });
    expect(await decide(id, { ...added, step: 'weg' })).toMatchObject({
      message: 'cases/sla has no step “weg”. Its steps are check-in, de-vraag.',
    });
    const change = new URLSearchParams({
      do: 'revise',
      code,
      words: 'Toch anders.',
      needs: 'Tijd',
    });
    const options = { method: 'POST', headers: toHeaders(site), body: change.toString() };
    expect((await ask(site, '/bijdrage/', options)).status).toBe(303);
    expect(await publish(id)).toMatchObject({
      message: expect.stringContaining(`${id}@2`) as string,
    });
    expect(await decide(id, { as: 'publish', by }, 2)).toMatchObject({ ok: true });
  });

  it('cannot be asked anything else', async () => {
    const odd = { do: 'drop' } as unknown as DeskAsked;
    expect(await askDesk(site.folder, odd)).toMatchObject({ ok: false });
    expect(await askDesk(path.join(site.folder, 'nowhere'), { do: 'list' })).toBeUndefined();
  });

  it('is closed once the site has stopped', async () => {
    await site.stop();
    expect(await askDesk(site.folder, { do: 'list' })).toBeUndefined();
  });
});

describe('a decision', () => {
  it('has the site rebuilt once, and many during that are one rebuild more', async () => {
    const ids = await Promise.all(Array.from({ length: 6 }, async () => (await post(site)).id));
    for (const id of ids) await publish(id);
    expect(builds).toHaveLength(1);
    expect(await readRebuild()).toMatchObject({ status: 200, running: true });
    builds[0]?.end();
    await expect.poll(() => builds.length).toBe(2);
    builds[1]?.end();
    expect(await waitForRebuild(site.folder)).toMatchObject({ ok: true });
    expect(builds).toHaveLength(2);
    expect(site.lines.filter(({ event }) => event === 'rebuild-done')).toHaveLength(2);
  });

  it('that changes nothing on a page has nothing rebuilt', async () => {
    const { id } = await post(site);
    const declined = await decide(id, { as: 'decline', by, reason: 'off-topic' });
    expect(declined).toMatchObject({ ok: true, rebuilding: false });
    expect(builds).toHaveLength(0);
  });

  it('whose rebuild fails is told without places of files, and tried again with the next one', async () => {
    const [first, second] = [(await post(site)).id, (await post(site)).id];
    await publish(first);
    builds[0]?.end(new Error(`The build of ${site.dir}/x failed.`));
    expect(await waitForRebuild(site.folder)).toEqual({
      ...{ ok: false, message: 'The build of … failed.' },
    });
    const failed = await readRebuild();
    expect(failed).toMatchObject({ status: 200, failed: { message: 'The build of … failed.' } });
    expect(failed.text).not.toContain(site.dir);
    expect((await ask(site, '/casussen/sla/')).status).toBe(200);
    // Nothing is to be seen of this one, but the one before it still is.
    const declined = await decide(second, { as: 'decline', by, reason: 'insults' });
    expect(declined).toMatchObject({ rebuilding: true });
    builds[1]?.end();
    expect(await waitForRebuild(site.folder)).toMatchObject({ ok: true });
    expect(await readRebuild()).not.toHaveProperty('failed');
  });
});

it('rebuilds when a writer takes back what is on a page', async () => {
  const { id, code } = await post(site);
  await publish(id);
  builds[0]?.end();
  await waitForRebuild(site.folder);
  const body = new URLSearchParams({ do: 'withdraw', code }).toString();
  await ask(site, '/bijdrage/', { method: 'POST', headers: toHeaders(site), body });
  await expect.poll(() => builds.length).toBe(2);
});
