/** The table of a role’s shape and what is derived from it: an entry that is missing somewhere is named here. */
import Database from 'better-sqlite3';
import { v7 as uuidv7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { RoleContent } from '../../shared/api/role-content.ts';
import { PartialDate } from '../../shared/api/values.ts';
import { changeWords } from '../../shared/domain/role/change-words.ts';
import { applyChanges, diffRoles } from '../../shared/domain/role/role-diff.ts';
import {
  defaultScale,
  kindsOf,
  originKeys,
  type RoleList,
  roleFieldNames,
  roleFields,
  roleListNames,
  roleLists,
  type ValueShape,
} from '../../shared/vocabulary/role-shape.ts';
import { databaseOver } from '../../src-main/db/database.ts';
import { migrate } from '../../src-main/db/migrate.ts';
import { createUndoTriggers } from '../../src-main/db/undo/undo-triggers.ts';
import { loadContent } from '../../src-main/store/roles/load-role.ts';
import { searchWordsOf } from '../../src-main/store/roles/role-search-words.ts';
import { storeRole } from '../../src-main/store/roles/store-role.ts';

/** A value that says something, with the name of its place in it where it has words. */
function example({ kind, usual, range }: ValueShape, name: string, list?: RoleList): unknown {
  switch (kind) {
    case 'lines':
      return [name];
    case 'details':
      return [{ label: name, text: 'said' }];
    case 'blocks':
      return [{ kind: 'paragraph', inlines: [{ text: name }] }];
    case 'number':
      return range?.min ?? 1;
    case 'date':
      return '2026-03';
    case 'scale':
      return defaultScale;
    case 'flag':
      return !usual;
    case 'choice':
      return name.endsWith(' importance') ? 'critical' : list && kindsOf(list)[0];
    default:
      return name;
  }
}

const rowOf = (list: RoleList) =>
  Object.fromEntries(
    Object.entries(roleLists[list].columns).map(([key, shape]) => [key, example(shape, `${list} ${key}`, list)]),
  );

/** A role that states everything the table knows. */
const whole = RoleContent.parse({
  ...Object.fromEntries(roleFieldNames.map((field) => [field, example(roleFields[field], field)])),
  ...Object.fromEntries(
    roleListNames.map((list) => {
      const origin = roleLists[list].place.includes('line') ? { section: 0, line: 3, words: 'as it stood' } : {};
      return [list, [{ ...rowOf(list), ...origin }]];
    }),
  ),
});

const inner = (schema: z.ZodType): z.ZodType =>
  schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault
    ? inner(schema.unwrap() as z.ZodType)
    : schema;

/** Whether the contract takes a value of that kind, and none of another. */
function fits({ kind }: ValueShape, contract: z.ZodType): boolean {
  const schema = inner(contract);
  switch (kind) {
    case 'line':
    case 'scale':
      return schema instanceof z.ZodString && (schema.maxLength ?? 0) <= 500;
    case 'prose':
      return schema instanceof z.ZodString && schema.maxLength === 50_000;
    case 'date':
      return schema === PartialDate;
    case 'number':
      return schema instanceof z.ZodNumber;
    case 'choice':
      return schema instanceof z.ZodEnum;
    case 'flag':
      return schema instanceof z.ZodBoolean;
    default:
      return schema instanceof z.ZodArray;
  }
}

describe('the table of a role’s shape', () => {
  test('names every field of the contract, and no other', () => {
    expect([...roleFieldNames, ...roleListNames].sort()).toEqual(Object.keys(RoleContent.shape).sort());
    for (const field of roleFieldNames) expect(fits(roleFields[field], RoleContent.shape[field]), field).toBe(true);
  });

  test.each(roleListNames)('names every value of a row of %s, and no other', (list) => {
    const { columns, place, identity, name, lead = [], beside, typed, likeness } = roleLists[list];
    const contract: Readonly<Record<string, z.ZodType>> = RoleContent.shape[list].unwrap().element.shape;
    const origin = originKeys.filter((key) => place.includes(key));
    expect([...Object.keys(columns), ...origin].sort()).toEqual(Object.keys(contract).sort());
    for (const [key, shape] of Object.entries(columns)) {
      const schema = contract[key] as z.ZodType;
      expect(fits(shape, schema), key).toBe(true);
      expect(shape.isNullable === true, key).toBe(schema.safeParse(null).success);
    }
    const told = [...identity.flat(), ...name, ...lead, ...beside, typed, ...(likeness?.of ?? [])];
    expect(told.filter((key) => !(key in columns))).toEqual([]);
  });

  test('is what the database holds', () => {
    const sqlite = new Database(':memory:');
    migrate(sqlite);
    createUndoTriggers(sqlite);
    const db = databaseOver(sqlite);
    const storing = { db, newId: () => uuidv7(), now: '2026-11-21T10:42:00.000Z' };
    const origins = { sourceDocumentId: null, packId: null, ladderId: null, scaleId: (key: string) => key };
    expect(loadContent(db, storeRole(storing, whole, origins))).toEqual(whole);
  });

  test('is searched by every word', () => {
    const words = searchWordsOf(whole).split('\n');
    for (const list of roleListNames) {
      for (const [key, { kind }] of Object.entries(roleLists[list].columns))
        if (['line', 'prose', 'details', 'blocks'].includes(kind)) expect(words).toContain(`${list} ${key}`);
    }
  });

  test('tells every change in a sentence, and puts it in', () => {
    const later: Readonly<Record<string, unknown>> = { level: 2, importance: 'optional', kind: kindsOf('links')[1] };
    for (const list of roleListNames) {
      const { columns, place, identity, name } = roleLists[list];
      for (const [key, shape] of Object.entries(columns)) {
        if (place.includes(key) || shape.kind === 'scale' || identity.flat().includes(key)) continue;
        const [row] = whole[list] as readonly Readonly<Record<string, unknown>>[];
        const value = later[key] ?? (shape.kind === 'number' ? (shape.range?.min ?? 1) + 1 : changed(row?.[key]));
        const other = { ...whole, [list]: [{ ...row, [key]: value }] } as RoleContent;
        const changes = diffRoles(whole, other);
        expect(changes, `${list} ${key}`).toHaveLength(1);
        const words = changes.map((change) => changeWords(change)).join();
        expect(words.length, `${list} ${key}`).toBeGreaterThan(3);
        expect(words, `${list} ${key}`).not.toContain('undefined');
        if (roleLists[list].isNamed && !name.includes(key)) expect(words).toContain(shape.noun ?? shape.label);
        expect(diffRoles(applyChanges(whole, changes).role, other)).toEqual([]);
      }
    }
    for (const field of roleFieldNames) {
      const { [field]: _gone, ...rest } = whole;
      const changes = diffRoles({ ...rest, title: 'Other', stack: [] } as RoleContent, whole);
      const words = changes.map((change) => changeWords(change)).join('\n');
      expect(words).toContain(roleFields[field].noun ?? roleFields[field].label);
    }
  });
});

/** The same kind of value, saying something else. */
function changed(value: unknown): unknown {
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'string') return `${value} now`;
  return (value as readonly object[]).map((part) => ({ ...part, label: 'other', inlines: [{ text: 'other' }] }));
}
