import { describe, expect, it } from 'vitest';
import { readHandbook } from '../../src/compile/handbook.ts';
import { goodHandbook, writeHandbook } from './write-handbook.ts';

const file = 'content/nl/cases/sla/index.mdx';

async function findProblems(addresses: string) {
  const text =
    goodHandbook[file]?.replace('status:', `formerAddresses: ${addresses}\nstatus:`) ?? '';
  const root = await writeHandbook({ ...goodHandbook, [file]: text });
  return (await readHandbook({ root, cache: false })).problems.map(({ name, found }) => [
    name,
    found,
  ]);
}

describe('an address of an older site', () => {
  it('may be any path that nothing has here', async () => {
    expect(await findProblems('[/2019/05/één-vraag/, /blog/oud.html/]')).toEqual([]);
  });

  it.each([
    ['[/werkvormen/check-in/]', '“/werkvormen/check-in/”, of content/nl/practices/check-in.mdx'],
    ['[/en/cases/]', '“/en/cases/”, of this handbook itself'],
    ['[/oud/, /oud/]', `“/oud/”, of ${file}`],
  ])('is refused when it is %s', async (addresses, found) => {
    expect(await findProblems(addresses)).toEqual([['former-id-in-use', found]]);
  });

  it.each(['[oud]', '[https://elders.nl/oud/]', '["/../oud/"]', '["/?p=12/"]', '["//elders.nl/"]'])(
    'must be a path: %s is none',
    async (addresses) => {
      expect((await findProblems(addresses)).map(([name]) => name)).toEqual(['invalid-field']);
    },
  );
});
