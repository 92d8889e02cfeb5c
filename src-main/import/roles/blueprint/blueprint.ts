/** A role document with headings, of whatever origin: typed rows by heading and shape, the whole of it as sections. */
import type { RoleContent } from '../../../../shared/api/role-content.ts';
import { readPartialDate } from '../../../../shared/domain/dates/partial-date.ts';
import { boldLead, labelled, plainLead } from '../../outline/line-labels.ts';
import {
  type Item,
  isParagraph,
  type OutlineChapter,
  type Part,
  textOf,
  toSections,
  wordsOfItem,
} from '../../outline/outline.ts';
import { type HeadingTopic, topicsOf } from '../heading-topics.ts';
import {
  asLine,
  asProse,
  openRoleReading,
  proseOrUndefined,
  type RoleReading,
  rowsWithinLimits,
} from '../role-reading.ts';
import { readResponsibilities } from './blueprint-duties.ts';
import { readItems, readScorecard } from './blueprint-items.ts';
import { readLinks } from './blueprint-links.ts';
import { readSkills } from './blueprint-skills.ts';
import { readKpis, readTools } from './blueprint-tables.ts';

/** Fills a reading from chapters whose lines are set, and answers the role it makes. The notices are on the reading. */
export function readBlueprint(
  title: string,
  chapters: readonly OutlineChapter[],
): { role: RoleContent; reading: RoleReading } {
  const reading = openRoleReading(chapters, topicsOf(chapters));
  readRows(reading);
  const role: RoleContent = {
    title: asLine(title),
    ...readHead(reading),
    ...rowsWithinLimits(reading),
    sections: toSections(chapters),
  };
  noteEmptyChapters(reading);
  noteNothingAsked(reading);
  noteProse(reading);
  return { role, reading };
}

/** Reads every row that heading and shape tell. */
export function readRows(reading: RoleReading): void {
  readResponsibilities(reading);
  readMilestones(reading);
  readKpis(reading);
  readSkills(reading);
  readTools(reading);
  readItems(reading);
  readScorecard(reading);
  readLinks(reading);
}

/** Every chapter of a topic, with its place. */
export function chaptersOfTopic(
  reading: RoleReading,
  topic: HeadingTopic,
): { chapter: OutlineChapter; section: number }[] {
  return reading.chapters.flatMap((chapter, section) =>
    reading.topics[section] === topic ? [{ chapter, section }] : [],
  );
}

const longestFact = 400;
const missionPattern = /\b(?:mission|purpose|outcomes|importance)\b/i;

/** `30-day goals`, `First 3 months`, `Long-term impact`. */
function isHorizon(text: string): boolean {
  const words = text
    .toLowerCase()
    .slice(0, 200)
    .split(/[^\p{L}\p{N}]/u);
  const units = ['day', 'days', 'week', 'weeks', 'month', 'months', 'quarter', 'quarters', 'year', 'years'];
  const hasUnit = words.some((word) => units.includes(word));
  const hasNumber = words.some(
    (word) => /^\d{1,3}$/.test(word) || ['first', 'one', 'two', 'three', 'six', 'twelve'].includes(word),
  );
  return (hasUnit && hasNumber) || (words.includes('long') && words.includes('term'));
}

function readMilestones(reading: RoleReading): void {
  for (const { chapter, section } of chaptersOfTopic(reading, 'milestones')) {
    const horizon = isHorizon(chapter.heading) ? chapter.heading : undefined;
    const add = (when: string, text: string, line: number, words: string) => {
      reading.milestones.push({ horizon: asLine(when), text: asProse(text), section, line, words: asProse(words) });
    };
    const addItem = (item: Item) => {
      if (horizon !== undefined) {
        add(horizon, wordsOfItem(item), item.line, wordsOfItem(item));
        return;
      }
      const lead = boldLead(item.inlines) ?? plainLead(textOf(item.inlines), 5);
      if (lead === null || !isHorizon(lead.lead)) return;
      const text = [lead.rest, ...item.items.map(wordsOfItem)].filter(Boolean).join('\n');
      if (text !== '') add(lead.lead, text, item.line, wordsOfItem(item));
    };
    let hasListed = false;
    for (const part of chapter.parts) {
      if (part.kind === 'list') {
        part.items.forEach(addItem);
        hasListed = true;
      } else if (part.kind === 'table') {
        for (const row of part.rows) {
          const [when = '', ...rest] = row.cells;
          if (isHorizon(when) && rest.some(Boolean))
            add(when, rest.filter(Boolean).join('\n'), row.line, row.cells.join('\n'));
        }
      } else if (horizon !== undefined && part.kind === 'paragraph') {
        const text = textOf(part.inlines).trim();
        const [line = '', next] = text.split('\n', 2);
        // A short line beneath listed goals begins something else.
        if (hasListed && line.length <= 60 && !/[.!?:;]$/.test(line) && !/^\p{Ll}/u.test(next ?? '')) break;
        if (!text.endsWith(':')) add(horizon, text, part.line, text);
      }
    }
  }
}

