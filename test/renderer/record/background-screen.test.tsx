/** Profile, employers and the rest over the sample, and the bin that takes what is moved out of the record. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { recordKindNames, recordKinds } from '../../../shared/vocabulary/record-kinds.ts';
import { BinScreen } from '../../../src-renderer/features/bin/bin-screen.tsx';
import { BackgroundScreen } from '../../../src-renderer/features/record/background/background-screen.tsx';
import { sampleCairn, showScreen } from '../roles/show-screen.tsx';

const path = '/background/:kind?/:id?';

test('the profile is edited where it stands', async () => {
  const cairn = await sampleCairn();
  showScreen(cairn, BackgroundScreen, path, '/background');
  fireEvent.click(await screen.findByRole('button', { name: /^Phone: / }));
  fireEvent.change(screen.getByRole('textbox', { name: 'Phone' }), { target: { value: '+44 20 7946 0000' } });
  await waitFor(async () => expect((await cairn.call('getBackground', {})).profile.phone).toBe('+44 20 7946 0000'));
});

test('a new employer is made with its first word, and a second save changes that same one', async () => {
  const cairn = await sampleCairn();
  const before = (await cairn.call('getBackground', {})).employers.length;
  const { visited } = showScreen(cairn, BackgroundScreen, path, '/background');
  fireEvent.click(await screen.findByRole('button', { name: 'Add employer' }));
  const name = await screen.findByRole('textbox', { name: 'Name of the employer' });
  fireEvent.change(name, { target: { value: 'Fenlock' } });
  await waitFor(() => expect(visited.at(-1)).toMatch(/^\/background\/employer\/(?!new)/));
  // The cursor stays in the very field it was in.
  expect(screen.getByRole('textbox', { name: 'Name of the employer' })).toBe(name);
  fireEvent.change(name, { target: { value: 'Fenlock Ltd' } });
  await waitFor(async () => {
    const { employers } = await cairn.call('getBackground', {});
    expect(employers).toHaveLength(before + 1);
    expect(employers.map((employer) => employer.name)).toContain('Fenlock Ltd');
  });
});

test('the end of a position before its start is refused at the field', async () => {
  const cairn = await sampleCairn();
  const { positions } = await cairn.call('getBackground', {});
  const past = positions.find((position) => !position.isCurrent && position.startedOn !== null);
  showScreen(cairn, BackgroundScreen, path, `/background/position/${past?.id}`);
  const end = await screen.findByRole('textbox', { name: 'End' });
  fireEvent.change(end, { target: { value: '1999' } });
  fireEvent.blur(end);
  await screen.findByText(/before the start/);
  expect((end as HTMLInputElement).value).toBe('1999');
});

test('an employer in the bin takes its positions along, and both are restored from there by one act', async () => {
  const cairn = await sampleCairn();
  const before = await cairn.call('getBackground', {});
  const employer = before.employers[0];
  showScreen(cairn, BackgroundScreen, path, `/background/employer/${employer?.id}`);
  fireEvent.click(await screen.findByRole('button', { name: 'Move to the bin' }));
  await waitFor(async () =>
    expect((await cairn.call('getBackground', {})).employers).toHaveLength(before.employers.length - 1),
  );
  showScreen(cairn, BinScreen, '/bin', '/bin');
  const bin = await screen.findByRole('list', { name: 'In the bin' });
  expect(within(bin).getAllByRole('listitem').length).toBeGreaterThan(1);
  fireEvent.click(within(bin).getByRole('button', { name: `Restore ${employer?.name}` }));
  await screen.findByText('The bin is empty');
  const after = await cairn.call('getBackground', {});
  expect(after.employers).toHaveLength(before.employers.length);
  expect(after.positions).toHaveLength(before.positions.length);
});

test.each(recordKindNames)('the editor of a new %s has each of its fields, under its label', async (kind) => {
  showScreen(await sampleCairn(), BackgroundScreen, path, `/background/${kind}/new`);
  const { title, fields } = recordKinds[kind];
  await screen.findByRole('textbox', { name: fields[title]?.label ?? '' });
  for (const { label } of Object.values(fields)) {
    const name = new RegExp(`^(Edit: )?${label}(:|$)`);
    const found = ['textbox', 'button', 'switch', 'combobox'].flatMap((role) => screen.queryAllByRole(role, { name }));
    expect(found, label).not.toEqual([]);
  }
});
