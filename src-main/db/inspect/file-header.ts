/** The 100 bytes every database file of SQLite begins with (sqlite.org/fileformat2.html), taken apart in one place. */

/** “CRC1”: marks the file as a record of Cairn. */
export const applicationId = 0x43524331;

export interface FileHeader {
  /** 512 to 65,536; null when the file states a size that no page can have. */
  readonly pageSize: number | null;
  readonly reservedBytes: number;
  /** As stated; the file may hold fewer. */
  readonly pageCount: number;
  readonly isAutoVacuum: boolean;
  /** 1 is UTF-8. */
  readonly encoding: number;
  /** The number of the schema, as our migrations count it. */
  readonly schema: number;
  /** Whether it is a file of Cairn. */
  readonly isOurs: boolean;
}

/** Null for what begins in another way, or is shorter. */
export function readFileHeader(start: Buffer): FileHeader | null {
  if (start.length < 100 || start.toString('latin1', 0, 16) !== 'SQLite format 3\0') return null;
  return {
    pageSize: pageSizeIn(start),
    reservedBytes: start.readUInt8(20),
    pageCount: start.readUInt32BE(28),
    isAutoVacuum: start.readUInt32BE(52) !== 0,
    encoding: start.readUInt32BE(56),
    schema: start.readUInt32BE(60),
    isOurs: start.readUInt32BE(68) === applicationId,
  };
}

/** The size a header states, also where its first words are lost; null when no page can have it. */
export function pageSizeIn(start: Buffer): number | null {
  const stated = start.length < 18 ? 0 : start.readUInt16BE(16);
  if (stated === 1) return 65_536;
  return stated >= 512 && stated <= 32_768 && (stated & (stated - 1)) === 0 ? stated : null;
}
