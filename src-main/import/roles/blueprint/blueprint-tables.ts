/** KPIs and tools: tables by their headers, lists where a page has no table. */
import { wordsOf } from '../../outline/clean-text.ts';
import { splitBracket } from '../../outline/heading.ts';
import { boldLead, plainLead } from '../../outline/line-labels.ts';
import { type Item, type OutlineRow, type TablePart, textOf, wordsOfItem } from '../../outline/outline.ts';
import type { HeadingTopic } from '../heading-topics.ts';
import { asLine, asProse, lineOrUndefined, proseOrUndefined, type RoleReading } from '../role-reading.ts';

type Columns<Field extends string> = readonly (readonly [Field, readonly string[]])[];

type KpiField = 'name' | 'category' | 'measures' | 'why' | 'target' | 'frequency';
const kpiColumns: Columns<KpiField> = [
  [
    'measures',
    [
      'what it measures',
      'measures',
      'how it is measured',
      'how measured',
      'what it tracks',
      'definition',
      'description',
      'formula',
      'meaning',
    ],
  ],
  ['why', ['why it matters', 'why', 'rationale', 'reason']],
  ['target', ['target', 'targets', 'benchmark', 'goal', 'threshold']],
  ['frequency', ['frequency', 'cadence', 'how often', 'reviewed', 'period']],
  ['category', ['category', 'type', 'kind', 'dimension']],
  ['name', ['metric', 'metric name', 'kpi', 'indicator', 'measure', 'name']],
];

type ToolField = 'name' | 'category' | 'use' | 'adoption';
const toolColumns: Columns<ToolField> = [
  ['adoption', ['adoption', 'common', 'optional', 'context specific', 'usage level', 'prevalence', 'status']],
  ['use', ['use', 'primary use', 'typical use', 'purpose', 'used for', 'usage', 'what for']],
  ['category', ['category', 'area', 'type', 'kind', 'domain']],
  ['name', ['tool', 'tools', 'platform', 'software', 'technology', 'technologies', 'product', 'examples', 'name']],
];

/** Which column holds which field; each field at most once, and `name` in the first free column when no header says so. */
function placeColumns<Field extends string>(head: readonly string[], columns: Columns<Field>): Map<Field, number> {
  const places = new Map<Field, number>();
  const taken = new Set<number>();
  for (const [field, phrases] of columns) {
    const place = head.findIndex((cell, index) => {
      const words = wordsOf(cell);
      return !taken.has(index) && phrases.some((phrase) => words.includes(` ${phrase} `));
    });
    if (place === -1) continue;
    places.set(field, place);
    taken.add(place);
  }
  const name = 'name' as Field;
  if (!places.has(name)) {
    const free = head.findIndex((_cell, index) => !taken.has(index));
    if (free !== -1) places.set(name, free);
  }
  return places;
}

interface Table<Field extends string> {
  readonly section: number;
  readonly row: OutlineRow;
  readonly cell: (field: Field) => string;
  /** Cells under headers that no field stands for, each with its header. */
  readonly others: string;
}

/** The rows of all tables whose header fits. Under a heading that says nothing known, a table must have the fields of `needs`. */
function tableRows<Field extends string>(
  reading: RoleReading,
  topic: HeadingTopic,
  columns: Columns<Field>,
  needs: readonly Field[],
): Table<Field>[] {
  return reading.chapters.flatMap((chapter, section) => {
    const own = reading.topics[section];
    if (own !== topic && own !== undefined) return [];
    return chapter.parts.flatMap((part) => {
      if (part.kind !== 'table') return [];
      const [first, ...others] = part.rows;
      const head = part.head.length > 0 ? part.head : (first?.cells ?? []);
      const rows = part.head.length > 0 ? part.rows : others;
      const places = placeColumns(head, columns);
      const isCertain = own === topic || needs.every((field) => places.has(field));
      if (!isCertain || places.size < 2) return [];
      if (part.isRebuilt) noteRebuilt(reading, part);
      const taken = new Set(places.values());
      return rows.map((row) => ({
        section,
        row,
        cell: (field: Field) => row.cells[places.get(field) ?? -1] ?? '',
        others: row.cells
          .flatMap((cell, index) => (cell === '' || taken.has(index) ? [] : [`${head[index] || 'Note'}: ${cell}`]))
          .join('\n'),
      }));
    });
  });
}

