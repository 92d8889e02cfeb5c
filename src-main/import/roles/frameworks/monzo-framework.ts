/** Monzo’s progression framework: topics with criteria for each level, as YAML or as JSON of the same shape. */
import { parseDocument } from 'yaml';
import type { Draft } from '../../../../shared/api/import.ts';
import { isObject } from '../../files/read-json.ts';
import { cleanText } from '../../outline/clean-text.ts';
import { titleOfFile } from '../../outline/file-title.ts';
import { type OutlineChapter, toSections, withinLimits } from '../../outline/outline.ts';
import { outlineOfText } from '../../outline/text-outline.ts';
import { openNotices } from '../notices.ts';
import { type FrameworkCell, type FrameworkEntry, type FrameworkTopic, frameworkDraft } from './framework-draft.ts';

type Json = Record<string, unknown>;

/** Twice the longest that is known; the parser takes a second for a million characters. */
const longestYaml = 500_000;
const mostLevels = 20;
const textOf = (value: unknown): string =>
  typeof value === 'string' ? cleanText(value).trim() : typeof value === 'number' ? String(value) : '';

const isTopic = (value: unknown): value is Json =>
  isObject(value) &&
  Array.isArray(value.content) &&
  value.content.some((content) => isObject(content) && 'level' in content);

/** Whether a value has topics with content by level. */
export const isMonzo = (value: unknown): value is Json =>
  isObject(value) && Array.isArray(value.topics) && value.topics.some(isTopic);

/** The front matter of a text, or all of it, as YAML that holds a framework; null for any other text. Never throws. */
export function monzoYaml(text: string): Json | null {
  if (!/^topics\s{0,4}:/m.test(text) || text.length > longestYaml) return null;
  const start = text.startsWith('---\n') ? 4 : 0;
  const end = start === 0 ? -1 : text.indexOf('\n---', start);
  const body = text.slice(start, end === -1 ? text.length : end + 1);
  try {
    const document = parseDocument(body, {
      schema: 'core',
      merge: false,
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'silent',
    });
    if (document.errors.length > 0) return null;
    const value: unknown = document.toJS({ maxAliasCount: 50 });
    return isMonzo(value) ? value : null;
  } catch {
    // An alias that grows, or brackets deeper than the stack: no document of this kind.
    return null;
  }
}

function entryOf(value: unknown): FrameworkEntry | null {
  if (!isObject(value)) return textOf(value) === '' ? null : { text: textOf(value) };
  const text = textOf(value.criteria) || textOf(value.criterion) || textOf(value.text) || textOf(value.title);
  const examples = Array.isArray(value.examples) ? value.examples.map(textOf).filter(Boolean) : [];
  return text === '' ? null : { text, ...(examples.length === 0 ? {} : { examples }) };
}

function cellOf(content: Json, level: number): FrameworkCell {
  const listed = [content.exampleCriteria, content.criteria].find(Array.isArray) ?? [];
  const entries = listed.flatMap((criterion: unknown) => entryOf(criterion) ?? []);
  const summary = textOf(content.summary) || textOf(content.description) || textOf(content.title);
  return { level, ...(summary === '' ? {} : { summary }), lists: entries.length === 0 ? [] : [{ label: '', entries }] };
}

/** What stands below the front matter, as chapters with their lines in the source. */
function chaptersBelow(source: readonly string[]): OutlineChapter[] {
  if (source[0]?.trimEnd() !== '---') return [];
  const end = source.findIndex((line, index) => index > 0 && line.startsWith('---'));
  if (end === -1) return [];
  const body = source.map((line, index) => (index <= end ? '' : line));
  if (body.every((line) => line.trim() === '')) return [];
  return outlineOfText(body.join('\n')).chapters.map((chapter) => ({ ...chapter, depth: Math.max(1, chapter.depth) }));
}

/** The draft of the framework. Throws FILE_TOO_LARGE alone. */
export function readMonzo(name: string, value: Json, source?: readonly string[]): Draft {
  const notices = openNotices();
  const topics = (value.topics as unknown[]).filter(isTopic);
  const stated = Array.isArray(value.levels) ? value.levels.length : Number(value.levels);
  const seen = topics.flatMap((topic) =>
    (topic.content as unknown[]).filter(isObject).map((content) => Number(content.level)),
  );
  const height = Math.min(
    mostLevels,
    Math.max(
      1,
      ...(Number.isInteger(stated) ? [stated] : []),
      ...seen.filter((level) => Number.isInteger(level) && level <= 1_000),
    ),
  );
  let unplaced = 0;
  const read = topics.map((topic): FrameworkTopic => {
    const cells: (FrameworkCell | null)[] = Array.from({ length: height }, () => null);
    for (const content of (topic.content as unknown[]).filter(isObject)) {
      const level = Number(content.level);
      if (Number.isInteger(level) && level >= 1 && level <= height) cells[level - 1] = cellOf(content, level);
      else unplaced += 1;
    }
    return {
      name: textOf(topic.title) || textOf(topic.name) || 'Topic',
      description: textOf(topic.description) || undefined,
      cells,
    };
  });
  if (unplaced > 0)
    notices.add(
      'NOT_PLACED',
      `${unplaced} parts of the framework state no level from 1 to ${height}; they stand in the source alone.`,
    );
  const title = textOf(value.title) || textOf(value.name) || titleOfFile(name);
  const names = Array.isArray(value.levels)
    ? value.levels.map((level) => textOf(isObject(level) ? (level.title ?? level.name) : level))
    : [];
  const labels = Array.from({ length: height }, (_, index) => names[index] || `Level ${index + 1}`);
  const draft = frameworkDraft(
    name,
    'monzo-framework',
    {
      title,
      family: title,
      summary: textOf(value.description) || textOf(value.summary) || undefined,
      levels: labels.map((label, index) => ({
        code: String(index + 1),
        label,
        title: `${title}, ${label.toLowerCase()}`,
      })),
      scale: labels,
      topics: read,
      facts: [],
    },
    notices,
    source,
  );
  const below = toSections(withinLimits(chaptersBelow(source ?? [])));
  const [ladder, ...more] = draft.kind === 'ladder' ? draft.library.ladders : [];
  if (draft.kind !== 'ladder' || ladder === undefined || below.length === 0) return draft;
  const sections = [...ladder.sections, ...below].slice(0, 1_000);
  return { ...draft, library: { ...draft.library, ladders: [{ ...ladder, sections }, ...more] } };
}
