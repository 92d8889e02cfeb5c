/** Spreadsheets that multiply what they hold, and XML that means harm. */
import { zipOf } from '../../import/files/zip-of.ts';
import { each, nested, noise, type Recipe, times } from './shapes.ts';

interface Parts {
  readonly workbook?: string;
  readonly relations?: string;
  readonly strings?: string;
  readonly styles?: string;
  readonly sheet?: string;
}

const sheetOf = (rows: string): string => `<worksheet><sheetData>${rows}</sheetData></worksheet>`;
const stringsOf = (...texts: string[]): string =>
  `<sst>${texts.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`;
const workbookOf = (sheets: string): string => `<workbook xmlns:r="r"><sheets>${sheets}</sheets></workbook>`;
const named = '<c t="s"><v>0</v></c>';

function xlsx({ workbook, relations, strings, styles, sheet }: Parts): Uint8Array {
  return zipOf([
    { path: '[Content_Types].xml', bytes: '<Types/>' },
    { path: 'xl/workbook.xml', bytes: workbook ?? workbookOf('<sheet name="S" r:id="r1"/>') },
    {
      path: 'xl/_rels/workbook.xml.rels',
      bytes: relations ?? '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
    },
    ...(strings === undefined ? [] : [{ path: 'xl/sharedStrings.xml', bytes: strings }]),
    ...(styles === undefined ? [] : [{ path: 'xl/styles.xml', bytes: styles }]),
    { path: 'xl/worksheets/sheet1.xml', bytes: sheet ?? sheetOf(`<row>${named}</row>`) },
  ]);
}

