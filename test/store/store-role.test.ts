/** Role specs in their tables: what is stored is what was read, whole. */

import Database from 'better-sqlite3';
import fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { RoleContent } from '../../shared/api/role-content.ts';
import { defaultScale } from '../../shared/vocabulary/role-shape.ts';
import { databaseOver } from '../../src-main/db/database.ts';
import { migrate } from '../../src-main/db/migrate.ts';
import { migrations } from '../../src-main/db/migrations/index.ts';
import { createUndoTriggers } from '../../src-main/db/undo/undo-triggers.ts';
import { loadContent, loadRole } from '../../src-main/store/roles/load-role.ts';
import { storeScales } from '../../src-main/store/roles/scales.ts';
import { replaceRole, storeRole } from '../../src-main/store/roles/store-role.ts';
import { roleContents } from '../helpers/role-contents.ts';

const origins = { sourceDocumentId: null, packId: null, ladderId: null, scaleId: () => defaultScale };

function openMemory() {
  const sqlite = new Database(':memory:');
  migrate(sqlite);
  createUndoTriggers(sqlite);
  return { sqlite, db: databaseOver(sqlite), newId: () => uuidv7(), now: '2026-11-21T10:42:00.000Z' };
}

describe('storing a role', () => {
  it('gives back any document as it was read', () => {
    const storing = openMemory();
    fc.assert(
      fc.property(roleContents(), (role) => {
        const id = storeRole(storing, role, origins);
        expect(loadContent(storing.db, id)).toEqual(role);
      }),
      { numRuns: 60 },
    );
  });

  it('puts any other document in its place', () => {
    const storing = openMemory();
    fc.assert(
      fc.property(roleContents(), roleContents(), (before, after) => {
        const id = storeRole(storing, before, origins);
        replaceRole(storing, id, before, after, () => defaultScale);
        expect(loadContent(storing.db, id)).toEqual(after);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps the id of a requirement that asks for the same competency', () => {
    const storing = openMemory();
    const asked = (competency: string, level: number) => ({ competency, kind: 'competency', level, importance: null });
    const role = RoleContent.parse({ title: 'Weir keeper', requirements: [asked('Gauges', 2), asked('Boats', 1)] });
    const id = storeRole(storing, role, origins);
    const idOf = (name: string) =>
      loadRole(storing.db, id)?.requirements.find((requirement) => requirement.competency === name)?.id;
    const [gauges, boats] = [idOf('Gauges'), idOf('Boats')];
    const raised = RoleContent.parse({ ...role, requirements: [asked('Sluices', 3), asked('Boats', 4)] });
    replaceRole(storing, id, role, raised, () => defaultScale);
    expect(idOf('Boats')).toBe(boats);
    expect(idOf('Sluices')).not.toBe(gauges);
    expect(loadRole(storing.db, id)?.requirements.map((requirement) => requirement.level)).toEqual([3, 4]);
  });
});

describe('scales', () => {
  const deck = (key: string, label = 'Alone') => ({
    key,
    name: 'Deck levels',
    levels: [
      { ordinal: 1, label: 'Under eyes', code: 'A' },
      { ordinal: 2, label, code: 'B' },
    ],
  });

  it('are one when their levels are, whatever key a document gives them', () => {
    const { sqlite } = openMemory();
    const first = storeScales(databaseOver(sqlite), [deck('deck-2')]);
    const second = storeScales(databaseOver(sqlite), [deck('levels'), deck('other', 'On her own')]);
    expect(second('levels')).toBe(first('deck-2'));
    expect(second('other')).not.toBe(first('deck-2'));
  });

  it('fall back to the five levels where a document names one nobody defines', () => {
    const { sqlite } = openMemory();
    expect(storeScales(databaseOver(sqlite), [])('nothing')).toBe(defaultScale);
  });
});

describe('a record of the first schema', () => {
  it('keeps its roles through the migration', () => {
    const sqlite = new Database(':memory:');
    migrate(sqlite, migrations.slice(0, 1));
    sqlite.exec(`
      INSERT INTO pack VALUES ('ferry', 'Ferry crew', '1.0.0', 'Harbour school', 'CC BY 4.0', '', '2026-01-01');
      INSERT INTO competency VALUES ('c', 'Mooring', NULL, '', '2026-01-01');
      INSERT INTO competencyName VALUES ('mooring', 'c', 'Mooring', 0);
      INSERT INTO roleSpec VALUES ('r', 'Deckhand', 'Ferry crew', 'D1', 1, 'On and off', NULL, NULL, '2026-03', NULL, 'ferry', 'words', '2026-01-01', '2026-01-01', NULL);
      INSERT INTO requirement VALUES ('q', 'r', 0, 'c', 'Mooring', 'competency', 2, 'five-levels', 'critical', 1, NULL, 'Takes the stern line', NULL, '[]', NULL, NULL, NULL);
      INSERT INTO kpi VALUES ('k', 'r', 0, 'Lines lost', NULL, NULL, NULL, '0', NULL, NULL, NULL, NULL);`);
    expect(migrate(sqlite)).toBe(migrations.length - 1);
    const role = loadRole(databaseOver(sqlite), 'r');
    expect(role).toMatchObject({ title: 'Deckhand', levelCode: 'D1', stack: [], facts: [], pack: { id: 'ferry' } });
    expect(role?.requirements).toMatchObject([
      { competency: 'Mooring', level: 2, countsInMatch: true, isMandatory: true },
    ]);
    expect(role?.kpis).toEqual([{ name: 'Lines lost', target: '0' }]);
  });
});
