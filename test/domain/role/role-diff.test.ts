/** What the difference of two editions says, in the cases people meet. */
import { describe, expect, test } from 'vitest';
import { RoleContent } from '../../../shared/api/role-content.ts';
import { changeWords } from '../../../shared/domain/role/change-words.ts';
import { applyChanges, diffRoles, shownChanges } from '../../../shared/domain/role/role-diff.ts';

type Written = Parameters<typeof RoleContent.parse>[0];
const role = (more: object): RoleContent => RoleContent.parse({ title: 'Data engineer', ...more } as Written);
const words = (from: object, to: object) => diffRoles(role(from), role(to)).map((change) => changeWords(change));

const asks = (competency: string, level: number | null, more: object = {}) => ({
  competency,
  kind: 'competency',
  level,
  importance: null,
  ...more,
});

describe('the sentence of a change', () => {
  test('tells a level raised, lowered, given and taken', () => {
    expect(
      words(
        { requirements: [asks('Data engineering', 2), asks('SQL', 4), asks('Kafka', null), asks('Reviews', 1)] },
        { requirements: [asks('Reviews', null), asks('Data Engineering', 3), asks('SQL', 2), asks('Kafka', 2)] },
      ).sort(),
    ).toEqual([
      'Data Engineering raised from 2 to 3',
      'Kafka now asked at level 2',
      'Reviews asked without a level, was 1',
      'SQL lowered from 4 to 2',
    ]);
  });

  test('names the levels where the scale is known', () => {
    const [change] = diffRoles(role({ requirements: [asks('SQL', 1)] }), role({ requirements: [asks('SQL', 2)] }));
    const labels = () => ({
      levels: [
        { ordinal: 1, label: 'Aware' },
        { ordinal: 2, label: 'Working' },
      ],
    });
    expect(change && changeWords(change, labels)).toBe('SQL raised from Aware to Working');
  });

  test('tells what was added, dropped and made mandatory', () => {
    expect(
      words(
        { requirements: [asks('Kafka', 2), asks('SQL', 2)], tools: [{ name: 'Storm' }] },
        { requirements: [asks('SQL', 2, { isMandatory: true, importance: 'critical' }), asks('Flink', 3)] },
      ),
    ).toEqual(['SQL made mandatory; now critical', 'Flink added at level 3', 'Kafka dropped', 'Storm dropped']);
  });

  test('shows both targets of a KPI', () => {
    expect(
      words(
        { kpis: [{ name: 'Lead time', target: '≤ 2 days' }] },
        { kpis: [{ name: 'Lead time', target: '≤ 1 day' }] },
      ),
    ).toEqual(['Target of Lead time changed: ≤ 2 days → ≤ 1 day']);
  });

  test('speaks of responsibilities, milestones and single values', () => {
    expect(
      words(
        { mission: 'Keep data right.', milestones: [{ horizon: '30 days', text: 'Ships one small change' }] },
        {
          mission: 'Keep data right and on time.',
          responsibilities: [{ lead: 'Own the load', text: 'Runs the nightly load.' }],
          milestones: [{ horizon: '30 days', text: 'Ships two small changes' }],
          stack: ['Flink'],
        },
      ),
    ).toEqual([
      'Mission changed: Keep data right. → Keep data right and on time.',
      'Stack: Flink added',
      'Responsibility added: Own the load',
      'Milestone at 30 days reworded: Ships one small change → Ships two small changes',
    ]);
  });
});

test('of two long texts the sentence shows where they part', () => {
  const long =
    'Keeps the nightly load of all three warehouses running within the hours that were agreed with the teams';
  expect(
    words(
      { responsibilities: [{ text: `${long} that use it.` }] },
      { responsibilities: [{ text: `${long} that pay for it.` }] },
    ),
  ).toEqual(['Responsibility reworded: …with the teams that use it. → …with the teams that pay for it.']);
});

