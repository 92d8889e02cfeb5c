/** What a role document lists besides duties, skills and tools: deliverables, activities, decision rights and the rest, questions and scorecard. */
import type { RoleContent } from '../../../../shared/api/role-content.ts';
import { wordsOf } from '../../outline/clean-text.ts';
import { splitBracket } from '../../outline/heading.ts';
import { boldLead, type Lead, plainLead } from '../../outline/line-labels.ts';
import {
  type Item,
  isParagraph,
  type OutlineChapter,
  type Part,
  type TablePart,
  textOf,
  wordsOfItem,
} from '../../outline/outline.ts';
import type { HeadingTopic } from '../heading-topics.ts';
import { asLine, asProse, lineOrUndefined, proseOrUndefined, type RoleReading } from '../role-reading.ts';
import { noteRebuilt } from './blueprint-tables.ts';

type RoleItem = RoleContent['items'][number];

const kindOfTopic: Readonly<Partial<Record<HeadingTopic, RoleItem['kind']>>> = {
  deliverables: 'deliverable',
  activities: 'activity',
  decisions: 'decisionRight',
  stakeholders: 'stakeholder',
  qualifications: 'qualification',
  environment: 'environment',
  risks: 'risk',
  variants: 'variant',
  aiImpact: 'aiImpact',
  accelerators: 'accelerator',
  hiring: 'hiring',
};

const longestGroup = 120;

/** Adds every entry under a heading of such a kind, and questions and answers. */
export function readItems(reading: RoleReading): void {
  reading.chapters.forEach((chapter, section) => {
    const topic = reading.topics[section];
    if (topic === 'faq') readQuestions(reading, chapter, section);
    const kind = topic === undefined ? undefined : kindOfTopic[topic];
    if (kind === undefined) return;
    const own = isSubchapter(reading, section) ? lineOrUndefined(chapter.heading) : undefined;
    let group = own;
    chapter.parts.forEach((part, index) => {
      if (part.kind === 'list') {
        for (const item of nestedByColons(part.items)) addItem(reading, kind, group, item, section);
        group = own;
      } else if (part.kind === 'table') addRows(reading, kind, group, part, section);
      else if (isParagraph(part)) {
        const label = labelAbove(part.inlines.length > 0 ? textOf(part.inlines) : '', chapter.parts[index + 1]);
        if (label !== undefined) group = label;
        else addLabelled(reading, kind, group, part, section);
      }
    });
  });
}

/** Whether a chapter of the same topic stands above it. */
function isSubchapter(reading: RoleReading, section: number): boolean {
  const own = reading.topics[section];
  let depth = reading.chapters[section]?.depth ?? 1;
  for (let index = section - 1; index >= 0 && depth > 1; index -= 1) {
    const above = reading.chapters[index];
    if (above === undefined || above.depth >= depth) continue;
    depth = above.depth;
    const topic = reading.topics[index];
    const isSame = topic === own || (topic === 'hiring' && own === 'scorecard');
    if (isSame && above.heading !== '') return true;
  }
  return false;
}

/** A short line that ends in a colon, or is all bold, right above a list is the heading of that list. */
function labelAbove(text: string, next: Part | undefined): string | undefined {
  const line = text.trim();
  if (next?.kind !== 'list' || line.length > longestGroup || line.includes('\n') || !line.endsWith(':'))
    return undefined;
  return line.split(' ').length <= 8 ? lineOrUndefined(line.slice(0, -1)) : undefined;
}

/** Bold or ending in a colon: what stands before the text of an entry. */
function leadOf(item: Item): Lead | null {
  const bold = boldLead(item.inlines);
  if (bold !== null) return bold;
  const plain = plainLead(textOf(item.inlines), 10);
  return plain?.hasColon && plain.rest !== '' ? plain : null;
}

const isMeeting = (group: string | undefined): boolean =>
  group !== undefined && /\b(?:meeting|ritual|ceremon)/i.test(group.slice(0, 200));

function addItem(
  reading: RoleReading,
  kind: RoleItem['kind'],
  group: string | undefined,
  item: Item,
  section: number,
): void {
  const words = wordsOfItem(item);
  const beneath = item.items.map((sub) => `- ${wordsOfItem(sub).split('\n').join(' ')}`);
  const lead = leadOf(item);
  const whole = textOf(item.inlines).trim();
  let name = lead === null || lead.lead.length > 200 ? undefined : lead.lead;
  let text = name === undefined ? whole : (lead?.rest ?? '');
  if (name === undefined && beneath.length > 0 && whole.length <= 160) {
    name = whole.endsWith(':') ? whole.slice(0, -1) : whole;
    text = '';
  } else if (name === undefined && isMeeting(group)) {
    const { name: meeting, bracket } = splitBracket(whole);
    if (bracket !== undefined && meeting.length <= 120) {
      name = meeting;
      text = bracket;
    }
  }
  addRow(
    reading,
    { kind, group, name, text: [text, ...beneath].filter(Boolean).join('\n'), section },
    item.line,
    words,
  );
}

