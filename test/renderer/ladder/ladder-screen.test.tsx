/** The ladder page as one uses it: keys through the matrix, the detail beside, filters, placing, the other views. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { Route } from 'wouter';
import type { Ladder } from '../../../shared/api/ladder.ts';
import { LadderScreen } from '../../../src-renderer/features/ladder/ladder-screen.tsx';
import { fakeMain, Refusal, show } from '../parts/fake-main.tsx';
import { giveSizes } from '../record/layout.ts';
import { madeLadder, skill } from './made-ladder.ts';

function open(ladder: Ladder = madeLadder(), answers: Record<string, (input: never) => unknown> = {}) {
  giveSizes();
  Element.prototype.scrollIntoView = vi.fn();
  const main = fakeMain({
    getLadder: () => ladder,
    listCompetencies: () => ({ competencies: [], scales: ladder.scales }),
    getCompetency: () => ({ accomplishments: [{ id: 'a1', title: 'Relit the lamp in a gale', level: 2, of: 4 }] }),
    ...answers,
  });
  const page = show(
    <Route path="/ladders/:id">
      <LadderScreen />
    </Route>,
    '/ladders/lamps',
  );
  return { main, page };
}

const grid = () => screen.findByRole('grid');
const stop = (within_: HTMLElement) => within_.querySelector<HTMLElement>('[data-place][tabindex="0"]');
const press = (key: string, more: object = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });

describe('the matrix', () => {
  test('takes Tab in one cell, that of the aim, and arrows lead from cell to cell', async () => {
    open();
    const matrix = await grid();
    expect(matrix.querySelectorAll('[data-place][tabindex="0"]')).toHaveLength(1);
    expect(stop(matrix)?.getAttribute('aria-label')).toBe('Senior: level 2 of 4, Working, mandatory');
    stop(matrix)?.focus();
    press('ArrowDown');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Senior: level 3 of 4, Advanced, mandatory');
    press('ArrowRight');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Lead: level 4 of 4, Expert, mandatory');
    press('Home');
    expect(document.activeElement?.textContent).toBe('Wick trimming');
    press('ArrowUp');
    press('ArrowUp');
    expect(document.activeElement?.getAttribute('role')).toBe('columnheader');
    press('ArrowRight');
    expect(document.activeElement?.tagName).toBe('A');
    press('End', { ctrlKey: true });
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Not self-assessed');
  });

  test('passes over the headings of categories', async () => {
    open();
    const matrix = await grid();
    stop(matrix)?.focus();
    press('ArrowDown');
    press('ArrowDown');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Senior: level 2 of 4, Working');
  });

  test('opens the cell beside with Enter, and gives the focus back with Escape', async () => {
    open();
    const matrix = await grid();
    stop(matrix)?.focus();
    press('ArrowDown');
    press('Enter');
    const detail = await screen.findByRole('complementary', { name: 'What is asked' });
    await waitFor(() =>
      expect(document.activeElement).toBe(within(detail).getByRole('heading', { name: 'Wick trimming' })),
    );
    expect(within(detail).getByText('Senior, mandatory')).toBeTruthy();
    expect(within(detail).getByText('3 of 4 asked')).toBeTruthy();
    expect(within(detail).getByText('1.2 of 3: level 1 proven, 2 emerging.')).toBeTruthy();
    await within(detail).findByText('Relit the lamp in a gale');
    press('Escape');
    await waitFor(() => expect(screen.queryByRole('complementary', { name: 'What is asked' })).toBeNull());
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Senior: level 3 of 4, Advanced, mandatory');
  });

  test('draws only the rows in view of a long ladder, and reaches the last one by keys', async () => {
    const skills = Array.from({ length: 600 }, (_, index) => skill(`Skill ${index}`, ['1', '2', '3']));
    open(madeLadder({ skills }));
    const matrix = await grid();
    expect(matrix.getAttribute('aria-rowcount')).toBe('602');
    expect(within(matrix).getAllByRole('row').length).toBeLessThan(80);
    stop(matrix)?.focus();
    press('End', { ctrlKey: true });
    press('Home');
    expect(document.activeElement?.textContent).toBe('Skill 599');
  });

  test('shows the gaps at the aim, in words, and all again', async () => {
    open();
    fireEvent.click(await screen.findByRole('radio', { name: 'Gaps' }));
    await screen.findByText('2 of 4 shown: not yet proven at Senior');
    expect(screen.queryByText('Lamp oil')).toBeNull();
    fireEvent.click(screen.getByRole('radio', { name: 'All' }));
    await screen.findByText('Lamp oil');
  });

  test('says when nothing fits, and shows all again', async () => {
    open();
    fireEvent.change(await screen.findByRole('textbox', { name: 'Filter the skills' }), { target: { value: 'zzz' } });
    fireEvent.click(await screen.findByRole('button', { name: 'Show all 4 rows' }));
    await screen.findByText('Lamp oil');
  });

  test('starts a note about the skill', async () => {
    const { main } = open(madeLadder(), { getUnsaved: () => ({ text: null }) });
    const matrix = await grid();
    fireEvent.click(within(matrix).getByLabelText('Senior: level 3 of 4, Advanced, mandatory'));
    fireEvent.click(await screen.findByRole('button', { name: 'Capture an accomplishment' }));
    await waitFor(() =>
      expect(main.inputsOf('keepUnsaved')).toEqual([{ key: 'capture', text: ' +"Wick trimming":4' }]),
    );
  });
});

describe('a row with fewer values than levels', () => {
  test('is placed by hand, with blanks where nothing was put', async () => {
    const { main } = open(madeLadder({ shortRows: [{ skill: 'Rope work', values: ['1', '3!'] }] }), {
      placeShortRow: () => ({ id: 'lamps' }),
    });
    expect(await screen.findByText('1 row has fewer values than levels.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Place it' }));
    const place = await screen.findByRole('button', { name: 'Place' });
    expect(place.hasAttribute('disabled')).toBe(true);
    fireEvent.click(screen.getByRole('radio', { name: 'Rope work: value 1, 1, at Junior' }));
    fireEvent.click(screen.getByRole('radio', { name: 'Rope work: value 2, 3!, at Lead' }));
    expect(screen.getByText('Blank at Senior.')).toBeTruthy();
    fireEvent.click(place);
    await waitFor(() =>
      expect(main.inputsOf('placeShortRow')).toEqual([
        { ladderId: 'lamps', skill: 'Rope work', cells: ['1', null, '3!'] },
      ]),
    );
  });
});

describe('the other views', () => {
  test('tell the levels and what changes between them', async () => {
    open();
    fireEvent.click(await screen.findByRole('tab', { name: 'Levels' }));
    await screen.findByRole('region', { name: 'What changes' });
    expect(screen.getByRole('heading', { name: 'Senior' })).toBeTruthy();
    expect(screen.queryByRole('tab', { name: 'About' })).toBeNull();
  });

  test('tell why a ladder could not be read, and try again', async () => {
    let tries = 0;
    open(madeLadder(), {
      getLadder: () => {
        if (tries++ === 0) throw new Refusal('INTERNAL', 'The ladder was not read. Your record is safe.');
        return madeLadder();
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Try again' }));
    await grid();
  });
});
