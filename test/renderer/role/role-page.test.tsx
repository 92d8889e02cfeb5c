/** The role page over a real record: nothing of a role is lost or said twice, evidence begins beside what is asked. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import type { Host } from '../../../src-main/host.ts';
import { RoleScreen } from '../../../src-renderer/features/role/role-screen.tsx';
import { creditText } from '../../../src-renderer/parts/role/credit-line.tsx';
import { sampleCairn, showScreen } from '../roles/show-screen.tsx';
import { wholeRole } from './whole-role.ts';

// A real database and a whole screen: more than a unit of code, and slower where other tests run beside it.
vi.setConfig({ testTimeout: 30_000 });

const show = (cairn: Awaited<ReturnType<typeof sampleCairn>>, id: string) =>
  showScreen(cairn, RoleScreen, '/roles/:id', `/roles/${id}`);
const pinnedId = async (cairn: Awaited<ReturnType<typeof sampleCairn>>): Promise<string> =>
  (await cairn.call('listRoles', {})).find((role) => role.pin !== null)?.id ?? '';

test('of a role of typed rows alone every word is on the page, once', async () => {
  const cairn = await sampleCairn();
  const { role, words } = wholeRole();
  const { id } = await cairn.call('makeRole', { role });
  show(cairn, id);
  await screen.findByRole('heading', { level: 1, name: role.title });
  const text = document.body.textContent ?? '';
  const counts = words.map((word) => [word, text.split(word).length - 1] as const);
  expect(counts.filter(([, count]) => count !== 1)).toEqual([]);
});

test('a role that ships has a chapter for each kind of entry and no prose', async () => {
  const cairn = await sampleCairn();
  const id = await pinnedId(cairn);
  const role = await cairn.call('getRole', { id });
  show(cairn, id);
  await screen.findByRole('heading', { level: 1, name: role.title });
  const headings = screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent);
  expect(headings).toEqual(expect.arrayContaining(['Deliverables', 'Decision rights', 'Hiring', 'The way up']));
  expect(screen.getByText(creditText(role))).toBeTruthy();
});

test('skills of a matrix say that they count through the competency above them, and lead to the ladder', async () => {
  const cairn = await sampleCairn();
  const id = await pinnedId(cairn);
  show(cairn, id);
  expect(await screen.findByText(/counts in the match through the competency above it/)).toBeTruthy();
  const link = screen.getByRole('link', { name: 'See them beside the other levels' });
  expect(link.getAttribute('href')).toMatch(/^\/ladders\//);
});

test('evidence of a competency, a responsibility and a KPI begins with its name', async () => {
  const cairn = await sampleCairn();
  const { id } = await cairn.call('makeRole', {
    role: {
      title: 'Baker',
      requirements: [{ competency: 'Kneading', kind: 'competency', level: 2, importance: null }],
      responsibilities: [{ lead: 'Keep the starter alive', text: 'through the summer' }],
      kpis: [{ name: 'Loaves returned, weekly' }],
    },
  });
  show(cairn, id);
  const begun = async (button: RegExp): Promise<string | null> => {
    await cairn.call('keepUnsaved', { key: 'capture', text: '' });
    fireEvent.click(await screen.findByRole('button', { name: button }));
    await waitFor(async () => expect((await cairn.call('getUnsaved', { key: 'capture' })).text).toBeTruthy());
    return (await cairn.call('getUnsaved', { key: 'capture' })).text;
  };
  expect(await begun(/^Capture an accomplishment for Kneading$/)).toBe(' +"Kneading":2');
  expect(await begun(/^Capture an accomplishment for: Keep the starter alive$/)).toBe('Keep the starter alive: ');
  expect(await begun(/^Capture an accomplishment for Loaves/)).toBe('Loaves returned weekly: ');
});

test('what was typed and not saved stays in the note that is begun', async () => {
  const cairn = await sampleCairn();
  const { id } = await cairn.call('makeRole', {
    role: {
      title: 'Baker',
      requirements: [{ competency: 'Kneading', kind: 'competency', level: 2, importance: null }],
    },
  });
  await cairn.call('keepUnsaved', { key: 'capture', text: 'Half a thought' });
  show(cairn, id);
  fireEvent.click(await screen.findByRole('button', { name: /^Capture an accomplishment for Kneading$/ }));
  await waitFor(async () =>
    expect((await cairn.call('getUnsaved', { key: 'capture' })).text).toBe('Half a thought +"Kneading":2'),
  );
});

test('what is evidenced stands beside what is asked, where the match has it', async () => {
  const cairn = await sampleCairn();
  const id = await pinnedId(cairn);
  const match = await cairn.call('getMatch', { roleId: id });
  const first = match.requirements.find(
    (requirement) => requirement.kind === 'competency' && requirement.evidenced > 0,
  );
  if (first === undefined) throw new Error('the sample shows some competencies of its aim');
  show(cairn, id);
  const name = new RegExp(`evidenced of ${first.competency}`);
  expect(await screen.findByLabelText(name, {}, { timeout: 10_000 })).toBeTruthy();
});

test('own edits are counted, listed and taken back', async () => {
  const cairn = await sampleCairn();
  const id = await pinnedId(cairn);
  const role = await cairn.call('getRole', { id });
  await cairn.call('changeRole', { id, role: { ...role, mission: 'Bake for everyone' } as never });
  show(cairn, id);
  fireEvent.click(await screen.findByRole('button', { name: 'Yours differs in 1 place' }));
  const edits = await cairn.call('listOwnEdits', { id });
  fireEvent.click(await screen.findByRole('button', { name: `Take back: ${edits[0]?.words}` }));
  await waitFor(async () => expect((await cairn.call('getRole', { id })).mission).toBe(role.mission));
  expect((await cairn.call('getRole', { id })).ownEdits).toBe(0);
});

test('chosen edits are suggested to others as a file of those alone', async () => {
  const saved: string[] = [];
  const saveFile: Host['saveFile'] = async ({ suggestedName, bytes }) => {
    saved.push(new TextDecoder().decode(bytes as Uint8Array));
    return { fileName: suggestedName };
  };
  const cairn = await sampleCairn({ saveFile });
  const id = await pinnedId(cairn);
  const role = await cairn.call('getRole', { id });
  await cairn.call('changeRole', { id, role: { ...role, mission: 'Bake for everyone', focus: 'Bread' } as never });
  show(cairn, id);
  fireEvent.click(await screen.findByRole('button', { name: 'Yours differs in 2 places' }));
  fireEvent.click(await screen.findByRole('checkbox', { name: /^Mission/ }));
  fireEvent.change(await screen.findByRole('textbox', { name: 'Note to go with it, if any' }), {
    target: { value: 'Say it plainly' },
  });
  fireEvent.click(screen.getByRole('button', { name: 'Save the suggestion…' }));
  await waitFor(() => expect(saved).toHaveLength(1));
  const patch = JSON.parse(saved[0] ?? '') as { note: string; changes: { field: string }[] };
  expect(patch).toMatchObject({ note: 'Say it plainly', changes: [{ field: 'mission' }] });
  expect(patch.changes).toHaveLength(1);
});

test('an archived role says so and goes back to the library', async () => {
  const cairn = await sampleCairn();
  const id = await pinnedId(cairn);
  await cairn.call('archiveRole', { id, isArchived: true });
  show(cairn, id);
  const banner = await screen.findByRole('note');
  fireEvent.click(within(banner).getByRole('button', { name: 'Back to the library' }));
  await waitFor(async () => expect((await cairn.call('getRole', { id })).archivedAt).toBeNull());
});

test('a role without a word offers to write it', async () => {
  const cairn = await sampleCairn();
  const { id } = await cairn.call('makeRole', { role: { title: 'Baker' } });
  show(cairn, id);
  const link = await screen.findByRole('link', { name: 'Write the role' });
  expect(link.getAttribute('href')).toBe(`/roles/${id}/edit`);
});
