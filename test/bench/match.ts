/** The match: of one role as main answers it and as the domain computes it, and of a thousand roles. */

import { type MatchAccomplishment, prepareEvidence } from '../../shared/domain/match/evidence.ts';
import {
  computeMatch,
  type MatchRequirement,
  matchRequirements,
  requirementsOfRole,
} from '../../shared/domain/match/match.ts';
import { defaultMatchRule } from '../../shared/vocabulary/match-rule.ts';
import { databaseOver } from '../../src-main/db/database.ts';
import { readEvidenceFor } from '../../src-main/store/record/evidence.ts';
import { loadRole } from '../../src-main/store/roles/load-role.ts';
import { type BenchCairn, withCairn } from './cairn.ts';
import { type Bench, figure, median, ms, p95, timeInTurns } from './measure.ts';
import { someIds, storyEdit } from './save.ts';
import { pick, seededRandom } from './words.ts';

const today = '2026-11-21';

/** The role that is pinned, and how its evidence is read. */
function pinnedRole({ sqlite }: BenchCairn) {
  const { roleSpecId } = sqlite.prepare('SELECT roleSpecId FROM pin').get() as { roleSpecId: string };
  const db = databaseOver(sqlite);
  const role = loadRole(db, roleSpecId);
  if (!role) throw new Error('The record pins no role.');
  const requirements = requirementsOfRole(role);
  const asked = requirements.map(({ competencyId }) => competencyId);
  return { role, requirements, read: () => readEvidenceFor(db, asked, { today, rule: defaultMatchRule }) };
}

export const match: Bench = {
  name: 'match',
  about: 'the match of one role: through dispatch, its reading alone, the domain alone',
  needsElectron: false,
  run: () =>
    withCairn(10_000, async (cairn) => {
      const { role, requirements: askedOfRole, read } = pinnedRole(cairn);
      const asked = new Set(read().competencies.map(({ id }) => id));
      const whole = wholeRecord(cairn);
      const accomplishments = whole.accomplishments.flatMap((done) => {
        const showings = done.showings.filter(({ competencyId }) => asked.has(competencyId));
        return showings.length === 0 ? [] : [{ ...done, showings }];
      });
      const input = { ...whole, accomplishments, requirements: askedOfRole };
      const edit = storyEdit(cairn, someIds(cairn.sqlite, 80));
      const { id: another } = cairn.sqlite
        .prepare('SELECT id FROM roleSpec WHERE id <> ? ORDER BY levelOrder DESC LIMIT 1')
        .get(role.id) as { id: string };
      const samples = await timeInTurns(60, {
        dispatch: () => cairn.call('getMatch', { roleId: role.id }),
        // what may be kept between two matches is stale after an edit
        edit: (round) => edit(round),
        afterEdit: () => cairn.call('getMatch', { roleId: role.id }),
        // and whoever looks at another role in between comes back
        editAgain: (round) => edit(round + 1),
        another: () => cairn.call('getMatch', { roleId: another }),
        afterAnother: () => cairn.call('getMatch', { roleId: role.id }),
        reading: read,
        domain: () => computeMatch(input),
      });
      const { requirements } = await cairn.call('getMatch', { roleId: role.id });
      const terms = requirements.reduce((sum, requirement) => sum + requirement.terms.length, 0);
      const of = `${role.requirements.length} requirements, ${terms.toLocaleString('en')} terms`;
      const spread = (all: readonly number[]) => `p95 ${ms(p95(all))}`;
      return [
        figure(
          'match of one role, through dispatch',
          median(samples.dispatch),
          'ms',
          10,
          `${spread(samples.dispatch)}; ${of}`,
        ),
        figure('match of one role, after an edit', median(samples.afterEdit), 'ms', 10, spread(samples.afterEdit)),
        figure(
          'match of one role, after an edit and another role',
          median(samples.afterAnother),
          'ms',
          10,
          spread(samples.afterAnother),
        ),
        figure('match of one role, reading its evidence', median(samples.reading), 'ms', null, spread(samples.reading)),
        figure('match of one role, domain alone', median(samples.domain), 'ms', 10, spread(samples.domain)),
      ];
    }),
};

