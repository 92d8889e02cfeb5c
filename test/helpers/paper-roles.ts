/** Role specs and ladders as the database answers them, made of contents and of short cells. */
import type { Ladder, LadderCell, LadderSkill } from '../../shared/api/ladder.ts';
import type { RoleSpec } from '../../shared/api/role.ts';
import type { RoleContent } from '../../shared/api/role-content.ts';
import type { Scale } from '../../shared/api/values.ts';

export const fourLevels: Scale = {
  id: 'four',
  name: 'Skill levels',
  levels: ['Awareness', 'Working', 'Advanced', 'Expert'].map((label, at) => ({ ordinal: at + 1, label })),
};

/** A role spec of a content, with nothing else known of it unless given. */
export function roleSpec(content: RoleContent, more: Partial<RoleSpec> = {}): RoleSpec {
  return {
    ...content,
    requirements: content.requirements.map((asked, at) => ({
      ...asked,
      id: `r${at}`,
      competencyId: `c${at}`,
      scaleLevels: asked.level === null ? null : fourLevels,
    })),
    id: 'role',
    source: null,
    pack: null,
    ladderSpec: null,
    ownEdits: 0,
    archivedAt: null,
    pin: null,
    createdAt: '2026-11-21T09:00:00.000Z',
    deletedAt: null,
    ladder: [],
    ...more,
  };
}

/** A cell written short: the level, `x` for none, with `!` after it when mandatory; empty where nothing is asked. */
export function ladderCell(short: string): LadderCell | null {
  if (short === '') return null;
  const level = Number.parseInt(short, 10);
  return {
    requirementId: short,
    level: Number.isNaN(level) ? null : level,
    scaleId: Number.isNaN(level) ? null : fourLevels.id,
    importance: null,
    isMandatory: short.endsWith('!'),
    detail: null,
    countsInMatch: true,
    isMet: false,
    isMetBySelf: false,
  };
}

/** `cells` are short ones, a space between them, `-` where nothing is asked. */
export function ladderSkill(name: string, cells: string, more: Partial<LadderSkill> = {}): LadderSkill {
  return {
    competencyId: name,
    name,
    description: '',
    category: null,
    kind: 'skill',
    cells: cells.split(' ').map((short) => {
      const cell = ladderCell(short === '-' ? '' : short);
      const isMet = (reached: number | null | undefined) => (reached ?? 0) >= (cell?.level ?? 1);
      return cell && { ...cell, isMet: isMet(more.evidenced), isMetBySelf: isMet(more.selfAssessed) };
    }),
    evidenced: 0,
    selfAssessed: null,
    ...more,
  };
}

export function ladderOf(levelCount: number, skills: readonly LadderSkill[], more: Partial<Ladder> = {}): Ladder {
  return {
    id: 'ladder',
    title: 'Weir keeping',
    tagline: null,
    summary: null,
    faqs: [],
    shortRows: [],
    facts: [],
    sections: [],
    family: 'Weir keeping',
    packId: null,
    credit: null,
    levels: Array.from({ length: levelCount }, (_, at) => ({
      roleId: `level${at + 1}`,
      title: `Keeper of rank ${at + 1}`,
      levelCode: `L${at + 1}`,
      levelLabel: null,
      tourOfDuty: null,
      mission: null,
      stack: [],
      focus: null,
      isPinned: false,
      gapPairs: [],
    })),
    skills,
    scales: [fourLevels],
    ...more,
  };
}
