/** The same invented person's match with a role: proven, emerging, unproven and unlevelled requirements. */
import type { RoleMatch } from '../../shared/api/match.ts';
import { computeMatch, type MatchRequirement } from '../../shared/domain/match/match.ts';

const names: Readonly<Record<string, string>> = {
  reliability: 'Reliability engineering',
  design: 'System design',
  learning: 'Machine-learning systems',
  strategy: 'Technical strategy',
  incidents: 'Incident leadership',
  growing: 'Growing engineers',
  influence: 'Influence across divisions',
  capacity: 'Capacity and cost',
  standing: 'Standing in the field',
  pytorch: 'PyTorch',
};

const asked: readonly (readonly [string, number | null, 'critical' | 'important' | 'optional', boolean])[] = [
  ['reliability', 5, 'critical', true],
  ['design', 5, 'critical', true],
  ['learning', 4, 'critical', true],
  ['strategy', 4, 'critical', true],
  ['incidents', 4, 'important', true],
  ['growing', 4, 'important', true],
  ['influence', 4, 'important', false],
  ['capacity', 4, 'important', false],
  ['standing', 3, 'optional', false],
  ['pytorch', null, 'optional', false],
];

/** Each: title, end, relation of the witness, measured, competencies with the level shown. */
const done: readonly (readonly [
  string,
  string,
  'manager' | 'peer' | null,
  boolean,
  readonly (readonly [string, number])[],
])[] = [
  [
    'Set the reliability direction for nine product teams',
    '2026-06',
    'manager',
    true,
    [
      ['reliability', 5],
      ['design', 5],
      ['influence', 4],
    ],
  ],
  [
    'Moved GPU training from eleven clusters to one scheduler',
    '2026-03',
    'manager',
    true,
    [
      ['design', 5],
      ['capacity', 4],
      ['strategy', 3],
    ],
  ],
  [
    'Error budgets for model quality beside uptime',
    '2025-10',
    'peer',
    true,
    [
      ['reliability', 5],
      ['learning', 4],
    ],
  ],
  [
    'Rollback in the release path of every model, now standard RS-014',
    '2025-02',
    null,
    true,
    [
      ['learning', 4],
      ['strategy', 4],
    ],
  ],
  [
    'Chair of the weekly incident review',
    '2024-09',
    'manager',
    false,
    [
      ['incidents', 5],
      ['growing', 4],
    ],
  ],
  [
    'Feature store that 27 of 41 models read from',
    '2021-01',
    'peer',
    true,
    [
      ['design', 4],
      ['pytorch', 3],
    ],
  ],
];

/** Computed by the rule, so that its figures belong together. */
export function roleMatch(): RoleMatch {
  const report = computeMatch({
    accomplishments: done.map(([title, endedOn, relation, isMeasured, showings], index) => ({
      id: `m${index}`,
      title,
      status: 'ready' as const,
      startedOn: null,
      endedOn,
      isOngoing: false,
      isMeasured,
      relation,
      showings: showings.map(([competencyId, level]) => ({ competencyId, level, scaleLevels: 5 })),
    })),
    parents: { pytorch: 'learning' },
    competencyNames: names,
    today: '2026-11-21',
    rule: { theta: 2, ready: 0.8, close: 0.6, recency: true, graceYears: 2, halfLifeYears: 6 },
    requirements: asked.map(
      ([competencyId, level, importance, isMandatory]): MatchRequirement => ({
        id: `r-${competencyId}`,
        competencyId,
        competency: names[competencyId] ?? '',
        kind: competencyId === 'pytorch' ? 'skill' : 'competency',
        level,
        scaleLevels: level === null ? 1 : 5,
        importance,
        isMandatory,
        countsInMatch: true,
      }),
    ),
    selfAssessments: {
      reliability: { level: 5, scaleLevels: 5 },
      design: { level: 5, scaleLevels: 5 },
      learning: { level: 4, scaleLevels: 5 },
      strategy: { level: 4, scaleLevels: 5 },
      incidents: { level: 5, scaleLevels: 5 },
      growing: { level: 4, scaleLevels: 5 },
      influence: { level: 4, scaleLevels: 5 },
      capacity: { level: 4, scaleLevels: 5 },
      standing: { level: 2, scaleLevels: 5 },
    },
  });
  return {
    ...report,
    role: {
      id: 'role',
      title: 'Principal Engineer, Reliability',
      family: 'ML Platform',
      levelCode: 'L7',
      targetOn: '2027-01',
    },
    computedOn: '2026-11-21',
  };
}
