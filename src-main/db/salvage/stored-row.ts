/** The values of one stored record, and whether they show that the bytes were overwritten. */

export type StoredValue = null | number | bigint | string | Buffer;

export interface StoredRow {
  readonly values: readonly StoredValue[];
  /** Whether every value is what SQLite can have written. */
  readonly isSound: boolean;
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder('utf-8', { ignoreBOM: true });
/** A run of zeros in a text is what an overwritten part of a disk looks like. */
const zeros = '\0'.repeat(8);

/** Takes a record apart; null when it is none. */
export function readStoredRow(payload: Buffer): StoredRow | null {
  const head = smallVarint(payload, 0);
  if (!head || head.value < head.end || head.value > payload.length) return null;
  const types: number[] = [];
  let at = head.end;
  while (at < head.value) {
    const type = smallVarint(payload, at);
    if (!type || type.value === 10 || type.value === 11) return null;
    types.push(type.value);
    at = type.end;
  }
  if (at !== head.value) return null;
  const total = types.reduce((sum, type) => sum + bytesOf(type), at);
  if (total !== payload.length) return null;
  let isSound = true;
  const values = types.map((type): StoredValue => {
    const bytes = payload.subarray(at, at + bytesOf(type));
    at += bytes.length;
    if (type < 12 || type % 2 === 0) return readPlain(type, bytes);
    const text = readText(bytes);
    isSound &&= text.isSound;
    return text.value;
  });
  return { values, isSound };
}

/** Lengths and types: a number of up to nine bytes, of which no sound one needs more than six. */
function smallVarint(bytes: Buffer, from: number): { value: number; end: number } | null {
  let value = 0;
  for (let at = from; at < from + 6 && at < bytes.length; at += 1) {
    const byte = bytes.readUInt8(at);
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return { value, end: at + 1 };
  }
  return null;
}

function bytesOf(type: number): number {
  if (type >= 12) return Math.floor((type - 12) / 2);
  return [0, 1, 2, 3, 4, 6, 8, 8, 0, 0][type] ?? 0;
}

function readPlain(type: number, bytes: Buffer): StoredValue {
  if (type === 0) return null;
  if (type <= 5) return bytes.readIntBE(0, bytes.length);
  if (type === 6) {
    const value = bytes.readBigInt64BE(0);
    return Number.isSafeInteger(Number(value)) ? Number(value) : value;
  }
  if (type === 7) return bytes.readDoubleBE(0);
  if (type <= 9) return type - 8;
  return bytes;
}

function readText(bytes: Buffer): { value: string; isSound: boolean } {
  try {
    const value = strict.decode(bytes);
    const isOverwritten = value.includes(zeros) || (value !== '' && /^\0+$/.test(value));
    return { value, isSound: !isOverwritten };
  } catch {
    return { value: lenient.decode(bytes), isSound: false };
  }
}
