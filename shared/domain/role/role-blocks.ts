/** The typed rows of a role spec as blocks of paper, chapter by chapter. */
import type { PaperBlock, PaperCell, PaperColumn, PaperItem, PaperRun } from '../../api/document.ts';
import type { Requirement, RoleSpec } from '../../api/role.ts';
import type { RoleLinkContent } from '../../api/role-content.ts';
import { levelLabel } from '../match/level.ts';
import { joinParts, listed, sentence } from '../paper/joined-text.ts';
import { boldRun, cell, heading, plainRun, proseBlocks, tableBlock } from '../paper/paper-blocks.ts';
import type { PaperChapter } from '../paper/paper-chapters.ts';
import { oneLine, plainText } from '../paper/printed-text.ts';
import { groupedRuns, requirementWords } from './requirement-words.ts';
import { groupHeading, headingOf } from './role-chapters.ts';

const linkKinds = [
  ['next', 'Up'],
  ['lateral', 'Sideways'],
  ['feeder', 'Where people come from'],
] as const;

/** The rows of one chapter. */
export function typedBlocks(role: RoleSpec, chapter: PaperChapter): PaperBlock[] {
  switch (chapter) {
    case 'mission':
      return proseBlocks(role.mission ?? '', 'lead');
    case 'tourOfDuty':
      return proseBlocks(role.tourOfDuty ?? '');
    case 'summary':
      return proseBlocks(role.summary ?? '');
    case 'focus':
      return [...proseBlocks(role.focus ?? ''), ...stackBlocks(role)];
    case 'competencies':
      return requirementTable(role, 'competency', 'Competency');
    case 'skills':
      return requirementTable(role, 'skill', 'Skill');
    case 'softSkills':
      return requirementTable(role, 'softSkill', 'Skill');
    case 'responsibilities':
      return responsibilities(role);
    case 'kpis':
      return kpis(role);
    case 'tools':
      return tools(role);
    case 'milestones':
      return milestones(role);
    case 'scorecard':
      return scorecard(role);
    case 'faqs':
      return role.faqs.flatMap((faq) => [heading(plainText(faq.question)), ...proseBlocks(faq.answer)]);
    case 'wayUp':
      return [...gapPairTable(role.gapPairs), ...linkKinds.flatMap(([kind, label]) => links(role, kind, label))];
    default:
      return groupedRuns(
        role.items.filter((item) => item.kind === chapter),
        (item) => item.group ?? '',
      ).flatMap((run) => [
        ...groupTitle(role, run),
        ...listBlocks(
          run.rows.map((item) => ({ marker: '', runs: leadRuns(item.name, item.text, item.words), items: [] })),
        ),
      ]);
  }
}

/** From → to beside their themes; a theme stands where it begins. */
export function gapPairTable(
  pairs: readonly { readonly theme?: string | null | undefined; readonly from: string; readonly to: string }[],
): PaperBlock[] {
  return tableBlock(
    [column('Theme', 'lead', 18), column('From', 'text', 41), column('To', 'text', 41)],
    [
      {
        heading: '',
        rows: groupedRuns(pairs, (pair) => pair.theme ?? '').flatMap((run) =>
          run.rows.map((pair, at) => [
            cell(at === 0 ? run.label : ''),
            cell(plainText(pair.from)),
            cell(plainText(pair.to)),
          ]),
        ),
      },
    ],
  );
}

/** A bullet list of one is a paragraph. */
export function listBlocks(items: readonly PaperItem[]): PaperBlock[] {
  const [only] = items;
  if (only === undefined) return [];
  if (items.length === 1 && only.marker === '' && only.items.length === 0) {
    return [{ kind: 'paragraph', style: 'body', runs: only.runs }];
  }
  return [{ kind: 'list', items }];
}

/** Bold words before a text: a sentence of their own, or the beginning of the one that goes on. */
export function leadRuns(lead: string | undefined, text: string, words?: string): PaperRun[] {
  const name = oneLine(lead ?? '');
  const rest = plainText(text);
  if (name === '') return [plainRun(rest)];
  if (rest === '') return [boldRun(name)];
  // a sign of its own, or one that the rest begins with, is the source's and stays
  if (/^[,.;:)]/.test(rest)) return [boldRun(name), plainRun(rest)];
  const sign = signAfter(name, oneLine(words ?? ''));
  if (sign !== '') return [boldRun(`${name}${sign}`), { ...plainRun(rest), text: ` ${rest}` }];
  const isNewSentence = /^[\p{Lu}\p{N}≤≥<>]/u.test(rest) && !/[.:;,!?–—-]$/.test(name);
  return [boldRun(`${name}${isNewSentence ? '.' : ''}`), { ...plainRun(rest), text: ` ${rest}` }];
}

