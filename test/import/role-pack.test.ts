/** Our own packs: read as they are, and refused with the place of each fault. */
import { describe, expect, it } from 'vitest';
import type { RolePack } from '../../shared/api/role-pack.ts';
import { countDraft } from '../../src-main/import/counts.ts';
import { readDrafts } from '../../src-main/import/read.ts';
import { bytesOf, expectRefusal, fixture, fixtureText } from './read-text.ts';

const pack = () => JSON.parse(fixtureText('small.rolepack.json')) as RolePack;
const changed = (change: (value: ReturnType<typeof pack>) => void): string => {
  const value = pack();
  change(value);
  return JSON.stringify(value);
};
const set = (target: unknown, key: string | number, value: unknown) =>
  Object.assign(target as object, { [key]: value });

describe('a role pack', () => {
  const [draft] = readDrafts('small.rolepack.json', fixture('small.rolepack.json'));

  it('becomes one draft with all its roles', () => {
    expect(draft).toMatchObject({ kind: 'pack', format: 'role-pack', title: 'Library services', notices: [] });
    if (draft === undefined) throw new Error('no draft');
    expect(countDraft(draft)).toMatchObject({
      roles: 2,
      competencies: 5,
      skills: 1,
      responsibilities: 3,
      links: 2,
      sections: 1,
    });
  });

  it('is shown as it is written', () => {
    expect(draft?.sourceLines[1]).toBe('  "format": "cairn-rolepack",');
    expect(draft?.sourceLines.join('\n')).toBe(JSON.stringify(pack(), null, 2));
  });

  it('keeps its scales and fills in what may be left out', () => {
    if (draft?.kind !== 'pack') throw new Error('no pack');
    expect(draft.pack.roles[0]?.requirements[0]).toMatchObject({ scale: 'library-4', level: 2 });
    expect(draft.pack.roles[0]?.requirements[2]).toMatchObject({
      scale: 'five-levels',
      isMandatory: false,
      details: [],
    });
    expect(draft.pack.roles[1]?.kpis).toEqual([]);
  });

  it('of a newer version is refused with what to do', () => {
    expectRefusal(
      'new.rolepack.json',
      changed((value) => set(value, 'formatVersion', 3)),
      'FORMAT_UNKNOWN',
      'format version 3',
      'reads version 2',
      'Update Cairn',
    );
  });

  it.each([
    [
      'a level in words',
      (value: ReturnType<typeof pack>) => set(value.roles[1]?.requirements?.[0], 'level', 'high'),
      'roles 2 › requirements 1 › level has to be a whole number from 1 to 20 or null, and is a string.',
    ],
    [
      'a missing author',
      (value: ReturnType<typeof pack>) => set(value, 'author', undefined),
      'author has to be a string, and is missing.',
    ],
    [
      'a level of no levels',
      (value: ReturnType<typeof pack>) => set(value.roles[0]?.requirements?.[0], 'level', 0),
      'roles 1 › requirements 1 › level has to be a whole number from 1 to 20 or null, and is 0.',
    ],
    [
      'half a level',
      (value: ReturnType<typeof pack>) => set(value.roles[0]?.requirements?.[0], 'level', 1.5),
      'level has to be a whole number from 1 to 20 or null, and is 1.5.',
    ],
    [
      'a missing importance',
      (value: ReturnType<typeof pack>) => set(value.roles[0]?.requirements?.[0], 'importance', undefined),
      'importance has to be “critical” or “important” or “optional” or null, and is missing.',
    ],
    [
      'another importance',
      (value: ReturnType<typeof pack>) => set(value.roles[0]?.requirements?.[0], 'importance', 'huge'),
      'importance has to be “critical” or “important” or “optional” or null.',
    ],
    [
      'roles that are no list',
      (value: ReturnType<typeof pack>) => set(value, 'roles', {}),
      'roles has to be a list, and is an object.',
    ],
    [
      'an unknown kind',
      (value: ReturnType<typeof pack>) => set(value.roles[0]?.requirements?.[0], 'kind', 'talent'),
      'roles 1 › requirements 1 › kind has to be “competency” or “skill” or “softSkill”.',
    ],
    ['no roles', (value: ReturnType<typeof pack>) => set(value, 'roles', []), 'roles is empty.'],
    [
      'a level above its scale',
      (value: ReturnType<typeof pack>) => set(value.roles[0]?.requirements?.[0], 'level', 5),
      'roles 1 › requirements 1 › level is 5, and its scale has 4.',
    ],
    [
      'a scale that is not there',
      (value: ReturnType<typeof pack>) => set(value.roles[0]?.requirements?.[0], 'scale', 'other'),
      'roles 1 › requirements 1 › scale is “other”, which the pack does not define.',
    ],
    [
      'an impossible date',
      (value: ReturnType<typeof pack>) => set(value.roles[0], 'effectiveOn', 'spring'),
      'roles 1 › effectiveOn is not as the format says',
    ],
  ])('with %s is refused by the place of the fault', (_name, change, sentence) => {
    expectRefusal('x.json', changed(change), 'FILE_UNREADABLE', 'is a role pack', sentence, 'Nothing was added.');
  });

  it('with a level beyond all numbers says what a level is', () => {
    const text = JSON.stringify(pack()).replace(/"level":\d/, '"level":1e999');
    expectRefusal(
      'x.json',
      text,
      'FILE_UNREADABLE',
      'roles 1 › requirements 1 › level has to be a whole number from 1 to 20 or null, and is too large to be one.',
    );
  });

  it('loses addresses that are not for people, and says so', () => {
    const text = changed((value) => {
      set(value.roles[0]?.sections?.[0]?.blocks?.[0], 'inlines', [
        { text: 'one', href: 'javascript:alert(1)' },
        { text: 'two', href: 'https://example.org/a' },
      ]);
    });
    const [other] = readDrafts('x.json', bytesOf(text));
    if (other?.kind !== 'pack') throw new Error('no pack');
    expect(other.pack.roles[0]?.sections[0]?.blocks[0]).toEqual({
      kind: 'paragraph',
      inlines: [{ text: 'one' }, { text: 'two', href: 'https://example.org/a' }],
    });
    expect(other.notices.map((notice) => notice.code)).toEqual(['LEFT_OUT']);
  });
});