const laughs = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "${times('&a;', 10)}"><!ENTITY c "${times('&b;', 10)}">]>`;
/** Different cells, so that the sheet packs no better than a real one. */
const cells = (count: number, at: number): string =>
  each(count, (index) => `<c><v>${((at * 7_919 + index * 104_729) % 99_991) + 1}</v></c>`);

export const workbooks: readonly Recipe[] = [
  [
    'one-string.xlsx',
    'one long string in 5,000 cells, a row each',
    () => xlsx({ strings: stringsOf(noise(32_000)), sheet: sheetOf(times(`<row>${named}</row>`, 5_000)) }),
  ],
  [
    'one-string-matrix.xlsx',
    'one long string as every cell of a matrix',
    () =>
      xlsx({
        strings: stringsOf(noise(20_000), 'Skill', 'L1', 'L2', 'L3'),
        sheet: sheetOf(
          `<row>${each(4, (index) => `<c t="s"><v>${index + 1}</v></c>`)}</row>${times(`<row>${times(named, 4)}</row>`, 3_000)}`,
        ),
      }),
  ],
  [
    'two-hundred-sheets.xlsx',
    'one sheet of long strings under 200 names',
    () =>
      xlsx({
        workbook: workbookOf(each(200, (index) => `<sheet name="s${index}" r:id="r1"/>`)),
        strings: stringsOf(noise(10_000)),
        sheet: sheetOf(times(`<row>${named}</row>`, 20)),
      }),
  ],
  [
    'sixty-matrices.xlsx',
    'one matrix under 60 names, each with all the lines of all',
    () =>
      xlsx({
        workbook: workbookOf(each(60, (index) => `<sheet name="Ladder ${index}" r:id="r1"/>`)),
        strings: stringsOf('Skill', 'L1', 'L2', 'L3', noise(400)),
        sheet: sheetOf(
          `<row>${each(4, (index) => `<c t="s"><v>${index}</v></c>`)}</row>${each(400, (at) => `<row><c t="s"><v>4</v></c>${cells(3, at)}</row>`)}`,
        ),
      }),
  ],
  [
    'far-right.xlsx',
    'one cell in column 256 of each of 45,000 rows',
    () =>
      xlsx({ sheet: sheetOf(each(45_000, (index) => `<row><c r="IV${index + 1}"><v>${index * 31}</v></c></row>`)) }),
  ],
  ['wide.xlsx', '390,000 cells', () => xlsx({ sheet: sheetOf(each(1_560, (at) => `<row>${cells(250, at)}</row>`)) })],
  [
    'million-cells.xlsx',
    'a million cells',
    () => xlsx({ sheet: sheetOf(each(5_000, (at) => `<row>${cells(200, at)}</row>`)) }),
  ],
  ['zeros.xlsx', '40 MB of one cell', () => xlsx({ sheet: sheetOf(times('<row><c><v>1</v></c></row>', 1_500_000)) })],
  ['laughs.xlsx', 'entities that grow', () => xlsx({ sheet: `${laughs}${sheetOf('<row><c><v>&c;</v></c></row>')}` })],
  [
    'outside-entity.xlsx',
    'an entity that names a file of the machine',
    () => xlsx({ strings: `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>${stringsOf('&e;')}` }),
  ],
  ['no-entity.xlsx', 'an entity that is not defined', () => xlsx({ strings: stringsOf('&nothing;') })],
  [
    'climbing.xlsx',
    'a relation that climbs out of the archive',
    () => xlsx({ relations: '<R><Relationship Id="r1" Target="../../../../etc/passwd"/></R>' }),
  ],
  [
    'remote.xlsx',
    'a relation to a server',
    () => xlsx({ relations: '<R><Relationship Id="r1" Target="https://evil.example/x" TargetMode="External"/></R>' }),
  ],
  [
    'itself.xlsx',
    'a relation to the workbook',
    () => xlsx({ relations: '<R><Relationship Id="r1" Target="workbook.xml"/></R>' }),
  ],
  ['deep.xlsx', 'elements 100,000 deep', () => xlsx({ sheet: nested(`<a b="${noise(20)}">`, '', '</a>', 100_000) })],
  [
    'attributes.xlsx',
    '200,000 attributes',
    () => xlsx({ sheet: `<worksheet ${each(200_000, (index) => `a${index}="${index}"`, ' ')}/>` }),
  ],
  ['long-attribute.xlsx', 'an attribute of 5 MB', () => xlsx({ sheet: `<worksheet a="${noise(5e6)}"/>` })],
  [
    'numbers.xlsx',
    'rows, columns, styles and numbers beyond every range',
    () =>
      xlsx({
        sheet: sheetOf(
          '<row r="1000000000"><c r="ZZZ9"><v>1</v></c><c r="IV1"><v>1e999</v></c><c s="99999999999"><v>-1e308</v></c><c t="s"><v>-1</v></c><c t="s"><v>1e9</v></c></row>',
        ),
      }),
  ],
  [
    'dates.xlsx',
    'days before and after all time, formats without end',
    () =>
      xlsx({
        styles: `<s><numFmts><numFmt numFmtId="200" formatCode="${times('[', 100_000)}"/></numFmts><cellXfs><xf numFmtId="14"/><xf numFmtId="200"/></cellXfs></s>`,
        sheet: sheetOf('<row><c s="0"><v>-1e15</v></c><c s="0"><v>1e15</v></c><c s="1"><v>5</v></c></row>'),
      }),
  ],
  [
    'sheets.xlsx',
    '20,000 sheets',
    () =>
      xlsx({
        workbook: workbookOf(each(20_000, (index) => `<sheet name="s${index}" r:id="r1"/>`)),
        sheet: sheetOf('<row><c><v>1</v></c></row>'),
      }),
  ],
  [
    'hidden.xlsx',
    '2,000 hidden sheets',
    () =>
      xlsx({
        workbook: workbookOf(each(2_000, (index) => `<sheet name="${noise(300)}${index}" state="hidden" r:id="r1"/>`)),
      }),
  ],
  [
    'runs.xlsx',
    'one string of 200,000 runs',
    () => xlsx({ strings: `<sst><si>${each(200_000, (index) => `<r><t>${index}</t></r>`)}</si></sst>` }),
  ],
  ['cut-off.xlsx', 'XML that ends in the middle', () => xlsx({ sheet: '<worksheet><sheetData><row><c t="s"><v>0' })],
  [
    'controls.xlsx',
    'NULs and controls in XML',
    () => xlsx({ strings: stringsOf('a\0b\u0001\u001f'), sheet: sheetOf(`<row>${named}</row>`) }),
  ],
  [
    'no-sheet.xlsx',
    'a workbook whose sheet is not there',
    () => zipOf([{ path: 'xl/workbook.xml', bytes: workbookOf('<sheet name="S" r:id="r9"/>') }]),
  ],
];
