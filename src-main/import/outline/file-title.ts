/** What to call a document that has no title: its file's name. */

import { asLine } from '../roles/role-reading.ts';
import { cleanLine } from './clean-text.ts';

/** A file's name without folders, ending and the marks that stand for spaces. Never empty. */
export function titleOfFile(name: string): string {
  const line = cleanLine(name.slice(0, 400).split('/').at(-1) ?? '');
  const dot = line.lastIndexOf('.');
  const stem = dot > 0 && line.length - dot <= 10 ? line.slice(0, dot) : line;
  return asLine(stem.replaceAll('_', ' ')) || 'Untitled';
}