type Head = Pick<
  RoleContent,
  | 'levelCode'
  | 'levelLabel'
  | 'family'
  | 'functionName'
  | 'standard'
  | 'nature'
  | 'tagline'
  | 'mission'
  | 'tourOfDuty'
  | 'summary'
  | 'effectiveOn'
>;

/** Labels a document may state about itself, anywhere in its first chapters. */
const statedFields: Readonly<Record<string, keyof Head>> = {
  level: 'levelCode',
  'role level': 'levelCode',
  grade: 'levelCode',
  seniority: 'levelLabel',
  'seniority level': 'levelLabel',
  'level code': 'levelCode',
  family: 'family',
  'job family': 'family',
  'role family': 'family',
  function: 'functionName',
  department: 'functionName',
  standard: 'standard',
  'document type': 'nature',
  'kind of document': 'nature',
  tagline: 'tagline',
  'tour of duty': 'tourOfDuty',
  'effective date': 'effectiveOn',
};

export function readHead(reading: RoleReading): Head {
  const head: Head = {};
  const mission = missionOf(reading);
  if (mission !== undefined) head.mission = mission;
  const tour = proseOf(chaptersOfTopic(reading, 'tourOfDuty').flatMap(({ chapter }) => chapter.parts));
  if (tour !== undefined) head.tourOfDuty = tour;
  const summary = summaryOf(reading);
  if (summary !== undefined) head.summary = summary;

  const early = reading.chapters.filter((_chapter, index) => index < 2 || reading.topics[index] === 'summary');
  for (const { label, text, line } of early.flatMap((chapter) => chapter.parts.flatMap(labelsOf))) {
    const field = statedFields[label.toLowerCase()];
    if (field === undefined || head[field] !== undefined || text === '') {
      addFact(reading, label, text, line);
      continue;
    }
    if (field === 'effectiveOn') {
      const date = readPartialDate(text);
      if (!date.ok) continue;
      head.effectiveOn = date.value;
      if (date.value !== text) reading.notices.add('INTERPRETED', `“${text}” is read as ${date.value}.`, line);
    } else if (field === 'tourOfDuty') head.tourOfDuty = asProse(text);
    else if (text.length <= 120) head[field] = asLine(text);
  }
  return head;
}

/** A labelled line of the head that has no field of its own. */
function addFact(reading: RoleReading, label: string, text: string, line: number): void {
  if (text === '' || text.length > longestFact || label.split(' ').length > 4 || missionPattern.test(label)) return;
  const section = reading.chapters.findLastIndex((chapter) => chapter.line <= line);
  reading.facts.push({ label: asLine(label), value: asLine(text), section, line, words: `${label}: ${text}` });
}

/** Its own chapter without labelled lines; else the paragraphs that stand above the first heading. */
function summaryOf(reading: RoleReading): string | undefined {
  const own = chaptersOfTopic(reading, 'summary').flatMap(({ chapter }) => chapter.parts.filter(isUnlabelled));
  if (own.length > 0) return proseOf(own);
  const [first, second] = reading.chapters;
  if (first === undefined || second === undefined || reading.topics[0] !== undefined) return undefined;
  const opening = first.parts.filter(isParagraph).filter((part) => {
    const text = textOf(part.inlines);
    return text.length >= 80 && !text.includes('\n') && isUnlabelled(part);
  });
  const summary = proseOf(opening);
  if (summary !== undefined) {
    reading.notices.add('INTERPRETED', 'What stands above the first heading is read as the summary.', opening[0]?.line);
  }
  return summary;
}

function labelsOf(part: Part): { label: string; text: string; line: number }[] {
  if (part.kind === 'table') return [];
  if (part.kind === 'list' || part.inlines.some((inline) => inline.mark === 'bold')) {
    return (part.kind === 'list' ? part.items : [part]).flatMap((labelledPart) => {
      const found = labelled(labelledPart.inlines);
      return found === null ? [] : [{ ...found, line: labelledPart.line }];
    });
  }
  // Lines of plain text under each other, each with its own label.
  return textOf(part.inlines)
    .split('\n')
    .slice(0, 40)
    .flatMap((text, offset) => {
      const found = labelled([{ text }]);
      return found === null ? [] : [{ ...found, line: part.line + offset }];
    });
}

