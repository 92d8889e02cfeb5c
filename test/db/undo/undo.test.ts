/** Undo over any sequence of commands. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { semanticDump } from '../../../src-main/db/undo/undo.ts';
import { freshCairn, openCairn, type TestCairn } from '../../helpers/cairn.ts';
import { propertyRuns } from '../../helpers/property-runs.ts';

const dump = (cairn: TestCairn) => semanticDump(cairn.session.profile?.sqlite ?? expect.fail('no profile is open'));

type Action = (cairn: TestCairn, pick: <T>(list: readonly T[]) => T | undefined) => Promise<unknown>;

const rows = async (cairn: TestCairn) => (await cairn.call('listAccomplishments', {})).rows;

const actions: Record<string, Action> = {
  log: (cairn) => cairn.call('logAccomplishment', { text: 'Moved the nightly load #pipelines +"data engineering":3' }),
  rename: async (cairn, pick) => {
    const row = pick(await rows(cairn));
    if (row)
      await cairn.call('changeAccomplishment', {
        id: row.id,
        patch: { title: `Title ${row.title.length}`, startedOn: '2025-03' },
      });
  },
  children: async (cairn, pick) => {
    const row = pick(await rows(cairn));
    if (!row) return;
    await cairn.call('changeAccomplishment', {
      id: row.id,
      patch: {
        metrics: [{ name: 'p95 “read”', unit: 'ms', baseline: 412.5, value: 96 }],
        witnesses: [
          {
            name: "Noor O'Neill",
            relation: 'manager',
            title: '',
            confirmedOn: '2026',
            words: 'It’s quiet now.\nSince May.',
          },
        ],
        tags: ['a', 'b', 'é'],
        evidence: [],
      },
    });
  },
  bin: async (cairn, pick) => {
    const row = pick(await rows(cairn));
    if (row) await cairn.call('binAccomplishments', { ids: [row.id] });
  },
  restore: async (cairn, pick) => {
    const item = pick(await cairn.call('listBin', {}));
    if (item) await cairn.call('restoreFromBin', { kind: item.kind, id: item.id });
  },
  employer: async (cairn) => {
    const { id } = await cairn.call('addBackgroundItem', {
      item: { kind: 'employer', values: { name: 'Saltmarsh Works', place: '', description: '', website: '' } },
    });
    await cairn.call('addBackgroundItem', {
      item: {
        kind: 'position',
        values: { employerId: id, title: 'Engineer', startedOn: '2024', endedOn: null, isCurrent: true, summary: '' },
      },
    });
  },
  binEmployer: async (cairn, pick) => {
    const employer = pick((await cairn.call('getBackground', {})).employers);
    if (employer) await cairn.call('binBackgroundItem', { kind: 'employer', id: employer.id });
  },
  profile: (cairn) =>
    cairn.call('changeProfile', {
      patch: { headline: 'Engineer', links: [{ label: 'Code', url: 'https://code.example' }] },
    }),
  pin: async (cairn, pick) => {
    const role = pick(await cairn.call('listRoles', {}));
    if (role) await cairn.call(role.pin ? 'unpinRole' : 'pinRole', { roleId: role.id, targetOn: '2027' });
  },
  binRole: async (cairn, pick) => {
    const role = pick(await cairn.call('listRoles', {}));
    if (role) await cairn.call('binRole', { id: role.id });
  },
  assess: async (cairn, pick) => {
    const competency = pick((await cairn.call('listCompetencies', {})).competencies);
    if (competency)
      await cairn.call('assessCompetency', { competencyId: competency.id, level: 3, scaleId: 'five-levels' });
  },
  resume: async (cairn) => {
    const { id } = await cairn.call('createResume', { name: 'One page', roleId: null });
    await cairn.call('chooseResumeItem', { id, kind: 'accomplishment', refId: 'x', isHidden: true });
    await cairn.call('orderResumeItems', { id, kind: 'accomplishment', refIds: ['y', 'x'] });
  },
};

const script = fc.array(fc.record({ act: fc.constantFrom(...Object.keys(actions)), nth: fc.nat(20) }), {
  minLength: 1,
  maxLength: 14,
});

test('any sequence of commands undone gives the same record, and redone the same again', async () => {
  const cairn = await freshCairn();
  await fc.assert(
    fc.asyncProperty(script, async (steps) => {
      const before = dump(cairn);
      const { undoId: floor } = await cairn.call('getUndoState', {});
      for (const { act, nth } of steps) await actions[act]?.(cairn, (list) => list[nth % Math.max(1, list.length)]);
      const after = dump(cairn);
      let count = 0;
      while ((await cairn.call('getUndoState', {})).undoId !== floor) {
        await cairn.call('undo', {});
        count += 1;
      }
      expect(dump(cairn)).toEqual(before);
      for (let i = 0; i < count; i += 1) await cairn.call('redo', {});
      expect(dump(cairn)).toEqual(after);
      for (let i = 0; i < count; i += 1) await cairn.call('undo', {});
      expect(dump(cairn)).toEqual(before);
      expect((await cairn.call('checkRecord', {})).problems).toEqual([]);
    }),
    { numRuns: propertyRuns(25) },
  );
}, 120_000);

test('undo survives closing and opening again', async () => {
  const first = await freshCairn();
  const before = dump(first);
  await first.call('logAccomplishment', { text: 'Wrote the depot data contract' });
  await first.close();
  const second = await openCairn(first.folder);
  expect((await second.call('getUndoState', {})).undo).toBe('Accomplishment captured');
  await second.call('undo', {});
  expect(dump(second)).toEqual(before);
});

test('typing into one field is one step; another field is another', async () => {
  const cairn = await freshCairn();
  const { id } = await cairn.call('logAccomplishment', { text: 'First words' });
  for (const title of ['F', 'Fa', 'Fas', 'Fast']) await cairn.call('changeAccomplishment', { id, patch: { title } });
  await cairn.call('changeAccomplishment', { id, patch: { story: 'It was slow.' } });
  await cairn.call('undo', {});
  expect((await cairn.call('getAccomplishment', { id })).story).toBe('');
  await cairn.call('undo', {});
  expect((await cairn.call('getAccomplishment', { id })).title).toBe('First words');
});

test('a toast cannot undo what is no longer the last step', async () => {
  const cairn = await freshCairn();
  await cairn.call('logAccomplishment', { text: 'One' });
  const { undoId } = await cairn.call('getUndoState', {});
  await cairn.call('logAccomplishment', { text: 'Two' });
  await expect(cairn.call('undo', { stepId: undoId ?? '' })).rejects.toMatchObject({ code: 'CONFLICT' });
  expect((await cairn.call('listAccomplishments', {})).total).toBe(2);
});

test('a command that is refused leaves neither a change nor a step', async () => {
  const cairn = await freshCairn();
  const { id } = await cairn.call('logAccomplishment', { text: 'Ran the drill' });
  const before = dump(cairn);
  const step = (await cairn.call('getUndoState', {})).undoId;
  await expect(
    cairn.call('changeAccomplishment', { id, patch: { title: 'Other', startedOn: '2026-05', endedOn: '2026-01' } }),
  ).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  expect(dump(cairn)).toEqual(before);
  expect((await cairn.call('getUndoState', {})).undoId).toBe(step);
});
