/** What a file that is no text seems to be, by its first bytes. */

interface Signature {
  readonly bytes: readonly number[];
  readonly at?: number;
  readonly name: string;
}

const ascii = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));

const signatures: readonly Signature[] = [
  { bytes: ascii('%PDF-'), name: 'a PDF' },
  { bytes: [0x89, 0x50, 0x4e, 0x47], name: 'a PNG picture' },
  { bytes: [0xff, 0xd8, 0xff], name: 'a JPEG picture' },
  { bytes: ascii('GIF8'), name: 'a GIF picture' },
  { bytes: ascii('WEBP'), at: 8, name: 'a WebP picture' },
  { bytes: [0x49, 0x49, 0x2a, 0x00], name: 'a TIFF picture' },
  { bytes: [0x4d, 0x4d, 0x00, 0x2a], name: 'a TIFF picture' },
  { bytes: ascii('ftyp'), at: 4, name: 'a film or a HEIC picture' },
  { bytes: ascii('ID3'), name: 'a sound file' },
  { bytes: ascii('OggS'), name: 'a sound file' },
  { bytes: ascii('RIFF'), name: 'a sound or film file' },
  { bytes: [0x1f, 0x8b], name: 'a gzip archive' },
  { bytes: ascii('BZh'), name: 'a bzip2 archive' },
  { bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a], name: 'an xz archive' },
  { bytes: [0x28, 0xb5, 0x2f, 0xfd], name: 'a Zstandard archive' },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], name: 'a 7z archive' },
  { bytes: ascii('Rar!'), name: 'a RAR archive' },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], name: 'a document of an old Office' },
  { bytes: ascii('SQLite format 3'), name: 'a database' },
  { bytes: ascii('bplist'), name: 'a binary property list' },
  { bytes: [0x7f, 0x45, 0x4c, 0x46], name: 'a program' },
  { bytes: [0xcf, 0xfa, 0xed, 0xfe], name: 'a program' },
  { bytes: [0xca, 0xfe, 0xba, 0xbe], name: 'a program' },
  { bytes: [0x00, 0x61, 0x73, 0x6d], name: 'a program' },
  { bytes: ascii('wOFF'), name: 'a font' },
  { bytes: ascii('wOF2'), name: 'a font' },
  { bytes: [0x00, 0x01, 0x00, 0x00, 0x00], name: 'a font' },
  { bytes: ascii('{\\rtf'), name: 'a rich text (RTF) document' },
  { bytes: ascii('%!PS'), name: 'a PostScript document' },
];

function has(bytes: Uint8Array, wanted: readonly number[], at: number): boolean {
  return wanted.every((byte, index) => bytes[at + index] === byte);
}

/** A zip file may be an office document: its first entries tell. */
function zipName(bytes: Uint8Array): string {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 8_192));
  if (start.includes('word/') || start.includes('opendocument.text')) return 'a word processor’s document';
  if (start.includes('xl/') || start.includes('opendocument.spreadsheet')) return 'a spreadsheet';
  if (start.includes('ppt/')) return 'a presentation';
  if (start.includes('epub')) return 'an e-book';
  return 'a zip archive';
}

/** The kind of a binary file in words such as “a PDF”; null when its first bytes are none that are known. */
export function binaryKindOf(bytes: Uint8Array): string | null {
  if (has(bytes, [0x50, 0x4b, 0x03, 0x04], 0) || has(bytes, [0x50, 0x4b, 0x05, 0x06], 0)) return zipName(bytes);
  if (has(bytes, ascii('MZ'), 0) && bytes.subarray(0, 1_024).includes(0)) return 'a program';
  if (has(bytes, ascii('BM'), 0) && has(bytes, [0, 0, 0, 0], 6)) return 'a BMP picture';
  return signatures.find(({ bytes: wanted, at }) => has(bytes, wanted, at ?? 0))?.name ?? null;
}
