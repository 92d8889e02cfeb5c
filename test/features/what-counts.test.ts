/** Match, ladder, resume and Home count the same for one role, whatever it asks and whatever the record holds. */
import { expect, test } from 'vitest';
import { RoleLibrary } from '../../shared/api/role-pack.ts';
import { byEvidence, levelStandings } from '../../shared/domain/match/grade.ts';
import { inTransaction } from '../../src-main/db/open-transaction.ts';
import { storeLibrary } from '../../src-main/store/packs/store-library.ts';
import { freshCairn, type TestCairn } from '../helpers/cairn.ts';

const fourLevels = {
  key: 'four',
  name: 'Four',
  levels: ['Aware', 'Working', 'Advanced', 'Expert'].map((label, at) => ({ ordinal: at + 1, label })),
};

/** Two levels: skills that count through “Lamps”, a competency on two scales, one asked under two names, one without a level. */
const library = {
  scales: [fourLevels],
  competencies: [
    { name: 'Lamps' },
    { name: 'Wicks', parent: 'Lamps' },
    { name: 'Oil', parent: 'Lamps' },
    { name: 'Signals', aliases: ['Fog signals'] },
  ],
  ladders: [
    {
      family: 'Lights',
      matrix: {
        scale: 'four',
        countsThroughParents: true,
        skills: [
          { name: 'Wicks', cells: ['1!', '4!'] },
          { name: 'Oil', cells: ['2!', '4!'] },
        ],
      },
    },
  ],
  roles: ['Keeper', 'Head keeper'].map((title, at) => ({
    title,
    family: 'Lights',
    levelOrder: at + 1,
    requirements: [
      { competency: 'Lamps', kind: 'competency', level: 2, importance: 'critical', isMandatory: true },
      { competency: 'Log', kind: 'competency', level: 4, importance: null, ...(at === 0 ? {} : { scale: 'four' }) },
      { competency: 'Signals', kind: 'competency', level: 2, importance: 'critical' },
      { competency: 'Fog signals', kind: 'competency', level: 3, importance: null, isMandatory: true },
      { competency: 'Tact', kind: 'softSkill', level: null, importance: null },
    ],
  })),
};

async function lights(): Promise<{ readonly cairn: TestCairn; readonly roleIds: readonly string[] }> {
  const cairn = await freshCairn();
  const db = cairn.session.profile?.db ?? expect.fail('no profile is open');
  const storing = { db, newId: cairn.session.host.newId, now: '2026-11-21T10:00:00Z' };
  const origins = { sourceDocumentId: null, packId: null };
  const ids = await inTransaction(db, () => storeLibrary(storing, RoleLibrary.parse(library), origins));
  return { cairn, roleIds: ids.map((id) => id ?? expect.fail('a role was left out')) };
}

async function log(cairn: TestCairn, text: string, status: 'ready' | 'draft' = 'ready'): Promise<string> {
  const { id } = await cairn.call('logAccomplishment', { text });
  await cairn.call('changeAccomplishment', { id, patch: { status } });
  return id;
}

/** What match and ladder say of one role: mandatory requirements and others, and how many of each are met. */
async function figures(cairn: TestCairn, roleId: string) {
  const match = await cairn.call('getMatch', { roleId });
  const ladder = await cairn.call('getLadder', { id: roleId });
  const at = ladder.levels.findIndex((level) => level.roleId === roleId);
  const count = (isMandatory: boolean, met: boolean) =>
    match.requirements.filter((asked) => asked.isMandatory === isMandatory && (asked.isMet || !met)).length;
  const { isMet: _isMet, ...byLadder } = levelStandings(ladder, byEvidence)[at] ?? expect.fail('no such level');
  const byMatch = {
    mandatory: count(true, false),
    mandatoryMet: count(true, true),
    others: count(false, false),
    othersMet: count(false, true),
  };
  return { match, byMatch, byLadder };
}

test('match and ladder count the same requirements and the same of them as met', async () => {
  const { cairn, roleIds } = await lights();
  for (const text of [
    'Trimmed +Wicks:2 +Log:4',
    'Filled +Wicks:2 +Log:4',
    'Polished +Oil:2 +Signals:3',
    'Rang +Signals:3',
  ])
    await log(cairn, `${text} +Tact:1`);
  await log(cairn, 'Sang +Signals:5', 'draft');
  const binned = await log(cairn, 'Rowed +Lamps:5');
  await cairn.call('binAccomplishments', { ids: [binned] });
  for (const roleId of roleIds) {
    const { match, byMatch, byLadder } = await figures(cairn, roleId);
    expect(match.requirements.map((asked) => asked.competency)).toEqual(['Lamps', 'Log', 'Fog signals', 'Tact']);
    expect(byLadder).toEqual(byMatch);
  }
  // 4 of 5 is proven of what one level asks on five; on four it is 3.2, and 4 is not
  const met = await Promise.all(
    roleIds.map(async (roleId) => (await figures(cairn, roleId)).match.requirements[1]?.isMet),
  );
  expect(met).toEqual([true, false]);
  const ladder = await cairn.call('getLadder', { id: roleIds[0] ?? '' });
  expect(ladder.skills.find((skill) => skill.name === 'Log')?.cells.map((cell) => cell?.isMet)).toEqual([true, false]);
});

test('a resume speaks to as many requirements as the match has', async () => {
  const { cairn, roleIds } = await lights();
  await log(cairn, 'Trimmed +Wicks:1 +Oil:1');
  const roleId = roleIds[0] ?? '';
  const { id } = await cairn.call('createResume', { name: 'For a light', roleId });
  const { match } = await figures(cairn, roleId);
  expect((await cairn.call('getResume', { id })).role).toMatchObject({
    requirementCount: match.requirements.length,
    spokenTo: 1,
  });
});

test('Home advises on the gaps of the match of the role pinned last, and on none of a role in the bin', async () => {
  const { cairn, roleIds } = await lights();
  for (const roleId of roleIds) await cairn.call('pinRole', { roleId, targetOn: null });
  const sqlite = cairn.session.profile?.sqlite ?? expect.fail('no profile is open');
  sqlite.prepare('UPDATE pin SET pinnedAt = ? WHERE roleSpecId = ?').run('2026-12-01T00:00:00Z', roleIds[1]);
  const home = await cairn.call('getHome', {});
  expect(home.aim?.roleId).toBe(roleIds[1]);
  const { match } = await figures(cairn, roleIds[1] ?? '');
  expect(home.suggestions.filter(({ kind }) => kind === 'gap').map(({ detail }) => detail)).toEqual(
    match.gaps.slice(0, 2).map(({ text }) => text),
  );
  await cairn.call('binRole', { id: roleIds[1] ?? '' });
  expect((await cairn.call('getHome', {})).aim?.roleId).toBe(roleIds[0]);
});
