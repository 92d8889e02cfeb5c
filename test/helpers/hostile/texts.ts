/** Texts and tables that take time, and bytes that are no text. */
import { gzipSync } from 'node:zlib';
import { bytesOf, each, noise, type Recipe, times } from './shapes.ts';

const text = (body: string): string => `Title\n${body}`;
const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const joined = (...parts: Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));
const utf16 = (body: string): Uint8Array => joined(bytes(0xff, 0xfe), new Uint8Array(Buffer.from(body, 'utf16le')));
/** Nearly two million characters, the most that is read as text, of one short piece. */
const full = (piece: string): string => text(times(piece, Math.floor(1.9e6 / piece.length)));
const pieces: readonly (readonly [name: string, piece: string])[] = [
  ['stars', '*'],
  ['brackets', '['],
  ['links', '[]('],
  ['emphasis', '_a'],
  ['backticks', '`'],
  ['pipes', '|'],
  ['quotes', '>'],
  ['digits', '1'],
  ['numbering', '1.'],
  ['labels', 'a: '],
  ['dashes', 'a – '],
  ['parentheses', '('],
  ['mixed-brackets', '([{<'],
  ['addresses', 'http://'],
  ['mail', 'a@'],
  ['ranges', 'from 1 to 2 '],
  ['commas', 'a, '],
  ['levels', 'Level 1 '],
  ['questions', 'Why? '],
  ['mojibake', 'â€œ Ã© '],
  ['zalgo', `Z${'\u0300'.repeat(15)}`],
  ['direction', '\u202e\u200bab\u2069'],
  ['ideographs', '日本語'],
  ['families', '👩‍👩‍👧'],
  ['feeds', '\f\v'],
  ['requirements', 'Requirements: Go. '],
];

const escoHead = 'conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels\n';
const onetHead = 'O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tData Value\n';

