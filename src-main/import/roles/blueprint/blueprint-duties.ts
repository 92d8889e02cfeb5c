/** Responsibilities: lists with their groups and running numbers, tables, and paragraphs with a bold lead where there is no list. */
import { wordsOf } from '../../outline/clean-text.ts';
import { boldLead } from '../../outline/line-labels.ts';
import {
  type Item,
  isParagraph,
  type OutlineChapter,
  type TablePart,
  textOf,
  wordsOfItem,
} from '../../outline/outline.ts';
import { asLine, asProse, lineOrUndefined, type RoleReading } from '../role-reading.ts';

/** Adds every responsibility under a heading of them. */
export function readResponsibilities(reading: RoleReading): void {
  const chapters = reading.chapters.flatMap((chapter, section) =>
    reading.topics[section] === 'responsibilities' ? [{ chapter, section }] : [],
  );
  for (const { chapter, section } of chapters) {
    const own = isTop(reading, section) ? undefined : lineOrUndefined(chapter.heading);
    let group = own;
    chapter.parts.forEach((part, index) => {
      if (part.kind === 'list') {
        const groups = groupsOf(part.items);
        if (groups !== null) {
          for (const { name, items } of groups)
            for (const item of items) addDuty(reading, item, section, name, undefined);
        } else {
          part.items.forEach((item, place) => {
            addDuty(reading, item, section, group, part.isOrdered ? (part.start ?? 1) + place : undefined);
          });
        }
        group = own;
      } else if (part.kind === 'table') addTable(reading, part, section, own);
      else if (isParagraph(part) && chapter.parts[index + 1]?.kind === 'list')
        group = groupLine(textOf(part.inlines)) ?? group;
    });
  }
  if (reading.responsibilities.length > 0) return;
  for (const { chapter, section } of chapters) addParagraphs(reading, chapter, section);
}

const isTop = (reading: RoleReading, section: number): boolean => {
  const depth = reading.chapters[section]?.depth ?? 1;
  const above = reading.chapters.findLastIndex((chapter, index) => index < section && chapter.depth < depth);
  return above === -1 || reading.topics[above] !== reading.topics[section];
};

/** “Technical:” right above a list names its group; a sentence only introduces it. */
function groupLine(text: string): string | undefined {
  const line = text.trim();
  const isName = line.endsWith(':') && !line.includes('\n') && line.split(' ').length <= 5 && line.length <= 80;
  return isName ? lineOrUndefined(line.slice(0, -1)) : undefined;
}

/** A list whose entries are all names with a list beneath: its groups. */
function groupsOf(items: readonly Item[]): { name: string; items: readonly Item[] }[] | null {
  if (items.length < 2 || !items.every((item) => item.items.length >= 2)) return null;
  const names = items.map((item) => textOf(item.inlines).trim());
  if (!names.every((name) => name.length <= 80 && name.split(' ').length <= 8 && !/[.;,]$/.test(name))) return null;
  return items.map((item, index) => {
    const name = names[index] ?? '';
    return { name: asLine(name.endsWith(':') ? name.slice(0, -1) : name), items: item.items };
  });
}

/** Adds one responsibility; its bold lead stands apart where text follows it. */
export function addDuty(
  reading: RoleReading,
  item: Item,
  section: number,
  group: string | undefined,
  number: number | undefined,
): void {
  const own = boldLead(item.inlines);
  const beneath = item.items.map((sub) => `- ${wordsOfItem(sub).split('\n').join(' ')}`);
  const text = (own === null ? textOf(item.inlines) : own.rest).trim();
  const hasLead = own !== null && (text !== '' || beneath.length > 0);
  reading.responsibilities.push({
    ...(group === undefined ? {} : { group }),
    ...(number === undefined ? {} : { number }),
    ...(hasLead ? { lead: asLine(own.hasColon ? `${own.lead}:` : own.lead) } : {}),
    text: asProse([hasLead ? text : textOf(item.inlines), ...beneath].filter(Boolean).join('\n')),
    section,
    line: item.line,
    words: asProse(wordsOfItem(item)),
  });
}

const has = (head: string, phrases: readonly string[]): boolean =>
  phrases.some((phrase) => wordsOf(head).includes(` ${phrase} `));

function addTable(reading: RoleReading, part: TablePart, section: number, above: string | undefined): void {
  if (part.head.length === 0) return;
  const groups = part.head.findIndex((head) => has(head, ['area', 'group', 'category', 'domain', 'theme']));
  const leads = part.head.findIndex(
    (head, index) =>
      index !== groups && has(head, ['responsibility', 'responsibilities', 'duty', 'task', 'accountability']),
  );
  for (const row of part.rows) {
    const cell = (index: number) => row.cells[index] ?? '';
    const rest = row.cells.filter((content, index) => content !== '' && index !== groups && index !== leads);
    const lead = leads === -1 ? '' : cell(leads);
    const text = rest.length === 0 ? lead : rest.join('\n');
    if (text === '') continue;
    const group = groups === -1 || cell(groups) === '' ? above : asLine(cell(groups));
    reading.responsibilities.push({
      ...(group === undefined ? {} : { group }),
      ...(rest.length > 0 && lead !== '' ? { lead: asLine(lead) } : {}),
      text: asProse(text),
      section,
      line: row.line,
      words: asProse(row.cells.join('\n')),
    });
  }
}

/** Paragraphs that each begin in bold, where a page has no list of its duties. */
function addParagraphs(reading: RoleReading, chapter: OutlineChapter, section: number): void {
  const group = isTop(reading, section) ? undefined : lineOrUndefined(chapter.heading);
  for (const part of chapter.parts) {
    if (!isParagraph(part)) continue;
    const lead = boldLead(part.inlines);
    if (lead === null || lead.rest === '' || lead.lead.length > 120) continue;
    addDuty(reading, { inlines: part.inlines, items: [], line: part.line }, section, group, undefined);
  }
}
