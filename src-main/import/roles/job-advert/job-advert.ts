/** A job advertisement as text: a light role with duties, what is asked as must or nice to have, and what it offers as prose. */
import type { Draft } from '../../../../shared/api/import.ts';
import type { RoleContent } from '../../../../shared/api/role-content.ts';
import { cleanLine, wordsOf } from '../../outline/clean-text.ts';
import {
  isParagraph,
  type OutlineChapter,
  type Part,
  textOf,
  toSections,
  withinLimits,
} from '../../outline/outline.ts';
import { withoutBoilerplate } from '../../outline/page-boilerplate.ts';
import { outlineOfText } from '../../outline/text-outline.ts';
import { proseOf } from '../blueprint/blueprint.ts';
import { addDuty } from '../blueprint/blueprint-duties.ts';
import { asLine, lineOrUndefined, openRoleReading, type RoleReading, rowsWithinLimits } from '../role-reading.ts';
import { type Advert, itemsOf, linesOf, noteUnneeded, readAsked, readStack } from './advert-asked.ts';
import { isQualification, recogniserOf, shortName } from './advert-skills.ts';
import { type AdvertTopic, advertHeadings, advertLabels, advertTopicOf, labelledSentences } from './advert-topics.ts';
import { isPerk } from './list-end.ts';

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
  const recognise = recogniserOf(known);
  const own = withoutBoilerplate(written.flatMap(splitAtLabels), reading.notices, undefined);
  const chapters = withinLimits(joinUnmarkedLists(own, (line) => recognise(line).length > 0));
  const topics = chapters.map((chapter, index) => (index === 0 ? undefined : advertTopicOf(chapter.written)));
  const whole: Advert = { reading: { ...reading, chapters }, topics, recognise };
  const head = readHead(whole, sourceLines, firstLine, fallbackTitle);
  chapters.forEach((chapter, section) => {
    const topic = topics[section];
    if (topic === 'duties')
      for (const item of itemsOf(chapter.parts)) addDuty(reading, item, section, undefined, undefined);
    else if (topic === 'must' || topic === 'profile' || topic === 'nice') readAsked(whole, chapter, section, topic);
    else if (topic === 'stack') readStack(whole, chapter, section);
    else if (topic === 'unneeded') noteUnneeded(whole, chapter);
    else if (topic === undefined && topics.slice(0, section).some(isAskedTopic) && chapter.parts.length > 0)
      reading.notices.add(
        'KEPT',
        `“${asLine(chapter.heading)}” is no heading that is known to ask for anything: what stands there is kept as prose.`,
        chapter.line,
      );
  });
  const asks = topics.some(isAskedTopic);
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

const isAskedTopic = (topic: AdvertTopic | undefined): boolean =>
  topic === 'must' || topic === 'profile' || topic === 'nice';

/** Words that begin a heading and no entry of a list. */
const headingStartPattern = /^(?:about|how|why|what|who|where|when|our|life|join|meet|the|we|your)\b/i;
const longestEntry = 120;

/** A list without marks whose lines stand apart: each looks like a heading, and is an entry of what is asked above it. */
function joinUnmarkedLists(
  chapters: readonly OutlineChapter[],
  namesTechnique: (line: string) => boolean,
): readonly OutlineChapter[] {
  const joined: OutlineChapter[] = [];
  const isShort = (part: Part) => isParagraph(part) && textOf(part.inlines).length <= longestEntry;
  for (const chapter of chapters) {
    const asked = joined.at(-1);
    const isEntry =
      asked !== undefined &&
      joined.length > 1 &&
      isAskedTopic(advertTopicOf(asked.written)) &&
      asked.parts.every(isShort) &&
      chapter.parts.every(isShort) &&
      (advertTopicOf(chapter.written) === undefined || namesTechnique(chapter.written)) &&
      chapter.number === undefined &&
      !headingStartPattern.test(chapter.written) &&
      ![chapter.written, ...chapter.parts.flatMap(linesOf).map((line) => line.text)].some(isPerk) &&
      (namesTechnique(chapter.written) || isQualification(chapter.written) || shortName(chapter.written) !== null);
    if (asked === undefined || !isEntry) joined.push(chapter);
    else {
      const entry: Part = { kind: 'paragraph', inlines: [{ text: chapter.written }], line: chapter.line };
      joined[joined.length - 1] = { ...asked, parts: [...asked.parts, entry, ...chapter.parts] };
    }
  }
  return joined;
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
