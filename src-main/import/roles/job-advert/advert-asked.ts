/** What an advertisement asks, what it says it does not, and what it only names. */
import type { RoleContent } from '../../../../shared/api/role-content.ts';
import { defaultScale } from '../../../../shared/vocabulary/role-shape.ts';
import { nameKey, wordsOf } from '../../outline/clean-text.ts';
import { boldLead, plainLead } from '../../outline/line-labels.ts';
import { type Item, isParagraph, type OutlineChapter, type Part, textOf, wordsOfItem } from '../../outline/outline.ts';
import { asLine, asProse, type RoleReading } from '../role-reading.ts';
import { isQualification, type Recogniser, shortName, weightOf } from './advert-skills.ts';
import type { AdvertTopic } from './advert-topics.ts';
import { askedEntries, noteLeft } from './list-end.ts';
import { askedIn, noteNotAsked, saysNotNeeded } from './negation.ts';

export interface Advert {
  readonly reading: RoleReading;
  readonly topics: readonly (AdvertTopic | undefined)[];
  readonly recognise: Recogniser;
}

/** The entries of a chapter: its lists, else its lines, else the sentences of its one paragraph. */
export function itemsOf(parts: readonly Part[]): Item[] {
  const listed = parts.flatMap((part) => (part.kind === 'list' ? part.items : []));
  if (listed.length > 0) return listed;
  const paragraphs = parts.filter(isParagraph);
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

type AskedTopic = 'must' | 'profile' | 'nice';

export function readAsked(advert: Advert, chapter: OutlineChapter, section: number, topic: AskedTopic): void {
  const { notices } = advert.reading;
  const hasSubject = (clause: string) => advert.recognise(clause).length > 0 || isQualification(clause);
  const { items, left, prose } = askedEntries(chapter, itemsOf, hasSubject);
  noteLeft(notices, left);
  for (const { text, line } of prose)
    notices.add('KEPT', `“${asLine(text).slice(0, 200)}” stands between lists and is kept as prose.`, line);
  for (const item of items.flatMap((entry) =>
    entry.items.length > 0 && textOf(entry.inlines).endsWith(':') ? entry.items : [entry],
  )) {
    const words = wordsOfItem(item);
    if (asLine(words) === '') continue;
    const { asked, welcome, notAsked } = askedIn(asLine(words), hasSubject);
    for (const clause of notAsked) noteNotAsked(advert.reading, clause, item.line);
    if (asked !== '') readAskedLine(advert, { chapter, section, topic, item, words, line: asked });
    if (welcome !== '') readAskedLine(advert, { chapter, section, topic: 'nice', item, words, line: welcome });
  }
}

/** A chapter that lists what is not needed. */
export function noteUnneeded({ reading }: Advert, chapter: OutlineChapter): void {
  for (const part of chapter.parts)
    for (const { text, line } of linesOf(part)) if (asLine(text) !== '') noteNotAsked(reading, asLine(text), line);
}

interface AskedLine {
  readonly chapter: OutlineChapter;
  readonly section: number;
  readonly topic: AskedTopic;
  readonly item: Item;
  /** All that the entry says. */
  readonly words: string;
  /** What of it is asked. */
  readonly line: string;
}

function readAskedLine(advert: Advert, { chapter, section, topic, item, words, line }: AskedLine): void {
  const isWhole = line === asLine(words);
  const weight =
    topic === 'nice'
      ? isWhole
        ? (weightOf(line) ?? 'nice')
        : 'nice'
      : (weightOf(line) ?? (topic === 'profile' ? null : topic));
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
  const qualify = () =>
    advert.reading.items.push({
      kind: 'qualification',
      group: asLine(chapter.heading),
      text: asProse(words),
      section,
      line: item.line,
      words: asProse(words),
    });
  if (isQualification(line)) qualify();
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
  if (skills.length > 0 || isQualification(line)) return;
  const lead = isWhole ? (boldLead(item.inlines) ?? plainLead(textOf(item.inlines), 5)) : null;
  const name = lead !== null && lead.lead.split(' ').length <= 5 && lead.rest !== '' ? lead.lead : shortName(line);
  if (name === null) {
    advert.reading.notices.add(
      'NOT_PLACED',
      `No short name for “${line.slice(0, 120)}”; it is kept as a qualification.`,
      item.line,
    );
    qualify();
  } else addAsked(advert.reading, { competency: asLine(name), kind: 'competency', ...row });
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
export function readStack({ reading, recognise }: Advert, chapter: OutlineChapter, section: number): void {
  for (const part of chapter.parts) {
    for (const { text, line } of linesOf(part)) {
      if (saysNotNeeded(text)) {
        noteNotAsked(reading, text, line);
        continue;
      }
      for (const competency of recognise(text)) {
        if (reading.requirements.some((requirement) => nameKey(requirement.competency) === nameKey(competency)))
          continue;
        const words = asProse(text);
        addAsked(reading, { competency, kind: 'skill', importance: null, isMandatory: false, section, line, words });
      }
    }
  }
}

export function linesOf(part: Part): { text: string; line: number }[] {
  if (part.kind === 'list') return part.items.map((item) => ({ text: wordsOfItem(item), line: item.line }));
  if (part.kind === 'table') return part.rows.map((row) => ({ text: row.cells.join(' '), line: row.line }));
  return textOf(part.inlines)
    .split('\n')
    .map((text, offset) => ({ text, line: part.line + offset }));
}
