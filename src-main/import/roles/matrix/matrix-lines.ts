/** What one line of a text may be in a skill matrix: the labels above its columns, or a skill with its values. */
import { cleanLine, lettersAndFigures } from '../../outline/clean-text.ts';
import { isBlankCell, splitMark } from './matrix-legend.ts';
import type { WrittenRow } from './matrix-library.ts';

const mostLevels = 12;
export const columnHeads =
  /^(?:skills?|skill names?|skill area|competenc(?:y|ies)|technolog(?:y|ies)|topics?|areas?|capabilit(?:y|ies)|knowledge areas?|tools?|abilit(?:y|ies))$/i;
export const levelWords =
  /^(?:jun(?:ior)?|jr|mid(?:dle)?|sen(?:ior)?|sr|lead|staff|princ(?:ipal)?|expert|entry|associate|intern|trainee|head|chief|architect|manager|director|fellow|graduate|regular|(?:l|ic|p|e|m|t|g|d|em|se|pe|sde|swe|level|grade)\s?-?\d{1,2}|i{1,3}v?)\.?$/i;
const genericCellPattern = /^(?:\p{Lu}\d?|\d{1,2}|[●◐○◑◕◔✓✔])$/u;

type Split = { readonly kind: 'columns' | 'words'; readonly cells: readonly string[] };

/** A line as cells where tabs or bars part them, and as words otherwise. */
function splitLine(line: string): Split {
  if (line.includes('\t')) return { kind: 'columns', cells: line.split('\t').map((cell) => cleanLine(cell)) };
  const text = line.trim();
  if (text.includes('|')) {
    const inner = text.startsWith('|') ? text.slice(1) : text;
    return {
      kind: 'columns',
      cells: (inner.endsWith('|') ? inner.slice(0, -1) : inner)
        .split('|')
        .map((cell) => cleanLine(cell.replaceAll('**', ''))),
    };
  }
  return { kind: 'words', cells: cleanLine(text.slice(0, 2_000)).split(' ') };
}

/** Words of a header with `Lead / Staff` as one label. */
function joinedSlashes(words: readonly string[]): string[] {
  const labels: string[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    const before = labels.at(-1);
    if (word === '/' && before !== undefined && words[index + 1] !== undefined) {
      labels[labels.length - 1] = `${before} / ${words[index + 1]}`;
      index += 1;
    } else labels.push(word);
  }
  return labels;
}

/** The labels of a line that heads a matrix; null for any other line. */
export function headerIn(line: string): string[] | null {
  if (line.length > 600) return null;
  const { kind, cells } = splitLine(line);
  const isCut = kind === 'columns';
  const text = cleanLine(line);
  if (isCut) {
    const labels = cells.slice(1);
    while (labels.at(-1) === '') labels.pop();
    const isHead = columnHeads.test(cells[0] ?? '') || cells[0] === '';
    const isLevels =
      labels.length >= 2 && labels.length <= mostLevels && labels.every((label) => label !== '' && label.length <= 60);
    return isHead && isLevels && (cells[0] !== '' || labels.every((label) => levelWords.test(label))) ? labels : null;
  }
  if (/[.!?:]$/.test(text) || cells.length < 2) return null;
  const starts = columnHeads.test(cells[0] ?? '') ? 1 : columnHeads.test(cells.slice(0, 2).join(' ')) ? 2 : 0;
  const labels = joinedSlashes(cells.slice(starts));
  if (labels.length < 2 || labels.length > mostLevels || !labels.every((label) => /[\p{L}\d]/u.test(label)))
    return null;
  const known = labels.filter(isLevelWord).length;
  if (starts > 0) return known * 2 >= labels.length || areLabels(labels) ? labels : null;
  return known === labels.length ? labels : null;
}

/** Whether a label is a usual word for a level, so that no value looks like it. */
export const isLevelWord = (label: string): boolean =>
  levelWords.test(label) || levelWords.test(label.split(' / ')[0] ?? '');

/** Labels differ, and begin as names do; a letter alone is a value, numbers in a row are the levels of some. */
function areLabels(labels: readonly string[]): boolean {
  if (new Set(labels.map((label) => lettersAndFigures(label))).size < labels.length) return false;
  if (labels.every((label, index) => /^\d{1,2}$/.test(label) && (index === 0 || label > (labels[index - 1] ?? ''))))
    return true;
  return labels.every((label) => label.length > 1 && /^[\p{Lu}\d]/u.test(label));
}

/** What a scan knows of the cells it may meet. */
export interface Cells {
  readonly words: ReadonlySet<string>;
  readonly most: number;
}

/** The values at the end of a line and the name before them; null for a line without values. */
function trailingValues(words: readonly string[], cells: Cells): { name: string; values: string[] } | null {
  const values: string[] = [];
  let end = words.length;
  while (end > 1 && values.length < cells.most) {
    const two = end > 2 ? `${words[end - 2]} ${words[end - 1]}` : '';
    if (two !== '' && isCell(two, cells)) {
      values.unshift(two);
      end -= 2;
    } else if (isCell(words[end - 1] ?? '', cells)) {
      values.unshift(words[end - 1] ?? '');
      end -= 1;
    } else break;
  }
  return values.length === 0 ? null : { name: words.slice(0, end).join(' '), values };
}

function isCell(word: string, { words }: Cells): boolean {
  const { text } = splitMark(word);
  if (text === '' || isBlankCell(text)) return text !== '' && !word.includes(' ');
  return words.size > 0 ? words.has(text.toLowerCase()) : genericCellPattern.test(text) && !word.includes(' ');
}

/** Whether a text may be the name of a skill. */
export const isName = (name: string): boolean =>
  name.length <= 200 && /[\p{L}\p{N}]/u.test(name) && name.split(' ').length <= 14 && !/[.!?;]$/.test(name);

export interface MatrixLine extends WrittenRow {
  readonly isCut: boolean;
}

/** The skill and its values in a line; null for any other line. */
export function rowIn(line: string, at: number, cells: Cells): MatrixLine | null {
  if (line.length > 2_000) return null;
  const split = splitLine(line);
  if (split.kind === 'words') {
    const found = trailingValues(split.cells, cells);
    if (found === null || !isName(found.name)) return null;
    const { name, values } = found;
    if (values.every((value) => isBlankCell(value)) && values.length < 2) return null;
    return {
      skill: name,
      values,
      isPlaced: values.length === cells.most,
      isCut: false,
      line: at + 1,
      words: line.trim(),
    };
  }
  const [skill = '', ...values] = split.cells;
  while (values.length > cells.most && values.at(-1) === '') values.pop();
  const filled = values.filter((value) => !isBlankCell(value));
  if (!isName(skill) || skill === '' || values.length > cells.most || filled.length === 0) return null;
  const fits = filled.filter((value) => isCell(value, cells)).length;
  if (fits * 2 < filled.length) return null;
  return { skill, values, isPlaced: false, isCut: true, line: at + 1, words: line.trim() };
}
