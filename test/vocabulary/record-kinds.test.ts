/** A kind of thing in the record is one entry and a table: each that is declared stands in every layer. */
import { expect, test } from 'vitest';
import type { BackgroundItem } from '../../shared/api/record.ts';
import { printedFieldsOf } from '../../shared/domain/paper/printed-fields.ts';
import { itemsOf } from '../../shared/domain/record/record-items.ts';
import {
  entryKinds,
  isRecordKind,
  type RecordKind,
  recordKindNames,
  recordKinds,
} from '../../shared/vocabulary/record-kinds.ts';
import { screenIds, screens } from '../../shared/vocabulary/screens.ts';
import { addressOfThing, binKinds, searchKinds, thingKinds, things } from '../../shared/vocabulary/things.ts';
import { freshCairn, type TestCairn } from '../helpers/cairn.ts';
import { exportedText } from '../helpers/exported.ts';

/** Values that say something in every field; what a kind links to is made first. */
async function valuesFor(cairn: TestCairn, kind: RecordKind): Promise<Record<string, string | boolean | null>> {
  const values: Record<string, string | boolean | null> = {};
  for (const [name, field] of Object.entries(recordKinds[kind].fields)) {
    if (isRecordKind(field.to)) values[name] = await add(cairn, field.to);
    else values[name] = field.kind === 'date' ? '2021-03' : field.kind === 'flag' ? false : `${kind}-${name}`;
  }
  return values;
}

function hrefsIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === 'href' && typeof inner === 'string' ? [inner] : hrefsIn(inner),
  );
}

async function add(cairn: TestCairn, kind: RecordKind): Promise<string> {
  const item = { kind, values: await valuesFor(cairn, kind) } as BackgroundItem;
  return (await cairn.call('addBackgroundItem', { item })).id;
}

test('every kind has a table with a column for each field, and nothing else in it', async () => {
  const { session } = await freshCairn();
  const { sqlite } = session.profile ?? expect.fail('no record is open');
  for (const kind of recordKindNames) {
    const columns = sqlite.prepare('SELECT name, type, "notnull" AS isRequired FROM pragma_table_info(?)').all(kind);
    const text = (name: string, isRequired: number) => ({ name, type: 'TEXT', isRequired });
    const fields = Object.entries(recordKinds[kind].fields).map(([name, field]) => {
      if (field.kind === 'flag') return { name, type: 'INTEGER', isRequired: 1 };
      return text(name, field.kind === 'date' || (field.kind === 'link' && !field.isRequired) ? 0 : 1);
    });
    const declared = [text('id', 1), ...fields, text('createdAt', 1), text('deletedAt', 0)];
    expect(new Set(columns), kind).toEqual(new Set(declared));
  }
});

test('every thing has its table and title, its bin where it has one, and stands in the search where it is searched', async () => {
  const { session } = await freshCairn();
  const { sqlite } = session.profile ?? expect.fail('no record is open');
  for (const kind of thingKinds) {
    const { table, title, hasBin = false, links = {} } = things[kind];
    const columns = sqlite.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table);
    expect(columns, kind).toEqual(expect.arrayContaining([title, ...Object.keys(links)]));
    expect(columns.includes('deletedAt'), kind).toBe(hasBin);
  }
  const view = sqlite.prepare("SELECT sql FROM sqlite_schema WHERE name = 'searchSource'").pluck().get() as string;
  const searched = [...view.matchAll(/SELECT '(\w+)'/g)].map(([, kind]) => kind);
  expect(searched.toSorted()).toEqual(searchKinds.toSorted());
});

test('every thing is opened by a screen that there is', () => {
  const patterns = screenIds.map(
    (id) => new RegExp(`^${screens[id].path.replace(/\/:\w+\?/g, '(/[^/]+)?').replace(/:\w+/g, '[^/]+')}$`),
  );
  for (const kind of thingKinds) {
    const [path = ''] = addressOfThing(kind, 'a&b').split('?');
    expect(
      patterns.some((pattern) => pattern.test(path)),
      path,
    ).toBe(true);
  }
});

