/** Technical and soft skills: a name, the tier it stands under, its importance, and its labelled lines. */
import type { RoleContent } from '../../../../shared/api/role-content.ts';
import { wordsOf } from '../../outline/clean-text.ts';
import { splitBracket } from '../../outline/heading.ts';
import { labelled } from '../../outline/line-labels.ts';
import { type Item, type TablePart, textOf, wordsOfItem } from '../../outline/outline.ts';
import type { HeadingTopic } from '../heading-topics.ts';
import { type ImportanceReading, readImportance } from '../importance.ts';
import { noteLeft, withoutPerks } from '../job-advert/list-end.ts';
import { noteNotAsked, saysNotNeeded } from '../job-advert/negation.ts';
import { asLine, asProse, lineOrUndefined, type RoleReading } from '../role-reading.ts';
import { isImportance, skillItems, skillName, skillOfChapter } from '../skill-items.ts';

type Requirement = RoleContent['requirements'][number];
type Kind = Requirement['kind'];

const kindOfTopic = { skills: 'skill', softSkills: 'softSkill', competencies: 'competency' } as const;
/** Five levels unless a page says otherwise. */
const highestLevel = 5;

interface Counts {
  conditions: { line: number; count: number } | null;
  mustHave: { line: number; count: number } | null;
}

/** Adds a requirement for every skill named in a list or a table under a heading of skills. */
export function readSkills(reading: RoleReading): void {
  const counts: Counts = { conditions: null, mustHave: null };
  reading.chapters.forEach((chapter, section) => {
    const topic = reading.topics[section];
    if (topic !== 'skills' && topic !== 'softSkills' && topic !== 'competencies') return;
    const kind = kindOfTopic[topic];
    const above = reading.chapters
      .slice(0, section)
      .some((preceding, index) => preceding.depth < chapter.depth && reading.topics[index] === topic);
    const own = above ? skillOfChapter(chapter) : null;
    const tier =
      own === null ? (above ? lineOrUndefined(chapter.heading) : undefined) : tierAbove(reading, section, topic);
    const { items, left } = withoutPerks(own === null ? skillItems(chapter) : [own], chapter.heading);
    noteLeft(reading.notices, left);
    for (const item of items) {
      const isDenied = item.items.length === 0 && saysNotNeeded(wordsOfItem(item));
      if (isDenied) noteNotAsked(reading, wordsOfItem(item), item.line);
      else addSkill(reading, counts, { item, kind, section, tier });
    }
    if (own !== null) return;
    for (const part of chapter.parts) if (part.kind === 'table') addTable(reading, part, kind, section, tier);
  });
  const { conditions, mustHave } = counts;
  if (conditions !== null) {
    const isSingle = conditions.count === 1;
    reading.notices.add(
      'KEPT',
      `${conditions.count} ${isSingle ? 'importance carries' : 'importances carry'} a condition, kept beside the skill.`,
      conditions.line,
    );
  }
  if (mustHave !== null) {
    const many = mustHave.count === 1 ? '1 skill stands' : `${mustHave.count} skills stand`;
    reading.notices.add(
      'INTERPRETED',
      `${many} under “must have” and ${mustHave.count === 1 ? 'is' : 'are'} read as mandatory.`,
      mustHave.line,
    );
  }
}

/** The tier that a skill with a heading of its own stands under. */
function tierAbove(reading: RoleReading, section: number, topic: HeadingTopic): string | undefined {
  const depth = reading.chapters[section]?.depth ?? 1;
  const place = reading.chapters.findLastIndex((chapter, index) => index < section && chapter.depth < depth);
  const hasTopicAbove = reading.chapters.some(
    (chapter, index) =>
      index < place && chapter.depth < (reading.chapters[place]?.depth ?? 1) && reading.topics[index] === topic,
  );
  return hasTopicAbove ? lineOrUndefined(reading.chapters[place]?.heading) : undefined;
}

function addSkill(
  reading: RoleReading,
  counts: Counts,
  { item, kind, section, tier }: { item: Item; kind: Kind; section: number; tier: string | undefined },
): void {
  const words = wordsOfItem(item);
  const named = skillName(item);
  if (named === null) {
    reading.notices.add(
      'NOT_PLACED',
      `No name of a skill could be told apart in “${asLine(words).slice(0, 100)}”.`,
      item.line,
    );
    return;
  }
  const requirement: Requirement = {
    competency: asLine(named.name),
    kind,
    level: null,
    scale: 'five-levels',
    importance: null,
    isMandatory: false,
    countsInMatch: true,
    details: [],
    section,
    line: item.line,
    words: asProse(words),
  };
  const stated: string[] = [];
  for (const note of named.notes) {
    if (isImportance(note)) stated.push(note);
    else if (!readLevel(reading, requirement, note, item.line))
      requirement.details.push({ label: 'Note', text: asProse(note) });
  }
  for (const sub of item.items) {
    const found = labelled(sub.inlines);
    const text = [found?.text ?? textOf(sub.inlines), ...sub.items.map(wordsOfItem)].filter(Boolean).join('\n');
    const label = found?.label ?? 'Note';
    const key = wordsOf(label).trim();
    if (key === 'importance' || key === 'priority') stated.push(text);
    else if (
      (key === 'level' || key === 'proficiency' || key === 'required level') &&
      readLevel(reading, requirement, text, sub.line)
    )
      continue;
    else requirement.details.push({ label: asLine(label), text: asProse(text) });
  }
  setImportance(reading, counts, requirement, stated, item);
  if (tier !== undefined) {
    requirement.tier = tier;
    const isMust = wordsOf(tier).includes(' must have ') || wordsOf(tier).includes(' must haves ');
    if (isMust) {
      requirement.isMandatory = true;
      counts.mustHave = { line: counts.mustHave?.line ?? item.line, count: (counts.mustHave?.count ?? 0) + 1 };
    }
  }
  if (requirement.details.length > 20) {
    const rest = requirement.details.splice(19).map(({ label, text }) => `${label}: ${text}`);
    requirement.details.push({ label: 'Note', text: asProse(rest.join('\n')) });
  }
  reading.requirements.push(requirement);
}

