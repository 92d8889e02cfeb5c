/** The editor of a role: pure changes that lose nothing, and fields that save, follow an undo and refuse what is empty. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { type Block, RoleContent } from '../../../../shared/api/role-content.ts';
import {
  roleFieldNames,
  roleFields,
  roleGroupIds,
  roleGroups,
  roleListNames,
  roleLists,
} from '../../../../shared/vocabulary/role-shape.ts';
import { RoleEditScreen } from '../../../../src-renderer/features/role/role-edit-screen.tsx';
import { blockText, inlinesOf, inlinesText, withText } from '../../../../src-renderer/parts/role-editor/block-text.ts';
import {
  type AnyRow,
  contentOf,
  keyOf,
  withAdded,
  withOrder,
  withoutRow,
  withRow,
} from '../../../../src-renderer/parts/role-editor/edit-content.ts';
import { labelOf, rowsOfGroup } from '../../../../src-renderer/parts/role-editor/edit-lists.ts';
import { wholeRole } from '../../role/whole-role.ts';
import { sampleCairn, showScreen } from '../../roles/show-screen.tsx';

// A real database and a whole screen: more than a unit of code, and slower where other tests run beside it.
vi.setConfig({ testTimeout: 30_000 });

const texts = (role: RoleContent): readonly string[] =>
  role.responsibilities.map((responsibility) => responsibility.text);
const withDuties = (...duties: readonly string[]): RoleContent =>
  RoleContent.parse({ title: 'Baker', responsibilities: duties.map((text) => ({ text })) });

test('every value of the table of a role’s shape has its field in the editor, under its label', async () => {
  const { role } = wholeRole();
  for (const list of roleListNames) {
    for (const row of role[list] as readonly AnyRow[])
      expect(
        roleGroupIds.filter((id) => roleGroups[id].list === list && rowsOfGroup(id, [row]).length === 1),
      ).toHaveLength(1);
  }
  await edited({ ...role, title: 'Baker' });
  const chapter = (id: string) => document.querySelector(`[data-chapter="${id}"]`);
  for (const field of roleFieldNames) expect(chapter('head')?.textContent).toContain(roleFields[field].label);
  for (const id of roleGroupIds) {
    const { list } = roleGroups[id];
    const closed = chapter(id)?.querySelector('button[aria-controls][aria-expanded="false"]');
    if (!closed) continue;
    fireEvent.click(closed);
    for (const [key, shape] of Object.entries(roleLists[list].columns)) {
      if (key === 'blocks' || (key === 'kind' && list !== 'requirements')) continue;
      expect(chapter(id)?.textContent, `${id} ${key}`).toContain(labelOf(shape));
    }
  }
});

test('a part of a list is put in order without moving the rest', () => {
  const role = withDuties('a', 'X', 'b', 'Y', 'c');
  const keys = role.responsibilities.map(keyOf);
  const next = withOrder(role, 'responsibilities', [keys[4], keys[0], keys[2]].map(String));
  expect(texts(next)).toEqual(['c', 'X', 'a', 'Y', 'b']);
});

test('a row keeps its key while it is edited, and the others stay the same', () => {
  const role = withDuties('a', 'b');
  const [first, second] = role.responsibilities;
  if (first === undefined || second === undefined) throw new Error('two duties were made');
  const key = keyOf(first);
  const next = withRow(role, 'responsibilities', key, { text: 'A', lead: undefined });
  expect(texts(next)).toEqual(['A', 'b']);
  expect(next.responsibilities.map(keyOf)).toEqual([key, keyOf(second)]);
  expect(texts(withoutRow(next, 'responsibilities', key))).toEqual(['b']);
});

test('rows follow their section when sections are moved, added or taken out', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 8 }).chain((count) =>
        fc.record({
          order: fc.shuffledSubarray(
            Array.from({ length: count }, (_, index) => index),
            { minLength: count, maxLength: count },
          ),
          gone: fc.integer({ min: 0, max: count - 1 }),
        }),
      ),
      ({ order, gone }) => {
        const role = RoleContent.parse({
          title: 'Baker',
          sections: order.map((_, index) => ({ depth: 1, heading: `Part ${index}`, blocks: [] })),
          responsibilities: order.map((_, index) => ({ text: `of Part ${index}`, section: index })),
        });
        const keys = role.sections.map(keyOf);
        const goneKey = String(keys[gone]);
        let next = withOrder(
          role,
          'sections',
          order.map((place) => String(keys[place])),
        );
        next = withAdded(next, 'sections', { depth: 1, heading: 'New', blocks: [] }, () => false);
        next = withoutRow(next, 'sections', goneKey);
        for (const duty of next.responsibilities) {
          if (duty.text === `of Part ${gone}`) expect(duty.section).toBeUndefined();
          else expect(`of ${next.sections[duty.section ?? -1]?.heading}`).toBe(duty.text);
        }
      },
    ),
  );
});

test('text of a block reads back as the block it came from', () => {
  const word = fc.stringMatching(/^[A-Za-z]{1,8}( [A-Za-z]{1,8}){0,3}$/);
  const inline = fc.oneof(
    word.map((text) => ({ text })),
    fc.record({ text: word, mark: fc.constantFrom('bold' as const, 'italic' as const, 'code' as const) }),
    word.map((text) => ({ text, href: 'https://example.org/a' })),
  );
  fc.assert(
    fc.property(inline, (given) => {
      expect(inlinesOf(inlinesText([given]))).toEqual([given]);
    }),
  );
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), fc.array(word, { maxLength: 3 }), (above, beneath) => {
      const list: Block = {
        kind: 'list',
        isOrdered: false,
        items: above.map((text, index) => ({
          inlines: [{ text }],
          ...(index === 0 && beneath.length > 0
            ? { items: beneath.map((line) => ({ inlines: [{ text: line }] })) }
            : {}),
        })),
      };
      expect(withText(list, blockText(list))).toEqual(list);
    }),
  );
});

test('no character typed into a block is lost, but for signs of marks', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const bare = (words: string) => words.replace(/[*`[\]()]/g, '');
      fc.pre(!/\]\((https?|mailto)/.test(text));
      expect(
        bare(
          inlinesOf(text)
            .map((part) => part.text)
            .join(''),
        ),
      ).toBe(bare(text));
    }),
  );
});

async function edited(content: Partial<RoleContent> = {}) {
  const cairn = await sampleCairn();
  const { id } = await cairn.call('makeRole', { role: { title: 'Baker', ...content } });
  showScreen(cairn, RoleEditScreen, '/roles/:id/edit', `/roles/${id}/edit`);
  await screen.findByRole('heading', { level: 1, name: 'Baker' });
  return { id, role: () => cairn.call('getRole', { id }), cairn };
}

test('what is opened to be edited and not touched is stored as it is', async () => {
  const cairn = await sampleCairn();
  const { id } = await cairn.call('makeRole', { role: wholeRole().role });
  const before = await cairn.call('getRole', { id });
  await cairn.call('changeRole', { id, role: contentOf(before) });
  expect(await cairn.call('getRole', { id })).toEqual(before);
});

test('a field saves itself, an undo is followed', async () => {
  const { role } = await edited({ mission: 'Bread by seven' });
  const field = screen.getByRole('textbox', { name: 'Mission' });
  fireEvent.change(field, { target: { value: 'Bread by six' } });
  fireEvent.blur(field);
  await waitFor(async () => expect((await role()).mission).toBe('Bread by six'));
  expect((await window.api.call('undo', {})).ok).toBe(true);
  await waitFor(() => expect((field as HTMLTextAreaElement).value).toBe('Bread by seven'));
});

test('an entry is added with Enter, opened, changed and taken out', async () => {
  const { role } = await edited();
  const add = screen.getByRole('textbox', { name: 'Add a KPI' });
  fireEvent.change(add, { target: { value: 'Loaves returned' } });
  fireEvent.submit(add);
  await waitFor(async () => expect((await role()).kpis.map((kpi) => kpi.name)).toEqual(['Loaves returned']));
  const list = screen.getByRole('list', { name: 'KPIs' });
  fireEvent.click(within(list).getByRole('button', { name: /^Loaves returned/, expanded: false }));
  const target = await within(list).findByRole('textbox', { name: 'Target' });
  expect(document.activeElement).toBe(within(list).getByRole('textbox', { name: 'Measure' }));
  fireEvent.change(target, { target: { value: '≤ 4 %' } });
  fireEvent.blur(target);
  await waitFor(async () => expect((await role()).kpis[0]?.target).toBe('≤ 4 %'));
  fireEvent.click(within(list).getByRole('button', { name: 'Take out Loaves returned' }));
  await waitFor(async () => expect((await role()).kpis).toEqual([]));
});

test('a value that must not be empty is refused where it stands, and what is stored stays', async () => {
  const { role } = await edited();
  const title = screen.getByRole('textbox', { name: 'Title' });
  fireEvent.change(title, { target: { value: '' } });
  fireEvent.blur(title);
  expect(await screen.findByText('Title cannot be empty. Write one, or take the entry out.')).toBeTruthy();
  expect((await role()).title).toBe('Baker');
});

test('a level, an importance and mandatory are set; no competency is made of half a name', async () => {
  const { role, cairn } = await edited({
    requirements: [
      {
        competency: 'Kneading',
        kind: 'competency',
        level: null,
        scale: 'five-levels',
        importance: null,
        isMandatory: false,
        countsInMatch: true,
        details: [],
      },
    ],
  });
  const list = screen.getByRole('list', { name: 'Competencies' });
  fireEvent.click(within(list).getByRole('button', { name: /^[^MT]*Kneading/, expanded: false }));
  fireEvent.change(await within(list).findByRole('combobox', { name: 'Level of Kneading' }), {
    target: { value: '3' },
  });
  fireEvent.change(within(list).getByRole('combobox', { name: 'Importance of Kneading' }), {
    target: { value: 'critical' },
  });
  fireEvent.click(within(list).getByRole('checkbox', { name: 'Kneading is mandatory' }));
  await waitFor(async () =>
    expect((await role()).requirements[0]).toMatchObject({ level: 3, importance: 'critical', isMandatory: true }),
  );
  const name = within(list).getByRole('combobox', { name: 'Name of Kneading' });
  fireEvent.change(name, { target: { value: 'Dough' } });
  fireEvent.change(name, { target: { value: 'Dough shaping by hand' } });
  fireEvent.blur(name);
  await waitFor(async () => expect((await role()).requirements[0]?.competency).toBe('Dough shaping by hand'));
  const { competencies } = await cairn.call('listCompetencies', {});
  expect(competencies.map((competency) => competency.name)).not.toContain('Dough');
});
