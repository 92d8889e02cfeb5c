/** Ladders in the formats that companies publish, and jobs: each level, each criterion, each word. */
import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../shared/api/import.ts';
import { RoleContent } from '../../../shared/api/role-content.ts';
import { RoleLibrary } from '../../../shared/api/role-pack.ts';
import { expandMatrix } from '../../../shared/domain/ladder/matrix.ts';
import { readLiteral } from '../../../src-main/import/files/js-literal.ts';
import { readDrafts } from '../../../src-main/import/read.ts';
import { bytesOf, messagesOf, roleDraft } from '../read-text.ts';
import { recallOf } from '../visible-words.ts';

type LadderDraft = Extract<Draft, { kind: 'ladder' }>;

function ladderDraft(text: string, name: string): LadderDraft {
  const [draft] = readDrafts(name, bytesOf(text));
  if (draft?.kind !== 'ladder') throw new Error(`expected a ladder, got ${draft?.kind} ${draft?.format}`);
  expect(RoleLibrary.safeParse(draft.library).error).toBeUndefined();
  return draft;
}

const tracks = {
  KILN: {
    displayName: 'Kiln craft',
    category: 'A',
    description: 'Fires what others threw',
    milestones: [
      { summary: 'Loads a kiln as shown', signals: ['Stacks shelves level'], examples: ['Loaded the small kiln'] },
      { summary: 'Fires alone', signals: ['Reads the cones'], examples: ['Fired forty bowls'] },
    ],
  },
  GLAZE: {
    displayName: 'Glaze lore',
    category: 'B',
    description: 'Knows what melts',
    milestones: [
      { summary: 'Mixes by recipe', signals: [], examples: [] },
      { summary: 'Writes recipes', signals: ['Tests before use'], examples: ['Found a lead-free white'] },
    ],
  },
};