export const ranking: Bench = {
  name: 'ranking',
  about: 'a thousand role specs matched with evidence that is prepared once',
  needsElectron: false,
  run: () =>
    withCairn(10_000, async (cairn) => {
      const everything = wholeRecord(cairn);
      const roles = thousandRoles(Object.keys(everything.competencyNames));
      const samples = await timeInTurns(9, {
        ranking: () => {
          const evidence = prepareEvidence(everything);
          return roles
            .map((role) => matchRequirements(evidence, role, everything.selfAssessments, everything.rule).match)
            .sort((a, b) => b - a);
        },
        prepare: () => prepareEvidence(everything),
      });
      return [
        figure(
          'ranking of 1,000 role specs, domain',
          median(samples.ranking),
          'ms',
          250,
          `p95 ${ms(p95(samples.ranking))}; of that preparing ${ms(median(samples.prepare))}`,
        ),
      ];
    }),
};

/** The record as evidence for every competency there is. */
function wholeRecord({ sqlite }: BenchCairn) {
  const competencies = sqlite.prepare('SELECT id, name, parentId FROM competency').all() as {
    id: string;
    name: string;
    parentId: string | null;
  }[];
  const rows = sqlite
    .prepare(
      `SELECT a.id, a.title, a.startedOn, a.endedOn, a.isOngoing, s.competencyId, s.level,
         EXISTS (SELECT 1 FROM metric m WHERE m.accomplishmentId = a.id) AS isMeasured,
         (SELECT relation FROM witness w WHERE w.accomplishmentId = a.id) AS relation
       FROM accomplishment a JOIN showing s ON s.accomplishmentId = a.id WHERE a.status = 'ready' ORDER BY a.id`,
    )
    .all() as (Omit<MatchAccomplishment, 'isOngoing' | 'isMeasured' | 'showings' | 'status'> & {
    isOngoing: number;
    isMeasured: number;
    competencyId: string;
    level: number;
  })[];
  const whole = new Map<string, MatchAccomplishment & { showings: object[] }>();
  for (const { competencyId, level, isOngoing, isMeasured, ...row } of rows) {
    const showing = { competencyId, level, scaleLevels: 5 };
    const known = whole.get(row.id);
    if (known) known.showings.push(showing);
    else
      whole.set(row.id, {
        ...row,
        status: 'ready',
        isOngoing: isOngoing === 1,
        isMeasured: isMeasured === 1,
        showings: [showing],
      });
  }
  return {
    accomplishments: [...whole.values()],
    parents: Object.fromEntries(competencies.flatMap(({ id, parentId }) => (parentId ? [[id, parentId]] : []))),
    competencyNames: Object.fromEntries(competencies.map(({ id, name }) => [id, name])),
    selfAssessments: {},
    today,
    rule: defaultMatchRule,
  };
}

/** Roles of 24 requirements, on two scales, over every competency. */
function thousandRoles(competencyIds: readonly string[]): MatchRequirement[][] {
  const random = seededRandom(17);
  return Array.from({ length: 1_000 }, (_, role) =>
    Array.from({ length: 24 }, (_, at): MatchRequirement => {
      const scaleLevels = role % 3 === 0 ? 4 : 5;
      return {
        id: `${role}-${at}`,
        competencyId: pick(random, competencyIds),
        competency: `Competency ${at}`,
        kind: at % 3 === 0 ? 'skill' : 'competency',
        level: at % 6 === 0 ? null : 1 + Math.floor(random() * scaleLevels),
        scaleLevels,
        countsInMatch: true,
        importance: pick(random, ['critical', 'important', 'optional']),
        isMandatory: random() < 0.3,
      };
    }),
  );
}
