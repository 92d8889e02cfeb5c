/** The UK government’s digital and data framework as CSV: roles, their levels, and skills at four levels. */
import type { Draft } from '../../../../shared/api/import.ts';
import type { RoleContent, ScaleContent } from '../../../../shared/api/role-content.ts';
import type { CompetencyContent, LadderContent } from '../../../../shared/api/role-pack.ts';
import { lettersAndFigures } from '../../outline/clean-text.ts';
import { emptyRole } from '../matrix/matrix-library.ts';
import { openNotices } from '../notices.ts';
import { asLine, asProse } from '../role-reading.ts';
import { linesInShort, officialDraft } from './official-pack.ts';
import { type OfficialTable, rowsOfTable } from './official-tables.ts';

const packCard = {
  id: 'uk-digital-data-framework',
  name: 'Government Digital and Data roles',
  author: 'UK Government (Crown copyright)',
  licence: 'Open Government Licence v3.0',
  credit:
    'Contains public sector information licensed under the Open Government Licence v3.0. Cairn has changed its form.',
  description: 'Roles of the Government Digital and Data Profession Capability Framework as they were downloaded.',
} as const;

const levelLabels = ['Awareness', 'Working', 'Practitioner', 'Expert'];
const frameworkScale: ScaleContent = {
  key: 'digital-framework',
  name: 'Awareness to Expert',
  levels: levelLabels.map((label, index) => ({ ordinal: index + 1, label })),
};

interface Level {
  readonly role: RoleContent;
  readonly skills: Set<string>;
}

/** The draft of the rows: a ladder for each role, its levels in the order of the file. Never refuses. */
export function readDigitalFramework(tables: readonly OfficialTable[]): Draft {
  const notices = openNotices();
  const files: { name: string; rows: number }[] = [];
  const levels = new Map<string, Level>();
  const ladders = new Map<string, LadderContent>();
  const competencies = new Map<string, CompetencyContent>();
  let unread = 0;
  for (const table of tables) {
    const rows = rowsOfTable(table);
    files.push({ name: table.source.name, rows: rows.length });
    for (const row of rows) {
      const title = asLine(row.of('role'));
      const levelTitle = asLine(row.of('rolelevel')) || title;
      const skill = asLine(row.of('skill'));
      if (title === '') continue;
      const description = asProse(row.of('roledescription') || row.of('description'));
      const ladder = ladders.get(title) ?? emptyLadder(title, description, asLine(row.of('family')));
      ladders.set(title, ladder);
      const key = `${title}\n${levelTitle}`;
      const level =
        levels.get(key) ??
        openLevel(title, levelTitle, [...levels.keys()].filter((other) => other.startsWith(`${title}\n`)).length + 1);
      levels.set(key, level);
      const summary = row.of('roleleveldescription');
      if (summary !== '' && level.role.summary === undefined) level.role.summary = asProse(summary);
      if (skill === '' || level.skills.has(skill)) continue;
      const wanted = lettersAndFigures(row.of('skilllevel'));
      const ordinal = levelLabels.findIndex((label) => wanted.startsWith(lettersAndFigures(label))) + 1;
      if (ordinal === 0 && wanted !== '') unread += 1;
      level.skills.add(skill);
      const blurb = row.of('skillleveldescription');
      level.role.requirements.push({
        competency: skill,
        kind: 'skill',
        level: ordinal === 0 ? null : ordinal,
        scale: frameworkScale.key,
        importance: null,
        isMandatory: false,
        countsInMatch: true,
        ...(blurb === '' ? {} : { blurb: asProse(blurb) }),
        details: ordinal === 0 && wanted !== '' ? [{ label: 'As written', text: asProse(row.of('skilllevel')) }] : [],
        words: row.words(),
      });
      const about = row.of('skilldescription');
      if (!competencies.has(skill))
        competencies.set(skill, { name: skill, aliases: [], ...(about === '' ? {} : { description: asProse(about) }) });
    }
  }
  if (unread > 0)
    notices.add(
      'NOT_PLACED',
      `${unread} skills ask for a level that is none of the four; they ask that the skill be shown.`,
    );
  notices.add('INTERPRETED', 'The levels of a role are in the order of the file, the first one lowest.');
  const roles = [...levels.values()].map((level) => level.role);
  return officialDraft(
    'digital-framework',
    packCard,
    'as downloaded',
    {
      scales: [frameworkScale],
      competencies: [...competencies.values()],
      ladders: [...ladders.values()].slice(0, 200),
      roles: roles.length > 0 ? roles : [emptyRole(packCard.name)],
    },
    notices,
    linesInShort(files, roles),
  );
}

function emptyLadder(title: string, description: string, family: string): LadderContent {
  return {
    family: title,
    title,
    ...(description === '' ? {} : { summary: description }),
    shortRows: [],
    faqs: [],
    facts: family === '' ? [] : [{ label: 'Family', value: family }],
    sections: [],
  };
}

function openLevel(title: string, levelTitle: string, order: number): Level {
  return {
    role: { ...emptyRole(levelTitle), family: title, levelLabel: levelTitle, levelOrder: Math.min(30, order) },
    skills: new Set(),
  };
}