/** A whole number from 1 to 5 at the start of the words, with or without “of 5”. */
function readLevel(reading: RoleReading, requirement: Requirement, text: string, line: number): boolean {
  const found = /^(?:level )?(\d{1,2})(?:\s?(?:\/|of|out of)\s?(\d{1,2}))?\.?$/i.exec(text.trim().slice(0, 40));
  const level = Number(found?.[1] ?? 0);
  const highest = Number(found?.[2] ?? highestLevel);
  if (found === null || level < 1 || level > highestLevel || highest !== highestLevel) return false;
  requirement.level = level;
  if (found[2] === undefined)
    reading.notices.add('INTERPRETED', `Level ${level} of “${requirement.competency}” is read on five levels.`, line);
  return true;
}

function setImportance(
  reading: RoleReading,
  counts: Counts,
  requirement: Requirement,
  stated: readonly string[],
  item: Item,
): void {
  const readings = stated.map((text) => ({ text, found: readImportance(text) }));
  // The skill's own line says it most exactly, so the last one counts.
  const last = readings.findLast((statement) => statement.found !== null);
  for (const statement of readings) {
    if (statement.found === null) requirement.details.push({ label: 'Importance', text: asProse(statement.text) });
  }
  const notes = readings.flatMap((statement) =>
    statement.found === null ? [] : [importanceNote(statement.text, statement.found)],
  );
  const note = lineOrUndefined([...new Set(notes.filter((text) => text !== undefined))].join('; '));
  if (note !== undefined) requirement.importanceNote = note;
  if (!last?.found) return;
  const { importance, hasCondition, because } = last.found;
  requirement.importance = importance;
  const differs = readings.some((statement) => statement.found !== null && statement.found.importance !== importance);
  if (because !== undefined || differs) {
    const why = because ?? 'It is stated twice and differently; the skill’s own line counts.';
    reading.notices.add(
      'INTERPRETED',
      `${requirement.competency}: “${asLine(last.text)}” is read as ${capital(importance)}.`,
      item.line,
      why,
    );
  } else if (hasCondition) {
    counts.conditions = { line: counts.conditions?.line ?? item.line, count: (counts.conditions?.count ?? 0) + 1 };
  }
}

/** What the words on importance say beyond the value: the condition in brackets, or the whole when it is not literal. */
function importanceNote(text: string, found: ImportanceReading): string | undefined {
  if (!found.hasCondition && found.because === undefined) return undefined;
  const { name, bracket } = splitBracket(text.trim());
  const isPlain = bracket !== undefined && wordsOf(name).trim() === found.importance;
  return isPlain ? bracket : text.trim();
}

const capital = (word: string): string => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;

const skillColumns = {
  importance: ['importance', 'priority'],
  level: ['level', 'proficiency', 'required level'],
  name: ['skill', 'competency', 'name', 'ability'],
} as const;

/** A table of skills: the column that names them, importance and level where they have one, the rest as details. */
function addTable(reading: RoleReading, part: TablePart, kind: Kind, section: number, tier: string | undefined): void {
  const column = (phrases: readonly string[]) =>
    part.head.findIndex((cell) => phrases.some((phrase) => wordsOf(cell).includes(` ${phrase} `)));
  const name = Math.max(0, column(skillColumns.name));
  const importance = column(skillColumns.importance);
  const level = column(skillColumns.level);
  if (part.head.length === 0) return;
  for (const row of part.rows) {
    const competency = lineOrUndefined(row.cells[name]);
    if (competency === undefined) continue;
    const requirement: Requirement = {
      competency,
      kind,
      level: null,
      scale: 'five-levels',
      importance: null,
      isMandatory: false,
      countsInMatch: true,
      details: [],
      section,
      line: row.line,
      words: asProse(row.cells.join('\n')),
    };
    if (tier !== undefined) requirement.tier = tier;
    row.cells.forEach((cell, index) => {
      if (cell === '' || index === name) return;
      const found = index === importance ? readImportance(cell) : null;
      if (found !== null) {
        requirement.importance = found.importance;
        const note = lineOrUndefined(importanceNote(cell, found));
        if (note !== undefined) requirement.importanceNote = note;
      }
      const isRead = found !== null || (index === level && readLevel(reading, requirement, cell, row.line));
      if (!isRead && requirement.details.length < 20)
        requirement.details.push({ label: asLine(part.head[index] ?? 'Note'), text: asProse(cell) });
    });
    reading.requirements.push(requirement);
  }
}
