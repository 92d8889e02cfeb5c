/** Our own packs: read as they are, and refused with the place of each fault. */
import { describe, expect, it } from 'vitest';
import type { RolePack } from '../../../shared/api/role-pack.ts';
import { readDrafts } from '../../../src-main/import/read.ts';
import { countDraft } from '../../../src-main/import/roles/draft-counts.ts';
import { bytesOf, expectRefusal, fixture, fixtureText } from '../read-text.ts';

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

  const levels = (...ordinals: number[]) =>
    ordinals.map((ordinal) => ({ ordinal, label: `Level ${ordinal}`, code: `C${ordinal}` }));
  const ladder = (skills: unknown[]) => [
    { family: 'Shelves', matrix: { scale: 'own', skills }, shortRows: [], faqs: [], facts: [], sections: [] },
  ];
  const own = { key: 'own', name: 'Own', levels: levels(1, 2) };

  it.each([
    [
      'two scales of one key',
      (value: ReturnType<typeof pack>) => set(value, 'scales', [...value.scales, own, { ...own, name: 'Other' }]),
      'key is “own”, as that of scale',
    ],
    [
      'a hole between its levels',
      (value: ReturnType<typeof pack>) => set(value, 'scales', [...value.scales, { ...own, levels: levels(1, 2, 4) }]),
      'levels has to count 1, 2, 3 … without a hole, and has 1, 2, 4.',
    ],
    [
      'a level counted twice',
      (value: ReturnType<typeof pack>) => set(value, 'scales', [...value.scales, { ...own, levels: levels(1, 1) }]),
      'levels has to count 1, 2, 3 … without a hole, and has 1, 1.',
    ],
    [
      'a title of spaces',
      (value: ReturnType<typeof pack>) => set(value.roles[1], 'title', ' \u00a0 '),
      'roles 2 › title is empty.',
    ],
    [
      'a role that its matrix makes too long',
      (value: ReturnType<typeof pack>) => {
        const [first] = value.roles;
        const asked = first?.requirements[0];
        set(first, 'family', 'Shelves');
        set(
          first,
          'requirements',
          Array.from({ length: 600 }, (_, at) => ({ ...asked, competency: `Asked ${at}` })),
        );
        set(value, 'scales', [...value.scales, own]);
        set(value, 'ladders', ladder(Array.from({ length: 401 }, (_, at) => ({ name: `Skill ${at}`, cells: ['C1'] }))));
      },
      'would have 1001 requirements with those of its matrix; a role holds up to 1000.',
    ],
  ])('with %s is refused', (_name, change, sentence) => {
    expectRefusal('x.json', changed(change), 'FILE_UNREADABLE', 'is a role pack', sentence, 'Nothing was added.');
  });

  it('may have a matrix of what its role asks already, however long, and codes that are words of programming', () => {
    const text = changed((value) => {
      const [first] = value.roles;
      const asked = first?.requirements[0];
      const names = Array.from({ length: 600 }, (_, at) => `Asked ${at}`);
      set(first, 'family', 'Shelves');
      set(
        first,
        'requirements',
        names.map((name) => ({ ...asked, competency: name })),
      );
      set(value, 'scales', [
        ...value.scales,
        {
          ...own,
          levels: [
            { ordinal: 1, label: 'One', code: 'constructor' },
            { ordinal: 2, label: 'Two' },
          ],
        },
      ]);
      set(
        value,
        'ladders',
        ladder(names.map((name) => ({ name, cells: ['constructor'], rubric: { toString: 'Words' } }))),
      );
    });
    const [read] = readDrafts('x.json', bytesOf(text));
    if (read?.kind !== 'pack') throw new Error('no pack');
    expect(read.pack.ladders[0]?.matrix?.skills[0]?.cells).toEqual([{ level: 1, isMandatory: false }]);
  });

  it('with a rubric of a key that could do harm is refused', () => {
    const text = changed((value) => {
      set(value.roles[0], 'family', 'Shelves');
      set(value, 'scales', [...value.scales, own]);
      set(value, 'ladders', ladder([{ name: 'Shelving', cells: ['C1'], rubric: { constructor: 'Words' } }]));
    });
    expectRefusal('x.json', text, 'FILE_UNREADABLE', '“constructor”', 'Nothing was added.');
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

describe('a role pack of version 2', () => {
  const second = () => ({
    ...pack(),
    formatVersion: 2,
    scales: [
      ...pack().scales,
      {
        key: 'codes',
        name: 'Codes',
        levels: [
          { ordinal: 1, label: 'Aware', code: 'A' },
          { ordinal: 2, label: 'Skilled', code: 'S' },
        ],
      },
    ],
    ladders: [
      {
        family: 'Shelving',
        matrix: {
          scale: 'codes',
          countsThroughParents: false,
          skills: [
            {
              name: 'Ladders',
              category: 'Reach',
              cells: ['A', 's!'],
              rubric: { A: 'Climbs', '2': 'Climbs with books' },
            },
            { name: 'Trolleys', cells: [null, { level: 2, isMandatory: true, detail: 'Own words' }] },
          ],
        },
        shortRows: [{ skill: 'Spines', values: ['A'] }],
      },
    ],
    roles: pack().roles.map((role, index) => ({ ...role, family: 'Shelving', levelOrder: index + 1 })),
  });

  it('has the short cells of its matrix written out, with the words of their rubric', () => {
    const [draft] = readDrafts('x.json', bytesOf(JSON.stringify(second())));
    if (draft?.kind !== 'pack') throw new Error('no pack');
    expect(draft.pack.ladders[0]?.matrix?.skills.map((skill) => skill.cells)).toEqual([
      [
        { level: 1, isMandatory: false, detail: 'Climbs' },
        { level: 2, isMandatory: true, detail: 'Climbs with books' },
      ],
      [null, { level: 2, isMandatory: true, detail: 'Own words' }],
    ]);
    expect(draft.notices).toMatchObject([{ code: 'NOT_PLACED', detail: 'Spines' }]);
  });

  it.each([
    [
      'a code that is no level',
      (value: ReturnType<typeof second>) => set(value.ladders[0]?.matrix.skills[0]?.cells, 1, 'Q'),
      'ladders 1 › matrix › skills 1 › cells 2 is “Q”, which its scale does not have.',
    ],
    [
      'a cell above its scale',
      (value: ReturnType<typeof second>) => set(value.ladders[0]?.matrix.skills[1]?.cells, 1, { level: 9 }),
      'ladders 1 › matrix › skills 2 › cells 2 › level is 9, and its scale has 2.',
    ],
    [
      'more cells than levels',
      (value: ReturnType<typeof second>) => set(value.ladders[0]?.matrix.skills[0], 'cells', ['A', 'A', 'S']),
      'ladders 1 › matrix › skills 1 › cells has 3 rows, and the ladder 2 roles.',
    ],
    [
      'a scale that is not there',
      (value: ReturnType<typeof second>) => set(value.ladders[0]?.matrix, 'scale', 'other'),
      'ladders 1 › matrix › scale is “other”, which the pack does not define.',
    ],
    [
      'a family without roles',
      (value: ReturnType<typeof second>) => set(value.ladders[0], 'family', 'Cellar'),
      'ladders 1 › family is “Cellar”, and no role of the pack has that family.',
    ],
    [
      'a cell that is a number',
      (value: ReturnType<typeof second>) => set(value.ladders[0]?.matrix.skills[0]?.cells, 0, 3),
      'ladders 1 › matrix › skills 1 › cells 1 has to be null, a code such as “W!”, or an object with a level, and is a number.',
    ],
  ])('with %s is refused by the place of the fault', (_name, change, sentence) => {
    const value = second();
    change(value);
    expectRefusal('x.json', JSON.stringify(value), 'FILE_UNREADABLE', sentence);
  });
});

describe('a patch of a role', () => {
  const patch = () => ({
    format: 'cairn-rolepatch',
    formatVersion: 1,
    role: { title: 'Shelver', family: 'Shelving' },
    note: 'From the <b>reading</b> room',
    changes: [
      { field: 'mission', before: null, after: 'Every book where it is looked for.' },
      {
        list: 'tools',
        key: 'trolley',
        before: { name: 'Trolley' },
        after: { name: 'Trolley', adoption: 'Common' },
        rank: 0,
      },
    ] as unknown[],
  });

  it('becomes a draft of its changes', () => {
    const [draft] = readDrafts('x.rolepatch.json', bytesOf(JSON.stringify(patch())));
    expect(draft).toMatchObject({ kind: 'patch', format: 'role-patch', title: 'Shelver', notices: [] });
    if (draft?.kind !== 'patch') throw new Error('no patch');
    expect(draft.patch.changes).toHaveLength(2);
    expect(draft.sourceLines[1]).toBe('  "format": "cairn-rolepatch",');
  });

  it.each([
    ['no changes', (value: ReturnType<typeof patch>) => set(value, 'changes', []), 'changes is empty.'],
    ['no title', (value: ReturnType<typeof patch>) => set(value.role, 'title', ''), 'role › title is empty.'],
    [
      'a row that breaks the format',
      (value: ReturnType<typeof patch>) => set(value.changes[1] as object, 'after', { name: 7 }),
      'changes 2 › after › name has to be a string, and is 7.',
    ],
    [
      'a change of nothing known',
      (value: ReturnType<typeof patch>) => set(value.changes, 0, { field: 'shoeSize', before: null, after: '44' }),
      'changes 1',
    ],
  ])('with %s is refused by the place of the fault', (_name, change, sentence) => {
    const value = patch();
    change(value);
    expectRefusal(
      'x.json',
      JSON.stringify(value),
      'FILE_UNREADABLE',
      'is a patch of a role',
      sentence,
      'Nothing was added.',
    );
  });

  it('of a newer version is refused with what to do', () => {
    expectRefusal('x.json', JSON.stringify({ ...patch(), formatVersion: 2 }), 'FORMAT_UNKNOWN', 'Update Cairn');
  });
});
