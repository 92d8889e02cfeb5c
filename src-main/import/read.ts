/** Files from strangers to drafts: size, encoding, kind, contents, in that order. Pure: nothing is stored and nothing opened. */

import { AppError } from '../../shared/api/errors.ts';
import type { Draft, EncodingRepair, Notice } from '../../shared/api/import.ts';
import { decode } from './files/decode.ts';
import { repairText } from './files/encoding-repair.ts';
import { checkFileSize, emptyFile } from './files/file-size.ts';
import { looksLikeJson, readJson } from './files/read-json.ts';
import { checkTextSize } from './files/text-size.ts';
import { unpack } from './files/unpack-archive.ts';
import { isZip } from './files/zip-entries.ts';
import { openMeter } from './output-limits.ts';
import { readContent } from './read-content.ts';
import type { GivenFile, ReadOptions, Source } from './source.ts';

/** One file; see `readFiles`. */
export function readDrafts(name: string, bytes: Uint8Array, options: ReadOptions = {}): Draft[] {
  return readFiles([{ name, bytes }], options);
}

/**
 * Reads what the files hold, told by their content and never by their names. Files that belong together make one draft,
 * the others one each or more; a zip archive is read as the files in it. A readable text of no known format becomes a
 * draft of prose. Throws AppErrors alone, and only when there is nothing at all to read: of several files, one that
 * cannot be read is named in a notice.
 */
export function readFiles(files: readonly GivenFile[], options: ReadOptions = {}): Draft[] {
  const failures: { readonly error: AppError; readonly message: string }[] = [];
  const attempt = <Value>(read: () => Value): Value | undefined => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      failures.push({ error, message: shortOf(error.message) });
      return undefined;
    }
  };
  const sources: Source[] = [];
  const drafts: Draft[] = [];
  const workbooks: { readonly name: string; readonly drafts: readonly Draft[] }[] = [];
  const meter = openMeter(files[0]?.name ?? '');
  for (const [place, file] of files.entries()) {
    attempt(() => {
      checkFileSize(file.name, file.bytes.byteLength);
      if (!isZip(file.bytes)) {
        sources.push(sourceOf(file, place, options));
        return;
      }
      const unpacked = unpack(file);
      meter.read(unpacked.decoded);
      workbooks.push({ name: file.name, drafts: unpacked.drafts.map((draft) => ({ ...draft, files: [place] })) });
      const inside: Source[] = [];
      for (const { name, read } of unpacked.files) {
        const bytes = read();
        const source = attempt(() => sourceOf({ name, bytes }, place, options));
        if (source !== undefined) inside.push(source);
      }
      sources.push(...inside);
      for (const message of unpacked.leftOut) {
        failures.push({ error: new AppError('FORMAT_UNKNOWN', `${message} Nothing was added.`), message });
      }
    });
  }
  for (const { text } of sources) meter.read(text.length);
  for (const workbook of workbooks) {
    attempt(() => {
      meter.addDrafts(workbook.name, workbook.drafts);
      drafts.push(...workbook.drafts);
    });
  }
  const read = readContent(sources, attempt, meter, options);
  drafts.push(...read.map(({ draft, sources: own }) => withOrigin(draft, own)));
  const [first, ...rest] = drafts;
  if (first === undefined) throw failures[0]?.error ?? emptyFile(files[0]?.name ?? '');
  if (failures.length === 0) return drafts;
  const notices = failures.map(({ message }): Notice => ({ code: 'LEFT_OUT', message: message.slice(0, 300) }));
  return [{ ...first, notices: [...notices.slice(0, 40), ...first.notices] }, ...rest];
}

/** What of a refusal matters when other files were read: the sentence that says what was wrong. */
function shortOf(message: string): string {
  const end = message.indexOf(' Nothing was added.');
  return end === -1 ? message : message.slice(0, end);
}

function sourceOf({ name, bytes }: GivenFile, place: number, { isRepaired }: ReadOptions): Source {
  checkFileSize(name, bytes.byteLength);
  const { text, encoding } = decode(name, bytes, (raw) => checkTextSize(name, raw));
  if (!/[\p{L}\p{N}]/u.test(text)) {
    // Brackets alone may be JSON that is too deep or cut off, which says more than “empty”.
    if (looksLikeJson(text)) readJson(name, text);
    throw emptyFile(name);
  }
  const isWestern = encoding === 'windows-1252';
  const found = repairText(text);
  if (found === null) return { name, place, text, repair: undefined, isWestern };
  const isApplied = isRepaired !== false;
  return { name, place, text: isApplied ? found.text : text, repair: { ...found.repair, isApplied }, isWestern };
}

/** The draft with the files it was read from, and with what happened to their encoding. */
function withOrigin(draft: Draft, sources: readonly Source[]): Draft {
  const notices: Notice[] = [];
  if (sources.some((source) => source.isWestern)) {
    notices.push({
      code: 'INTERPRETED',
      message: 'The file is not UTF-8; it is read as Windows-1252.',
      detail: 'Look at accents, dashes and quotes. If they are wrong, save the file as UTF-8 and read it again.',
    });
  }
  const repair = sources.find((source) => source.repair !== undefined)?.repair;
  if (repair !== undefined && draft.repair === undefined) notices.push(...repairNotices(repair));
  return {
    ...draft,
    files: [...new Set(sources.map((source) => source.place))],
    ...(repair === undefined ? {} : { repair: draft.repair ?? repair }),
    notices: [...notices, ...draft.notices],
  };
}

function repairNotices({ isApplied, places, left }: EncodingRepair): Notice[] {
  const count = `${places} ${places === 1 ? 'place' : 'places'}`;
  if (!isApplied) {
    return [
      {
        code: 'KEPT',
        message: `The text was once saved in a wrong encoding in ${count}; it is read as it stands.`,
        detail:
          'Dashes, quotes or accents show as two or three odd characters. Read it again with the repair to mend them.',
      },
    ];
  }
  const notices: Notice[] = [
    {
      code: 'INTERPRETED',
      message: `The text was once saved in a wrong encoding; ${places - left} of ${count} are repaired.`,
      detail: 'Compare the samples. If they are worse than before, read it again as it stands.',
    },
  ];
  if (left > 0) {
    notices.push({
      code: 'KEPT',
      message: `${left} damaged ${left === 1 ? 'place has' : 'places have'} lost a byte and stand as they are.`,
    });
  }
  return notices;
}
