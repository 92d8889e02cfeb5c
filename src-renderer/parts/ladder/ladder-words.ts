/** What a ladder holds, in words. */
import type { Ladder } from '../../../shared/api/ladder.ts';

/** A count with its noun: “1 level”, “5 levels”, “1,204 levels”. */
export const counted = (count: number, singular: string, plural = `${singular}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? singular : plural}`;

/** “58 skills, 285 requirements, 125 mandatory”. */
export function ladderCounts(ladder: Pick<Ladder, 'skills' | 'levels'>): string {
  const cells = ladder.skills.flatMap((skill) => skill.cells.filter((cell) => cell !== null));
  const mandatory = cells.filter((cell) => cell?.isMandatory).length;
  const competencies = ladder.skills.filter((skill) => skill.kind === 'competency').length;
  const skills = ladder.skills.length - competencies;
  return [
    counted(ladder.levels.length, 'level'),
    ...(competencies > 0 ? [counted(competencies, 'competency', 'competencies')] : []),
    ...(skills > 0 ? [counted(skills, 'skill')] : []),
    counted(cells.length, 'requirement'),
    ...(mandatory > 0 ? [`${mandatory.toLocaleString('en')} mandatory`] : []),
  ].join(', ');
}

/** A figure the page prints beside how many of it are here: “The page says 58 skills; 58 are here.” */
export interface FactCheck {
  readonly text: string;
  /** What is here, where Cairn counts the same thing. */
  readonly here: number | null;
  /** Rows of the matrix that wait to be placed, where they would make up for what is missing. */
  readonly waiting: number;
  readonly isSame: boolean;
}

/** Every printed figure of a ladder, checked against what was read where the same thing is counted here. */
export function factChecks(
  ladder: Pick<Ladder, 'skills' | 'levels' | 'facts' | 'faqs' | 'shortRows'>,
): readonly FactCheck[] {
  const cells = ladder.skills.flatMap((skill) => skill.cells.filter((cell) => cell !== null));
  const counts: readonly (readonly [RegExp, number])[] = [
    [/\bskills?\b|\bcompetenc/i, ladder.skills.length],
    [/\bcategor/i, new Set(ladder.skills.map((skill) => skill.category).filter((name) => name !== null)).size],
    [/\b(levels?|grades?|stages?)\b/i, ladder.levels.length],
    [/\b(questions?|faqs?)\b/i, ladder.faqs.length],
    [/\bmandatory\b/i, cells.filter((cell) => cell?.isMandatory).length],
    [/\b(requirements?|cells?|expectations?)\b/i, cells.length],
  ];
  return ladder.facts.map(({ label, value }) => {
    const words = [value, label].filter(Boolean).join(' ');
    const figure = /^\D{0,20}(\d{1,6})\b/.exec(value)?.[1];
    const actualCount = figure === undefined ? undefined : counts.find(([kind]) => kind.test(words))?.[1];
    const text = actualCount === undefined ? [label, value].filter(Boolean).join(': ') : words.toLowerCase();
    const isSame = actualCount !== undefined && actualCount === Number(figure);
    const isOfRows = !isSame && actualCount !== undefined && /\b(skills?|requirements?|mandatory)\b/i.test(words);
    return { text, here: actualCount ?? null, waiting: isOfRows ? ladder.shortRows.length : 0, isSame };
  });
}
