/** Texts to drafts by what they hold: what belongs together first, then each by itself. */
import { AppError } from '../../shared/api/errors.ts';
import type { Draft } from '../../shared/api/import.ts';
import { quoted } from './clean.ts';
import { looksLikeHtml, readHtmlPage, readText } from './plain-document.ts';
import type { Source } from './read.ts';
import { looksLikeJson, readJson } from './read-json.ts';
import { isRolePack, readRolePack } from './role-pack.ts';
import { isRolePatch, readRolePatch } from './role-patch.ts';
import { readSkillMatrix } from './skill-matrix.ts';
import { isWordPressPost, readWordPressPost } from './wordpress-post.ts';

/** A draft and the texts it was read from. */
export interface ReadDraft {
  readonly draft: Draft;
  readonly sources: readonly Source[];
}

/** Runs a reader; undefined where it refused, which is then told. */
type Attempt = <Value>(read: () => Value) => Value | undefined;

const MOST_POSTS = 100;

/** Reads all texts that can be read. Throws nothing of its own: refusals go through `attempt`. */
export function readContent(sources: readonly Source[], attempt: Attempt): ReadDraft[] {
  return sources.flatMap((source) =>
    (attempt(() => readOne(source)) ?? []).map((draft) => ({ draft, sources: [source] })),
  );
}

function readOne({ name, text }: Source): Draft[] {
  if (looksLikeJson(text)) return readJsonContent(name, readJson(name, text));
  if (looksLikeHtml(text)) return [readHtmlPage(name, text)];
  return [readSkillMatrix(name, text) ?? readText(name, text)];
}

function readJsonContent(name: string, value: unknown): Draft[] {
  if (isRolePack(value)) return [readRolePack(name, value)];
  if (isRolePatch(value)) return [readRolePatch(name, value)];
  if (isWordPressPost(value)) return [readWordPressPost(name, value)];
  const posts = Array.isArray(value) ? value.filter(isWordPressPost) : [];
  if (posts.length > MOST_POSTS) {
    throw new AppError(
      'FILE_TOO_LARGE',
      `${quoted(name)} holds ${posts.length} posts; the limit is ${MOST_POSTS}. Nothing was added. Save fewer posts to a file.`,
    );
  }
  if (posts.length > 0) return posts.map((post) => readWordPressPost(name, post));
  throw new AppError('FORMAT_UNKNOWN', `${quoted(name)} is JSON, but no role document. Nothing was added.`);
}
