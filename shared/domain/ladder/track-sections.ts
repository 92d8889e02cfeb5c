/** What stands after the matrix of a career track: the ladder in words, its levels side by side, the way from each to the next. */
import type { PaperBlock, PaperSection } from '../../api/document.ts';
import type { Ladder, LadderLevel } from '../../api/ladder.ts';
import { boldRun, cell, heading, plainRun, proseBlocks, tableBlock } from '../paper/paper-blocks.ts';
import { oneLine, plainText } from '../paper/printed-text.ts';
import { column, gapPairTable, listBlocks } from '../role/role-blocks.ts';

/** “L5 Staff”; the code is left out where it is but the beginning of the label, and the title stands in for both. */
export function levelName(level: Pick<LadderLevel, 'title' | 'levelCode' | 'levelLabel'>): string {
  const code = oneLine(level.levelCode ?? '');
  const label = oneLine(level.levelLabel ?? '');
  if (label === '') return code === '' ? oneLine(level.title) : code;
  return label.toLowerCase().startsWith(code.toLowerCase()) ? label : `${code} ${label}`;
}

/** The sections that hold something, in reading order. */
export function trackSections(ladder: Ladder): PaperSection[] {
  const { levels, shortRows } = ladder;
  const sections: PaperSection[] = [
    { id: 'summary', heading: 'The ladder', blocks: proseBlocks(ladder.summary ?? '') },
    { id: 'levels', heading: 'Level by level', blocks: levelTable(levels) },
    { id: 'wayUp', heading: 'How to move up', blocks: levels.flatMap((level, at) => stepBlocks(levels, level, at)) },
    {
      id: 'faqs',
      heading: 'Questions',
      blocks: ladder.faqs.flatMap((faq) => [heading(plainText(faq.question)), ...proseBlocks(faq.answer)]),
    },
    {
      id: 'shortRows',
      heading: 'Not placed',
      blocks: listBlocks(
        shortRows.map((row) => ({
          marker: '',
          runs: [
            boldRun(row.skill),
            {
              ...plainRun(''),
              text: `${row.category === undefined ? '' : ` (${oneLine(row.category)})`}: ${row.values.map(oneLine).join(', ')}. The source has ${row.values.length} values for ${levels.length} levels.`,
            },
          ],
          items: [],
        })),
      ),
    },
  ];
  return sections.filter((section) => section.blocks.length > 0);
}

/** Mission, focus and stack of each level beside each other. */
function levelTable(levels: readonly LadderLevel[]): PaperBlock[] {
  const columns = [
    column('Level', 'lead', 32),
    column('Mission', 'text', 62),
    column('Focus', 'text', 62),
    column('Stack', 'text', 56),
  ];
  const rows = levels.map((level) => [
    cell(levelName(level)),
    cell(plainText(level.mission ?? '')),
    cell(plainText(level.focus ?? '')),
    cell(level.stack.map(oneLine).join(', ')),
  ]);
  const hasMore = rows.some((cells) => cells.slice(1).some((figure) => figure.text !== ''));
  return hasMore ? tableBlock(columns, [{ heading: '', rows }]) : [];
}

/** What the step into a level takes: its tour of duty, and what changes against the level below. */
function stepBlocks(levels: readonly LadderLevel[], level: LadderLevel, at: number): PaperBlock[] {
  const below = levels[at - 1];
  const tour = plainText(level.tourOfDuty ?? '');
  const isLast = at === levels.length - 1;
  const step = [
    ...(tour === ''
      ? []
      : [
          {
            kind: 'paragraph',
            style: 'body',
            runs: [boldRun('Tour of duty.'), { ...plainRun(tour), text: ` ${tour}` }],
          } satisfies PaperBlock,
        ]),
    ...gapPairTable(below?.gapPairs ?? []),
  ];
  const beyond = isLast ? gapPairTable(level.gapPairs) : [];
  return [
    ...(step.length === 0
      ? []
      : [heading(below === undefined ? levelName(level) : `From ${levelName(below)} to ${levelName(level)}`), ...step]),
    ...(beyond.length === 0 ? [] : [heading(`Beyond ${levelName(level)}`), ...beyond]),
  ];
}
