/** ESCO as CSV: occupations, skills, and which occupation asks for which skill. It has no levels. */
import { AppError } from '../../../../shared/api/errors.ts';
import type { Draft } from '../../../../shared/api/import.ts';
import type { RequirementContent, RoleContent, Section } from '../../../../shared/api/role-content.ts';
import type { CompetencyContent } from '../../../../shared/api/role-pack.ts';
import { cleanLine, quoted } from '../../outline/clean-text.ts';
import { emptyRole } from '../matrix/matrix-library.ts';
import { openNotices } from '../notices.ts';
import { asLine, asProse } from '../role-reading.ts';
import { linesInShort, officialDraft } from './official-pack.ts';
import { type OfficialRow, type OfficialTable, rowsOfTable } from './official-tables.ts';

const packCard = {
  id: 'esco',
  name: 'ESCO occupations',
  author: 'European Commission',
  licence: 'Commission Decision 2011/833/EU on the reuse of Commission documents',
  credit: 'This service uses the ESCO classification of the European Commission. Cairn has changed its form.',
  description: 'Occupations of the ESCO classification as they were downloaded, with the skills they ask for.',
} as const;

interface Skill {
  readonly name: string;
  readonly isKnowledge: boolean;
  readonly row: OfficialRow | undefined;
}

/** The draft of the tables that were given. Throws FORMAT_UNKNOWN when they make no role, and says which file is wanting. */
export function readEsco(tables: readonly OfficialTable[]): Draft {
  const notices = openNotices();
  const files: { name: string; rows: number }[] = [];
  const rowsOf = (wanted: string): OfficialRow[] =>
    tables
      .filter((table) => table.table === wanted)
      .flatMap((table) => {
        const rows = rowsOfTable(table);
        files.push({ name: table.source.name, rows: rows.length });
        return rows;
      });
  for (const table of tables)
    if (table.table === 'unread')
      notices.add('LEFT_OUT', `${quoted(table.source.name)} is a table of ESCO that Cairn does not use.`);
  const skills = new Map<string, Skill>();
  for (const row of rowsOf('skills')) {
    const name = asLine(row.of('preferredlabel'));
    if (name !== '')
      skills.set(row.of('concepturi'), { name, isKnowledge: row.of('skilltype').startsWith('knowledge'), row });
  }
  const relations = rowsOf('relations');
  const roles = new Map<string, RoleContent>();
  for (const row of rowsOf('occupations')) {
    const title = asLine(row.of('preferredlabel'));
    const isCurrent = row.of('status') === '' || row.of('status').toLowerCase() === 'released';
    if (title !== '' && isCurrent) roles.set(row.of('concepturi'), roleOf(title, row));
  }
  const used = new Map<string, Skill>();
  let unnamed = 0;
  for (const row of relations) {
    const uri = row.of('skilluri');
    const label = asLine(row.of('skilllabel'));
    const skill =
      skills.get(uri) ??
      (label === ''
        ? undefined
        : { name: label, isKnowledge: row.of('skilltype').startsWith('knowledge'), row: undefined });
    const occupation = row.of('occupationuri');
    const title = asLine(row.of('occupationlabel'));
    if (!roles.has(occupation) && title !== '' && files.length === 1) roles.set(occupation, emptyRole(title));
    const role = roles.get(occupation);
    if (role === undefined) continue;
    if (skill === undefined) {
      unnamed += 1;
      continue;
    }
    used.set(uri, skill);
    if (role.requirements.length < 1_000)
      role.requirements.push(requirementOf(skill, row.of('relationtype').toLowerCase()));
  }
  if (roles.size === 0) throw wanting(tables);
  if (relations.length === 0)
    notices.add(
      'KEPT',
      'The roles ask for nothing yet. Give the files of skills and of occupation skill relations with this one.',
    );
  if (unnamed > 0)
    notices.add(
      'NOT_PLACED',
      `${unnamed} relations name a skill that these files do not hold. Give the file of skills with them.`,
    );
  notices.add(
    'INTERPRETED',
    'ESCO has no levels. What is essential is read as important and mandatory, what is optional as optional.',
  );
  const list = [...roles.values()];
  return officialDraft(
    'esco',
    packCard,
    newestOf(tables),
    { scales: [], competencies: [...used.values()].map(competencyOf), ladders: [], roles: list },
    notices,
    linesInShort(files, list),
  );
}

function wanting(tables: readonly OfficialTable[]): AppError {
  const name = quoted(tables[0]?.source.name ?? '');
  const holds = tables.some((table) => table.table === 'relations')
    ? 'says which occupation asks for which skill, but names none of them. Nothing was added. Give the files of occupations and of skills with it.'
    : 'names skills, and no occupation. Nothing was added. Give the files of occupations and of occupation skill relations with it.';
  return new AppError('FORMAT_UNKNOWN', `${name} is a table of ESCO that ${holds}`);
}

/** The newest day on which a concept was changed stands for the version. */
function newestOf(tables: readonly OfficialTable[]): string {
  const days = tables
    .filter((table) => table.table === 'occupations')
    .flatMap((table) => rowsOfTable(table).map((row) => row.of('modifieddate').slice(0, 10)))
    .filter((day) => /^\d{4}-\d{2}-\d{2}$/.test(day));
  return days.toSorted().at(-1) ?? 'as downloaded';
}

function requirementOf(skill: Skill, relation: string): RequirementContent {
  const isEssential = relation === 'essential';
  return {
    competency: skill.name,
    kind: 'skill',
    level: null,
    scale: 'five-levels',
    importance: isEssential ? 'important' : 'optional',
    importanceNote: relation,
    isMandatory: isEssential,
    category: skill.isKnowledge ? 'Knowledge' : 'Skills and competences',
    countsInMatch: true,
    details: [],
  };
}

function roleOf(title: string, row: OfficialRow): RoleContent {
  const description = row.of('description');
  const isco = row.of('iscogroup');
  const code = row.of('code');
  return {
    ...emptyRole(title),
    family: 'ESCO',
    ...(description === '' ? {} : { summary: asProse(description) }),
    facts: [
      ...(code === '' ? [] : [{ label: 'ESCO code', value: asLine(code) }]),
      ...(isco === '' ? [] : [{ label: 'ISCO group', value: asLine(isco) }]),
    ],
    sections: sectionsOf(row),
  };
}

/** What else the classification says of an occupation, in its own words. */
function sectionsOf(row: OfficialRow): Section[] {
  const statements: readonly (readonly [string, string])[] = [
    ['Definition', row.of('definition')],
    ['Scope note', row.of('scopenote')],
    ['Regulated profession', row.of('regulatedprofessionnote')],
    ['Other names', row.of('altlabels').split('\n').map(cleanLine).filter(Boolean).join(', ')],
  ];
  return statements.flatMap(([heading, text]): Section[] => {
    if (text === '') return [];
    return [{ depth: 1, heading, blocks: [{ kind: 'paragraph', inlines: [{ text: asProse(text) }] }] }];
  });
}

function competencyOf({ name, row }: Skill): CompetencyContent {
  const description = row === undefined ? '' : row.of('description') || row.of('definition');
  const aliases = (row?.of('altlabels') ?? '')
    .split('\n')
    .map(asLine)
    .filter((alias) => alias !== '' && alias !== name);
  return {
    name,
    aliases: [...new Set(aliases)].slice(0, 40),
    ...(description === '' ? {} : { description: asProse(description) }),
  };
}
