/** The match: of one role as main answers it and as the domain computes it, and of a thousand roles. */

import { prepareEvidence } from '../../shared/domain/match/evidence.ts';
import { computeMatch, type MatchRequirement, matchRequirements } from '../../shared/domain/match/match.ts';
import { databaseOver } from '../../src-main/db/database.ts';
import { matchInput } from '../../src-main/store/record/evidence.ts';
import { loadRole } from '../../src-main/store/roles/role-load.ts';
import { type BenchCairn, withCairn } from './cairn.ts';
import { type Bench, figure, median, ms, p95, timeInTurns } from './measure.ts';
import { someIds, storyEdit } from './save.ts';
import { pick, seededRandom } from './words.ts';

const today = '2026-11-21';

function pinnedInput({ sqlite }: BenchCairn) {
  const db = databaseOver(sqlite);
  const { roleSpecId } = sqlite.prepare('SELECT roleSpecId FROM pin').get() as { roleSpecId: string };
  const role = loadRole(sqlite, roleSpecId);
  if (!role) throw new Error('The record pins no role.');
  return { role, read: () => matchInput(db, role, today) };
}

export const match: Bench = {
  name: 'match',
  about: 'the match of one role: through dispatch, its reading alone, the domain alone',
  needsElectron: false,
  run: () =>
    withCairn(10_000, async (cairn) => {
      const { role, read } = pinnedInput(cairn);
      const input = read();
      const edit = storyEdit(cairn, someIds(cairn.sqlite, 80));
      const samples = await timeInTurns(60, {
        dispatch: () => cairn.call('getMatch', { roleId: role.id }),
        // what may be kept between two matches is stale after an edit
        edit: (round) => edit(round),
        afterEdit: () => cairn.call('getMatch', { roleId: role.id }),
        reading: read,
        domain: () => computeMatch(input),
      });
      const { requirements } = await cairn.call('getMatch', { roleId: role.id });
      const terms = requirements.reduce((sum, one) => sum + one.terms.length, 0);
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
function wholeRecord(cairn: BenchCairn) {
  const { sqlite } = cairn;
  const { read } = pinnedInput(cairn);
  const input = read();
  const rows = sqlite
    .prepare(
      `SELECT a.id, a.title, a.startedOn, a.endedOn, a.isOngoing, s.competencyId, s.level,
         EXISTS (SELECT 1 FROM metric m WHERE m.accomplishmentId = a.id) AS isMeasured,
         (SELECT relation FROM witness w WHERE w.accomplishmentId = a.id) AS relation
       FROM accomplishment a JOIN showing s ON s.accomplishmentId = a.id WHERE a.status = 'ready' ORDER BY a.id`,
    )
    .all() as (Omit<(typeof input.accomplishments)[number], 'isOngoing' | 'isMeasured' | 'showings' | 'status'> & {
    isOngoing: number;
    isMeasured: number;
    competencyId: string;
    level: number;
  })[];
  const whole = new Map<string, (typeof input.accomplishments)[number] & { showings: object[] }>();
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
  return { ...input, accomplishments: [...whole.values()] };
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
        importance: pick(random, ['critical', 'important', 'optional']),
        isMandatory: random() < 0.3,
      };
    }),
  );
}
