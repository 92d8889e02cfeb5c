/** A record with more than a resume lists: what is left out is counted, and found in the record. */
import { screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { readListQuery } from '../../../src-renderer/features/record/list-query.ts';
import { rankedPlaces } from '../../../src-renderer/features/resumes/builder/ranked-places.ts';
import type { TestCairn } from '../../helpers/cairn.ts';
import { sampleCairn } from '../roles/show-screen.tsx';
import { printing, showBuilder } from './show-resumes.tsx';

vi.mock('../../../src-renderer/features/resumes/page/pdf.ts', () => ({
  pixelsPerPoint: 4 / 3,
  holdPdfJs: () => () => undefined,
  openPdf: async (bytes: Uint8Array) => ({ bytes, pages: [], close: () => undefined }),
  placeTexts: async () => [],
  drawPage: async () => null,
}));

/** The sample with forty more lines at its newest position. */
async function longCairn(): Promise<{ cairn: TestCairn; positionId: string }> {
  const cairn = printing(await sampleCairn());
  const [resume] = await cairn.call('listResumes', {});
  const { sections } = await cairn.call('getResume', { id: resume?.id ?? '' });
  const positionId = sections.find((section) => section.kind === 'experience')?.groups[0]?.positionId ?? '';
  for (let number = 1; number <= 40; number += 1) {
    const { id } = await cairn.call('logAccomplishment', { text: `Moved depot ${number}` });
    await cairn.call('changeAccomplishment', { id, patch: { status: 'ready', positionId } });
  }
  return { cairn, positionId };
}

async function builderOf(cairn: TestCairn, id: string) {
  const builder = await cairn.call('getResume', { id });
  const group = builder.sections.find((section) => section.kind === 'experience')?.groups[0];
  if (group === undefined) throw new Error('the sample has positions');
  return { builder, group, lines: group.items.filter((item) => item.kind === 'accomplishment') };
}

test('what a position has beyond the lines listed is counted, and leads to the record of that position', async () => {
  const { cairn, positionId } = await longCairn();
  const id = await showBuilder(cairn);
  const { group } = await builderOf(cairn, id);
  expect(group.hiddenCount).toBeGreaterThan(15);
  const link = await screen.findByRole('link', {
    name: `and ${group.hiddenCount} more of ${group.title} in the record`,
  });
  expect(link.textContent).toBe(`and ${group.hiddenCount} more`);
  const [path, search] = (link.getAttribute('href') ?? '').split('?');
  expect(path).toBe('/record');
  expect(readListQuery(new URLSearchParams(search))).toMatchObject({ positionId, status: 'ready' });
  expect(link.parentElement?.textContent).toContain('choose Use in resume');
});

test('one of them put in from the record is listed and printed', async () => {
  const { cairn, positionId } = await longCairn();
  const [resume] = await cairn.call('listResumes', {});
  const id = resume?.id ?? '';
  const before = await builderOf(cairn, id);
  const { rows } = await cairn.call('listAccomplishments', { positionId, status: 'ready', limit: 500 });
  const left = rows.find((row) => before.lines.every((line) => line.refId !== row.id));
  if (left === undefined) throw new Error('some are left out');
  await cairn.call('chooseResumeItem', { id, kind: 'accomplishment', refId: left.id, isHidden: false });
  const after = await builderOf(cairn, id);
  expect(after.lines.find((line) => line.refId === left.id)?.isHidden).toBe(false);
  expect(after.group.hiddenCount).toBe(before.group.hiddenCount - 1);
  expect(JSON.stringify(after.builder.document)).toContain(left.id);
});

test('an order stores places up to the last line moved, so that no further lines stay listed for it', async () => {
  const { cairn } = await longCairn();
  const [resume] = await cairn.call('listResumes', {});
  const id = resume?.id ?? '';
  const before = await builderOf(cairn, id);
  const ids = before.lines.map((line) => line.refId);
  const [first = '', second = '', ...rest] = ids;
  const moved = [second, first, ...rest];
  const places = rankedPlaces(before.builder, 'accomplishment', moved);
  const ranked = before.builder.resume.choices.filter((choice) => choice.rank !== null && ids.includes(choice.refId));
  expect(places.slice(0, 2)).toEqual([second, first]);
  expect(places.length).toBeLessThanOrEqual(Math.max(2, ranked.length));
  await cairn.call('orderResumeItems', { id, kind: 'accomplishment', refIds: [...places] });
  const after = await builderOf(cairn, id);
  expect(after.lines.map((line) => line.refId)).toEqual(moved);
});
