/** The lock over the profile: questions beside each other, changes of profile alone. */
import { EventEmitter, once } from 'node:events';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createProfileLock } from '../../src-main/profile/profile-lock.ts';
import { propertyRuns } from '../helpers/property-runs.ts';

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
    { numRuns: propertyRuns(200) },
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

test('whoever waits outside is passed by changes of profile, comes back in behind them, and is never beside one inside', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          kind: fc.constantFrom('shared', 'outside', 'outside and back', 'alone'),
          ticks: fc.nat(3),
          fails: fc.boolean(),
        }),
        { maxLength: 12 },
      ),
      async (works) => {
        const lock = createProfileLock();
        const inside = { shared: 0, alone: 0 };
        const assertFits = () => expect(inside.alone === 0 || (inside.alone === 1 && inside.shared === 0)).toBe(true);
        const stay = async (kind: 'shared' | 'alone', ticks: number) => {
          inside[kind] += 1;
          for (let tick = 0; tick < ticks; tick += 1) {
            assertFits();
            await pause(0);
          }
          assertFits();
          inside[kind] -= 1;
        };
        const jobs = works.map(({ kind, ticks, fails }) => {
          if (kind === 'alone')
            return lock.alone(async () => {
              await stay('alone', ticks);
              if (fails) throw new Error('refused');
            });
          return lock.shared(async ({ outside }) => {
            await stay('shared', ticks);
            if (kind !== 'shared')
              await outside(async (back) => {
                for (let tick = 0; tick < ticks; tick += 1) await pause(0);
                if (kind === 'outside and back') {
                  await back();
                  await stay('shared', ticks);
                }
                if (fails) throw new Error('refused');
              });
            await stay('shared', ticks);
            if (fails) throw new Error('refused');
          });
        });
        // that all of them settle is the half of it: nobody waits for ever
        const results = await Promise.allSettled(jobs);
        expect(results.map(({ status }) => status === 'rejected')).toEqual(works.map(({ fails }) => fails));
      },
    ),
    { numRuns: propertyRuns(200) },
  );
});

test('a change of profile does not wait for a person; who waited for one comes in behind every change asked for meanwhile', async () => {
  const lock = createProfileLock();
  const person = new EventEmitter();
  const order: string[] = [];
  const waiting = lock.shared(async ({ outside }) => {
    order.push('dialog');
    await outside(async () => {
      await once(person, 'answer');
      order.push('answered');
    });
    order.push('written');
  });
  await pause(0);
  await lock.alone(() => order.push('restored'));
  await lock.shared(() => order.push('asked'));
  const slow = lock.alone(async () => {
    person.emit('answer');
    await pause(5);
    order.push('restored again');
  });
  const next = lock.alone(() => order.push('left'));
  await Promise.all([waiting, slow, next]);
  expect(order).toEqual(['dialog', 'restored', 'asked', 'answered', 'restored again', 'left', 'written']);
});

test('who has come back in keeps a change of profile waiting until it is done', async () => {
  const lock = createProfileLock();
  const disk = new EventEmitter();
  const order: string[] = [];
  const saving = lock.shared(({ outside }) =>
    outside(async (back) => {
      await back();
      order.push('writing');
      await once(disk, 'written');
      order.push('written');
    }),
  );
  await pause(0);
  const restoring = lock.alone(() => order.push('restored'));
  await pause(0);
  disk.emit('written');
  await Promise.all([saving, restoring]);
  expect(order).toEqual(['writing', 'written', 'restored']);
});
