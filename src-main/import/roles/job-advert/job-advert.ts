/** A job advertisement as text: a light role with duties, what is asked as must or nice to have, and what it offers as prose. */
import type { Draft } from '../../../../shared/api/import.ts';
import type { RoleContent } from '../../../../shared/api/role-content.ts';
import { defaultScale } from '../../../../shared/vocabulary/role-shape.ts';
import { cleanLine, nameKey, wordsOf } from '../../outline/clean-text.ts';
import { boldLead, plainLead } from '../../outline/line-labels.ts';
import {
  type Item,
  isParagraph,
  type OutlineChapter,
  type Part,
  textOf,
  toSections,
  withinLimits,
  wordsOfItem,
} from '../../outline/outline.ts';
import { withoutBoilerplate } from '../../outline/page-boilerplate.ts';
import { outlineOfText } from '../../outline/text-outline.ts';
import { proseOf } from '../blueprint/blueprint.ts';
import { addDuty } from '../blueprint/blueprint-duties.ts';
import {
  asLine,
  asProse,
  lineOrUndefined,
  openRoleReading,
  type RoleReading,
  rowsWithinLimits,
} from '../role-reading.ts';
import { isQualification, type Recogniser, recogniserOf, shortName, weightOf } from './advert-skills.ts';
import { type AdvertTopic, advertHeadings, advertLabels, advertTopicOf, labelledSentences } from './advert-topics.ts';

interface Advert {
  readonly reading: RoleReading;
  readonly topics: readonly (AdvertTopic | undefined)[];
  readonly recognise: Recogniser;
}

const longestLine = 400;

/** The draft of an advertisement. `known` names competencies of the record, which are recognised in its lines. */
export function readJobAdvert(text: string, fallbackTitle: string, known: readonly string[]): Draft {
  const { chapters: written, sourceLines, title: firstLine } = outlineOfText(text, advertHeadings);
  return advertOf(written, sourceLines, firstLine, fallbackTitle, known);
}

function advertOf(
  written: readonly OutlineChapter[],
  sourceLines: readonly string[],
  firstLine: string | undefined,
  fallbackTitle: string,
  known: readonly string[],
): Draft {
  const reading = openRoleReading(written, []);
  const chapters = withinLimits(withoutBoilerplate(written.flatMap(splitAtLabels), reading.notices, undefined));
  const topics = chapters.map((chapter, index) => (index === 0 ? undefined : advertTopicOf(chapter.heading)));
  const whole: Advert = { reading: { ...reading, chapters }, topics, recognise: recogniserOf(known) };
  const head = readHead(whole, sourceLines, firstLine, fallbackTitle);
  chapters.forEach((chapter, section) => {
    const topic = topics[section];
    if (topic === 'duties') for (const item of itemsOf(chapter)) addDuty(reading, item, section, undefined, undefined);
    else if (topic === 'must' || topic === 'profile' || topic === 'nice') readAsked(whole, chapter, section, topic);
    else if (topic === 'stack') readStack(whole, chapter, section);
  });
  const asks = topics.some((topic) => topic === 'must' || topic === 'profile' || topic === 'nice');
  if (!asks) for (const [section, chapter] of chapters.entries()) readStack(whole, chapter, section);
  const role: RoleContent = { ...head, ...rowsWithinLimits(whole.reading), sections: toSections(chapters) };
  reading.notices.add(
    'KEPT',
    'A job advertisement: it states no levels, so each of its requirements asks only to be shown.',
  );
  if (role.requirements.length === 0)
    reading.notices.add('KEPT', 'It asks for nothing that a match can count: no requirements were found.');
  return {
    kind: 'role',
    format: 'job-advert',
    title: role.title,
    notices: reading.notices.all(),
    sourceLines,
    role,
  };
}