test('a row that keeps its name is named once, and one that was moved says whither', () => {
  expect(
    words(
      {
        responsibilities: [{ lead: 'Own the load', text: 'Runs it at night.' }],
        milestones: [{ horizon: '30 days', text: 'Ships one small change' }],
        items: [{ kind: 'risk', group: 'Early', text: 'The well runs dry' }],
        gapPairs: [{ theme: 'OWNERSHIP', from: 'doing tasks', to: 'owning results' }],
      },
      {
        responsibilities: [{ lead: 'Own the load', text: 'Runs it by day.' }],
        milestones: [{ horizon: '60 days', text: 'Ships one small change' }],
        items: [{ kind: 'risk', group: 'Late', text: 'The well runs dry' }],
        gapPairs: [{ theme: 'OWNERSHIP', from: 'doing tasks', to: 'owning outcomes' }],
      },
    ),
  ).toEqual([
    'Responsibility “Own the load” reworded: Runs it at night. → Runs it by day.',
    'Milestone moved from 30 days to 60 days: Ships one small change',
    'Risk moved from Early to Late: The well runs dry',
    'Step up in OWNERSHIP is now “doing tasks → owning outcomes”, was “doing tasks → owning results”',
  ]);
});

describe('rows are known again', () => {
  test('a responsibility put in between renumbers nothing', () => {
    const list = ['Plans the week', 'Reviews the load', 'Writes it down'].map((text, at) => ({ text, number: at + 1 }));
    const longer = [
      list[0],
      { text: 'Answers the pager', number: 2 },
      { ...list[1], number: 3 },
      { ...list[2], number: 4 },
    ];
    expect(words({ responsibilities: list }, { responsibilities: longer })).toEqual([
      'Responsibility added: Answers the pager',
    ]);
  });

  test('a section keeps its name when those before it are numbered anew', () => {
    const section = (number: string, heading: string) => ({ depth: 1, number, heading, blocks: [] });
    expect(
      words(
        { sections: [section('1', 'Mission'), section('2', 'Tools')] },
        { sections: [section('1', 'Mission'), section('2', 'Hiring'), section('3', 'Tools')] },
      ),
    ).toEqual(['Section “2 Hiring” added']);
  });

  test('a tool that moved to another category is one tool', () => {
    expect(
      words({ tools: [{ name: 'dbt', category: 'Data' }] }, { tools: [{ name: 'dbt', category: 'Modelling' }] }),
    ).toEqual(['Category of dbt changed: Data → Modelling']);
  });
});

describe('an edition of one’s own', () => {
  const base = role({
    requirements: [asks('SQL', 2), asks('Kafka', 3)],
    kpis: [{ name: 'Lead time', target: '2 days', why: 'Speed' }],
  });

  test('keeps an edit of another part of the same row', () => {
    const mine = { ...base, kpis: [{ name: 'Lead time', target: '2 days', why: 'Fewer surprises' }] };
    const theirs = { ...base, kpis: [{ name: 'Lead time', target: '1 day', why: 'Speed' }] };
    const shown = shownChanges(base, theirs, mine);
    expect(shown.map((change) => change.yours)).toEqual([null]);
    const merged = applyChanges(
      mine,
      shown.map((change) => change.change),
    ).role;
    expect(merged.kpis).toEqual([{ name: 'Lead time', target: '1 day', why: 'Fewer surprises' }]);
  });

  test('is shown beside what the newer one changes in the same place', () => {
    const mine = role({ requirements: [asks('SQL', 4), asks('Flink', 1)], kpis: base.kpis });
    const theirs = role({ requirements: [asks('SQL', 3), asks('Kafka', 4), asks('Flink', 2)], kpis: base.kpis });
    const shown = shownChanges(base, theirs, mine);
    expect(shown.map(({ words, yours }) => [words, yours])).toEqual([
      ['SQL raised from 2 to 3', 'SQL at level 4'],
      ['Kafka raised from 3 to 4', 'Taken out'],
      ['Flink added at level 2', 'Flink at level 1'],
    ]);
    const merged = applyChanges(
      mine,
      shown.map((change) => change.change),
    ).role;
    expect(merged.requirements.map((requirement) => [requirement.competency, requirement.level]).sort()).toEqual([
      ['Flink', 2],
      ['Kafka', 4],
      ['SQL', 3],
    ]);
  });

  test('a change whose row is gone is named as missed', () => {
    const changes = diffRoles(base, role({ requirements: [asks('SQL', 5), asks('Kafka', 3)], kpis: base.kpis }));
    const { role: same, missed } = applyChanges(role({ requirements: [asks('Kafka', 3)] }), changes);
    expect(missed).toEqual(changes);
    expect(same.requirements).toHaveLength(1);
  });
});