export const texts: readonly Recipe[] = [
  ...pieces.map(
    ([name, piece]): Recipe => [`${name}.txt`, `two million characters of “${piece.slice(0, 8)}”`, () => full(piece)],
  ),
  ['spaces.txt', 'two million spaces, then a letter', () => text(`${times(' ', 1.9e6)}x`)],
  ['line.txt', 'one line of two million letters', () => times('a', 1.9e6)],
  ['lines.txt', '49,000 lines', () => times('a line of words\n', 49_000)],
  ['blank.txt', '49,000 blank lines', () => times('\n', 49_000)],
  ['returns.txt', 'carriage returns alone', () => times('a\r', 49_000)],
  ['bullets.txt', 'bullets at every depth', () => each(20_000, (at) => `${' '.repeat(at % 60)}- item ${at}`, '\n')],
  ['headings.md', '24,000 headings', () => each(24_000, (at) => `${'#'.repeat((at % 6) + 1)} H ${at}\ntext`, '\n')],
  ['steps.txt', '20,000 levels', () => each(20_000, (at) => `Level ${at}\nRequirement ${at}`, '\n')],
  ['rules.md', 'a table of 45,000 rows', () => `# T\n\n|a|b|\n|-|-|\n${times('|a|b|\n', 45_000)}`],
  [
    'borders.txt',
    'a table without borders',
    () => text(`Metric name What it measures Why it matters Target Frequency\n${times('A Ba Ca Da Weekly\n', 40_000)}`),
  ],
  [
    'one-row.txt',
    'a row of many words under a header',
    () => text(`\nCategory Tool Primary use Adoption\n${times('Common (', 200_000)}`),
  ],
  [
    'ladders.md',
    '400 families of levels beside a long text',
    () =>
      `# T\n${each(400, (at) => each(2, (step) => `## [${String.fromCharCode(65 + (at % 26), 65 + Math.floor(at / 26))}${step + 1}] - Role ${at}\n**Technology** - Adopts: a\n**System** - Enhances: a\n**People** - Learns: a\n`))}${noise(1e6)}`,
  ],
  [
    'columns.csv',
    'a table of 100,000 columns',
    () => `Skill,${each(100_000, (at) => `L${at}`, ',')}\nx,${times('1,', 100_000)}`,
  ],
  [
    'wide-head.csv',
    'a header of 100,000 columns over 40,000 short rows',
    () => `Skill,${each(100_000, (at) => `L${at}`, ',')}\n${times('a,b,c\n', 40_000)}`,
  ],
  ['rows.csv', 'a matrix of 49,000 rows', () => `Skill,L1,L2,L3\n${times('Sk,1,2,3\n', 49_000)}`],
  [
    'long-rows.csv',
    'a matrix of 12 levels whose rows are long',
    () =>
      `Skill,${each(12, (at) => `L${at}`, ',')}\n${each(90, (at) => `S${at} ${noise(450)},${each(12, () => noise(1_500).replaceAll(',', ' '), ',')}`, '\n')}`,
  ],
  ['open-quote.csv', 'a quote that never ends', () => `Skill,L1,L2\n"${times('a,b\n', 40_000)}`],
  ['quotes.csv', 'nothing but quotes', () => `Skill,L1,L2\n${times('""', 900_000)}`],
  [
    'formulas.csv',
    'cells that a spreadsheet would run',
    () =>
      `Skill,L1,L2,L3\n${["=cmd|' /C calc'!A0", '+1+1', '-2', '@SUM(A1)', ' =1', '＝1'].map((cell) => `${cell},1,2,3`).join('\n')}`,
  ],
  [
    'rows.tsv',
    'a table of 45,000 rows by 20',
    () => `Skill\t${times('L\t', 20)}\n${times(`Skill\t${times('1\t', 20)}\n`, 40_000)}`,
  ],
  [
    'esco.csv',
    '18 MB of one skill',
    () =>
      escoHead +
      times('KnowledgeSkillCompetence,http://data.europa.eu/esco/skill/x,skill,cross,manage a thing,a|b\n', 200_000),
  ],
  [
    'esco-relations.csv',
    '100,000 relations of two names',
    () =>
      `occupationUri,occupationLabel,relationType,skillType,skillUri,skillLabel\n${each(100_000, (at) => `o${at % 90},Occupation,essential,skill,s${at},${noise(100).replaceAll(',', ' ')}`, '\n')}`,
  ],
  [
    'onet.txt',
    '17 MB of one rating',
    () => onetHead + times('15-1252.00\t2.A.1.a\tReading Comprehension\tIM\t3.88\n', 330_000),
  ],
  ['onet-codes.txt', '200,000 occupations', () => onetHead + each(200_000, (at) => `${at}.00\t2.A.1.a\tR\tIM\t3\n`)],
  ['large.txt', 'more than any file may hold', () => times('a line of words\n', 1.4e6)],
  ['empty.txt', 'nothing', () => ''],
  [
    'random.bin',
    '5 MB of random bytes',
    () => Uint8Array.from({ length: 5e6 }, (_, at) => (at * 7_919 + (at >> 7)) & 255),
  ],
  ['nul.txt', 'a text with NULs among its letters', () => text(times('a\0b\n', 20_000))],
  [
    'not-utf8.txt',
    'bytes that are no UTF-8',
    () => bytesOf(noise(20_000)).map((byte, at) => (at % 97 === 0 ? 0xff : byte)),
  ],
  ['overlong.txt', 'overlong forms of a slash', () => bytes(0x54, 0x0a, 0xc0, 0xaf, 0xe0, 0x80, 0xaf, 0x41)],
  ['marks.txt', '300,000 byte order marks', () => times('\ufeff', 300_000) + text('a')],
  ['odd.txt', 'UTF-16 of an odd length', () => bytes(0xff, 0xfe, 0x41, 0x00, 0x42)],
  ['halves.txt', 'UTF-16 with halves of characters', () => utf16(times('a\ud800b', 20_000))],
  ['utf32.txt', 'UTF-32', () => bytes(0xff, 0xfe, 0, 0, 0x41, 0, 0, 0, 0x42, 0, 0, 0)],
  ['unmarked.txt', 'UTF-16 without its mark', () => utf16(noise(900_000)).subarray(2)],
  ['escapes.txt', 'codes that move the cursor of a terminal', () => text(times('\u001b[2J\u001b]0;x\u0007', 50_000))],
  ['page.pdf', 'a PDF', () => `%PDF-1.7\n${noise(10_000)}`],
  ['page.gz', 'gzip of 50 MB', () => gzipSync(Buffer.alloc(50e6))],
  [
    'page.exe',
    'a program',
    () => joined(bytesOf('MZ'), bytes(0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xff, 0xff), bytesOf(noise(5_000))),
  ],
  ['page.jpg', 'a picture', () => joined(bytes(0xff, 0xd8, 0xff, 0xe0), new Uint8Array(1_000).fill(1))],
];
