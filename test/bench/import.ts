/** Reading a role document of 100 KB into a draft, as a dropped file is read. */
import { withCairn } from './cairn.ts';
import { type Bench, figure, median, ms, p95, time } from './measure.ts';
import { roleDocument } from './role-document.ts';

const rounds = 15;

export const importing: Bench = {
  name: 'import',
  about: 'readImport of a 100 KB role document through dispatch; the first also starts the reader',
  needsElectron: false,
  run: () =>
    withCairn(10_000, async ({ call }) => {
      const documents = Array.from({ length: rounds + 1 }, (_, seed) => roleDocument(seed + 1));
      const samples: number[] = [];
      for (const bytes of documents)
        samples.push(await time(() => call('readImport', { files: [{ name: 'role.json', bytes }] })));
      const [first = 0, ...rest] = samples;
      const [draft] = await call('listImportDrafts', {});
      const { counts } = await call('getImportDraft', { id: draft?.id ?? '' });
      const read = `${counts.responsibilities} responsibilities, ${counts.skills} skills, ${counts.kpis} KPIs, ${counts.tools} tools`;
      const size = Math.round((documents[0]?.byteLength ?? 0) / 1_000);
      return [
        figure(
          'import of a 100 KB role document, first',
          first,
          'ms',
          null,
          `with the start of the reader’s thread from source`,
        ),
        figure(
          'import of a 100 KB role document',
          median(rest),
          'ms',
          150,
          `p95 ${ms(p95(rest))}; ${size} KB: ${read}`,
        ),
      ];
    }),
};