function addRow(
  reading: RoleReading,
  row: {
    kind: RoleItem['kind'];
    group: string | undefined;
    name: string | undefined;
    text: string;
    section: number;
  },
  line: number,
  words: string,
): void {
  const name = lineOrUndefined(row.name);
  // A name without more is the entry itself.
  const isAlone = row.text.trim() === '';
  reading.items.push({
    kind: row.kind,
    ...(row.group === undefined ? {} : { group: row.group }),
    ...(name === undefined || isAlone ? {} : { name }),
    text: asProse(isAlone ? (row.name ?? '') : row.text),
    section: row.section,
    line,
    words: asProse(words),
  });
}

/** A paragraph that begins with a label is an entry; other paragraphs only introduce. */
function addLabelled(
  reading: RoleReading,
  kind: RoleItem['kind'],
  group: string | undefined,
  part: Part & { kind: 'paragraph' | 'quote' },
  section: number,
): void {
  const bold = boldLead(part.inlines);
  if (bold === null || !bold.hasColon || bold.rest === '' || bold.lead.length > longestGroup) return;
  addRow(reading, { kind, group, name: bold.lead, text: bold.rest, section }, part.line, textOf(part.inlines));
}

function addRows(
  reading: RoleReading,
  kind: RoleItem['kind'],
  group: string | undefined,
  part: TablePart,
  section: number,
): void {
  if (scorecardColumns(part) !== null) return;
  for (const row of part.rows) {
    const [name = '', ...rest] = row.cells;
    const text = rest.flatMap((cell, index) => {
      const head = part.head[index + 1] ?? '';
      if (cell === '') return [];
      return [rest.length > 1 && head !== '' ? `${head}: ${cell}` : cell];
    });
    if (row.cells.some(Boolean))
      addRow(reading, { kind, group, name, text: text.join('\n'), section }, row.line, row.cells.join('\n'));
  }
}

const endsInColon = (item: Item): boolean => item.items.length === 0 && textOf(item.inlines).trimEnd().endsWith(':');
const startsSmall = (item: Item): boolean => /^(?:and |or )?\p{Ll}/u.test(textOf(item.inlines).slice(0, 10));

/**
 * A list that lost its nesting on the way: several entries that end in a colon head what follows each; a single one
 * heads only what goes on in small letters.
 */
function nestedByColons(items: readonly Item[]): readonly Item[] {
  const heads = items.filter(endsInColon).length;
  if (heads === 0) return items;
  const isSure = heads >= 2 && items[0] !== undefined && endsInColon(items[0]);
  const nested: { inlines: Item['inlines']; items: Item[]; line: number }[] = [];
  let isOpen = false;
  for (const item of items) {
    const last = nested.at(-1);
    if (endsInColon(item)) {
      nested.push({ ...item, items: [] });
      isOpen = true;
    } else if (isOpen && last !== undefined && (isSure || startsSmall(item))) last.items.push(item);
    else {
      nested.push({ ...item, items: [...item.items] });
      isOpen = false;
    }
  }
  return nested;
}

/** Questions as headings, bold lines or entries, each with what follows up to the next one. */
function readQuestions(reading: RoleReading, chapter: OutlineChapter, section: number): void {
  const add = (question: string, answer: string, line: number) => {
    if (question === '' || answer === '') return;
    reading.faqs.push({
      question: asProse(question),
      answer: asProse(answer),
      section,
      line,
      words: asProse(`${question}\n${answer}`),
    });
  };
  if (chapter.written.trim().endsWith('?')) {
    const texts = chapter.parts.map((part) =>
      part.kind === 'list'
        ? part.items.map((item) => `- ${wordsOfItem(item).split('\n').join(' ')}`).join('\n')
        : part.kind === 'table'
          ? ''
          : textOf(part.inlines),
    );
    add(chapter.written, texts.filter(Boolean).join('\n\n'), chapter.line);
    return;
  }
  let open: { question: string; answer: string[]; line: number } | null = null;
  const close = () => {
    if (open !== null) add(open.question, open.answer.join('\n\n').trim(), open.line);
    open = null;
  };
  const take = (text: string, line: number) => {
    const place = text.indexOf('?');
    const plain = /^(?:q|question)\s?\d{0,2}[.:)]\s/i.exec(text.slice(0, 16));
    const answered = /^(?:a|answer)\s?[.:)]\s/i.exec(text.slice(0, 12));
    if (place > 0 && place < 300 && (place === text.length - 1 || /^\s/.test(text.slice(place + 1)))) {
      close();
      const question = text.slice(plain?.[0].length ?? 0, place + 1);
      const rest = text.slice(place + 1).trim();
      open = { question, answer: rest === '' ? [] : [rest], line };
    } else if (open !== null) open.answer.push(text.slice(answered?.[0].length ?? 0));
  };
  for (const part of chapter.parts) {
    if (part.kind === 'list') for (const item of part.items) take(wordsOfItem(item), item.line);
    else if (part.kind !== 'table') {
      textOf(part.inlines)
        .split('\n')
        .forEach((text, offset) => {
          take(text.trim(), part.line + offset);
        });
    }
  }
  close();
}

