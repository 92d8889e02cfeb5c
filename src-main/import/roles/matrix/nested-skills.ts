/** Skills as nested JSON: `{ "Backend": { ".level": 3, "SQL": 4 } }`. */

import type { Draft } from '../../../../shared/api/import.ts';
import type { RequirementContent, ScaleContent } from '../../../../shared/api/role-content.ts';
import { limits } from '../../../../shared/vocabulary/limits.ts';
import { isObject } from '../../files/read-json.ts';
import { cleanText, quoted } from '../../outline/clean-text.ts';
import { titleOfFile } from '../../outline/file-title.ts';
import { type Item, type ListPart, layOutLines, toSections, withinLimits } from '../../outline/outline.ts';
import { checkLimit } from '../../output-limits.ts';
import { openNotices } from '../notices.ts';
import { asLine } from '../role-reading.ts';
import { emptyRole } from './matrix-library.ts';

type Json = Record<string, unknown>;

const ownLevelPattern = /^[._$]level$/i;
const highestLevel = 20;

const isLevel = (value: unknown): value is number => typeof value === 'number' && value >= 0 && value <= highestLevel;

/** Whether all leaves of an object are levels, and at least three. The depth was measured before parsing. */
export function isNestedSkills(value: unknown): value is Json {
  const leaves = (node: Json): number =>
    Object.entries(node).reduce((sum, [, inner]) => {
      if (isLevel(inner) || inner === null) return sum + 1;
      return isObject(inner) ? sum + leaves(inner) : Number.NaN;
    }, 0);
  return (
    isObject(value) &&
    leaves(value) >= 3 &&
    Object.values(value).some((inner) => isObject(inner) || Number.isInteger(inner))
  );
}

interface Found {
  readonly name: string;
  readonly level: number | null;
  readonly path: readonly string[];
  readonly item: Item;
}

/** The draft: a role that asks for each skill at its level. Throws FILE_TOO_LARGE alone. */
export function readNestedSkills(name: string, value: Json): Draft {
  const notices = openNotices();
  const found: Found[] = [];
  const itemsOf = (node: Json, path: readonly string[]): Item[] =>
    Object.entries(node).flatMap(([key, branch]): Item[] => {
      if (ownLevelPattern.test(key)) return [];
      const label = asLine(cleanText(key)) || '—';
      const own = isObject(branch)
        ? Object.entries(branch).find(([inner]) => ownLevelPattern.test(inner))?.[1]
        : branch;
      const level = isLevel(own) ? own : null;
      const item: Item = {
        inlines: [{ text: level === null ? label : `${label}: ${level}` }],
        items: isObject(branch) ? [] : [],
        line: 0,
      };
      const at = found.length;
      if (!isObject(branch) || level !== null) found.push({ name: label, level, path, item });
      if (!isObject(branch)) return [item];
      const filled: Item = { ...item, items: itemsOf(branch, [...path, label]) };
      const entry = found[at];
      if (entry?.item === item) found[at] = { ...entry, item: filled };
      return [filled];
    });
  const title = titleOfFile(name);
  const list: ListPart = { kind: 'list', isOrdered: false, items: itemsOf(value, []) };
  const chapters = withinLimits([{ depth: 1, heading: title, written: title, parts: [list], line: 1 }]);
  const sourceLines = layOutLines(chapters, []);
  checkLimit(quoted(name), sourceLines.length, limits.lines);
  const top = Math.max(1, ...found.map((skill) => Math.ceil(skill.level ?? 0)));
  const scale: ScaleContent = {
    key: `levels-1-to-${top}`,
    name: `Levels 1 to ${top}`,
    levels: Array.from({ length: top }, (_, index) => ({
      ordinal: index + 1,
      label: `Level ${index + 1}`,
      code: String(index + 1),
    })),
  };
  notices.add(
    'INTERPRETED',
    `The numbers are read as levels from 1 to ${top}, the highest that is met; 0 asks for no level.`,
  );
  const places = linesOf(sourceLines);
  if (found.length > 1_000)
    notices.add(
      'NOT_PLACED',
      `${found.length - 1_000} of ${found.length} skills are kept as prose: a role holds up to 1000.`,
    );
  const requirements = found.slice(0, 1_000).map(({ name: skill, level, path, item }): RequirementContent => {
    const whole = level === null ? 0 : Math.round(level);
    const words = item.inlines.map((inline) => inline.text).join('');
    return {
      competency: skill,
      kind: 'skill',
      level: whole >= 1 ? whole : null,
      scale: scale.key,
      importance: null,
      isMandatory: false,
      countsInMatch: true,
      ...(path.length === 0 ? {} : { category: asLine(path.join(' › ')) }),
      details: [],
      section: 0,
      line: places.get(words) ?? 1,
      words,
    };
  });
  return {
    kind: 'role',
    format: 'nested-skills',
    title,
    notices: notices.all(),
    sourceLines,
    scales: [scale],
    role: { ...emptyRole(title), requirements, sections: toSections(chapters) },
  };
}

/** The first line on which an entry of a list stands. */
function linesOf(sourceLines: readonly string[]): Map<string, number> {
  const lines = new Map<string, number>();
  sourceLines.forEach((line, index) => {
    const text = line.trim().replace(/^• /, '');
    if (!lines.has(text)) lines.set(text, index + 1);
  });
  return lines;
}
