import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { useAnswer } from '../../../src-renderer/api.ts';
import { Answer } from '../../../src-renderer/parts/errors/answer.tsx';
import { fakeMain, Refusal, show } from './fake-main.tsx';

function Roles() {
  const answer = useAnswer('listRoles', {});
  if (answer.data === undefined || answer.error !== null) return <Answer of={answer} reading="Reading the roles" />;
  return <p>{`${answer.data.length} roles`}</p>;
}

test('an answer that is on its way is announced, and gives way to what was asked for', async () => {
  let give: (roles: readonly unknown[]) => void = () => undefined;
  fakeMain({ listRoles: () => new Promise((done) => (give = done)) });
  show(<Roles />);
  expect(await screen.findByText('Reading the roles…')).toBeTruthy();
  give([]);
  expect(await screen.findByText('0 roles')).toBeTruthy();
});

test('a refused answer says why and is asked for again', async () => {
  let count = 0;
  fakeMain({
    listRoles: () => {
      count += 1;
      if (count === 1) throw new Refusal('INTERNAL', 'The roles could not be read.');
      return [];
    },
  });
  show(<Roles />);
  expect((await screen.findByRole('alert')).textContent).toContain('The roles could not be read');
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(screen.getByText('0 roles')).toBeTruthy());
});
