/** Tables that lost their borders on the way to plain text: a line of known headers, then rows whose cells run on in one line. */
import { wordsOf } from '../outline/clean-text.ts';
import { splitHeading } from '../outline/heading.ts';
import { itemMark } from '../outline/text-marks.ts';
import { topicOfHeading } from './heading-topics.ts';
import { isCategoryWord, isKnownTechnique } from './trade-words.ts';

type Field = 'name' | 'category' | 'text' | 'target' | 'frequency' | 'adoption' | 'weight';

/** Headers as such tables word them. */
const headers: ReadonlyMap<string, Field> = new Map(
  (
    [
      ['name', 'metric name|metric|kpi name|kpi|indicator|measure|dimension|criterion'],
      [
        'name',
        'tool platform or software|tools platforms and software|tool or platform|tool platform|tools|tool|platform|product|products|technology',
      ],
      ['name', 'example tools|examples|competency area|area of assessment'],
      ['category', 'category|tool category|type|area'],
      [
        'text',
        'what it measures|what it tracks|how it is measured|measures|definition|description|why it matters|why|rationale',
      ],
      ['text', 'primary use|typical use|use|used for|purpose'],
      [
        'text',
        'what meets the bar looks like|what meets looks like|what meets bar looks like|what good looks like|meets the bar|meets bar|meets expectations|meets',
      ],
      [
        'text',
        'what exceeds looks like|what exceeds the bar looks like|exceeds the bar|exceeds bar|exceeds expectations|exceeds',
      ],
      [
        'target',
        'example target benchmark|example targets benchmarks|example target|typical target|target benchmark|target|targets|benchmark',
      ],
      ['frequency', 'frequency|cadence|review cadence|measurement frequency|how often'],
      ['adoption', 'common optional context specific|adoption|usage level|prevalence'],
      ['weight', 'weight example|weighting|weight'],
    ] as const
  ).flatMap(([field, list]) => list.split('|').map((words) => [words, field] as const)),
);
const firstWords = new Set([...headers.keys()].map((words) => words.split(' ')[0]));
const mostHeaderWords = 9;

/** A closing quote that lost a byte in a wrong encoding. */
const lostQuotePattern = /(?:โ|â|в)[€Ђ]/gu;

const longestRow = 600;
const mostRows = 300;

export interface BorderlessTable {
  readonly head: readonly string[];
  /** A row that could not be split surely has all its words in the cell of its name, and `isRaw`. */
  readonly rows: readonly { readonly cells: readonly string[]; readonly isRaw: boolean }[];
}

interface Column {
  readonly field: Field;
  readonly head: string;
}

/** The columns that a line of headers names; null for any other line. */
function columnsOf(line: string): Column[] | null {
  const text = line.trim();
  if (text.length > 200 || /[.;:!]$/.test(text)) return null;
  const tokens = text.split(/\s/).filter(Boolean);
  const columns: Column[] = [];
  let at = 0;
  while (at < tokens.length) {
    const found = headerAt(tokens, at);
    if (found === null) return null;
    columns.push({ field: found.field, head: tokens.slice(at, found.end).join(' ') });
    at = found.end;
  }
  const names = columns.filter((column) => column.field === 'name').length;
  return columns.length >= 3 && columns.length <= 8 && names === 1 ? columns : null;
}

function headerAt(tokens: readonly string[], at: number): { field: Field; end: number } | null {
  const first = wordsOf(tokens[at] ?? '')
    .trim()
    .split(' ')[0];
  if (!firstWords.has(first ?? '')) return null;
  // The longest header that fits; a lone slash between two belongs to neither.
  for (let end = Math.min(tokens.length, at + mostHeaderWords); end > at; end -= 1) {
    const words = wordsOf(tokens.slice(at, end).join(' ').replaceAll(lostQuotePattern, ' ')).trim();
    const field = headers.get(words);
    if (field !== undefined) return { field, end };
  }
  return null;
}

const frequencyPattern =
  /(?:^| )((?:(?:Per|Each|Every|After each|At each) [a-z/ -]{2,40}|(?:Daily|Weekly|Bi-?weekly|Fortnightly|Monthly|Quarterly|Half-yearly|Semi-annually|Annually|Yearly|Continuous|Continuously|Real-time|Hourly|Ongoing|Ad hoc|Sprintly)(?: ?[/–-] ?(?:Daily|Weekly|Biweekly|Monthly|Quarterly|Annually|Yearly|daily|weekly|monthly|quarterly|yearly|release|ad hoc))*)(?: \([^()]{1,60}\))?)$/u;
