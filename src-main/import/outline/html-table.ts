/** HTML tables as rows of text, with cells that span rows or columns in every place they cover. */
import type { DefaultTreeAdapterTypes } from 'parse5';
import type { OutlineRow, Part } from './outline.ts';

type Element = DefaultTreeAdapterTypes.Element;
type Parent = DefaultTreeAdapterTypes.ParentNode;

const mostColumns = 60;
const mostRows = 3_000;
const longestHead = 5_000;
const longestCell = 20_000;

interface Line {
  readonly cells: string[];
  readonly isHead: boolean;
  /** All of its cells are bold and nothing else, as a header is written by hand. */
  readonly isBold: boolean;
}

/** Whether all the words of a cell stand right within bold. */
function isBoldCell(cell: Element): boolean {
  const own = cell.childNodes.filter((child) => !('value' in child) || child.value.trim() !== '');
  return own.length > 0 && own.every((child) => 'tagName' in child && /^(?:strong|b|br)$/.test(child.tagName));
}

function span(cell: Element, name: string, most: number): number {
  const value = cell.attrs.find((attr) => attr.name === name)?.value.trim() ?? '';
  return /^\d{1,5}$/.test(value) ? Math.min(Math.max(Number(value), 1), most) : 1;
}

/**
 * The table as blocks: a caption as a paragraph, then the rows; more rows than a block may hold go on in a second table.
 * `count` sees the characters and cells that one cell is repeated as, and may throw.
 */
export function readTable(
  table: Element,
  textOfCell: (cell: Element) => string,
  count: (characters: number, nodes: number) => void,
): Part[] {
  const lines: Line[] = [];
  const captions: string[] = [];
  /** Text that cells above reach down with: how many rows are left, by column. */
  const reaching = new Map<number, { rows: number; text: string }>();

  const readRow = (row: Element, isInHead: boolean) => {
    const cells: string[] = [];
    let heads = 0;
    let bold = 0;
    let column = 0;
    const fill = () => {
      for (let above = reaching.get(column); above !== undefined; above = reaching.get(column)) {
        cells[column] = above.text;
        count(above.text.length, 1);
        if (above.rows === 1) reaching.delete(column);
        else above.rows -= 1;
        column += 1;
      }
    };
    let own = 0;
    /** What a row wider than a block may be goes on with: it joins the last cell, so that no word of it is lost. */
    const beyond: string[] = [];
    let room = longestCell;
    for (const cell of row.childNodes) {
      if (!('tagName' in cell) || (cell.tagName !== 'td' && cell.tagName !== 'th')) continue;
      fill();
      own += 1;
      if (cell.tagName === 'th') heads += 1;
      const text = textOfCell(cell);
      if (isBoldCell(cell)) bold += 1;
      if (column >= mostColumns) {
        if (room > 0) beyond.push(text);
        room -= text.length + 1;
        continue;
      }
      const width = span(cell, 'colspan', mostColumns);
      const height = span(cell, 'rowspan', mostRows);
      for (let covered = 0; covered < width && column < mostColumns; covered += 1) {
        cells[column] = covered === 0 ? text : '';
        if (height > 1) reaching.set(column, { rows: height - 1, text: covered === 0 ? text : '' });
        column += 1;
      }
    }
    fill();
    if (beyond.length > 0) {
      const last = cells[mostColumns - 1] ?? '';
      cells[mostColumns - 1] = [last, ...beyond].filter(Boolean).join(' ').slice(0, longestCell);
    }
    const filled = Array.from(cells.slice(0, mostColumns), (cell) => cell ?? '');
    if (filled.some((cell) => cell !== ''))
      lines.push({
        cells: filled,
        isHead: isInHead || (own > 1 && heads === own),
        isBold: own > 1 && bold === own,
      });
  };
  const read = (parent: Parent, isInHead: boolean) => {
    for (const child of parent.childNodes) {
      if (!('tagName' in child)) continue;
      if (child.tagName === 'tr') readRow(child, isInHead);
      else if (child.tagName === 'caption') captions.push(textOfCell(child));
      else if (child.tagName === 'thead' || child.tagName === 'tbody' || child.tagName === 'tfoot')
        read(child, child.tagName === 'thead');
    }
  };
  read(table, false);

  const [first, second] = lines;
  const isHead = first?.isHead || (first?.isBold && second?.isBold === false);
  const head = first !== undefined && isHead ? first.cells.map((cell) => cell.slice(0, longestHead)) : [];
  const rows = lines.slice(head.length > 0 ? 1 : 0).map((line): OutlineRow => ({ cells: line.cells, line: 0 }));
  const parts: Part[] = captions.filter(Boolean).map((text) => ({ kind: 'paragraph', inlines: [{ text }], line: 0 }));
  if (rows.length === 0 && head.length > 0) parts.push({ kind: 'table', head, rows: [], line: 0 });
  for (let start = 0; start < rows.length; start += mostRows) {
    parts.push({ kind: 'table', head, rows: rows.slice(start, start + mostRows), line: 0 });
  }
  return parts;
}