/** A chapter whose running text names others on its way, “Requirements: … Nice to have: …”, as one for each. */
function splitAtLabels(chapter: OutlineChapter): OutlineChapter[] {
  const result: (OutlineChapter & { parts: Part[] })[] = [{ ...chapter, parts: [] }];
  for (const part of chapter.parts) {
    const lines = isParagraph(part) ? textOf(part.inlines).split('\n') : [];
    if (!isParagraph(part) || lines.every((line) => labelledSentences(line).length === 0)) {
      result.at(-1)?.parts.push(part);
      continue;
    }
    lines.forEach((text, offset) => {
      const line = part.line + offset;
      const push = (words: string) => {
        const inlines = [{ text: words.trim() }];
        if (words.trim() !== '') result.at(-1)?.parts.push({ kind: 'paragraph', inlines, line });
      };
      let done = 0;
      for (const { from, label, length } of labelledSentences(text)) {
        push(text.slice(done, from));
        result.push({ depth: chapter.depth, heading: label, written: `${label}:`, parts: [], line });
        done = from + length;
      }
      push(text.slice(done));
    });
  }
  return result;
}

/** The entries of a chapter: its lists, else its lines, else the sentences of its one paragraph. */
function itemsOf(chapter: OutlineChapter): Item[] {
  const listed = chapter.parts.flatMap((part) => (part.kind === 'list' ? part.items : []));
  if (listed.length > 0) return listed;
  const paragraphs = chapter.parts.filter(isParagraph);
  const lines = paragraphs.flatMap((part) =>
    textOf(part.inlines)
      .split('\n')
      .map((text, offset): Item => ({ inlines: [{ text }], items: [], line: part.line + offset })),
  );
  if (lines.length !== 1) return lines.filter((item) => textOf(item.inlines).trim() !== '');
  const [only] = lines;
  return textOf(only?.inlines ?? [])
    .slice(0, 20_000)
    .split(/(?<=[.;]) (?=\p{Lu})/u)
    .map((text) => ({ inlines: [{ text }], items: [], line: only?.line ?? 1 }));
}

type Requirement = RoleContent['requirements'][number];

function readAsked(advert: Advert, chapter: OutlineChapter, section: number, topic: 'must' | 'profile' | 'nice'): void {
  for (const item of itemsOf(chapter).flatMap((entry) =>
    entry.items.length > 0 && textOf(entry.inlines).endsWith(':') ? entry.items : [entry],
  )) {
    const words = wordsOfItem(item);
    const line = asLine(words);
    if (line === '') continue;
    const weight = weightOf(line) ?? (topic === 'profile' ? null : topic);
    const isMust = weight === 'must';
    const importance =
      weight === 'nice'
        ? 'optional'
        : weightOf(line) === 'must' || / must /.test(wordsOf(chapter.heading))
          ? 'critical'
          : 'important';
    const row = {
      importance,
      isMandatory: isMust,
      tier: asLine(chapter.heading),
      blurb: asProse(words),
      section,
      line: item.line,
      words: asProse(words),
    } as const;
    if (isQualification(line)) {
      advert.reading.items.push({
        kind: 'qualification',
        group: asLine(chapter.heading),
        text: asProse(words),
        section,
        line: item.line,
        words: asProse(words),
      });
    }
    const skills = advert.recognise(line);
    // “Go or Rust” asks for either, so neither of them is a must.
    const isChoice = skills.length > 1 && /\bor\b|\beither\b/i.test(line.slice(0, 1_000));
    for (const name of skills)
      addAsked(advert.reading, {
        ...row,
        competency: name,
        kind: 'skill',
        ...(isChoice ? { isMandatory: false, importanceNote: line } : {}),
      });
    if (skills.length > 0 || isQualification(line)) continue;
    const lead = boldLead(item.inlines) ?? plainLead(textOf(item.inlines), 5);
    const name = lead !== null && lead.lead.split(' ').length <= 5 && lead.rest !== '' ? lead.lead : shortName(line);
    if (name === null) {
      advert.reading.notices.add(
        'NOT_PLACED',
        `No short name for “${line.slice(0, 120)}”; it is kept as a qualification.`,
        item.line,
      );
      advert.reading.items.push({
        kind: 'qualification',
        group: asLine(chapter.heading),
        text: asProse(words),
        section,
        line: item.line,
        words: asProse(words),
      });
    } else addAsked(advert.reading, { competency: asLine(name), kind: 'competency', ...row });
  }
}

