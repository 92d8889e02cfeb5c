/** The endpoints through dispatch on real SQLite: what they answer and what they refuse. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { contract, type EndpointName } from '../../shared/api/index.ts';
import { freshCairn } from '../helpers/cairn.ts';

test('a captured note becomes a draft with its tags, position and competencies', async () => {
  const cairn = await freshCairn();
  const { id: employerId } = await cairn.call('addBackgroundItem', {
    item: { kind: 'employer', values: { name: 'Fenwick Grid', place: '', description: '', website: '' } },
  });
  const { id: positionId } = await cairn.call('addBackgroundItem', {
    item: {
      kind: 'position',
      values: { employerId, title: 'Engineer', startedOn: '2024-02', endedOn: null, isCurrent: true, summary: '' },
    },
  });
  const { id } = await cairn.call('logAccomplishment', {
    text: 'Halved the nightly load. It took 40 minutes. #pipelines @Fenwick +"data engineering":3',
  });
  const kept = await cairn.call('getAccomplishment', { id });
  expect(kept).toMatchObject({
    title: 'Halved the nightly load',
    status: 'draft',
    startedOn: '2026-11-21',
    tags: ['pipelines'],
    positionId,
  });
  expect(kept.showings).toMatchObject([{ level: 3, scaleId: 'five-levels' }]);
});

test('a competency without a level is kept as a tag and said so', async () => {
  const cairn = await freshCairn();
  const { id, notices } = await cairn.call('logAccomplishment', { text: 'Paired on the rollout +testing' });
  expect((await cairn.call('getAccomplishment', { id })).showings).toEqual([]);
  expect((await cairn.call('getAccomplishment', { id })).tags).toHaveLength(1);
  expect(notices.join()).toMatch(/level/);
});

test('dates the wrong way round are refused in words and nothing is changed', async () => {
  const cairn = await freshCairn();
  const { id } = await cairn.call('logAccomplishment', { text: 'Ran the drill' });
  const result = await cairn.dispatch('changeAccomplishment', {
    id,
    patch: { title: 'New', startedOn: '2026-06', endedOn: '2026-02' },
  });
  expect(result).toMatchObject({
    ok: false,
    error: { code: 'INVALID_INPUT', message: expect.stringContaining('before the start') },
  });
  expect((await cairn.call('getAccomplishment', { id })).title).toBe('Ran the drill');
});

test.each([
  ['deja vu', 'Déjà vu in the planner'],
  ['plan', 'Déjà vu in the planner'],
  ['anne', 'Déjà vu in the planner'],
  ['depot contract', 'Wrote the depot data contract'],
  ['"; DROP TABLE', null],
  ['a* OR b', null],
  ['NEAR(', null],
])('searching “%s” finds %s', async (text, title) => {
  const cairn = await freshCairn();
  await cairn.call('logAccomplishment', { text: 'Déjà vu in the planner' });
  await cairn.call('logAccomplishment', { text: 'Wrote the depot data contract' });
  const page = await cairn.call('listAccomplishments', { text });
  expect(page.rows.map((row) => row.title)).toEqual(title === null ? [] : [title]);
});

test('search finds every kind of thing, by words that hang on it', async () => {
  const cairn = await freshCairn();
  const { id } = await cairn.call('logAccomplishment', { text: 'Moved the store' });
  await cairn.call('changeAccomplishment', {
    id,
    patch: {
      witnesses: [{ name: 'Ottoline Zbrozek', relation: 'peer', title: '', confirmedOn: null, words: 'quiet nights' }],
    },
  });
  expect((await cairn.call('searchEverything', { text: 'zbroz' })).map((hit) => hit.kind)).toEqual(['accomplishment']);
  expect((await cairn.call('searchEverything', { text: 'machine learning' })).map((hit) => hit.kind)).toContain('role');
  await cairn.call('binAccomplishments', { ids: [id] });
  expect(await cairn.call('searchEverything', { text: 'zbroz' })).toEqual([]);
  await cairn.call('undo', {});
  expect(await cairn.call('searchEverything', { text: 'zbroz quiet' })).toHaveLength(1);
});

test('the list comes a page at a time, grouped by position, newest first, and the pages make the whole', async () => {
  const cairn = await freshCairn();
  const { id: employerId } = await cairn.call('addBackgroundItem', {
    item: { kind: 'employer', values: { name: 'Fenwick', place: '', description: '', website: '' } },
  });
  const positions = [];
  for (const startedOn of ['2019', '2023']) {
    positions.push(
      (
        await cairn.call('addBackgroundItem', {
          item: {
            kind: 'position',
            values: { employerId, title: startedOn, startedOn, endedOn: null, isCurrent: false, summary: '' },
          },
        })
      ).id,
    );
  }
  for (let i = 0; i < 23; i += 1) {
    const { id } = await cairn.call('logAccomplishment', {
      text: `Thing ${i}`,
      startedOn: `20${10 + (i % 7)}-0${1 + (i % 9)}`,
    });
    await cairn.call('changeAccomplishment', { id, patch: { positionId: [null, ...positions][i % 3] ?? null } });
  }
  const whole = await cairn.call('listAccomplishments', { limit: 100 });
  const pages = [];
  for (let offset = 0; offset < 23; offset += 5)
    pages.push(...(await cairn.call('listAccomplishments', { offset, limit: 5 })).rows);
  expect(pages).toEqual(whole.rows);
  expect(whole.total).toBe(23);
  expect([...new Set(whole.rows.map((row) => row.positionId))]).toEqual([null, positions[1], positions[0]]);
});

test('the step of a field that saves itself is quiet, whatever it is called', async () => {
  const cairn = await freshCairn();
  cairn.events.length = 0;
  await cairn.call('changeProfile', { patch: { headline: 'Engineer' } });
  expect(cairn.events.find((event) => event.kind === 'changed')).toMatchObject({
    undo: { label: 'Profile changed', isQuiet: true },
  });
});

test('what an employer took to the bin comes back with one undo', async () => {
  const cairn = await freshCairn();
  const { id: employerId } = await cairn.call('addBackgroundItem', {
    item: { kind: 'employer', values: { name: 'Fenwick', place: '', description: '', website: '' } },
  });
  const { id: positionId } = await cairn.call('addBackgroundItem', {
    item: {
      kind: 'position',
      values: { employerId, title: 'A', startedOn: null, endedOn: null, isCurrent: true, summary: '' },
    },
  });
  const { id } = await cairn.call('logAccomplishment', { text: 'Did it @Fenwick' });
  await cairn.call('binBackgroundItem', { kind: 'employer', id: employerId });
  expect((await cairn.call('getAccomplishment', { id })).positionId).toBeNull();
  expect((await cairn.call('getBackground', {})).positions).toEqual([]);
  await cairn.call('undo', {});
  expect((await cairn.call('getAccomplishment', { id })).positionId).toBe(positionId);
  expect((await cairn.call('getBackground', {})).employers).toHaveLength(1);
});

test('a match reports the accomplishments behind every figure', async () => {
  const cairn = await freshCairn();
  const [role] = await cairn.call('listRoles', {});
  const roleId = role?.id ?? '';
  const spec = await cairn.call('getRole', { id: roleId });
  const asked =
    spec.requirements.find((requirement) => requirement.level !== null) ?? expect.fail('no levelled requirement');
  const { id } = await cairn.call('logAccomplishment', { text: 'Proved it' });
  const patch = {
    showings: [{ competencyId: asked.competencyId, level: 5, scaleId: 'five-levels', reason: '' }],
    witnesses: [{ name: 'M', relation: 'manager' as const, title: '', confirmedOn: null, words: '' }],
  };
  await cairn.call('changeAccomplishment', { id, patch });
  const find = async () =>
    (await cairn.call('getMatch', { roleId })).requirements.find(
      (requirement) => requirement.requirementId === asked.id,
    );
  expect((await find())?.evidenced).toBe(0);
  await cairn.call('changeAccomplishment', { id, patch: { status: 'ready' } });
  expect(await find()).toMatchObject({
    evidenced: 5,
    coverage: 1,
    isMet: true,
    terms: [{ accomplishmentId: id, strength: 2 }],
  });
});

test('a role pinned, read and unpinned keeps everything a pack said', async () => {
  const cairn = await freshCairn();
  const [first] = await cairn.call('listRoles', {});
  const id = first?.id ?? '';
  await cairn.call('pinRole', { roleId: id, targetOn: '2027-06' });
  const role = await cairn.call('getRole', { id });
  expect(role.pin).toMatchObject({ targetOn: '2027-06' });
  expect(role.pack?.licence).toBe('CC BY 4.0');
  expect(role.ladder).toHaveLength(4);
  expect(role.items.length).toBeGreaterThan(3);
  await cairn.call('unpinRole', { roleId: id });
  expect((await cairn.call('getHome', {})).aim).toBeNull();
});

test('the sample is a record of its own, and leaving it gives one’s own back untouched', async () => {
  const cairn = await freshCairn();
  await cairn.call('logAccomplishment', { text: 'Mine' });
  await cairn.call('exploreSample', {});
  const state = await cairn.call('getAppState', {});
  expect(state).toMatchObject({ state: 'open', isSample: true });
  expect((await cairn.call('listAccomplishments', {})).total).toBeGreaterThan(25);
  expect((await cairn.call('getHome', {})).aim).not.toBeNull();
  await cairn.call('leaveSample', {});
  expect((await cairn.call('listAccomplishments', {})).rows.map((row) => row.title)).toEqual(['Mine']);
  await expect(cairn.call('leaveSample', {})).rejects.toMatchObject({ code: 'CONFLICT' });
});

test('unsaved text is kept until it is saved', async () => {
  const cairn = await freshCairn();
  await cairn.call('keepUnsaved', { key: 'capture', text: 'half a thou' });
  expect(await cairn.call('getUnsaved', { key: 'capture' })).toEqual({ text: 'half a thou' });
  await cairn.call('keepUnsaved', { key: 'capture', text: '' });
  expect(await cairn.call('getUnsaved', { key: 'capture' })).toEqual({ text: null });
});

test.each([
  'javascript:alert(1)',
  'file:///etc/passwd',
  'smb://host/x',
  'data:text/html,x',
  'https://user:pass@host.example',
  'not an address',
  'vbscript:x',
  'app://cairn/',
])('the address %s is not opened', async (url) => {
  const opened: string[] = [];
  const cairn = await freshCairn({
    openAddress: async (address) => {
      opened.push(address.href);
      return true;
    },
  });
  expect(await cairn.dispatch('openAddress', { url })).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
  expect(opened).toEqual([]);
});

test('whatever is sent to an endpoint, the reply is a value or a typed refusal, and names no internals', async () => {
  const cairn = await freshCairn();
  const names = Object.keys(contract).filter(
    (name) =>
      !['startFresh', 'exploreSample', 'leaveSample', 'restoreBackup', 'saveBackupCopy', 'backUpNow'].includes(name),
  ) as EndpointName[];
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(fc.constantFrom<string>(...names), fc.string()),
      fc.oneof(
        fc.anything(),
        fc.record(
          { id: fc.string(), text: fc.string(), patch: fc.object(), limit: fc.integer() },
          { requiredKeys: [] },
        ),
      ),
      async (name, input) => {
        const result = await cairn.dispatch(name, input);
        if (!result.ok) {
          expect(result.error.message).not.toMatch(/SQLITE|sqlite|SELECT|\/src-main\/|at .*:\d+:\d+/);
          expect(result.error.message.length).toBeGreaterThan(5);
        }
      },
    ),
    { numRuns: 400 },
  );
  expect(cairn.logged).toEqual([]);
}, 60_000);

test('a prototype cannot be named as an endpoint', async () => {
  const cairn = await freshCairn();
  for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
    expect(await cairn.dispatch(name, {})).toMatchObject({ ok: false, error: { code: 'UNKNOWN_ENDPOINT' } });
  }
});

test('the window hears which queries are stale and which step a toast can undo', async () => {
  const cairn = await freshCairn();
  cairn.events.length = 0;
  await cairn.call('logAccomplishment', { text: 'Heard' });
  const event = cairn.events.find((event) => event.kind === 'changed');
  expect(event).toMatchObject({ undo: { label: 'Accomplishment captured', isQuiet: false } });
  expect(event?.kind === 'changed' && event.queries).toEqual(
    expect.arrayContaining(['listAccomplishments', 'getUndoState', 'getMatch', 'searchEverything']),
  );
});

test('what an employer took to the bin comes back from the bin too, with its links', async () => {
  const cairn = await freshCairn();
  const { id: employerId } = await cairn.call('addBackgroundItem', {
    item: { kind: 'employer', values: { name: 'Fenwick', place: '', description: '', website: '' } },
  });
  const { id: positionId } = await cairn.call('addBackgroundItem', {
    item: {
      kind: 'position',
      values: { employerId, title: 'A', startedOn: null, endedOn: null, isCurrent: true, summary: '' },
    },
  });
  const { id } = await cairn.call('logAccomplishment', { text: 'Did it @Fenwick' });
  await cairn.call('binBackgroundItem', { kind: 'employer', id: employerId });
  await cairn.call('restoreFromBin', { kind: 'employer', id: employerId });
  expect((await cairn.call('getBackground', {})).positions.map((position) => position.id)).toEqual([positionId]);
  expect((await cairn.call('getAccomplishment', { id })).positionId).toBe(positionId);
});

test('a day that no calendar has is refused, and a level above its scale', async () => {
  const cairn = await freshCairn();
  const { id } = await cairn.call('logAccomplishment', { text: 'Ran the drill +testing:3' });
  const refused = await cairn.dispatch('changeAccomplishment', { id, patch: { startedOn: '2026-02-31' } });
  expect(refused).toMatchObject({ ok: false, error: { message: expect.stringContaining('no such day') } });
  const [showing] = (await cairn.call('getAccomplishment', { id })).showings;
  const tooHigh = await cairn.dispatch('changeAccomplishment', { id, patch: { showings: [{ ...showing, level: 9 }] } });
  expect(tooHigh).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
});

test('text with a NUL is kept without it, so that undo gives the whole text back', async () => {
  const cairn = await freshCairn();
  const { id } = await cairn.call('logAccomplishment', { text: 'Ran the drill' });
  await cairn.call('changeAccomplishment', { id, patch: { story: 'before\0after' } });
  await cairn.call('changeAccomplishment', { id, patch: { title: 'Between' } });
  await cairn.call('changeAccomplishment', { id, patch: { story: 'other' } });
  await cairn.call('undo', {});
  expect((await cairn.call('getAccomplishment', { id })).story).toBe('beforeafter');
});

test('starting fresh over a record is refused and the record stays open', async () => {
  const cairn = await freshCairn();
  await cairn.call('logAccomplishment', { text: 'Mine' });
  expect(await cairn.dispatch('startFresh', { name: 'Other' })).toMatchObject({
    ok: false,
    error: { code: 'CONFLICT' },
  });
  expect((await cairn.call('listAccomplishments', {})).total).toBe(1);
});

test('what fails inside is logged by its place in the code, never by what the error says', async () => {
  const cairn = await freshCairn({
    saveFile: async ({ suggestedName }) => {
      throw new Error(`EIO: ${suggestedName}\n    at lunch with Maren\nover several lines`);
    },
  });
  await cairn.call('changeProfile', { patch: { name: 'Maren' } });
  expect(await cairn.dispatch('saveExport', { kind: 'record', format: 'json-resume' })).toMatchObject({
    error: { code: 'INTERNAL' },
  });
  expect(cairn.logged).toHaveLength(1);
  expect(cairn.logged[0]).toMatch(/^\S+ saveExport: Error {2}at .*endpoints\.test\.ts:\d+/);
  expect(cairn.logged[0]).not.toMatch(/Maren|lunch|several/);
});

test('a choice for a line of a resume that chooses nothing changes nothing', async () => {
  const cairn = await freshCairn();
  const { id } = await cairn.call('createResume', { name: 'Open', roleId: null });
  const { id: refId } = await cairn.call('logAccomplishment', { text: 'Ran the drill' });
  await cairn.call('chooseResumeItem', { id, kind: 'accomplishment', refId, isHidden: true });
  expect(await cairn.dispatch('chooseResumeItem', { id, kind: 'accomplishment', refId })).toEqual({
    ok: true,
    value: { id },
  });
  expect((await cairn.call('getUndoState', {})).undo).toBe('Line hidden');
});
