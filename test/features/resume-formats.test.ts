/** One resume in every format it has: the same things, in the same order, in the same words. */
import { expect, test } from 'vitest';
import type { PrintableDocument, ResumeDocument } from '../../shared/api/document.ts';
import { FileExport } from '../../shared/api/export.ts';
import type { Input, Output } from '../../shared/api/index.ts';
import type { BackgroundItem } from '../../shared/api/record.ts';
import { printedFieldsOf } from '../../shared/domain/paper/printed-fields.ts';
import { JsonResume } from '../../src-main/export/json-resume-schema.ts';
import { freshCairn, type TestCairn } from '../helpers/cairn.ts';
import { emptyPdf } from '../helpers/exported.ts';

type ResumeFormat = Extract<FileExport, { kind: 'resume' }>['format'];

/** Words that stand in the record once, so that their order in a file is the order of the things. */
const words = {
  position: ['Keeper', 'Warden', 'Pilot'],
  bullet: ['Lamps-lit', 'Oil-saved', 'Fog-heard'],
  project: ['Beacon', 'Foghorn'],
  education: ['Strathmere', 'Aldermoor'],
  certificate: ['Firstaid', 'Radio'],
  language: ['Welsh', 'Breton'],
};

const add = async (cairn: TestCairn, kind: string, values: Record<string, string | boolean | null>) =>
  (await cairn.call('addBackgroundItem', { item: { kind, values } as BackgroundItem })).id;

/** A record with two and more of everything, and a resume in which all of it is in the opposite order. */
async function reordered(cairn: TestCairn): Promise<string> {
  const dates = { startedOn: '2020-01', endedOn: '2021-02' };
  const employers = [];
  for (const name of ['North', 'South', 'West'])
    employers.push(await add(cairn, 'employer', { name, place: '', website: '', description: '' }));
  const ids: Record<keyof typeof words, string[]> = {
    position: [],
    bullet: [],
    project: [],
    education: [],
    certificate: [],
    language: [],
  };
  for (const [place, title] of words.position.entries())
    ids.position.push(
      await add(cairn, 'position', {
        ...dates,
        title,
        isCurrent: false,
        employerId: employers[place] ?? '',
        summary: '',
      }),
    );
  for (const text of words.bullet) {
    const { id } = await cairn.call('logAccomplishment', { text });
    await cairn.call('changeAccomplishment', { id, patch: { status: 'ready', positionId: ids.position[0] ?? null } });
    ids.bullet.push(id);
  }
  for (const name of words.project)
    ids.project.push(await add(cairn, 'project', { ...dates, name, positionId: null, website: '', description: '' }));
  for (const institution of words.education)
    ids.education.push(await add(cairn, 'education', { ...dates, institution, degree: '', area: '', note: '' }));
  for (const name of words.certificate)
    ids.certificate.push(await add(cairn, 'certificate', { name, issuer: '', issuedOn: null, website: '' }));
  for (const name of words.language) ids.language.push(await add(cairn, 'language', { name, fluency: '' }));
  const { id } = await cairn.call('createResume', { name: 'All of it', roleId: null });
  const shown = await orderOf(cairn, id, 'pdf');
  for (const [kind, refIds] of Object.entries(ids)) {
    const names = words[kind as keyof typeof words];
    const present = refIds.toSorted(
      (a, b) => shown.indexOf(names[refIds.indexOf(b)] ?? '') - shown.indexOf(names[refIds.indexOf(a)] ?? ''),
    );
    const itemKind = (kind === 'bullet' ? 'accomplishment' : kind) as Input<'orderResumeItems'>['kind'];
    await cairn.call('orderResumeItems', { id, kind: itemKind, refIds: present });
  }
  return id;
}

const lastPrinted: { document: PrintableDocument | null } = { document: null };
const printing = () =>
  freshCairn({
    print: async (document) => {
      lastPrinted.document = document;
      return emptyPdf;
    },
  });

/** How each format is read: its texts in their order. A format that is added is added here. */
const readers: Readonly<Record<ResumeFormat, (file: Output<'writeExport'>) => readonly string[]>> = {
  pdf: () => printedFieldsOf(lastPrinted.document as ResumeDocument).map((field) => field.text),
  'json-resume': ({ bytes }) => textsIn(JsonResume.parse(JSON.parse(new TextDecoder().decode(bytes)))),
};
const formats = FileExport.options
  .filter((option) => option.shape.kind.value === 'resume')
  .flatMap((option) => option.shape.format.options as readonly ResumeFormat[]);

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** The known words of a file in its order, kind by kind: formats may name their sections in an order of their own. */
async function orderOf(cairn: TestCairn, id: string, format: ResumeFormat): Promise<readonly string[]> {
  const text = readers[format](await cairn.call('writeExport', { kind: 'resume', format, id })).join('\n');
  return Object.values(words).flatMap((names) =>
    names.filter((name) => text.includes(name)).toSorted((a, b) => text.indexOf(a) - text.indexOf(b)),
  );
}

