import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { LevelTile } from '../../../src-renderer/ui/figures/level-tile.tsx';
import { RadarChart } from '../../../src-renderer/ui/figures/radar-chart.tsx';
import { RequirementBar } from '../../../src-renderer/ui/figures/requirement-bar.tsx';
import { fakeMain, show } from '../parts/fake-main.tsx';

describe('a requirement as a bar', () => {
  it('tells its three numbers in words, each by its own name', () => {
    fakeMain({});
    show(<RequirementBar of={5} required={4} evidenced={3.81} selfAssessed={5} />);
    expect(screen.getByRole('img').getAttribute('aria-label')).toBe(
      'Required 4, evidenced 3.81, self-assessed 5, of 5',
    );
  });

  it('has no diamond for someone who did not assess themselves', () => {
    fakeMain({});
    const { container } = show(<RequirementBar of={5} required={4} evidenced={2} selfAssessed={null} />);
    expect(container.querySelector('[transform]')).toBeNull();
    expect(screen.getByRole('img').getAttribute('aria-label')).toContain('not self-assessed');
  });

  it('fills as many segments as there is evidence for, the last one in part', () => {
    fakeMain({});
    const { container } = show(<RequirementBar of={4} required={4} evidenced={2.5} selfAssessed={null} width={106} />);
    const widths = [...container.querySelectorAll('rect[class*="filled"]')].map((part) =>
      Number(part.getAttribute('width')),
    );
    expect(widths).toEqual([25, 25, 12.5]);
  });
});

describe('a level as a tile', () => {
  it('shows the number of its own scale in the colour of its fraction', () => {
    fakeMain({});
    show(<LevelTile level={2} of={4} />);
    const tile = screen.getByRole('img', { name: 'Level 2 of 4' });
    expect(tile.textContent).toBe('2');
    expect(tile.style.background).toBe('var(--cn-level-3)');
  });
});

describe('the radar', () => {
  const axis = (id: string, selfAssessed: number | null) => ({
    id,
    label: id,
    required: 4,
    evidenced: 2,
    selfAssessed,
    of: 5,
  });

  it('draws a diamond only where there is a self-assessment, and joins them only when all are there', () => {
    fakeMain({});
    const some = show(<RadarChart axes={[axis('a', 1), axis('b', null), axis('c', 3)]} />).container;
    expect(some.querySelectorAll('[class*="diamond"]')).toHaveLength(2);
    expect(some.querySelectorAll('polygon[class*="self"]')).toHaveLength(0);
    const all = show(<RadarChart axes={[axis('a', 1), axis('b', 2), axis('c', 3)]} />).container;
    expect(all.querySelectorAll('polygon[class*="self"]')).toHaveLength(1);
  });

  it('numbers its rings only when all axes share a scale', () => {
    fakeMain({});
    const chart = show(<RadarChart axes={[axis('a', 1), axis('b', 2), axis('c', 3)]} />).container;
    expect([...chart.querySelectorAll('[class*="number"]')].map((ring) => ring.textContent)).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
    ]);
    const two = show(<RadarChart axes={[axis('a', 1), axis('b', 2), { ...axis('c', 3), of: 4 }]} />).container;
    expect(two.querySelectorAll('[class*="number"]')).toHaveLength(0);
  });
});
