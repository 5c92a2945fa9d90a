import { expect, it } from 'vitest';
import { crash } from './crash.ts';

it('loses and doubles nothing it promised to keep, also when it is killed 20 times', async () => {
  const { promised, lost, doubled, slowestOpening } = await crash(20);
  expect(promised).toBeGreaterThan(1000);
  expect(slowestOpening).toBeLessThan(1000);
  expect({ lost, doubled }).toEqual({ lost: 0, doubled: 0 });
});