describe('tracks with milestones', () => {
  it('as JSON become a ladder with a level for each milestone', () => {
    const draft = ladderDraft(JSON.stringify({ tracks }), 'Pottery.json');
    expect(draft).toMatchObject({ format: 'snowflake-tracks', title: 'Pottery' });
    expect(draft.library.roles.map((role) => [role.title, role.levelCode])).toEqual([
      ['Pottery, milestone 1', '1'],
      ['Pottery, milestone 2', '2'],
    ]);
    const [first, second] = expandMatrix(draft.library);
    expect(
      first?.requirements.map((requirement) => [requirement.competency, requirement.category, requirement.level]),
    ).toEqual([
      ['Kiln craft', 'A', 1],
      ['Glaze lore', 'B', 1],
    ]);
    expect(second?.requirements[0]?.blurb).toBe(
      'Fires alone\nExample behaviors:\n- Reads the cones\nExample tasks:\n- Fired forty bowls',
    );
    const said = Object.values(tracks).flatMap((track) => [
      track.displayName,
      track.description,
      ...track.milestones.flatMap((milestone) => [milestone.summary, ...milestone.signals, ...milestone.examples]),
    ]);
    expect(recallOf(said.join('\n'), draft.library.ladders[0]?.sections ?? []).missing).toEqual([]);
  });

  it('as a module are read as data, and no code is run', () => {
    const module = `// @flow
export type Tracks = { [string]: Track }
export const tracks: Tracks = {
  // pots
  KILN: { displayName: 'Kiln craft', category: "A", description: "It's " + 'hot',
    milestones: [{ summary: 'One', signals: ['a',], examples: [] }, { summary: \`Two\`, signals: [], examples: [], }] },
}
export const titles = [ { label: 'Potter I', minPoints: 0, maxPoints: 16 }, { label: 'Potter II', minPoints: 17 } ]
export const eligible = (n) => process.exit(n)
`;
    const draft = ladderDraft(module, 'constants.js');
    expect(draft.format).toBe('snowflake-tracks');
    expect(draft.library.competencies).toEqual([{ name: 'Kiln craft', aliases: [], description: "It's hot" }]);
    expect(draft.library.ladders[0]?.facts.map((fact) => [fact.label, fact.value])).toEqual([
      ['Potter I', '0–16 points'],
      ['Potter II', '17 and more points'],
    ]);
    expect(draft.sourceLines[0]).toBe('// @flow');
  });

  it.each([
    ['a call', '{ a: alert(1) }'],
    ['a template with a value in it', '`x$\u007by}`'],
    ['a function', '{ a: () => 1 }'],
    ['an open string', '{ a: "b'],
    ['depth without end', '['.repeat(100_000)],
  ])('are not read where they hold %s', (_name, text) => {
    expect(readLiteral(text, 0)).toBeUndefined();
  });

  it('leave prototypes alone', () => {
    const value = readLiteral('{ "__proto__": { polluted: true }, a: 1 }', 0);
    expect(value).toEqual({ a: 1 });
    expect((value as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

const yaml = `---
path: "/potters"
title: "Potters"
levels: 3
topics:
  - name: "clay"
    title: "Clay"
    content:
      - level: 1
        criteria:
          - "Wedges without bubbles"
      - level: 3
        exampleCriteria:
          - criteria: "Finds new clay"
            examples:
              - "Dug the river bank"
  - name: "wheel"
    title: "Wheel"
    content:
      - level: 2
        exampleCriteria:
          - criteria: "Centres any weight"
---
`;

describe('topics with criteria by level', () => {
  it('as YAML become a ladder', () => {
    const draft = ladderDraft(yaml, 'potters.md');
    expect(draft).toMatchObject({ format: 'monzo-framework', title: 'Potters' });
    expect(draft.library.roles.map((role) => role.title)).toEqual([
      'Potters, level 1',
      'Potters, level 2',
      'Potters, level 3',
    ]);
    const roles = expandMatrix(draft.library);
    expect(
      roles.map((role) =>
        role.requirements.map((requirement) => [requirement.competency, requirement.level, requirement.blurb]),
      ),
    ).toEqual([
      [['Clay', 1, '- Wedges without bubbles']],
      [['Wheel', 2, '- Centres any weight']],
      [['Clay', 3, '- Finds new clay\n  - Dug the river bank']],
    ]);
  });

  it('keep what stands below the front matter, headings and all', () => {
    const draft = ladderDraft(
      `${yaml}\nHow we use this page.\n\n## Asking for more\n\nTalk to whoever fires the kiln.\n`,
      'potters.md',
    );
    const sections = draft.library.ladders[0]?.sections ?? [];
    expect(JSON.stringify(sections)).toContain('How we use this page.');
    expect(sections.at(-1)?.heading).toBe('Asking for more');
    expect(JSON.stringify(sections.at(-1))).toContain('Talk to whoever fires the kiln.');
  });

  it('with an alias that grows is no framework but text', () => {
    const bomb = `topics: &a0 [x, x]\n${Array.from({ length: 30 }, (_, index) => `k${index + 1}: &a${index + 1} [*a${index}, *a${index}]`).join('\n')}\n`;
    const [draft] = readDrafts('bomb.yml', bytesOf(bomb));
    expect(draft?.kind).toBe('role');
  });
});

describe('levels with five axes', () => {
  const text = `# Stewards

Some words on how to use it.

## S1 - Steward 1

* **Technology - Adopts**: learns the tools of the hut
* **System - Enhances**: mends the path
* **People - Learns**: asks often
* **Process - Follows**: keeps the log
* **Influence - Subsystem**: one hut

## S2 - Steward 2

* [Technology](#t) - **Specializes**: knows every lamp
* [System](#s) - **Designs**: draws new paths
* [People](#p) - **Mentors**: brings others on
* [Process](#r) - **Enforces**: reads the log to others
* [Influence](#i) - **Multiple teams**: three valleys
`;

  it('become a ladder with a place on each axis', () => {
    const draft = ladderDraft(text, 'stewards.md');
    expect(draft).toMatchObject({ format: 'engineering-ladders', title: 'Stewards' });
    expect(draft.library.roles.map((role) => [role.levelCode, role.title, role.family])).toEqual([
      ['S1', 'Steward 1', 'Stewards'],
      ['S2', 'Steward 2', 'Stewards'],
    ]);
    expect(
      expandMatrix(draft.library).map((role) => role.requirements.map((requirement) => requirement.level)),
    ).toEqual([
      [1, 1, 1, 1, 1],
      [2, 2, 3, 2, 3],
    ]);
    expect(expandMatrix(draft.library)[1]?.requirements[0]?.blurb).toBe('Specializes: knows every lamp');
    expect(
      recallOf(
        'Some words on how to use it Steward 1 mends the path three valleys',
        draft.library.ladders[0]?.sections ?? [],
      ).missing,
    ).toEqual([]);
  });
});

describe('skills as nested JSON', () => {
  it('become a role that asks for each at its level', () => {
    const draft = roleDraft('{"Boats":{".level":2,"Knots":4,"Sails":{"Jib":1}},"Weather":0,"Tides":3}', 'Sailor.json');
    expect(draft.format).toBe('nested-skills');
    expect(
      draft.role.requirements.map((requirement) => [requirement.category, requirement.competency, requirement.level]),
    ).toEqual([
      [undefined, 'Boats', 2],
      ['Boats', 'Knots', 4],
      ['Boats › Sails', 'Jib', 1],
      [undefined, 'Weather', null],
      [undefined, 'Tides', 3],
    ]);
    expect(draft.scales?.[0]?.levels).toHaveLength(4);
    for (const requirement of draft.role.requirements)
      expect(draft.sourceLines[(requirement.line ?? 0) - 1]).toContain(requirement.competency);
    expect(recallOf('Boats 2 Knots 4 Sails Jib 1 Weather 0 Tides 3', draft.role.sections).missing).toEqual([]);
    expect(RoleContent.safeParse(draft.role).error).toBeUndefined();
  });
});

describe('a job in the JSON Resume schema', () => {
  it('becomes a role with its duties, what it asks and its skills', () => {
    const job = {
      title: 'Bell Ringer',
      company: 'St Example',
      type: 'Part-time',
      date: '2026-03-01',
      description: 'Rings on Sundays.',
      location: { city: 'Upper Wold', countryCode: 'GB' },
      responsibilities: ['Ring the tenor', 'Oil the frame'],
      qualifications: ['A head for heights'],
      skills: [{ name: 'Ropes', level: 'Master', keywords: ['splicing', 'care'] }, { name: 'Counting' }],
      meta: { version: 'v1' },
    };
    const draft = roleDraft(JSON.stringify(job), 'job.json');
    expect(draft).toMatchObject({ format: 'json-resume-job', title: 'Bell Ringer' });
    expect(draft.role).toMatchObject({ effectiveOn: '2026-03-01', summary: 'Rings on Sundays.' });
    expect(draft.role.facts.map((fact) => [fact.label, fact.value])).toEqual([
      ['Company', 'St Example'],
      ['Type', 'Part-time'],
    ]);
    expect(draft.role.responsibilities.map((responsibility) => responsibility.text)).toEqual([
      'Ring the tenor',
      'Oil the frame',
    ]);
    expect(draft.role.items).toMatchObject([{ kind: 'qualification', text: 'A head for heights' }]);
    expect(draft.role.requirements.map((requirement) => [requirement.competency, requirement.details])).toEqual([
      [
        'Ropes',
        [
          { label: 'Level', text: 'Master' },
          { label: 'Keywords', text: 'splicing, care' },
        ],
      ],
      ['Counting', []],
    ]);
    for (const row of [...draft.role.responsibilities, ...draft.role.requirements]) {
      expect(draft.sourceLines[(row.line ?? 0) - 1]).toBeTruthy();
      expect(draft.role.sections[row.section ?? -1]).toBeDefined();
    }
    const words =
      'Bell Ringer St Example Part time 2026 03 01 Rings on Sundays Upper Wold GB Ring the tenor Oil the frame A head for heights Ropes Master splicing care Counting v1';
    expect(recallOf(words, draft.role.sections).missing).toEqual([]);
  });
});

describe('JSON of no known format', () => {
  it('is kept as prose under the name of its file, every word of it', () => {
    const draft = roleDraft(
      '{"title":"Notes","parts":[{"name":"One","deep":{"x":["y",2,true]}},{"name":"Two"}],"none":null}',
      'my_notes.json',
    );
    expect(draft).toMatchObject({ format: 'text', title: 'my notes' });
    expect(recallOf('Title Notes Parts One Deep X y 2 true Two', draft.role.sections).missing).toEqual([]);
    expect(messagesOf(draft, 'NOT_PLACED')[0]).toContain('JSON of no format that Cairn knows');
  });
});
