/** What holds of the difference of any two role specs. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RoleChange } from '../../../shared/api/role-change.ts';
import type { RoleContent } from '../../../shared/api/role-content.ts';
import {
  applyChanges,
  changeId,
  diffRoles,
  inverseOf,
  shownChanges,
  withPlacesOf,
} from '../../../shared/domain/role/role-diff.ts';
import { withEdition, withoutEdits } from '../../../shared/domain/role/role-editions.ts';
import { fieldOf, keysOf, rowsOf, signatureOf } from '../../../shared/domain/role/role-rows.ts';
import { roleFieldNames, roleListNames } from '../../../shared/vocabulary/role-shape.ts';
import { propertyRuns } from '../../helpers/property-runs.ts';
import { anyRole } from './role-content-arbitrary.ts';

/** What a role spec says, whatever the order and the places of its rows. */
const said = (role: RoleContent) => ({
  ...Object.fromEntries(roleFieldNames.map((field) => [field, fieldOf(role, field)])),
  ...Object.fromEntries(
    roleListNames.map((list) => [
      list,
      rowsOf(role, list)
        .map((row) => signatureOf(list, row))
        .sort(),
    ]),
  ),
});

const shuffled = <T>(list: readonly T[], seed: number): T[] =>
  list
    .map((item, place) => ({ item, at: Math.sin((place + 1) * (seed + 1)) }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);

/** A role spec in which every row has a name of its own; sections of one name in two chapters tell no better. */
const distinctRole = anyRole.map((role): RoleContent => {
  const flat = { ...role, sections: role.sections.map((section) => ({ ...section, depth: 1 })) };
  const lists = roleListNames.map((list) => {
    const keys = keysOf(list, rowsOf(flat, list));
    return [list, flat[list].filter((_, place) => keys.indexOf(keys[place] as string) === place)];
  });
  return { ...flat, ...Object.fromEntries(lists) };
});

/** One without rows that only likeness tells apart. */
const namedRole = distinctRole.map(
  (role): RoleContent => ({
    ...role,
    responsibilities: [],
    tools: [],
    milestones: [],
    items: [],
    faqs: [],
    gapPairs: [],
    sections: [],
  }),
);

/** Checks a property in 120 rounds. */
const holds = <T>(property: fc.IProperty<T>): void => void fc.assert(property, { numRuns: propertyRuns(120) });

describe('the difference of two role specs', () => {
  test('of one with itself is nothing, in whatever order its rows stand', () => {
    holds(
      fc.property(anyRole, fc.nat(99), (role, seed) => {
        expect(diffRoles(role, role)).toEqual([]);
        const lists = roleListNames.filter((list) => list !== 'sections');
        const other = {
          ...role,
          ...Object.fromEntries(lists.map((list) => [list, shuffled(rowsOf(role, list), seed)])),
        };
        expect(diffRoles(role, other)).toEqual([]);
      }),
    );
  });

  test('leads from the one to the other, and back again', () => {
    holds(
      fc.property(anyRole, anyRole, (a, b) => {
        const changes = diffRoles(a, b);
        const there = applyChanges(a, changes);
        expect(said(there.role)).toEqual(said(b));
        expect(there.missed).toEqual([]);
        const back = applyChanges(there.role, changes.map(inverseOf));
        expect(said(back.role)).toEqual(said(a));
        expect(back.missed).toEqual([]);
      }),
    );
  });

  test('is made of changes that the contract knows, each with an id of its own', () => {
    holds(
      fc.property(anyRole, anyRole, (a, b) => {
        const changes = diffRoles(a, b);
        expect(new Set(changes.map(changeId)).size).toBe(changes.length);
        for (const change of changes) expect(RoleChange.safeParse(change).success).toBe(true);
        expect(diffRoles(a, b).map(changeId)).toEqual(changes.map(changeId));
      }),
    );
  });

  test('applied in parts damages no other row, and leaves exactly the rest to be done', () => {
    holds(
      fc.property(anyRole, anyRole, fc.infiniteStream(fc.boolean()), (a, b, picks) => {
        const changes = diffRoles(a, b);
        const chosen = changes.filter(() => picks.next().value);
        const part = applyChanges(a, chosen).role;
        const goneOrChanged = new Map(roleListNames.map((list) => [list, [] as string[]]));
        for (const change of chosen) {
          if (!('field' in change) && change.before)
            goneOrChanged.get(change.list)?.push(signatureOf(change.list, change.before as never));
        }
        for (const list of roleListNames) {
          const after = rowsOf(part, list).map((row) => signatureOf(list, row));
          const expected = rowsOf(a, list).map((row) => signatureOf(list, row));
          for (const line of goneOrChanged.get(list) ?? []) expected.splice(expected.indexOf(line), 1);
          for (const change of chosen) {
            if (!('field' in change) && change.list === list && change.after)
              expected.push(signatureOf(list, change.after as never));
          }
          expect(after.sort()).toEqual(expected.sort());
        }
      }),
    );
  });

  test('comes to the same whatever the order of its changes, all at once', () => {
    holds(
      fc.property(anyRole, anyRole, fc.nat(99), (a, b, seed) => {
        const changes = diffRoles(a, b);
        expect(applyChanges(a, shuffled(changes, seed)).role).toEqual(applyChanges(a, changes).role);
      }),
    );
  });

  test('comes to the same one change after the other, in whatever order', () => {
    holds(
      fc.property(distinctRole, distinctRole, fc.nat(99), (a, b, seed) => {
        let role = a;
        for (const change of shuffled(diffRoles(a, b), seed)) role = applyChanges(role, [change]).role;
        expect(said(role)).toEqual(said(b));
      }),
    );
  });

  test('applied a second time changes nothing more', () => {
    holds(
      fc.property(distinctRole, distinctRole, (a, b) => {
        const changes = diffRoles(a, b);
        const once = applyChanges(a, changes).role;
        expect(said(applyChanges(once, changes).role)).toEqual(said(once));
      }),
    );
  });

  test('with the places of the newer edition taken over, that edition stands word for word', () => {
    holds(
      fc.property(anyRole, anyRole, (a, b) => {
        const there = withPlacesOf(applyChanges(a, diffRoles(a, b)).role, b);
        const numbers = (role: RoleContent) =>
          role.responsibilities
            .map((responsibility) => `${responsibility.text} ${responsibility.number} ${responsibility.line}`)
            .sort();
        expect(numbers(there)).toEqual(numbers(b));
        expect(said(there)).toEqual(said(b));
      }),
    );
  });

  test('names sections that are there', () => {
    holds(
      fc.property(anyRole, anyRole, (a, b) => {
        const { role } = applyChanges(
          { ...a, ...{ kpis: a.kpis.filter((kpi) => (kpi.section ?? 0) < a.sections.length) } },
          diffRoles(a, b),
        );
        for (const kpi of role.kpis) expect(kpi.section ?? -1).toBeLessThan(Math.max(role.sections.length, 1));
      }),
    );
  });
});

describe('three editions', () => {
  test('without edits of one’s own nothing is in conflict, and everything is shown', () => {
    holds(
      fc.property(anyRole, anyRole, (base, theirs) => {
        const shown = shownChanges(base, theirs, base);
        expect(shown.map((change) => change.change)).toEqual(diffRoles(base, theirs));
        expect(shown.every((change) => change.yours === null)).toBe(true);
        expect(shown.every((change) => change.words.length > 3 && change.words.length < 500)).toBe(true);
      }),
    );
  });

  test('what both changed alike is not shown', () => {
    holds(
      fc.property(distinctRole, distinctRole, (base, theirs) => {
        expect(shownChanges(base, theirs, applyChanges(base, diffRoles(base, theirs)).role)).toEqual([]);
      }),
    );
  });

  test('applying nothing that is in conflict keeps every edit of one’s own', () => {
    holds(
      fc.property(anyRole, anyRole, anyRole, (base, theirs, mine) => {
        const peaceful = shownChanges(base, theirs, mine).filter((change) => change.yours === null);
        const merged = applyChanges(
          mine,
          peaceful.map((change) => change.change),
        ).role;
        for (const field of roleFieldNames) {
          const own = fieldOf(mine, field);
          if (JSON.stringify(own) !== JSON.stringify(fieldOf(base, field))) expect(fieldOf(merged, field)).toEqual(own);
        }
      }),
    );
  });
});

describe('chosen changes', () => {
  test('every edit taken back is what was read, word for word', () => {
    holds(
      fc.property(anyRole, anyRole, (base, mine) => {
        const ids = shownChanges(base, mine, base).map((change) => change.id);
        expect(said(withoutEdits(base, mine, ids))).toEqual(said(base));
      }),
    );
  });

  test('some edits taken back leave the others', () => {
    holds(
      fc.property(distinctRole, distinctRole, fc.nat(99), (base, mine, seed) => {
        const edits = shownChanges(base, mine, base);
        const back = edits.filter((_, place) => (place + seed) % 2 === 0).map((edit) => edit.id);
        const left = shownChanges(base, withoutEdits(base, mine, back), base);
        expect(left.length).toBe(edits.length - back.length);
      }),
    );
  });

  test('a newer edition taken whole is that edition, lines and words with it', () => {
    holds(
      fc.property(distinctRole, distinctRole, (base, theirs) => {
        const ids = shownChanges(base, theirs, base).map((change) => change.id);
        const taken = withEdition(base, theirs, base, ids);
        const lines = (role: RoleContent) => role.kpis.map((kpi) => `${kpi.name} ${kpi.line} ${kpi.words}`).sort();
        expect(said(taken)).toEqual(said(theirs));
        expect(lines(taken)).toEqual(lines(theirs));
      }),
    );
  });

  test('a newer edition taken whole over edits of one’s own leaves nothing to be shown', () => {
    holds(
      fc.property(namedRole, namedRole, namedRole, (base, theirs, mine) => {
        const ids = shownChanges(base, theirs, mine).map((change) => change.id);
        expect(shownChanges(base, theirs, withEdition(base, theirs, mine, ids)).map((change) => change.words)).toEqual(
          [],
        );
      }),
    );
  });
});
