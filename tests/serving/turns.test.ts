import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createTurns } from '../../src/serving/turns.ts';

it('gives everybody an outcome that began after they asked, one at a time, and no turn too many', async () => {
  const script = fc.array(fc.constantFrom('ask', 'end', 'fail'), { maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(script, async (moves) => {
      let begun = 0;
      let running = 0;
      const ends: ((fails: boolean) => void)[] = [];
      const turns = createTurns(async () => {
        begun += 1;
        running += 1;
        expect(running).toBe(1);
        const turn = begun;
        const fails = await new Promise<boolean>((resolve) => ends.push(resolve));
        running -= 1;
        if (fails) throw new Error(`turn ${turn}`);
        return turn;
      });
      const asked: { after: number; outcome: Promise<number> }[] = [];
      for (const move of moves) {
        if (move === 'ask')
          asked.push({
            after: begun,
            outcome: turns.ask().catch((error: unknown) => Number(String(error).slice(12))),
          });
        else ends.shift()?.(move === 'fail');
        await new Promise(setImmediate);
      }
      while (turns.isBusy()) {
        ends.shift()?.(false);
        await new Promise(setImmediate);
      }
      await turns.settle();
      for (const { after, outcome } of asked) expect(await outcome).toBe(after + 1);
      expect(begun).toBeLessThanOrEqual(asked.length);
    }),
    { numRuns: 200 },
  );
});