test.each(recordKindNames)(
  '%s: added, changed, printed, moved to the bin and restored, each act with its own word',
  async (kind) => {
    const cairn = await freshCairn();
    const { word, list, title, fields } = recordKinds[kind];
    const values = await valuesFor(cairn, kind);
    const said = () => cairn.call('getUndoState', {});
    const items = async () => itemsOf(await cairn.call('getBackground', {}), kind);

    const { id } = await cairn.call('addBackgroundItem', { item: { kind, values } as BackgroundItem });
    expect(await items()).toContainEqual({ id, ...values });
    expect((await said()).undo).toBe(`${word} added`);

    const changed = { ...values, [title]: 'Another title' };
    await cairn.call('changeBackgroundItem', { id, item: { kind, values: changed } as BackgroundItem });
    expect(await items()).toContainEqual({ id, ...changed });
    expect((await said()).undo).toBe(`${word} changed`);

    const json = await exportedText(cairn.call, { kind: 'record', format: 'json-resume' });
    const names = Object.values(fields).flatMap((field) => field.jsonResume ?? []);
    if (names.length > 0) expect(Object.keys(JSON.parse(json)[list][0])).toEqual(names);

    await cairn.call('binBackgroundItem', { kind, id });
    expect((await said()).undo).toBe(`${word} moved to the bin`);
    expect((await items()).map((item) => item.id)).not.toContain(id);
    expect(await cairn.call('listBin', {})).toContainEqual({
      kind,
      id,
      title: 'Another title',
      deletedAt: expect.any(String),
    });
    await cairn.call('restoreFromBin', { kind, id });
    expect(await items()).toContainEqual({ id, ...changed });
    expect(await cairn.call('listBin', {})).toEqual([]);
  },
);

test('every field of every kind is printed on a resume, or is where something on it leads', async () => {
  const cairn = await freshCairn();
  for (const kind of recordKindNames) await add(cairn, kind);
  const background = await cairn.call('getBackground', {});
  const { id } = await cairn.call('createResume', { name: 'All of it', roleId: null });
  for (const { id: refId } of background.projects)
    await cairn.call('chooseResumeItem', { id, kind: 'project', refId, isHidden: false });
  const { document } = await cairn.call('getResume', { id });
  const fields = printedFieldsOf(document).map((field) => field.text);
  const shown = [...fields, ...hrefsIn(document)].join('\n');
  for (const kind of recordKindNames) {
    for (const [name, field] of Object.entries(recordKinds[kind].fields)) {
      // what a thing stands under is printed as its place
      if (field.kind === 'link' || field.kind === 'flag') continue;
      expect(shown, `${kind}, ${name}`).toContain(field.kind === 'date' ? 'Mar 2021' : `${kind}-${name}`);
    }
  }
});

test('a kind that prints as single entries is a section of a resume, and can be hidden there', async () => {
  const cairn = await freshCairn();
  for (const kind of entryKinds) await add(cairn, kind);
  const { id } = await cairn.call('createResume', { name: 'All of it', roleId: null });
  const shown = async () =>
    (await cairn.call('getResume', { id })).document.blocks.map((block) => 'heading' in block && block.heading);
  for (const kind of entryKinds) expect(await shown()).toContain(recordKinds[kind].heading);
  for (const kind of entryKinds) {
    const [item] = itemsOf(await cairn.call('getBackground', {}), kind);
    await cairn.call('chooseResumeItem', { id, kind, refId: item?.id ?? '', isHidden: true });
    expect(await shown()).not.toContain(recordKinds[kind].heading);
  }
});

test('a thing that is in no bin is refused, and so is a kind that has none', async () => {
  const cairn = await freshCairn();
  for (const kind of binKinds) {
    expect(await cairn.dispatch('restoreFromBin', { kind, id: 'nothing' })).toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
  }
  expect(await cairn.dispatch('restoreFromBin', { kind: 'pack', id: 'nothing' })).toMatchObject({
    error: { code: 'INVALID_INPUT' },
  });
});
