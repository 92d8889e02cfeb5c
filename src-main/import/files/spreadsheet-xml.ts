/** The XML inside an XLSX workbook: sheet names, shared strings, date formats and cell values. Formulas are not looked at. */
import { SaxesParser } from 'saxes';
import { cleanText } from '../outline/clean-text.ts';

export interface SheetEntry {
  readonly name: string;
  readonly relation: string;
  readonly isHidden: boolean;
}

/** What a row of a sheet holds; its number is the sheet's own, from 1. */
export interface SheetRow {
  readonly number: number;
  readonly cells: readonly string[];
  /** The same with the value of a merged cell in every place that it covers; absent where none covers any. */
  readonly covered?: readonly string[];
}

const mostCells = 400_000;
const mostColumns = 256;
const longestText = 32_768;
const mostMerged = 5_000;
const mostMergedRows = 2_000;

interface Events {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

/** Runs through XML by local names. A document type is refused: with it come entities that grow. */
function walk(xml: string, { open, close, text }: Events): void {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const local = (name: string): string => name.slice(name.indexOf(':') + 1);
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new Error('a document type');
  });
  parser.on('opentag', (tag) => open?.(local(tag.name), tag.attributes as Record<string, string>));
  parser.on('closetag', (tag) => close?.(local(tag.name)));
  parser.on('text', (found) => text?.(found));
  parser.on('cdata', (found) => text?.(found));
  parser.write(xml).close();
}

/** The sheets of a workbook in their order. */
export function sheetsOf(xml: string): SheetEntry[] {
  const sheets: SheetEntry[] = [];
  walk(xml, {
    open(name, attributes) {
      if (name !== 'sheet') return;
      const relation = Object.entries(attributes).find(([key]) => key === 'r:id' || key.endsWith(':id'))?.[1] ?? '';
      const isHidden = attributes.state === 'hidden' || attributes.state === 'veryHidden';
      sheets.push({ name: cleanText(attributes.name ?? ''), relation, isHidden });
    },
  });
  return sheets;
}

/** Which part of the archive each relation of the workbook names. */
export function relationsOf(xml: string): Map<string, string> {
  const targets = new Map<string, string>();
  walk(xml, {
    open(name, { Id, Target }) {
      if (name === 'Relationship' && Id !== undefined && Target !== undefined) targets.set(Id, Target);
    },
  });
  return targets;
}

/** The strings that cells refer to; how they read aloud is left off. */
export function sharedStringsOf(xml: string): string[] {
  const strings: string[] = [];
  let run: string[] | null = null;
  let isText = false;
  let phonetic = 0;
  walk(xml, {
    open(name) {
      if (name === 'si') run = [];
      else if (name === 'rPh') phonetic += 1;
      else if (name === 't') isText = phonetic === 0;
    },
    close(name) {
      if (name === 'si') strings.push(cleanText((run ?? []).join('').slice(0, longestText)));
      else if (name === 'rPh') phonetic -= 1;
      else if (name === 't') isText = false;
    },
    text(found) {
      if (isText) run?.push(found);
    },
  });
  return strings;
}

/** For each style of a cell whether it shows a date. */
export function dateStylesOf(xml: string): boolean[] {
  const formats = new Map<number, string>();
  const styles: boolean[] = [];
  let isCells = false;
  walk(xml, {
    open(name, attributes) {
      if (name === 'numFmt') formats.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      else if (name === 'cellXfs') isCells = true;
      else if (name === 'xf' && isCells) {
        const id = Number(attributes.numFmtId ?? 0);
        const code = (formats.get(id) ?? '').replaceAll(/"[^"]{0,80}"|\[[^\]]{0,40}\]/g, '');
        styles.push((id >= 14 && id <= 22) || (id >= 45 && id <= 47) || /[dy]/i.test(code));
      }
    },
    close(name) {
      if (name === 'cellXfs') isCells = false;
    },
  });
  return styles;
}

/** `AB12` → 27, from 0; -1 for anything else. */
function columnOf(reference: string): number {
  let column = 0;
  for (let index = 0; index < reference.length && index < 4; index += 1) {
    const code = reference.charCodeAt(index) - 64;
    if (code < 1 || code > 26) break;
    column = column * 26 + code;
  }
  return column - 1;
}

