/** Short ways to hand the reader what a test has written. */
import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { AppError, type ErrorCode } from '../../shared/api/errors.ts';
import type { Draft } from '../../shared/api/import.ts';
import type { RoleContent } from '../../shared/api/role-content.ts';
import { readDrafts } from '../../src-main/import/read.ts';

export type RoleDraft = Extract<Draft, { kind: 'role' }>;

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

export const fixture = (name: string): Uint8Array => readFileSync(new URL(`../fixtures/${name}`, import.meta.url));

export const fixtureText = (name: string): string => new TextDecoder().decode(fixture(name));

/** The only draft of a role that a text gives. */
export function roleDraft(text: string, name = 'page.txt'): RoleDraft {
  const drafts = readDrafts(name, bytesOf(text));
  const [draft] = drafts;
  if (drafts.length !== 1 || draft?.kind !== 'role') throw new Error(`expected one role, got ${drafts.length} drafts`);
  return draft;
}

/** A WordPress post around some HTML. */
export function postOf(content: string, title = 'Harbour Pilot: Role Blueprint, Skills and Career Path'): string {
  return JSON.stringify({ id: 1, title: { rendered: title }, content: { rendered: content, protected: false } });
}

export const roleOfPost = (content: string): RoleContent => roleDraft(postOf(content), 'post.json').role;

/** The AppError that reading ends in. Fails when it reads, or breaks otherwise. */
export function refusal(name: string, bytes: Uint8Array): AppError {
  try {
    readDrafts(name, bytes);
  } catch (error) {
    expect(error).toBeInstanceOf(AppError);
    return error as AppError;
  }
  throw new Error('it was read');
}

export function expectRefusal(name: string, content: string | Uint8Array, code: ErrorCode, ...words: string[]): void {
  const error = refusal(name, typeof content === 'string' ? bytesOf(content) : content);
  expect(error.code).toBe(code);
  for (const word of words) expect(error.message).toContain(word);
}

export const messagesOf = (draft: Draft, code?: string): string[] =>
  draft.notices.filter((notice) => code === undefined || notice.code === code).map((notice) => notice.message);