test('every format says the same things in the order of the resume', async () => {
  const cairn = await printing();
  const id = await reordered(cairn);
  const onPaper = await orderOf(cairn, id, 'pdf');
  expect(onPaper).toHaveLength(Object.values(words).flat().length);
  const recordOrder = await cairn.call('createResume', { name: 'As the record has it', roleId: null });
  expect(await orderOf(cairn, recordOrder.id, 'pdf')).not.toEqual(onPaper);
  for (const format of formats) expect(await orderOf(cairn, id, format), format).toEqual(onPaper);
});

test('what is hidden or worded otherwise is so in every format', async () => {
  const cairn = await printing();
  const id = await reordered(cairn);
  const { certificates, positions, education } = await cairn.call('getBackground', {});
  const [certificate] = certificates;
  const [position] = positions;
  const [school] = education;
  await cairn.call('chooseResumeItem', { id, kind: 'position', refId: position?.id ?? '', isHidden: true });
  await cairn.call('chooseResumeItem', { id, kind: 'education', refId: school?.id ?? '', isHidden: true });
  const choice = { id, kind: 'certificate', refId: certificate?.id ?? '' } as const;
  await cairn.call('chooseResumeItem', { ...choice, override: 'Sea rescue, renewed' });
  for (const format of formats) {
    const text = readers[format](await cairn.call('writeExport', { kind: 'resume', format, id })).join('\n');
    expect(text, format).toContain('Sea rescue, renewed');
    expect(text, format).not.toContain(certificate?.name);
    expect(text, format).not.toContain(position?.title);
    expect(text, format).not.toContain(school?.institution);
  }
});

test.each([
  ['Bo Lind <bo@lind.example>', '@bo@example.social', 'lind.example/my page'],
  ['bo lind@lind.example', 'my site.example', 'bo@example.social'],
  ['none', 'https://', 'https://bücher.example/ä'],
])(
  'e-mail %j, link %j and website %j: valid in JSON Resume, or said, and lost nowhere',
  async (email, url, website) => {
    const cairn = await printing();
    await cairn.call('changeProfile', {
      patch: { name: 'Bo Lind', email, website, links: [{ label: 'Social', url }] },
    });
    const { id } = await cairn.call('createResume', { name: 'Lamps', roleId: null });
    const { notices } = await cairn.call('getResume', { id });
    for (const input of [
      { kind: 'record', format: 'json-resume' },
      { kind: 'resume', format: 'json-resume', id },
    ] as const) {
      const file = await cairn.call('writeExport', input);
      expect(file.notices).toEqual(notices);
      const { basics } = JsonResume.parse(JSON.parse(new TextDecoder().decode(file.bytes)));
      for (const [valid, typed] of [
        [basics?.email, email],
        [basics?.url, website],
        [basics?.profiles?.[0]?.url, url],
      ]) {
        if (valid === undefined) expect(notices.join(' ')).toContain(`“${typed}”`);
      }
      const typed = [email, website, url].filter((text) => !notices.some((notice) => notice.includes(`“${text}”`)));
      expect(notices).toHaveLength(3 - typed.length);
      expect(textsIn(basics)).toEqual(
        expect.arrayContaining([email, website, url].filter((text) => !typed.includes(text))),
      );
    }
  },
);

test('a record without a name says so in the builder and with every paper that would bear it', async () => {
  const cairn = await printing();
  await cairn.call('changeProfile', { patch: { name: ' ' } });
  const { id } = await cairn.call('createResume', { name: 'Lamps', roleId: null });
  const [role] = await cairn.call('listRoles', {});
  const nameless = expect.stringContaining('no name');
  expect((await cairn.call('getResume', { id })).notices).toEqual([nameless]);
  for (const input of [
    { kind: 'resume', format: 'pdf', id },
    { kind: 'resume', format: 'json-resume', id },
    { kind: 'record', format: 'json-resume' },
    { kind: 'match', format: 'pdf', id: role?.id ?? '' },
    { kind: 'ladder', format: 'pdf', id: role?.id ?? '' },
  ] as const)
    expect((await cairn.call('writeExport', input)).notices, input.kind).toEqual([nameless]);
  await cairn.call('changeProfile', { patch: { name: 'Ada' } });
  expect((await cairn.call('getResume', { id })).notices).toEqual([]);
});
