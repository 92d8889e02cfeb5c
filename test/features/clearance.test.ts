/** What leaves on paper: nothing above its clearance, whatever the record holds. */
import { expect, test } from 'vitest';
import type { PrintableDocument } from '../../shared/api/document.ts';
import { AppError } from '../../shared/api/errors.ts';
import { freshCairn } from '../helpers/cairn.ts';
import { exportedText } from '../helpers/exported.ts';

const canary = 'CANARY-7f3a';

/** A record whose private and confidential work carries a canary in every field, and the documents it was asked to print. */
async function withCanaries() {
  const printed: PrintableDocument[] = [];
  const cairn = await freshCairn({
    print: async (document) => {
      printed.push(document);
      throw new AppError('PRINT_FAILED', 'Only the model matters here.');
    },
  });
  const [role] = await cairn.call('listRoles', {});
  const spec = await cairn.call('getRole', { id: role?.id ?? '' });
  const competencyId = spec.requirements[0]?.competencyId ?? '';
  for (const confidentiality of ['public', 'employer', 'confidential', 'private'] as const) {
    const mark = confidentiality === 'private' || confidentiality === 'confidential' ? canary : 'fine to print';
    const { id } = await cairn.call('logAccomplishment', { text: `Work ${mark}` });
    await cairn.call('changeAccomplishment', {
      id,
      patch: {
        confidentiality,
        status: 'ready',
        story: mark,
        shortWording: `Short ${mark}`,
        longWording: `Long ${mark}`,
        tags: [mark],
        metrics: [{ name: mark, unit: mark, baseline: 1, value: 2 }],
        witnesses: [{ name: mark, relation: 'manager', title: mark, confirmedOn: null, words: mark }],
        evidence: [{ kind: 'link', title: mark, url: 'https://x.example/', quote: mark, notedOn: null }],
        showings: [{ competencyId, level: 3, scaleId: 'five-levels', reason: mark }],
      },
    });
  }
  return { cairn, printed, roleId: role?.id ?? '' };
}

test('a match report counts confidential work and names none of it', async () => {
  const { cairn, printed, roleId } = await withCanaries();
  await cairn.dispatch('writeExport', { kind: 'match', format: 'pdf', id: roleId });
  expect(printed).toHaveLength(1);
  const text = JSON.stringify(printed);
  expect(text).toContain('fine to print');
  expect(text).toContain('A private accomplishment');
  expect(text).not.toContain(canary);
});

test('a resume and a JSON Resume hold nothing above their clearance', async () => {
  const { cairn, printed } = await withCanaries();
  const { id } = await cairn.call('createResume', { name: 'Open', roleId: null });
  await cairn.dispatch('writeExport', { kind: 'resume', format: 'pdf', id });
  expect(printed).toHaveLength(1);
  expect(JSON.stringify(printed)).not.toContain(canary);
  expect(await exportedText(cairn.call, { kind: 'resume', format: 'json-resume', id })).not.toContain(canary);
  const record = { kind: 'record', format: 'json-resume' } as const;
  expect(await exportedText(cairn.call, { ...record, clearance: 'employer' })).not.toContain(canary);
  // the control: with the widest clearance the canary is there, so its absence above means something
  expect(await exportedText(cairn.call, { ...record, clearance: 'private' })).toContain(canary);
});