/** A table without borders is split by capitals and known words: worth a look, and what could not be split is named. */
export function noteRebuilt(reading: RoleReading, part: TablePart): void {
  const raw = part.rows.filter((row) => row.isRaw);
  const split = part.rows.length - raw.length;
  if (split > 0) {
    reading.notices.add(
      'INTERPRETED',
      `The table “${asLine(part.head.join(' | ')).slice(0, 120)}” had lost its borders; ${split === 1 ? '1 row is' : `${split} rows are`} split by their words.`,
      part.line,
      'Cells are told by known values at the end of a row and by the capital each cell begins with.',
    );
  }
  for (const row of raw) {
    reading.notices.add(
      'NOT_PLACED',
      `The cells of “${asLine(row.cells.filter(Boolean).join(' ')).slice(0, 120)}” could not be told apart; the row is kept whole.`,
      row.line,
    );
  }
}

function notePlaceless(reading: RoleReading, row: OutlineRow, what: string): void {
  reading.notices.add(
    'NOT_PLACED',
    `A row without a name among the ${what}: “${row.cells.filter(Boolean).join(' | ').slice(0, 120)}”.`,
    row.line,
  );
}

export function readKpis(reading: RoleReading): void {
  for (const { section, row, cell, others } of tableRows(reading, 'kpis', kpiColumns, ['target'])) {
    const name = lineOrUndefined(cell('name'));
    if (name === undefined) {
      notePlaceless(reading, row, 'KPIs');
      continue;
    }
    reading.kpis.push({
      name,
      category: lineOrUndefined(cell('category')),
      measures: proseOrUndefined(cell('measures')),
      why: proseOrUndefined(cell('why')),
      target: proseOrUndefined(cell('target')),
      frequency: lineOrUndefined(cell('frequency')),
      ...(others === '' ? {} : { note: asProse(others) }),
      section,
      line: row.line,
      words: asProse(row.cells.join('\n')),
    });
  }
  if (reading.kpis.length > 0) return;
  for (const { item, section } of listItems(reading, 'kpis')) {
    const lead = boldLead(item.inlines) ?? plainLead(textOf(item.inlines), 8);
    const name = asLine(lead?.lead ?? textOf(item.inlines));
    if (name === '' || name.length > 120) continue;
    const measures = proseOrUndefined([lead?.rest, ...item.items.map(wordsOfItem)].filter(Boolean).join('\n'));
    reading.kpis.push({ name, measures, section, line: item.line, words: asProse(wordsOfItem(item)) });
  }
}

export function readTools(reading: RoleReading): void {
  for (const { section, row, cell } of tableRows(reading, 'tools', toolColumns, ['name', 'category'])) {
    const name = lineOrUndefined(cell('name'));
    if (name === undefined) {
      notePlaceless(reading, row, 'tools');
      continue;
    }
    reading.tools.push({
      name,
      category: lineOrUndefined(cell('category')),
      use: proseOrUndefined(cell('use')),
      adoption: lineOrUndefined(cell('adoption')),
      section,
      line: row.line,
      words: asProse(row.cells.join('\n')),
    });
  }
  if (reading.tools.length > 0) return;
  for (const { item, section } of listItems(reading, 'tools')) {
    const lead = boldLead(item.inlines) ?? plainLead(textOf(item.inlines), 6);
    const names = splitNames(lead === null || lead.rest === '' ? textOf(item.inlines) : lead.rest);
    for (const name of names) {
      if (name.length > 120) continue;
      const category = lead === null || lead.rest === '' ? undefined : lineOrUndefined(lead.lead);
      const end = splitBracket(name);
      const adoption = end.bracket !== undefined && adoptionPattern.test(end.bracket) ? end.bracket : undefined;
      reading.tools.push({
        name: asLine(adoption === undefined ? name : end.name),
        category,
        ...(adoption === undefined ? {} : { adoption: asLine(adoption) }),
        section,
        line: item.line,
        words: asProse(wordsOfItem(item)),
      });
    }
  }
}

function listItems(reading: RoleReading, topic: HeadingTopic): { item: Item; section: number }[] {
  return reading.chapters.flatMap((chapter, section) =>
    reading.topics[section] !== topic
      ? []
      : chapter.parts.flatMap((part) => (part.kind === 'list' ? part.items.map((item) => ({ item, section })) : [])),
  );
}

/** How common a tool is, where a list says it in brackets. */
const adoptionPattern = /^(?:common|optional|context-specific|context-dependent|rare|required)\b/i;

/** Names between commas, but not the commas inside brackets. */
export function splitNames(text: string): string[] {
  const names: string[] = [];
  let open = 0;
  let name = '';
  for (const letter of text.slice(0, 5_000)) {
    if (letter === '(') open += 1;
    if (letter === ')') open -= 1;
    if ((letter === ',' || letter === ';') && open <= 0) {
      names.push(name);
      name = '';
    } else name += letter;
  }
  return [...names, name]
    .map((entry) => (entry.trim().endsWith('.') ? entry.trim().slice(0, -1) : entry.trim()))
    .filter(Boolean);
}
