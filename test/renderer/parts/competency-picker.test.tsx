import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { CompetencyPicker } from '../../../src-renderer/parts/competency/competency-picker.tsx';
import { fakeMain, show } from './fake-main.tsx';

const competency = (id: string, name: string, aliases: readonly string[] = []) => ({ id, name, aliases });
const known = [
  competency('1', 'Data engineering'),
  competency('2', 'Réliability', ['SRE']),
  competency('3', 'Reading code'),
];

function pick() {
  const main = fakeMain({
    listCompetencies: () => ({ competencies: known, scales: [] }),
    nameCompetency: () => ({ id: 'new-id' }),
  });
  const onPick = vi.fn();
  show(<CompetencyPicker onPick={onPick} exclude={['3']} />);
  const field = screen.getByRole('textbox', { name: 'Competency' });
  const type = async (text: string) => {
    await waitFor(() => expect(main.inputsOf('listCompetencies')).toHaveLength(1));
    fireEvent.focus(field);
    fireEvent.change(field, { target: { value: text } });
  };
  return { main, onPick, type };
}

const options = () => screen.queryAllByRole('option', { hidden: true }).map((option) => option.textContent);

describe('picking a competency', () => {
  it('finds by name without accents and by alias, and leaves out what is already there', async () => {
    const { type } = pick();
    await type('re');
    await waitFor(() => expect(options()).toEqual(['Réliability', 'Add “re”']));
    await type('sre');
    await waitFor(() => expect(options()).toEqual(['RéliabilitySRE']));
  });

  it('makes a new one of a name that nobody has', async () => {
    const { main, onPick, type } = pick();
    await type('Forecasting');
    fireEvent.click(await screen.findByText('Add “Forecasting”'));
    await waitFor(() => expect(onPick.mock.calls).toEqual([[{ id: 'new-id', name: 'Forecasting' }]]));
    expect(main.inputsOf('nameCompetency')).toEqual([{ name: 'Forecasting' }]);
  });

  it('gives the one that is chosen and makes none', async () => {
    const { main, onPick, type } = pick();
    await type('data');
    fireEvent.click(await screen.findByText('Data engineering'));
    await waitFor(() => expect(onPick.mock.calls).toEqual([[{ id: '1', name: 'Data engineering' }]]));
    expect(main.inputsOf('nameCompetency')).toEqual([]);
  });
});