const adoptionStartPattern =
  /^(?:Common|Optional|Context-specific|Context-dependent|Rare|Core|Standard|Required|Recommended|Situational|Occasional|Nice to have|Must have)\b/;
const weightPattern = /(?:^| )(\d{1,3}(?:[.,]\d)? ?%)$/;
const smallWords = new Set(
  'a an and as at by for from in into of on or per the to via vs with without within over under above below about after before until between than each every no e.g. i.e.'.split(
    ' ',
  ),
);
const kpiCategories = new Set(
  'output outcome efficiency reliability quality collaboration governance delivery cost innovation improvement leadership security operations adoption growth people process stakeholder speed productivity'.split(
    ' ',
  ),
);

/** Takes a value of a known kind off the end of a row. */
function splitEnd(text: string, field: Field): { rest: string; value: string } | null {
  const end = text.slice(-160);
  if (field === 'weight' || field === 'frequency') {
    const found = (field === 'weight' ? weightPattern : frequencyPattern).exec(end);
    if (found?.[1] === undefined || found[1].length >= text.length) return null;
    return { rest: text.slice(0, text.length - found[1].length).trim(), value: found[1] };
  }
  if (field !== 'adoption') return null;
  // The last such word outside brackets, with what follows it.
  const tokens = text.split(' ');
  let open = 0;
  for (let at = tokens.length - 1; at > 0; at -= 1) {
    const token = tokens[at] ?? '';
    open += count(token, ')') - count(token, '(');
    if (open <= 0 && adoptionStartPattern.test(tokens.slice(at, at + 3).join(' '))) {
      let from = at;
      // “Common / Optional”, “Common (enterprise), Context-specific (smaller orgs)” are one value.
      for (;;) {
        const before = tokens.slice(0, from).join(' ');
        const joined = /(?:^| )((?:Common|Optional|Context-specific)(?: \([^()]{1,80}\))?(?:,| \/| or| to| →))$/.exec(
          before.slice(-120),
        );
        if (joined?.[1] === undefined) break;
        from -= joined[1].split(' ').length;
      }
      return from <= 0 ? null : { rest: tokens.slice(0, from).join(' '), value: tokens.slice(from).join(' ') };
    }
  }
  return null;
}

function count(text: string, letter: string): number {
  let found = 0;
  for (const character of text) if (character === letter) found += 1;
  return found;
}

/** Words at which a new cell may begin: a capital, figure or sign that does not go on from the word before. */
function startsIn(tokens: readonly string[]): number[] {
  const starts: number[] = [];
  let open = 0;
  tokens.forEach((token, index) => {
    const before = tokens[index - 1] ?? '';
    if (index > 0 && open <= 0 && isStart(token, before, starts.at(-1) === index - 1)) starts.push(index);
    open = Math.max(0, open + count(token, '(') - count(token, ')'));
  });
  return starts;
}