type ScorecardField = 'dimension' | 'meets' | 'exceeds' | 'weight';
const scorecardFields: readonly (readonly [ScorecardField, readonly string[]])[] = [
  ['weight', ['weight', 'weighting', 'share', 'points']],
  ['exceeds', ['exceeds', 'exceed', 'above the bar', 'outstanding', 'strong']],
  ['meets', ['meets', 'meet', 'the bar', 'what good looks like', 'looks like', 'expected', 'evidence', 'description']],
  ['dimension', ['dimension', 'criterion', 'criteria', 'area', 'competency', 'category', 'what we look at']],
];

/** Which column of a table holds which field of a scorecard; null for a table that is none. */
function scorecardColumns(part: TablePart): ReadonlyMap<ScorecardField, number> | null {
  const places = new Map<ScorecardField, number>();
  const taken = new Set<number>();
  for (const [field, phrases] of scorecardFields) {
    const place = part.head.findIndex((cell, index) => {
      const words = wordsOf(cell);
      return !taken.has(index) && phrases.some((phrase) => words.includes(` ${phrase} `));
    });
    if (place === -1) continue;
    places.set(field, place);
    taken.add(place);
  }
  const isScorecard = places.has('weight') || (places.has('meets') && places.has('exceeds'));
  if (!isScorecard || part.head.length > 8) return null;
  if (!places.has('dimension')) {
    const free = part.head.findIndex((_cell, index) => !taken.has(index));
    if (free === -1) return null;
    places.set('dimension', free);
  }
  return places;
}

/** `25%`, `25 %`, `0.25`: per cent of the whole. */
function percentOf(text: string): number | undefined {
  const found = /^~?(\d{1,3}(?:[.,]\d{1,2})?)\s?(%|per cent|percent|points?)?$/i.exec(text.trim().slice(0, 20));
  if (found === null) return undefined;
  const value = Number((found[1] ?? '').replace(',', '.'));
  return value > 100 ? undefined : value;
}

/** Adds the lines of a hiring scorecard, under a heading that mentions hiring or a scorecard. */
export function readScorecard(reading: RoleReading): void {
  reading.chapters.forEach((chapter, section) => {
    const topic = reading.topics[section];
    if (topic !== 'hiring' && topic !== 'scorecard') return;
    for (const part of chapter.parts) {
      if (part.kind === 'table') addScorecard(reading, part, section);
      else if (part.kind === 'list' && topic === 'scorecard') {
        for (const item of part.items) addScorecardItem(reading, item, section);
      }
    }
  });
}

function addScorecard(reading: RoleReading, part: TablePart, section: number): void {
  const columns = scorecardColumns(part);
  if (columns === null) return;
  if (part.isRebuilt) noteRebuilt(reading, part);
  for (const row of part.rows) {
    const cell = (field: ScorecardField) => row.cells[columns.get(field) ?? -1] ?? '';
    const dimension = lineOrUndefined(cell('dimension'));
    if (dimension === undefined) continue;
    const weight = percentOf(cell('weight'));
    const meets = proseOrUndefined(cell('meets'));
    const exceeds = proseOrUndefined(cell('exceeds'));
    if (cell('weight') !== '' && weight === undefined)
      reading.notices.add('NOT_PLACED', `${dimension}: the weight “${asLine(cell('weight'))}” is no share.`, row.line);
    reading.scorecard.push({
      dimension,
      ...(meets === undefined ? {} : { meets }),
      ...(exceeds === undefined ? {} : { exceeds }),
      ...(weight === undefined ? {} : { weight }),
      section,
      line: row.line,
      words: asProse(row.cells.join('\n')),
    });
  }
}

/** `Chart work (25 %): reads a chart`. */
function addScorecardItem(reading: RoleReading, item: Item, section: number): void {
  const words = wordsOfItem(item);
  const lead = boldLead(item.inlines) ?? plainLead(textOf(item.inlines), 10);
  const whole = lead?.lead ?? textOf(item.inlines);
  const { name, bracket } = splitBracket(whole);
  const atEnd = splitBracket(textOf(item.inlines));
  const weight = percentOf(bracket ?? '') ?? percentOf(atEnd.bracket ?? '') ?? percentOf(lead?.rest ?? '');
  const dimension = lineOrUndefined(percentOf(bracket ?? '') === undefined ? whole : name);
  if (dimension === undefined || dimension.length > 160) return;
  let meets = lead?.rest ?? '';
  if (percentOf(meets) !== undefined) meets = '';
  else if (percentOf(atEnd.bracket ?? '') !== undefined) meets = splitBracket(meets).name;
  const text = proseOrUndefined([meets, ...item.items.map(wordsOfItem)].filter(Boolean).join('\n'));
  reading.scorecard.push({
    dimension: percentOf(atEnd.bracket ?? '') !== undefined && lead === null ? asLine(atEnd.name) : dimension,
    ...(text === undefined ? {} : { meets: text }),
    ...(weight === undefined ? {} : { weight }),
    section,
    line: item.line,
    words: asProse(words),
  });
}
