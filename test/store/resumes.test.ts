/** A resume is composed once for all that is asked of it together, and anew after anything was written. */
import { expect, test } from 'vitest';
import { loadResume, loadResumeSettings } from '../../src-main/store/resumes/resumes.ts';
import { freshCairn, type TestCairn } from '../helpers/cairn.ts';

async function compose(cairn: TestCairn, id: string) {
  const { profile } = cairn.session;
  if (!profile) throw new Error('the record is open');
  const resume = await loadResumeSettings(profile.db, id);
  if (resume === undefined) throw new Error('the resume is there');
  return loadResume(profile.db, resume);
}

test('asked twice at once or one after the other, it is read from the record once', async () => {
  const cairn = await freshCairn();
  const { id } = await cairn.call('createResume', { name: 'Platform roles', roleId: null });
  const [first, second] = await Promise.all([compose(cairn, id), compose(cairn, id)]);
  expect(second).toBe(first);
  expect(await compose(cairn, id)).toBe(first);
});

test('whatever is written shows in it at once, and so does what is undone', async () => {
  const cairn = await freshCairn();
  const { id } = await cairn.call('createResume', { name: 'Platform roles', roleId: null });
  const other = await cairn.call('createResume', { name: 'Data roles', roleId: null });
  const { id: done } = await cairn.call('logAccomplishment', { text: 'Moved the depot' });
  const before = await compose(cairn, id);
  expect(JSON.stringify(before)).not.toContain(done);
  await cairn.call('changeAccomplishment', { id: done, patch: { status: 'ready', longWording: 'Moved the depot.' } });
  expect(JSON.stringify((await compose(cairn, id)).document)).toContain('Moved the depot.');
  await cairn.call('chooseResumeItem', { id, kind: 'accomplishment', refId: done, isHidden: true });
  expect(JSON.stringify((await compose(cairn, id)).document)).not.toContain('Moved the depot.');
  expect(JSON.stringify((await compose(cairn, other.id)).document)).toContain('Moved the depot.');
  await cairn.call('undo', {});
  expect(JSON.stringify((await compose(cairn, id)).document)).toContain('Moved the depot.');
});