type Asked = Pick<
  Requirement,
  | 'competency'
  | 'kind'
  | 'importance'
  | 'importanceNote'
  | 'isMandatory'
  | 'tier'
  | 'blurb'
  | 'section'
  | 'line'
  | 'words'
>;
const importanceWeight = { critical: 3, important: 2, optional: 1 } as const;

/** Adds a requirement; one that is asked twice keeps the heavier words. */
function addAsked(reading: RoleReading, asked: Asked): void {
  const place = reading.requirements.findIndex((earlier) => nameKey(earlier.competency) === nameKey(asked.competency));
  const known = reading.requirements[place];
  const requirement: Requirement = { level: null, scale: defaultScale, countsInMatch: true, details: [], ...asked };
  if (known === undefined) {
    reading.requirements.push(requirement);
    return;
  }
  const isHeavier =
    (asked.importance ? importanceWeight[asked.importance] : 0) >
    (known.importance ? importanceWeight[known.importance] : 0);
  const words = asProse(`${known.words ?? ''}\n${asked.words ?? ''}`);
  reading.requirements[place] = {
    ...(isHeavier ? requirement : known),
    isMandatory: known.isMandatory || asked.isMandatory,
    words,
  };
}

/** Techniques that are named without being asked for: a skill without importance. */
function readStack({ reading, recognise }: Advert, chapter: OutlineChapter, section: number): void {
  for (const part of chapter.parts) {
    for (const { text, line } of linesOf(part)) {
      for (const competency of recognise(text)) {
        if (reading.requirements.some((requirement) => nameKey(requirement.competency) === nameKey(competency)))
          continue;
        const words = asProse(text);
        addAsked(reading, { competency, kind: 'skill', importance: null, isMandatory: false, section, line, words });
      }
    }
  }
}

function linesOf(part: Part): { text: string; line: number }[] {
  if (part.kind === 'list') return part.items.map((item) => ({ text: wordsOfItem(item), line: item.line }));
  if (part.kind === 'table') return part.rows.map((row) => ({ text: row.cells.join(' '), line: row.line }));
  return textOf(part.inlines)
    .split('\n')
    .map((text, offset) => ({ text, line: part.line + offset }));
}

const titleLabelPattern =
  /^(?:job title|title|position|role|vacancy|we(?:’|'| a)re hiring(?: an?| for)?|hiring|now hiring|job|stellenanzeige|stellenausschreibung|stelle|offre d[’']emploi|offre|poste)\s?[:–-]\s?/i;