/** The sign the source has between a lead and its text; empty where it has none, or where it is not known. */
function signAfter(lead: string, words: string): string {
  const at = words.indexOf(lead);
  const [, sign = ''] =
    at === -1 ? [] : (/^\W{0,3}?([:–—])\s/u.exec(words.slice(at + lead.length, at + lead.length + 6)) ?? []);
  return sign === '' || lead.endsWith(sign) ? '' : sign === ':' ? ':' : ` ${sign}`;
}

export function column(head: string, kind: PaperColumn['kind'], share: number): PaperColumn {
  return { head, kind, share };
}

/** The heading of a group, with the words in brackets after the one it was read from. */
function groupTitle(
  role: RoleSpec,
  run: { readonly label: string; readonly rows: readonly { readonly section?: number | undefined }[] },
): PaperBlock[] {
  return run.label === '' ? [] : [heading(groupHeading(role, run.label, run.rows[0]?.section))];
}

function stackBlocks({ stack }: RoleSpec): PaperBlock[] {
  const names = listed(stack.map(oneLine));
  if (names === '') return [];
  return [{ kind: 'paragraph', style: 'body', runs: [boldRun('Stack.'), { ...plainRun(names), text: ` ${names}` }] }];
}

function requirementTable(role: RoleSpec, kind: Requirement['kind'], name: string): PaperBlock[] {
  const asked = role.requirements.filter((requirement) => requirement.kind === kind);
  const isKey = (requirement: Requirement) => requirement.keyRank !== undefined;
  const key = asked.filter(isKey).sort((a, b) => (a.keyRank ?? 0) - (b.keyRank ?? 0));
  const rest = asked.filter((requirement) => !isKey(requirement));
  const runs =
    key.length === 0
      ? groupedRuns(asked, (requirement) => joinParts([requirement.tier ?? '', requirement.category ?? '']))
      : [
          { label: `Key ${kind === 'competency' ? 'competencies' : 'skills'}, in order`, rows: key },
          { label: `Further ${kind === 'competency' ? 'competencies' : 'skills'}`, rows: rest },
        ];
  const hasNotes = asked.some((requirement) => requirement.blurb !== undefined || requirement.details.length > 0);
  return tableBlock(
    [
      column(name, 'lead', hasNotes ? 31 : 60),
      column('Level', 'level', hasLabels(asked) ? 18 : 9),
      column('Asked as', 'text', 21),
      column('What it looks like here', 'text', 54),
    ],
    runs.map((run) => ({
      heading: groupHeading(role, run.label, run.rows[0]?.section),
      rows: run.rows.map(requirementCells),
    })),
  );
}

const hasLabels = (asked: readonly Requirement[]): boolean =>
  asked.some((requirement) => levelOf(requirement)?.label !== '');

function requirementCells(asked: Requirement): PaperCell[] {
  return [
    cell(asked.competency),
    { text: '', level: levelOf(asked), notes: [] },
    cell(requirementWords(asked)),
    {
      text: plainText(asked.blurb ?? ''),
      level: null,
      notes: asked.details.map(({ label, text }) => ({ label: oneLine(label), text: plainText(text) })),
    },
  ];
}

function levelOf({ level, scaleLevels }: Requirement): PaperCell['level'] {
  if (level === null) return null;
  const label = levelLabel(scaleLevels, level);
  return { level, of: scaleLevels?.levels.length ?? 5, label: label === String(level) ? '' : oneLine(label) };
}

function responsibilities(role: RoleSpec): PaperBlock[] {
  return groupedRuns(role.responsibilities, (responsibility) => responsibility.group ?? '').flatMap((run) => [
    ...groupTitle(role, run),
    ...listBlocks(
      run.rows.map((responsibility) => ({
        marker: responsibility.number === undefined ? '' : `${responsibility.number}.`,
        runs: leadRuns(responsibility.lead, responsibility.text, responsibility.words),
        items: [],
      })),
    ),
  ]);
}

