/** A small ladder: three levels, two categories and a competency of its own, on a scale of four. */
import type { Ladder, LadderCell, LadderSkill } from '../../../shared/api/ladder.ts';

/** A cell written short: the level, with `!` after it when mandatory; null when it is not asked. */
export function cell(short: string | null, reached: Partial<LadderSkill> = {}): LadderCell | null {
  if (short === null) return null;
  const level = Number(short.replace('!', ''));
  return {
    requirementId: `q-${short}-${Math.random()}`,
    level,
    scaleId: 'four',
    importance: null,
    isMandatory: short.endsWith('!'),
    detail: null,
    countsInMatch: true,
    isMet: (reached.evidenced ?? 0) >= level,
    isMetBySelf: (reached.selfAssessed ?? 0) >= level,
  };
}

export function skill(name: string, cells: readonly (string | null)[], more: Partial<LadderSkill> = {}): LadderSkill {
  return {
    competencyId: name.toLowerCase().replaceAll(' ', '-'),
    name,
    description: '',
    category: 'Tending',
    kind: 'skill',
    cells: cells.map((short) => cell(short, more)),
    evidenced: 0,
    selfAssessed: null,
    ...more,
  };
}

export function level(name: string, more: Partial<Ladder['levels'][number]> = {}): Ladder['levels'][number] {
  return {
    roleId: name.toLowerCase(),
    title: `${name} keeper`,
    levelCode: null,
    levelLabel: name,
    tourOfDuty: null,
    mission: null,
    stack: [],
    focus: null,
    isPinned: false,
    gapPairs: [],
    ...more,
  };
}

export function madeLadder(more: Partial<Ladder> = {}): Ladder {
  return {
    id: 'lamps',
    title: 'Lighthouse keeping',
    tagline: null,
    summary: null,
    faqs: [],
    shortRows: [],
    sections: [],
    family: 'Lighthouse keeping',
    packId: null,
    credit: null,
    facts: [],
    scales: [
      {
        id: 'four',
        name: 'Four',
        levels: ['Awareness', 'Working', 'Advanced', 'Expert'].map((label, index) => ({ ordinal: index + 1, label })),
      },
    ],
    levels: [level('Junior'), level('Senior', { isPinned: true }), level('Lead')],
    skills: [
      skill('Lamp oil', ['1!', '2!', '3'], { evidenced: 2.4, selfAssessed: 2 }),
      skill('Wick trimming', ['1', '3!', '4!'], { evidenced: 1.2, selfAssessed: 3 }),
      skill('Fog signals', [null, '2', '2'], { category: 'Signals', evidenced: 2 }),
      skill('Log keeping', ['2', '2', '2'], { category: 'Signals' }),
    ],
    ...more,
  };
}
