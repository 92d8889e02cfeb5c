/** A file from a stranger to drafts: size, encoding, kind, contents, in that order. Pure: nothing is stored and nothing opened. */
import { AppError } from '../../shared/api/errors.ts';
import type { Draft } from '../../shared/api/import.ts';
import { quoted } from './clean.ts';
import { decode } from './decode.ts';
import { nameJson } from './name-json.ts';
import { looksLikeHtml, readHtmlPage, readText } from './plain-document.ts';
import { looksLikeJson, readJson } from './read-json.ts';
import { isRolePack, readRolePack } from './role-pack.ts';
import { isWordPressPost, readWordPressPost } from './wordpress-post.ts';

/** The most that is read of one file. */
export const MOST_BYTES = 20 * 1024 * 1024;
const MOST_POSTS = 100;

/** Refuses by size alone, before anything of the file is looked at. */
export function checkSize(name: string, byteLength: number): void {
  if (byteLength === 0) throw empty(name);
  if (byteLength <= MOST_BYTES) return;
  const size = byteLength / 1024 / 1024;
  throw new AppError(
    'FILE_TOO_LARGE',
    `${quoted(name)} is ${size >= 100 ? Math.round(size) : size.toFixed(1)} MB; the limit is 20 MB. Nothing was added. Save only the role’s page, or paste its text.`,
  );
}

function empty(name: string): AppError {
  return new AppError(
    'FILE_EMPTY',
    `${quoted(name)} is empty. Nothing was added. Choose another file, or paste the text of the page.`,
  );
}

/**
 * Reads what the bytes hold, told by their content and never by the name. A readable text of no known format
 * becomes a draft of prose. Throws AppErrors alone.
 */
export function readDrafts(name: string, bytes: Uint8Array): Draft[] {
  checkSize(name, bytes.byteLength);
  const { text, encoding } = decode(name, bytes);
  if (!/[\p{L}\p{N}]/u.test(text)) {
    // Brackets alone may be JSON that is too deep or cut off, which says more than “empty”.
    if (looksLikeJson(text)) readJson(name, text);
    throw empty(name);
  }
  const drafts = readContent(name, text);
  return encoding === 'windows-1252' ? drafts.map(withEncodingNotice) : drafts;
}

function readContent(name: string, text: string): Draft[] {
  if (looksLikeJson(text)) return readJsonContent(name, readJson(name, text));
  return [looksLikeHtml(text) ? readHtmlPage(name, text) : readText(name, text)];
}

function readJsonContent(name: string, value: unknown): Draft[] {
  if (isRolePack(value)) return [readRolePack(name, value)];
  if (isWordPressPost(value)) return [readWordPressPost(name, value)];
  const posts = Array.isArray(value) ? value.filter(isWordPressPost) : [];
  if (posts.length > MOST_POSTS) {
    throw new AppError(
      'FILE_TOO_LARGE',
      `${quoted(name)} holds ${posts.length} posts; the limit is ${MOST_POSTS}. Nothing was added. Save fewer posts to a file.`,
    );
  }
  if (posts.length > 0) return posts.map((post) => readWordPressPost(name, post));
  throw new AppError(
    'FORMAT_UNKNOWN',
    `${quoted(name)} is JSON, but no role document: ${nameJson(value)}. Nothing was added. Cairn reads WordPress posts, competency pages as text, and role packs.`,
  );
}

function withEncodingNotice(draft: Draft): Draft {
  const notice = {
    code: 'INTERPRETED',
    message: 'The file is not UTF-8; it is read as Windows-1252.',
    detail: 'Look at accents, dashes and quotes. If they are wrong, save the file as UTF-8 and read it again.',
  } as const;
  return { ...draft, notices: [notice, ...draft.notices] };
}