function kpis(role: RoleSpec): PaperBlock[] {
  return tableBlock(
    [
      column('Measure', 'lead', 28),
      column('What it counts', 'text', 33),
      column('Why', 'text', 30),
      column('Target', 'strong', 32),
      column('How often', 'text', 21),
    ],
    grouped(role.kpis, (kpi, name) => [
      name,
      cell(plainText(kpi.measures ?? '')),
      cell(plainText(kpi.why ?? '')),
      noted(plainText(kpi.target ?? ''), kpi.note),
      cell(kpi.frequency),
    ]),
  );
}

function tools(role: RoleSpec): PaperBlock[] {
  return tableBlock(
    [column('Tool', 'lead', 45), column('Used for', 'text', 65), column('Adoption', 'text', 30)],
    grouped(role.tools, (tool, name) => [name, cell(plainText(tool.use ?? '')), cell(tool.adoption)]),
  );
}

/** Rows under their categories; where nearly each has one of its own, it stands beneath the name. */
function grouped<Row extends { readonly name: string; readonly category?: string | undefined }>(
  rows: readonly Row[],
  cellsOf: (row: Row, name: PaperCell) => PaperCell[],
) {
  const runs = groupedRuns(rows, (row) => row.category ?? '');
  if (runs.length * 2 > rows.length) {
    return [{ heading: '', rows: rows.map((row) => cellsOf(row, noted(row.name, row.category))) }];
  }
  return runs.map((run) => ({ heading: run.label, rows: run.rows.map((row) => cellsOf(row, cell(row.name))) }));
}

function noted(text: string, note: string | undefined): PaperCell {
  const words = plainText(note ?? '');
  return { ...cell(text), notes: words === '' ? [] : [{ label: '', text: words }] };
}

function milestones(role: RoleSpec): PaperBlock[] {
  const runs = groupedRuns(role.milestones, (milestone) => milestone.horizon);
  if (runs.every((run) => run.rows.length === 1)) {
    return tableBlock(
      [column('By', 'lead', 22), column('Milestone', 'text', 100)],
      [
        {
          heading: '',
          rows: role.milestones.map((milestone) => [cell(milestone.horizon), cell(plainText(milestone.text))]),
        },
      ],
    );
  }
  return runs.flatMap((run) => [
    ...groupTitle(role, run),
    ...listBlocks(
      run.rows.map((milestone) => ({ marker: '', runs: [plainRun(plainText(milestone.text))], items: [] })),
    ),
  ]);
}

function scorecard(role: RoleSpec): PaperBlock[] {
  return tableBlock(
    [
      column('Dimension', 'lead', 30),
      column('Meets', 'text', 45),
      column('Exceeds', 'text', 45),
      column('Weight', 'number', 13),
    ],
    [
      {
        heading: '',
        rows: role.scorecard.map((dimension) => [
          cell(dimension.dimension),
          cell(plainText(dimension.meets ?? '')),
          cell(plainText(dimension.exceeds ?? '')),
          cell(dimension.weight === undefined ? '' : `${dimension.weight} %`),
        ]),
      },
    ],
  );
}

function links(role: RoleSpec, kind: RoleLinkContent['kind'], label: string): PaperBlock[] {
  const own = role.links.filter((link) => link.kind === kind);
  const [first] = own;
  if (first === undefined) return [];
  // a heading beneath the chapter's own says it in the words of the source
  const source = first.section === undefined ? undefined : role.sections[first.section];
  const isOwn = source !== undefined && source.depth > 1 && own.every((link) => link.section === first.section);
  return [
    heading(isOwn ? headingOf(source) : label),
    ...listBlocks(own.map((link) => ({ marker: '', runs: linkRuns(link), items: [] }))),
  ];
}

/** “Staff Engineer (Platform, L4). Its tour of duty. What the document says of the step.” */
function linkRuns(link: RoleLinkContent): PaperRun[] {
  const about = joinParts([link.family, link.levelCode].map((text) => oneLine(text ?? '')));
  const notes = [link.tourOfDuty, link.note].map((text) => plainText(text ?? '')).filter(Boolean);
  const sentences = notes.map(sentence).join(' ');
  const joined = /^\p{Ll}/u.test(sentences) ? `: ${sentences}` : `. ${sentences}`;
  const end = `${about === '' ? '' : ` (${about})`}${sentences === '' ? '' : joined}`;
  return [boldRun(link.title), ...(end === '' ? [] : [{ text: end, mark: null, href: null }])];
}