function isStart(token: string, before: string, isRightBehind: boolean): boolean {
  if (smallWords.has(before.toLowerCase()) || /[,;:(/&+–—-]$/.test(before) || /^[/&+–—-]$/.test(token)) return false;
  const isCapital = /^["“‘]?\p{Lu}\p{Ll}/u.test(token) || /^(?:A|I)$/.test(token);
  if (isCapital) return true;
  const isFigure = /^[%<>≥≤~+±]|^\d/.test(token);
  return isFigure && !isRightBehind && !/\d/.test(before) && !/^[<>≥≤~+%±]$/.test(before);
}

function cellsAt(tokens: readonly string[], starts: readonly number[]): string[] {
  return [0, ...starts].map((from, index) => tokens.slice(from, starts[index] ?? tokens.length).join(' '));
}

/** The category of a row: what it shares with a neighbour, or words that name categories. */
function categoryLength(tokens: readonly string[], neighbours: readonly (readonly string[])[]): number {
  let shared = 0;
  for (const other of neighbours) {
    let length = 0;
    while (length < tokens.length && length < other.length && tokens[length] === other[length]) length += 1;
    shared = Math.max(shared, length);
  }
  while (shared > 0 && /^(?:[/&]|and|or)$/.test(tokens[shared - 1] ?? '')) shared = 0;
  let known = 0;
  while (known < tokens.length && isCategoryWord(tokens[known] ?? '')) known += 1;
  while (known > 0 && /^(?:[/&]|and|or)$/.test(tokens[known - 1] ?? '')) known -= 1;
  const length = shared > 0 && known > 0 ? Math.min(shared, known) : Math.max(shared, known);
  return length === 0 ? 0 : fittedLength(tokens, length);
}

const isSmall = (token: string | undefined): boolean =>
  token !== undefined && /^\p{Ll}/u.test(token) && !isKnownTechnique(token);

/** A name of a tool seldom begins in small letters: such a word belongs to the category, or takes one back from it. */
function fittedLength(tokens: readonly string[], length: number): number {
  if (!isSmall(tokens[length])) return length;
  if (length >= 2 && /^\p{Lu}\p{Ll}/u.test(tokens[length - 1] ?? '')) return length - 1;
  let end = length;
  while (end < length + 2 && isSmall(tokens[end])) end += 1;
  const isCut = isSmall(tokens[end]) || /,$|^(?:or|and)$/.test(tokens[end - 1] ?? '');
  return isCut ? 0 : end;
}

/** The cells between the values at the end and the category, of which `wanted` are looked for; null when that is not sure. */
function middleCells(tokens: readonly string[], wanted: number, isSentence: boolean): string[] | null {
  if (wanted === 1) return tokens.length > 0 ? [tokens.join(' ')] : null;
  const starts = startsIn(tokens);
  if (starts.length === wanted - 1) return cellsAt(tokens, starts);
  // What a tool is for is a phrase with one capital at its start, so the last one begins it.
  const last = starts.at(-1);
  if (isSentence && wanted === 2 && last !== undefined && starts.length > 1) return cellsAt(tokens, [last]);
  const technique = tokens.findIndex((token, index) => index > 0 && isKnownTechnique(token));
  return wanted === 2 && starts.length === 0 && technique > 0 ? cellsAt(tokens, [technique]) : null;
}

/** All cells of a row whose category is none that is known: only where every capital begins a cell, and no name may go on behind one. */
function splitWholeRow(tokens: readonly string[], wanted: number): string[] | null {
  const cells = middleCells(tokens, wanted, false);
  if (cells === null || /,| or /.test(cells[0] ?? '')) return null;
  const goesOn = startsIn(tokens).some((start) => /^\p{Lu}{2,}$/u.test(tokens[start - 1] ?? ''));
  return goesOn ? null : cells;
}

function splitRow(
  line: string,
  columns: readonly Column[],
  neighbours: readonly (readonly string[])[],
): { cells: string[]; isRaw: boolean } {
  let rest = line.trim();
  const ends: string[] = [];
  let last = columns.length;
  let isSure = true;
  for (; last > 0; last -= 1) {
    const field = columns[last - 1]?.field;
    if (field !== 'frequency' && field !== 'adoption' && field !== 'weight') break;
    const found = splitEnd(rest, field);
    if (found === null) {
      isSure = false;
      ends.unshift('');
      continue;
    }
    rest = found.rest;
    ends.unshift(found.value);
  }
  let tokens = rest.split(' ').filter(Boolean);
  const front: string[] = [];
  let first = 0;
  if (columns[0]?.field === 'category') {
    const length = categoryLength(tokens, neighbours);
    const whole = length === 0 && isSure ? splitWholeRow(tokens, last) : null;
    if (whole !== null) return { cells: [...whole, ...ends], isRaw: false };
    if (length > 0 && length < tokens.length) {
      front.push(tokens.slice(0, length).join(' '));
      tokens = tokens.slice(length);
    } else isSure = false;
    first = 1;
  }
  const wanted = columns.slice(first, last);
  const inner = isSure ? innerCells(tokens, wanted) : null;
  if (inner !== null) return { cells: [...front, ...inner, ...ends], isRaw: false };
  const name = wanted.findIndex((column) => column.field === 'name');
  const raw = wanted.map((_column, index) => (index === Math.max(0, name) ? tokens.join(' ') : ''));
  return { cells: [...front, ...(front.length < first ? [''] : []), ...raw, ...ends], isRaw: true };
}

function innerCells(tokens: readonly string[], wanted: readonly Column[]): string[] | null {
  const place = wanted.findIndex((column) => column.field === 'category');
  if (place === -1) return middleCells(tokens, wanted.length, wanted.length === 2);
  // A category in the middle is one word of a known few.
  const starts = startsIn(tokens);
  const at = starts.filter(
    (start) =>
      kpiCategories.has((tokens[start] ?? '').toLowerCase()) &&
      (starts.includes(start + 1) || /^[%<>≥≤~\d]/.test(tokens[start + 1] ?? '')),
  );
  const [only] = at;
  if (at.length !== 1 || only === undefined) return null;
  const before = middleCells(tokens.slice(0, only), place, false);
  const after = middleCells(tokens.slice(only + 1), wanted.length - place - 1, false);
  return before === null || after === null ? null : [...before, tokens[only] ?? '', ...after];
}

/** The table that starts at `index`, or null. It goes on to the next blank line, or to what can be no row of it. */
export function borderlessTableAt(lines: readonly string[], index: number): BorderlessTable | null {
  const header = lines[index] ?? '';
  if (header.length > 200 || header.includes('\t') || header.includes('|')) return null;
  const columns = columnsOf(header);
  if (columns === null) return summaryHeads.has(wordsOf(header).trim()) ? summaryAt(lines, index) : null;
  const rows: string[] = [];
  let at = index + 1;
  for (; at < lines.length && rows.length < mostRows; at += 1) {
    const line = (lines[at] ?? '').trim();
    if (line === '' || line.length > longestRow || isBelow(line)) break;
    rows.push(line);
  }
  if (rows.length === 0) return null;
  const tokens = rows.map((row) => row.split(' ').filter(Boolean));
  const split = rows.map((row, place) =>
    splitRow(
      row,
      columns,
      [tokens[place - 1], tokens[place + 1]].filter((neighbour) => neighbour !== undefined),
    ),
  );
  const isClosed = (lines[at] ?? '').trim() === '';
  const own = isClosed ? split : withoutEnd(split);
  return own.length === 0 ? null : { head: columns.map((column) => column.head), rows: own };
}

/** Where no blank line ends a table: what no row can be, and begins something else. */
function isBelow(line: string): boolean {
  const mark = itemMark(line);
  if (mark !== null) return !mark.isOrdered || topicOfHeading(mark.text) !== undefined || /[.:!?]$/.test(line);
  const { number, heading } = splitHeading(line);
  return (number !== undefined && topicOfHeading(heading) !== undefined) || columnsOf(line) !== null;
}

/** The rows before two that could not be split, and before such rows at the end: there, other text has begun. */
function withoutEnd<Row extends { readonly isRaw: boolean }>(rows: readonly Row[]): Row[] {
  const two = rows.findIndex((row, place) => row.isRaw && rows[place + 1]?.isRaw === true);
  const splitRows = two === -1 ? rows : rows.slice(0, two);
  return splitRows.slice(0, splitRows.findLastIndex((row) => !row.isRaw) + 1);
}

const summaryHeads = new Set([
  'category summary',
  'category executive summary',
  'field summary',
  'item summary',
  'area summary',
]);
const summaryKeyPattern =
  /^(?:role title|role purpose|(?:top|key|main|primary) (?:\d{1,2} )?(?:responsibilities|technical skills|soft skills|skills|tools(?: (?:or|and|\/|&) platforms)?|tools\/platforms|platforms|kpis|metrics|deliverables|goals|competencies)|career progression(?: options)?|career path|reports to|seniority|level)(?= )/i;

/** The summary at the end of a blueprint: known keys, each with its text on the same line. */
function summaryAt(lines: readonly string[], index: number): BorderlessTable | null {
  const rows: { cells: string[]; isRaw: boolean }[] = [];
  for (let at = index + 1; at < lines.length && rows.length < mostRows; at += 1) {
    const line = (lines[at] ?? '').trim();
    if (line === '') break;
    const key = summaryKeyPattern.exec(line.slice(0, 80))?.[0];
    if (key === undefined) return null;
    rows.push({ cells: [key, line.slice(key.length).trim()], isRaw: false });
  }
  const [first = '', ...rest] = (lines[index] ?? '').trim().split(' ');
  return rows.length < 2 ? null : { head: [first, rest.join(' ')], rows };
}