const isUnlabelled = (part: Part): boolean => isParagraph(part) && boldLead(part.inlines)?.hasColon !== true;

/** Paragraphs and lists as text; quotes and tables stay prose. */
export function proseOf(parts: readonly Part[]): string | undefined {
  const texts = parts.map((part) => {
    if (part.kind === 'paragraph') return textOf(part.inlines);
    return part.kind === 'list'
      ? part.items.map((item) => `- ${wordsOfItem(item).split('\n').join(' ')}`).join('\n')
      : '';
  });
  return proseOrUndefined(texts.filter(Boolean).join('\n\n'));
}

/** The mission's own paragraph where the chapter labels its parts, else its first paragraph. */
function missionOf(reading: RoleReading): string | undefined {
  const parts = chaptersOfTopic(reading, 'mission').flatMap(({ chapter }) => chapter.parts);
  const paragraphs = parts.filter(isParagraph);
  const place = paragraphs.findIndex((part) => {
    const label = boldLead(part.inlines) ?? plainLead(textOf(part.inlines), 5);
    return (
      label?.hasColon === true &&
      label.lead
        .toLowerCase()
        .split(/\s/)
        .some((word) => word === 'mission' || word === 'purpose')
    );
  });
  const own = paragraphs[place];
  if (own === undefined) return proseOrUndefined(textOf(paragraphs[0]?.inlines ?? []));
  const lead = boldLead(own.inlines) ?? plainLead(textOf(own.inlines), 5);
  // A label on a paragraph of its own refers to the next one.
  return proseOrUndefined(lead?.rest === '' ? textOf(paragraphs[place + 1]?.inlines ?? []) : lead?.rest);
}

const countOf = (kind: RoleContent['items'][number]['kind']) => (reading: RoleReading) =>
  reading.items.filter((item) => item.kind === kind).length;
const linksOf = (kind: RoleContent['links'][number]['kind']) => (reading: RoleReading) =>
  reading.links.filter((link) => link.kind === kind).length;

const countedLists: readonly (readonly [HeadingTopic, (reading: RoleReading) => number, string])[] = [
  ['responsibilities', (reading) => reading.responsibilities.length, 'responsibilities'],
  ['kpis', (reading) => reading.kpis.length, 'KPIs'],
  ['tools', (reading) => reading.tools.length, 'tools'],
  ['skills', (reading) => reading.requirements.filter((requirement) => requirement.kind === 'skill').length, 'skills'],
  [
    'softSkills',
    (reading) => reading.requirements.filter((requirement) => requirement.kind === 'softSkill').length,
    'soft skills',
  ],
  ['milestones', (reading) => reading.milestones.length, 'milestones'],
  ['scorecard', (reading) => reading.scorecard.length, 'lines of a scorecard'],
  ['deliverables', countOf('deliverable'), 'deliverables'],
  ['activities', countOf('activity'), 'activities'],
  ['decisions', countOf('decisionRight'), 'decision rights'],
  ['stakeholders', countOf('stakeholder'), 'stakeholders'],
  ['next', linksOf('next'), 'next roles'],
  ['feeder', linksOf('feeder'), 'feeder roles'],
  ['lateral', linksOf('lateral'), 'lateral roles'],
  ['faq', (reading) => reading.faqs.length, 'questions'],
];

/** A heading that promises rows and has none is for the user to look at. */
export function noteEmptyChapters(reading: RoleReading): void {
  for (const [topic, count, name] of countedLists) {
    const first = chaptersOfTopic(reading, topic)[0]?.chapter;
    if (first === undefined || count(reading) > 0) continue;
    reading.notices.add(
      'NOT_PLACED',
      `“${asLine(first.written)}” holds no ${name} that could be told apart.`,
      first.line,
      'Neither a list nor a table of a known shape stands under it. It is kept as prose.',
    );
  }
}

/** Without requirements a match has nothing to count. */
export function noteNothingAsked(reading: RoleReading): void {
  if (reading.requirements.length > 0) return;
  reading.notices.add(
    'KEPT',
    'It asks for nothing that a match can count: no competencies and no skills were found.',
    undefined,
    'Add requirements to the role to match your record against it.',
  );
}

function noteProse(reading: RoleReading): void {
  const proseChapters = reading.chapters.filter(
    (chapter, index) => chapter.depth === 1 && chapter.heading !== '' && (reading.topics[index] ?? 'prose') === 'prose',
  );
  if (proseChapters.length === 0) return;
  reading.notices.add(
    'KEPT',
    proseChapters.length === 1 ? '1 chapter is kept as prose.' : `${proseChapters.length} chapters are kept as prose.`,
    undefined,
    proseChapters.map((chapter) => chapter.heading).join(' · '),
  );
}
