/** What may enter a document. */
import { expect, test } from 'vitest';
import { isCleared } from '../../../shared/domain/resume/clearance.ts';

test('clearance goes from public to private', () => {
  expect(isCleared('public', 'public')).toBe(true);
  expect(isCleared('employer', 'public')).toBe(false);
  expect(isCleared('employer', 'confidential')).toBe(true);
  expect(isCleared('private', 'confidential')).toBe(false);
  expect(isCleared('private', 'private')).toBe(true);
});