/** A day by its number in a sheet, 1 being the first of January 1900 with a leap day too many. */
function dayOf(number: number): string {
  const milliseconds = Math.round((number - 25_569) * 86_400_000);
  const date = new Date(milliseconds);
  if (Number.isNaN(date.getTime()) || number < 1 || number > 2_958_465) return String(number);
  const text = date.toISOString();
  return number % 1 === 0 ? text.slice(0, 10) : text.slice(0, 16).replace('T', ' ');
}

/** `0.30000000000000004` as a person wrote it. */
const numberText = (value: number): string => String(Number(value.toPrecision(12)));

/**
 * The rows of a sheet; cells hold what they show as a value. `count` sees the characters of every cell before it is put
 * into its row, with the marks between it and the one before, and may throw: a short sheet can name a long string often.
 */
export function rowsOfSheet(
  xml: string,
  strings: readonly string[],
  dates: readonly boolean[],
  count: (characters: number, nodes: number) => void,
): SheetRow[] {
  const rows: { number: number; cells: string[] }[] = [];
  let row: { number: number; cells: string[] } | null = null;
  let column = -1;
  let type = '';
  let style = 0;
  let value = '';
  let isValue = false;
  let cells = 0;
  const merged: string[] = [];
  walk(xml, {
    open(name, attributes) {
      if (name === 'row') {
        const number = Number(attributes.r);
        row = { number: Number.isInteger(number) && number > 0 ? number : rows.length + 1, cells: [] };
        column = -1;
      } else if (name === 'c') {
        const named = columnOf(attributes.r ?? '');
        column = named >= 0 ? named : column + 1;
        type = attributes.t ?? 'n';
        style = Number(attributes.s ?? 0);
        value = '';
      } else if (name === 'mergeCell' && merged.length < mostMerged) merged.push(attributes.ref ?? '');
      else if (name === 'v' || name === 't') isValue = true;
    },
    close(name) {
      if (name === 'v' || name === 't') isValue = false;
      else if (name === 'c' && row !== null && column < mostColumns && value !== '') {
        cells += 1;
        if (cells > mostCells) throw new Error('too many cells');
        const text = shown(type, value, strings, dates[style] ?? false);
        const more = Math.max(1, column + 1 - row.cells.length);
        // in the table and in the line beside it
        count(2 * text.length + 3 * more, more);
        while (row.cells.length < column) row.cells.push('');
        row.cells[column] = text;
      } else if (name === 'row' && row !== null) {
        if (row.cells.some((cell) => cell !== '')) rows.push(row);
        row = null;
      }
    },
    text(found) {
      if (isValue && value.length < longestText) value += found;
    },
  });
  return merged.length === 0 ? rows : withCovered(rows, merged);
}

/** Rows with the places that merged cells cover filled in beside the cells themselves. */
function withCovered(rows: readonly SheetRow[], merged: readonly string[]): SheetRow[] {
  const places = new Map(rows.map((row, place) => [row.number, place]));
  const covered = new Map<number, string[]>();
  let filled = 0;
  for (const reference of merged) {
    const found = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference);
    if (found === null) continue;
    const [left, right] = [columnOf(found[1] ?? ''), columnOf(found[3] ?? '')];
    const [top, bottom] = [Number(found[2]), Number(found[4])];
    const value = rows[places.get(top) ?? -1]?.cells[left] ?? '';
    if (value === '' || right >= mostColumns) continue;
    for (let number = top; number <= Math.min(bottom, top + mostMergedRows); number += 1) {
      const place = places.get(number);
      if (place === undefined) continue;
      const cells = covered.get(place) ?? [...(rows[place]?.cells ?? [])];
      covered.set(place, cells);
      for (let column = left; column <= right; column += 1) {
        filled += 1;
        if (filled > mostCells) return [...rows];
        while (cells.length < column) cells.push('');
        if ((cells[column] ?? '') === '') cells[column] = value;
      }
    }
  }
  return rows.map((row, place) => {
    const cells = covered.get(place);
    return cells === undefined ? row : { ...row, covered: cells };
  });
}

function shown(type: string, value: string, strings: readonly string[], isDate: boolean): string {
  if (type === 's') return (strings[Number(value)] ?? '').trim();
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  if (type !== 'n') return cleanText(value).trim();
  const number = Number(value);
  if (!Number.isFinite(number)) return cleanText(value).trim();
  return isDate ? dayOf(number) : numberText(number);
}
