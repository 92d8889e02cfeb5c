/** A framework of competencies with what each level of them looks like, as a ladder: level by level, word by word. */

import type { Draft, DraftFormat } from '../../../../shared/api/import.ts';
import type { FactContent, ScaleContent } from '../../../../shared/api/role-content.ts';
import type { CompetencyContent, MatrixSkill } from '../../../../shared/api/role-pack.ts';
import { limits } from '../../../../shared/vocabulary/limits.ts';
import { quoted } from '../../outline/clean-text.ts';
import {
  type Item,
  layOutLines,
  type OutlineChapter,
  type Part,
  toSections,
  withinLimits,
} from '../../outline/outline.ts';
import { checkLimit } from '../../output-limits.ts';
import { emptyRole } from '../matrix/matrix-library.ts';
import type { Notices } from '../notices.ts';
import { asLine, asProse, lineOrUndefined, proseOrUndefined } from '../role-reading.ts';

/** What a level of a competency looks like. */
export interface FrameworkCell {
  readonly level: number;
  readonly summary?: string | undefined;
  /** Lists under their own labels, such as “Example behaviours”. */
  readonly lists: readonly { readonly label: string; readonly entries: readonly FrameworkEntry[] }[];
}

export interface FrameworkEntry {
  readonly text: string;
  readonly examples?: readonly string[] | undefined;
}

export interface FrameworkTopic {
  readonly name: string;
  readonly category?: string | undefined;
  readonly description?: string | undefined;
  /** What each level of the ladder asks for, from the first up; null where it says nothing. */
  readonly cells: readonly (FrameworkCell | null)[];
}

export interface Framework {
  readonly title: string;
  readonly family: string;
  readonly summary?: string | undefined;
  readonly levels: readonly {
    readonly code: string;
    readonly label: string;
    readonly title: string;
    readonly summary?: string | undefined;
  }[];
  /** Labels of the levels of a competency, lowest first. */
  readonly scale: readonly string[];
  readonly topics: readonly FrameworkTopic[];
  readonly facts: readonly FactContent[];
}

const mostTopics = 600;

function wordsOfCell({ summary, lists }: FrameworkCell): string {
  return [
    summary ?? '',
    ...lists.flatMap(({ label, entries }) => [
      ...(label === '' ? [] : [`${label}:`]),
      ...entries.flatMap(({ text, examples }) => [`- ${text}`, ...(examples ?? []).map((example) => `  - ${example}`)]),
    ]),
  ]
    .filter(Boolean)
    .join('\n');
}

const itemOf = ({ text, examples }: FrameworkEntry): Item => ({
  inlines: [{ text }],
  items: (examples ?? []).map((example) => ({ inlines: [{ text: example }], items: [], line: 0 })),
  line: 0,
});

/** The framework as prose: a chapter for each competency, and what each of its levels looks like beneath. */
function chaptersOf({ title, summary, topics, levels }: Framework): OutlineChapter[] {
  const paragraph = (text: string): Part => ({ kind: 'paragraph', inlines: [{ text }], line: 1 });
  const chapters: OutlineChapter[] = [
    {
      depth: 1,
      heading: asLine(title),
      written: asLine(title),
      parts: [
        ...(summary ? [paragraph(asProse(summary))] : []),
        ...levels.flatMap((level) => (level.summary ? [paragraph(asProse(`${level.title}: ${level.summary}`))] : [])),
      ],
      line: 1,
    },
  ];
  for (const { name, category, description, cells } of topics) {
    const heading = asLine(name);
    chapters.push({
      depth: 1,
      heading,
      written: heading,
      parts: [...(category ? [paragraph(category)] : []), ...(description ? [paragraph(asProse(description))] : [])],
      line: 1,
    });
    cells.forEach((cell, index) => {
      if (cell === null) return;
      const label = asLine(levels[index]?.label ?? String(index + 1));
      const parts: Part[] = cell.summary ? [paragraph(asProse(cell.summary))] : [];
      for (const list of cell.lists) {
        if (list.label !== '')
          parts.push({ kind: 'paragraph', inlines: [{ text: list.label, mark: 'bold' }], line: 1 });
        parts.push({ kind: 'list', isOrdered: false, items: list.entries.map(itemOf) });
      }
      chapters.push({ depth: 2, heading: label, written: label, parts, line: 1 });
    });
  }
  return chapters;
}

/** The draft of a framework; lines of the source are as laid out, or as given. */
export function frameworkDraft(
  name: string,
  format: DraftFormat,
  framework: Framework,
  notices: Notices,
  source?: readonly string[],
): Draft {
  const chapters = withinLimits(chaptersOf(framework).slice(0, 1_000));
  const laidOut = layOutLines(chapters, []);
  const sourceLines = source ?? laidOut;
  checkLimit(quoted(name), sourceLines.length, limits.lines);
  const scale: ScaleContent = {
    key: `${format}-${framework.scale.length}`,
    name: `${framework.scale[0] ?? ''} to ${framework.scale.at(-1) ?? ''}`,
    levels: framework.scale
      .slice(0, 20)
      .map((label, index) => ({ ordinal: index + 1, label: asLine(label), code: String(index + 1) })),
  };
  const topics = framework.topics.slice(0, mostTopics);
  const skills = topics.map((topic): MatrixSkill => {
    const line =
      source === undefined ? chapters.find((chapter) => chapter.heading === asLine(topic.name))?.line : undefined;
    return {
      name: asLine(topic.name),
      ...(lineOrUndefined(topic.category) === undefined ? {} : { category: asLine(topic.category ?? '') }),
      cells: topic.cells.slice(0, 30).map((cell) => {
        if (cell === null) return null;
        const detail = proseOrUndefined(wordsOfCell(cell));
        return { level: cell.level, isMandatory: false, ...(detail === undefined ? {} : { detail }) };
      }),
      ...(line === undefined ? {} : { line }),
    };
  });
  const family = asLine(framework.family);
  return {
    kind: 'ladder',
    format,
    title: asLine(framework.title),
    notices: notices.all(),
    sourceLines,
    library: {
      scales: [scale],
      competencies: topics.flatMap((topic): CompetencyContent[] => {
        const description = proseOrUndefined(topic.description);
        return description === undefined ? [] : [{ name: asLine(topic.name), aliases: [], description }];
      }),
      ladders: [
        {
          family,
          title: asLine(framework.title),
          ...(proseOrUndefined(framework.summary) === undefined ? {} : { summary: asProse(framework.summary ?? '') }),
          matrix: { scale: scale.key, countsThroughParents: false, skills },
          shortRows: [],
          faqs: [],
          facts: framework.facts.slice(0, 100),
          sections: toSections(chapters),
        },
      ],
      roles: framework.levels.slice(0, 30).map((level, index) => ({
        ...emptyRole(asLine(level.title)),
        family,
        levelCode: asLine(level.code),
        levelLabel: asLine(level.label),
        levelOrder: index + 1,
        ...(proseOrUndefined(level.summary) === undefined ? {} : { summary: asProse(level.summary ?? '') }),
      })),
    },
  };
}