/** “At Kieselwerk, we build …”. */
const atCompanyPattern = /^At (\p{Lu}[^,.:;!?\s]{1,30}(?: \p{Lu}[^,.:;!?\s]{1,30}){0,3}),? (?:we|our|you)\b/u;
const seekingPattern =
  /\b(?:looking for|hiring|seeking|searching for|search of) (?:an?|our next|our) ([\p{Lu}][^.,;:!?()\n]{3,80}?)(?= (?:to|who|for|with|in|at|based)\b|[.,;:!?(\n]|$)/u;
const payPattern =
  /(?:[€$£¥]|\b(?:EUR|USD|GBP|CHF)) ?\d[\d.,]{0,10}(?: ?[kK]\b)?(?: ?(?:-|–|to) ?(?:[€$£¥]|EUR|USD|GBP|CHF)? ?\d[\d.,]{0,10}(?: ?[kK]\b)?)?(?: ?(?:EUR|USD|GBP|CHF|€))?(?: gross)?(?: ?(?:per|a|an|\/) ?(?:year|annum|hour|month|day|yr|hr))?/;

/** Title, summary and facts of the head. */
function readHead(
  { reading, topics }: Advert,
  sourceLines: readonly string[],
  firstLine: string | undefined,
  fallbackTitle: string,
): Pick<RoleContent, 'title' | 'summary' | 'functionName' | 'levelLabel'> {
  const { chapters } = reading;
  const stated = (firstLine ?? '').replace(titleLabelPattern, '').trim();
  const sought = seekingPattern.exec(sourceLines.slice(0, 30).join('\n').slice(0, 4_000))?.[1];
  const isRole = stated !== '' && advertTopicOf(stated) === undefined && stated.split(' ').length <= 14;
  let title = asLine(isRole ? stated : (sought ?? fallbackTitle));
  const at = /^(.{3,120}?) (?:at|@) (\p{Lu}[^,|]{1,60})$/u.exec(title);
  if (at?.[1] !== undefined && at[2] !== undefined) {
    title = at[1];
    addFact(reading, 'Company', at[2], 0, 1);
  }
  const line = sourceLines.findIndex((text) => text.trim() !== '') + 1;
  const gender = /\s?\(?\b[mwfdxh](?: ?[/|] ?[mwfdxh]){1,3}\b\)?/i.exec(title)?.[0];
  if (gender !== undefined && gender.length < title.length) {
    title = title.replace(gender, '').trim();
    reading.notices.add('LEFT_OUT', `Left off the title: “${gender.trim()}”.`, line);
  }
  reading.notices.add(
    'INTERPRETED',
    isRole ? 'The first line is read as the title.' : `“${title}” is read as the title.`,
    line,
  );
  const head: { title: string; summary?: string; functionName?: string; levelLabel?: string } = {
    title: cleanLine(title),
  };
  chapters.forEach((chapter, section) => {
    const topic = topics[section];
    const isEarly = section < 3 || topic === 'company' || topic === 'role';
    if (isEarly) readLabels(reading, head, chapter, section);
    const company = /^about (?!the |our |us$|you$|this |your )(\p{Lu}[\p{L}\p{N}&. -]{1,50})$/iu.exec(
      chapter.heading,
    )?.[1];
    if (company !== undefined && topic === 'company') addFact(reading, 'Company', company, section, chapter.line);
  });
  const place = sourceLines.slice(0, 60).findIndex((text) => atCompanyPattern.test(text.trim().slice(0, 80)));
  const employer = atCompanyPattern.exec((sourceLines[place] ?? '').trim().slice(0, 80))?.[1];
  if (employer !== undefined) addFact(reading, 'Company', employer, 0, place + 1);
  if (!reading.facts.some((fact) => fact.label === 'Pay')) {
    const place = sourceLines.findIndex((text) => text.length <= longestLine && payPattern.test(text));
    const pay = payPattern.exec(sourceLines[place] ?? '')?.[0];
    if (pay !== undefined) {
      const section = Math.max(
        0,
        chapters.findLastIndex((chapter) => chapter.line <= place + 1),
      );
      addFact(reading, 'Pay', pay, section, place + 1);
    }
  }
  const own = chapters.flatMap((chapter, index) => (topics[index] === 'role' ? chapter.parts : []));
  const opening = chapters.slice(0, 1).flatMap((chapter) => chapter.parts.filter((part) => isProse(part)));
  const summary = proseOf(own.length > 0 ? own : opening);
  if (summary !== undefined) head.summary = summary;
  return head;
}

const isProse = (part: Part): boolean => isParagraph(part) && textOf(part.inlines).length >= 80;

function readLabels(
  reading: RoleReading,
  head: { functionName?: string; levelLabel?: string },
  chapter: OutlineChapter,
  section: number,
): void {
  for (const { text, line } of chapter.parts.flatMap(linesOf)) {
    if (text.length > longestLine) continue;
    const colon = text.slice(0, 40).indexOf(':');
    const name = colon > 0 ? advertLabels.get(wordsOf(text.slice(0, colon)).trim()) : undefined;
    const value = lineOrUndefined(text.slice(colon + 1));
    if (name !== undefined && value !== undefined) {
      addFact(reading, name, value, section, line);
      if (name === 'Department') head.functionName ??= value;
      if (name === 'Seniority') head.levelLabel ??= value;
    } else if (section === 0 && / [·|•] /.test(text) && text.length <= 160) {
      for (const part of text.split(/ [·|•] /))
        addFact(reading, payPattern.test(part) ? 'Pay' : undefined, part, section, line);
    }
  }
}

function addFact(reading: RoleReading, label: string | undefined, value: string, section: number, line: number): void {
  const shown = lineOrUndefined(value);
  if (shown === undefined) return;
  if (label !== undefined && reading.facts.some((fact) => fact.label === label)) return;
  reading.facts.push({ ...(label === undefined ? {} : { label }), value: shown, section, line, words: shown });
}
