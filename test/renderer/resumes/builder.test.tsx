/** The builder over the sample record: what is changed here changes this resume and never the record. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { AppError } from '../../../shared/api/errors.ts';
import type { BuilderItem } from '../../../shared/api/resume.ts';
import { proposalsIn } from '../../../src-renderer/features/resumes/builder/proposals.ts';
import type { TestCairn } from '../../helpers/cairn.ts';
import { freshCairn } from '../../helpers/cairn.ts';
import { sampleCairn } from '../roles/show-screen.tsx';
import { printing, showBuilder } from './show-resumes.tsx';

// pdf.js draws on a canvas in a worker: neither is here. What it draws is looked at in the real window.
vi.mock('../../../src-renderer/features/resumes/page/pdf.ts', () => ({
  pixelsPerPoint: 4 / 3,
  holdPdfJs: () => () => undefined,
  openPdf: async (bytes: Uint8Array) => ({ bytes, pages: [], close: () => undefined }),
  placeTexts: async () => [],
  drawPage: async () => null,
}));

async function linesOf(cairn: TestCairn, id: string): Promise<readonly BuilderItem[]> {
  const { sections } = await cairn.call('getResume', { id });
  const experience = sections.find((section) => section.kind === 'experience');
  return experience?.groups[0]?.items.filter((item) => item.kind === 'accomplishment') ?? [];
}

test('the head says which role it is for and how many of its requirements it speaks to', async () => {
  const cairn = printing(await sampleCairn());
  const id = await showBuilder(cairn);
  const { role } = await cairn.call('getResume', { id });
  expect((await screen.findByRole('link', { name: role?.title })).getAttribute('href')).toBe(`/match/${role?.id}`);
  expect(
    screen.getByText(new RegExp(`speaks to ${role?.spokenTo} of ${role?.requirementCount} requirements`)),
  ).toBeTruthy();
});

test('words typed over a line are this resume’s alone, are told apart, and give way to the record’s again', async () => {
  const cairn = printing(await sampleCairn());
  const id = await showBuilder(cairn);
  const [line] = await linesOf(cairn, id);
  if (line === undefined) throw new Error('the sample has lines');
  fireEvent.click(await screen.findByText(line.text));
  const field = await screen.findByRole('textbox', { name: 'Words of this line' });
  fireEvent.change(field, { target: { value: `${line.text}, in one winter` } });
  fireEvent.blur(field);
  expect(await screen.findByText('Differs from the record')).toBeTruthy();
  expect((await linesOf(cairn, id))[0]).toMatchObject({
    text: `${line.text}, in one winter`,
    recordText: line.recordText,
  });
  expect(document.querySelector('ins')?.textContent).toContain('in one winter');
  fireEvent.click(screen.getByRole('button', { name: 'Use the record’s words' }));
  await waitFor(() => expect(screen.queryByText('Differs from the record')).toBeNull());
  expect((await linesOf(cairn, id))[0]).toMatchObject({ text: line.text, differs: false });
});

test('a space typed at the end stays while the sentence goes on', async () => {
  const cairn = printing(await sampleCairn());
  const id = await showBuilder(cairn);
  const [line] = await linesOf(cairn, id);
  fireEvent.click(await screen.findByText(line?.text ?? '?'));
  const field = (await screen.findByRole('textbox', { name: 'Words of this line' })) as HTMLTextAreaElement;
  fireEvent.change(field, { target: { value: 'Cut latency ' } });
  await waitFor(async () => expect((await linesOf(cairn, id))[0]?.text).toBe('Cut latency'), { timeout: 3_000 });
  await screen.findByText('Differs from the record');
  expect(field.value).toBe('Cut latency ');
});

test('the eye hides a line, which stays listed and is shown again by the same eye', async () => {
  const cairn = printing(await sampleCairn());
  const id = await showBuilder(cairn);
  const [line] = await linesOf(cairn, id);
  fireEvent.click(await screen.findByRole('button', { name: `Hide the line: ${line?.text}` }));
  const shown = () => screen.findByRole('button', { name: `Show the line: ${line?.text}` });
  await shown();
  await waitFor(async () => expect((await linesOf(cairn, id))[0]?.isHidden).toBe(true));
  expect(screen.getByText(line?.text ?? '?')).toBeTruthy();
  fireEvent.click(await shown());
  await screen.findByRole('button', { name: `Hide the line: ${line?.text}` });
});

test('Alt with an arrow on a line moves it, plain arrows go from line to line', async () => {
  const cairn = printing(await sampleCairn());
  const id = await showBuilder(cairn);
  const before = await linesOf(cairn, id);
  const first = (await screen.findByText(before[0]?.text ?? '?')).closest('button');
  const second = screen.getByText(before[1]?.text ?? '?').closest('button');
  first?.focus();
  fireEvent.keyDown(first as HTMLElement, { key: 'ArrowDown' });
  expect(document.activeElement).toBe(second);
  fireEvent.keyDown(second as HTMLElement, { key: 'ArrowUp', altKey: true });
  await waitFor(async () => expect((await linesOf(cairn, id))[0]?.refId).toBe(before[1]?.refId));
  expect(document.activeElement?.textContent).toContain(before[1]?.text);
});

test('sections are moved and hidden; the summary stays first', async () => {
  const cairn = printing(await sampleCairn());
  const id = await showBuilder(cairn);
  const kinds = async () => (await cairn.call('getResume', { id })).sections.map((section) => section.kind);
  const handle = await screen.findByRole('button', { name: /^Move Skills, item/ });
  expect(screen.queryByRole('button', { name: /^Move Summary, item/ })).toBeNull();
  fireEvent.keyDown(handle, { key: 'ArrowUp', altKey: true });
  await waitFor(async () =>
    expect((await kinds()).indexOf('skills')).toBeLessThan((await kinds()).indexOf('projects')),
  );
  expect((await kinds())[0]).toBe('summary');
  fireEvent.click(screen.getByRole('button', { name: 'Hide the section Skills' }));
  await screen.findByRole('button', { name: 'Show the section Skills' });
  const { document: page } = await cairn.call('getResume', { id });
  expect(page.blocks.some((block) => block.kind === 'skills')).toBe(false);
});

test('a narrower clearance takes lines out, and each says why', async () => {
  const cairn = printing(await sampleCairn());
  await showBuilder(cairn);
  fireEvent.click(await screen.findByRole('button', { name: 'Clearance: employer' }));
  fireEvent.click(await screen.findByRole('menuitem', { name: /^Public/ }));
  expect(await screen.findByRole('button', { name: 'Clearance: public' })).toBeTruthy();
  await waitFor(() =>
    expect(screen.getAllByText('Employer, above this resume’s clearance: public').length).toBeGreaterThan(0),
  );
});

test('hidden lines that would speak to more of the role are gone through one after the other', async () => {
  const cairn = printing(await sampleCairn());
  const id = await showBuilder(cairn);
  const proposals = proposalsIn(await cairn.call('getResume', { id }));
  const [first] = proposals;
  if (first === undefined) throw new Error('the sample hides lines that speak to the role');
  expect(await screen.findByText(`${proposals.length} hidden lines speak to more requirements.`)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Review' }));
  expect(await screen.findByRole('button', { name: `Words of this line: ${first.text}` })).toBeTruthy();
  expect(screen.getByText(`Speaks to ${first.speaksTo.join(', ')}.`)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: `Show the line: ${first.text}` }));
  await waitFor(async () => {
    const after = proposalsIn(await cairn.call('getResume', { id }));
    expect(after.some((line) => line.refId === first.refId)).toBe(false);
  });
});

test('what a parser does not find is counted, named, and marked where it belongs', async () => {
  const cairn = printing(await sampleCairn(), (label) => label === 'Phone');
  await showBuilder(cairn);
  const foot = await screen.findByRole('button', { name: /^Read back: \d+ of \d+ fields found$/ });
  const [, found, total] = /(\d+) of (\d+)/.exec(foot.textContent ?? '') ?? [];
  expect(Number(found)).toBe(Number(total) - 1);
  fireEvent.click(foot);
  const view = await screen.findByRole('region', { name: 'What a parser sees' });
  expect(within(view).getByText(`${found} of ${total} fields found. Not found: Phone.`)).toBeTruthy();
  const mark = within(view).getByText('Not found: Phone').closest('div');
  expect(mark?.textContent).toMatch(/@.*Not found: Phone/);
});

test('when the page cannot be printed the content stays, and it is tried again on demand', async () => {
  const sample = await sampleCairn();
  let isBroken = true;
  const working = printing(sample);
  const cairn: TestCairn = {
    ...sample,
    dispatch: async (name, input) =>
      name === 'writeExport' && isBroken
        ? {
            ok: false,
            error: { code: 'PRINT_FAILED', message: 'The page was not printed. Your resume is safe. Try again.' },
          }
        : working.dispatch(name, input),
  };
  await showBuilder(cairn);
  expect(await screen.findByText('The page was not printed')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Hide the section Experience' })).toBeTruthy();
  isBroken = false;
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('button', { name: /^Read back/ })).toBeTruthy();
  expect(screen.queryByText('The page was not printed')).toBeNull();
});

test('an export tells the name of the file; a refusal is told too', async () => {
  const sample = await sampleCairn();
  const answers = [
    {
      ok: false as const,
      error: { code: 'DISK_FULL' as const, message: 'The resume was not written. The disk is full.' },
    },
    {
      ok: true as const,
      value: {
        fileName: 'Resume.pdf',
        proof: {
          pageCount: 1,
          readBack: {
            found: 37,
            total: 38,
            missing: [{ label: 'Phone', text: '1' }],
            outOfOrder: [],
            pages: [],
            problems: [],
          },
        },
      },
    },
  ];
  const working = printing(sample);
  const cairn: TestCairn = {
    ...sample,
    dispatch: async (name, input) =>
      name === 'saveExport' ? (answers.shift() ?? working.dispatch(name, input)) : working.dispatch(name, input),
  };
  await showBuilder(cairn);
  fireEvent.click(await screen.findByRole('button', { name: 'Export as PDF' }));
  expect(await screen.findByText('The resume was not written')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText(/^Exported to Resume\.pdf, 1 page\. Read back: 37 of 38 fields found\./)).toBeTruthy();
  expect(screen.getByText(/A parser does not find: Phone\./)).toBeTruthy();
});

test('a record without anything ready leads to the capture', async () => {
  const cairn = printing(await freshCairn());
  await cairn.call('createResume', { name: 'Empty', roleId: null });
  await showBuilder(cairn);
  expect(await screen.findByText('Nothing to choose from yet')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Capture an accomplishment' })).toBeTruthy();
});

test('an address that leads nowhere says so', async () => {
  const cairn = printing(await sampleCairn());
  const [row] = await cairn.call('listResumes', {});
  if (row === undefined) throw new AppError('NOT_FOUND', 'the sample has a resume');
  const gone: TestCairn = { ...cairn, dispatch: (name) => cairn.dispatch(name, { id: 'gone' }) };
  await showBuilder({ ...gone, call: cairn.call });
  expect(await screen.findByRole('alert')).toBeTruthy();
});
