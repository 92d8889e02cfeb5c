/** A job in JSON Resume’s job schema: title, company, responsibilities, qualifications, skills. */

import type { Draft } from '../../../../shared/api/import.ts';
import type { FactContent } from '../../../../shared/api/role-content.ts';
import { PartialDate } from '../../../../shared/api/values.ts';
import { limits } from '../../../../shared/vocabulary/limits.ts';
import { isObject } from '../../files/read-json.ts';
import { cleanLine, cleanText, quoted } from '../../outline/clean-text.ts';
import { titleOfFile } from '../../outline/file-title.ts';
import { type Item, layOutLines, type OutlineChapter, toSections, withinLimits } from '../../outline/outline.ts';
import { checkLimit } from '../../output-limits.ts';
import { chaptersOfJson, labelOfKey } from '../json-prose.ts';
import { emptyRole } from '../matrix/matrix-library.ts';
import { openNotices } from '../notices.ts';
import { asLine, asProse, lineOrUndefined } from '../role-reading.ts';

type Json = Record<string, unknown>;

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? cleanText(String(value)).trim() : '';
const readKeys = new Set(['title', 'description', 'responsibilities', 'qualifications', 'skills', '$schema']);
const factKeys = ['company', 'type', 'remote', 'salary', 'experience'];

/** Whether an object is a job, and no resume. */
export function isJsonResumeJob(value: unknown): value is Json {
  if (!isObject(value) || 'basics' in value || typeof value.title !== 'string') return false;
  const isList = (key: string): boolean => Array.isArray(value[key]) && value[key].length > 0;
  return (
    isList('responsibilities') ||
    isList('qualifications') ||
    (isList('skills') && ('company' in value || 'description' in value || 'jobType' in value))
  );
}

interface Listed {
  readonly item: Item;
  readonly text: string;
}

function listed(value: unknown): Listed[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry): Listed[] => {
    const text = isObject(entry) ? textOf(entry.name ?? entry.title ?? entry.description) : textOf(entry);
    return text === '' ? [] : [{ item: { inlines: [{ text }], items: [], line: 0 }, text }];
  });
}

interface Skill extends Listed {
  readonly level: string;
  readonly keywords: readonly string[];
}

function skillsOf(value: unknown): Skill[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry): Skill[] => {
    const name = isObject(entry) ? textOf(entry.name) : textOf(entry);
    const level = isObject(entry) ? textOf(entry.level) : '';
    const keywords = isObject(entry) && Array.isArray(entry.keywords) ? entry.keywords.map(textOf).filter(Boolean) : [];
    if (name === '') return [];
    const items = keywords.map((text): Item => ({ inlines: [{ text }], items: [], line: 0 }));
    return [
      {
        item: { inlines: [{ text: level === '' ? name : `${name}: ${level}` }], items, line: 0 },
        text: name,
        level,
        keywords,
      },
    ];
  });
}

/** The draft of a job. Throws FILE_TOO_LARGE alone. */
export function readJsonResumeJob(name: string, value: Json): Draft {
  const notices = openNotices();
  const title = asLine(textOf(value.title)) || titleOfFile(name);
  const tasks = listed(value.responsibilities);
  const asked = listed(value.qualifications);
  const skills = skillsOf(value.skills);
  const description = textOf(value.description);
  const facts = factKeys.flatMap((key): FactContent[] => {
    const text = lineOrUndefined(cleanLine(textOf(value[key])));
    return text === undefined ? [] : [{ label: labelOfKey(key), value: text }];
  });
  const rest = Object.fromEntries(
    Object.entries(value).filter(([key, inner]) => !readKeys.has(key) && (typeof inner !== 'object' || inner !== null)),
  );
  const chapters: OutlineChapter[] = chaptersOfJson(rest, title);
  const first = chapters[0];
  if (description !== '' && first !== undefined)
    chapters[0] = {
      ...first,
      parts: [{ kind: 'paragraph', inlines: [{ text: asProse(description) }], line: 1 }, ...first.parts],
    };
  const place = (heading: string, entries: readonly Listed[]): number => {
    if (entries.length > 0)
      chapters.push({
        depth: 1,
        heading,
        written: heading,
        parts: [{ kind: 'list', isOrdered: false, items: entries.map(({ item }) => item) }],
        line: 1,
      });
    return chapters.length - 1;
  };
  const taskSection = place('Responsibilities', tasks);
  const askedSection = place('Qualifications', asked);
  const skillSection = place('Skills', skills);
  const sourceLines = layOutLines(chapters, []);
  checkLimit(quoted(name), sourceLines.length, limits.lines);
  const effectiveOn = PartialDate.safeParse(textOf(value.date).slice(0, 10));
  notices.add(
    'KEPT',
    'A job in the JSON Resume schema: skills ask to be shown, their levels stand as they are worded.',
  );
  return {
    kind: 'role',
    format: 'json-resume-job',
    title,
    notices: notices.all(),
    sourceLines,
    role: {
      ...emptyRole(title),
      ...(description === '' ? {} : { summary: asProse(description) }),
      ...(effectiveOn.success ? { effectiveOn: effectiveOn.data } : {}),
      facts,
      responsibilities: tasks.slice(0, 500).map(({ item, text }) => ({
        text: asProse(text),
        section: taskSection,
        line: item.line,
        words: asProse(text),
      })),
      items: asked.slice(0, 500).map(({ item, text }) => ({
        kind: 'qualification',
        text: asProse(text),
        section: askedSection,
        line: item.line,
        words: asProse(text),
      })),
      requirements: skills.slice(0, 1_000).map(({ item, text, level, keywords }) => ({
        competency: asLine(text),
        kind: 'skill',
        level: null,
        scale: 'five-levels',
        importance: null,
        isMandatory: false,
        countsInMatch: true,
        details: [
          ...(level === '' ? [] : [{ label: 'Level', text: asProse(level) }]),
          ...(keywords.length === 0 ? [] : [{ label: 'Keywords', text: asProse(keywords.join(', ')) }]),
        ],
        section: skillSection,
        line: item.line,
        words: asProse([text, level, ...keywords].filter(Boolean).join(' ')),
      })),
      sections: toSections(withinLimits(chapters)),
    },
  };
}
