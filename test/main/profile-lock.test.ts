/** The lock over the profile: questions beside each other, changes of profile alone. */
import { EventEmitter, once } from 'node:events';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createProfileLock } from '../../src-main/profile-lock.ts';

const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

test('shared work runs together, and work that is to be alone runs with nothing beside it, in the order asked for', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ isAlone: fc.boolean(), ticks: fc.nat(3), fails: fc.boolean() }), { maxLength: 12 }),
      async (works) => {
        const lock = createProfileLock();
        let shared = 0;
        let alone = 0;
        const begun: number[] = [];
        const jobs = works.map(({ isAlone, ticks, fails }, index) => {
          const work = async () => {
            begun.push(index);
            if (isAlone) alone += 1;
            else shared += 1;
            for (let tick = 0; tick < ticks; tick += 1) {
              expect(alone === 0 || (alone === 1 && shared === 0)).toBe(true);
              await pause(0);
            }
            expect(alone === 0 || (alone === 1 && shared === 0)).toBe(true);
            if (isAlone) alone -= 1;
            else shared -= 1;
            if (fails) throw new Error('refused');
          };
          return isAlone ? lock.alone(work) : lock.shared(work);
        });
        const results = await Promise.allSettled(jobs);
        expect(results.map(({ status }) => status === 'rejected')).toEqual(works.map(({ fails }) => fails));
        for (const [index, { isAlone }] of works.entries()) {
          if (!isAlone) continue;
          // what was asked before a change of profile began before it, what was asked after began after
          expect(begun.indexOf(index)).toBe(index);
        }
      },
    ),
    { numRuns: 200 },
  );
});

test('closing waits for work that hangs only as long as its patience', async () => {
  const lock = createProfileLock();
  const gate = new EventEmitter();
  const hanging = lock.shared(() => once(gate, 'open'));
  let isClosed = false;
  await lock.alone(() => {
    isClosed = true;
  }, 20);
  expect(isClosed).toBe(true);
  gate.emit('open');
  await hanging;
});

test('closing is not kept waiting by a change of profile that itself waits for work that hangs', async () => {
  const lock = createProfileLock();
  const gate = new EventEmitter();
  const hanging = lock.shared(() => once(gate, 'open'));
  const order: string[] = [];
  const before = lock.alone(() => order.push('before'));
  await lock.alone(() => order.push('closing'), 20);
  await before;
  expect(order).toEqual(['before', 'closing']);
  gate.emit('open');
  await hanging;
});
