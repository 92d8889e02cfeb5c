/** A zip archive of a few files, as any program writes it. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipPart {
  readonly path: string;
  readonly bytes: Uint8Array | string;
  /** What the directory says the size is, where it lies. */
  readonly statedSize?: number;
}

export function zipOf(parts: readonly ZipPart[]): Uint8Array {
  const chunks: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const part of parts) {
    const bytes = typeof part.bytes === 'string' ? Buffer.from(part.bytes) : Buffer.from(part.bytes);
    const packed = deflateRawSync(bytes);
    const name = Buffer.from(part.path);
    const size = part.statedSize ?? bytes.length;
    const fields = (head: Buffer, from: number) => {
      head.writeUInt16LE(20, from);
      head.writeUInt16LE(0x0800, from + 2);
      head.writeUInt16LE(8, from + 4);
      head.writeUInt32LE(crc32(bytes), from + 10);
      head.writeUInt32LE(packed.length, from + 14);
      head.writeUInt32LE(size, from + 18);
      head.writeUInt16LE(name.length, from + 22);
    };
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    fields(local, 4);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 4);
    fields(entry, 6);
    entry.writeUInt32LE(at, 42);
    central.push(entry, name);
    chunks.push(local, name, packed);
    at += 30 + name.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...chunks, directory, end]));
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const letters = (column: number): string => String.fromCharCode(65 + column);

export type CellValue =
  | string
  | number
  | { readonly formula: string; readonly value: string | number }
  | { readonly day: number };

/** A workbook with shared strings, numbers, a formula or a date here and there. */
export function workbookOf(
  sheets: readonly {
    readonly name: string;
    readonly rows: readonly (readonly (CellValue | null)[])[];
    readonly isHidden?: boolean;
    /** `B2:C2`: cells that are one. */
    readonly merged?: readonly string[];
  }[],
): Uint8Array {
  const strings: string[] = [];
  const cellXml = (value: CellValue | null, reference: string): string => {
    if (value === null) return `<c r="${reference}"/>`;
    if (typeof value === 'number') return `<c r="${reference}"><v>${value}</v></c>`;
    if (typeof value === 'string') {
      strings.push(value);
      return `<c r="${reference}" t="s"><v>${strings.length - 1}</v></c>`;
    }
    if ('day' in value) return `<c r="${reference}" s="1"><v>${value.day}</v></c>`;
    const type = typeof value.value === 'string' ? ' t="str"' : '';
    return `<c r="${reference}"${type}><f>${escaped(value.formula)}</f><v>${escaped(String(value.value))}</v></c>`;
  };
  const sheetXml = sheets.map(
    ({ rows, merged = [] }) =>
      `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows
        .map(
          (row, index) =>
            `<row r="${index + 1}">${row.map((value, column) => cellXml(value, `${letters(column)}${index + 1}`)).join('')}</row>`,
        )
        .join(
          '',
        )}</sheetData>${merged.length === 0 ? '' : `<mergeCells>${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`}</worksheet>`,
  );
  return zipOf([
    { path: '[Content_Types].xml', bytes: '<Types/>' },
    {
      path: 'xl/workbook.xml',
      bytes: `<workbook xmlns:r="r"><sheets>${sheets
        .map(
          (sheet, index) =>
            `<sheet name="${escaped(sheet.name)}" sheetId="${index + 1}" r:id="rId${index + 1}"${sheet.isHidden ? ' state="hidden"' : ''}/>`,
        )
        .join('')}</sheets></workbook>`,
    },
    {
      path: 'xl/_rels/workbook.xml.rels',
      bytes: `<Relationships>${sheets.map((_, index) => `<Relationship Id="rId${index + 1}" Target="worksheets/sheet${index + 1}.xml"/>`).join('')}</Relationships>`,
    },
    {
      path: 'xl/styles.xml',
      bytes: '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    },
    {
      path: 'xl/sharedStrings.xml',
      bytes: `<sst>${strings.map((text) => `<si><t>${escaped(text)}</t></si>`).join('')}</sst>`,
    },
    ...sheetXml.map((bytes, index) => ({ path: `xl/worksheets/sheet${index + 1}.xml`, bytes })),
  ]);
}
