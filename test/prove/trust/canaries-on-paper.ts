/** What the real window exports to files, PDFs with all that they carry, and what it leaves behind beside the record. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Confidentiality } from '../../../shared/api/values.ts';
import { textOfPdf } from '../../helpers/pdf-text.ts';
import { answerSaveDialog } from '../../helpers/window.ts';
import type { Proof } from '../proof.ts';
import { proofFolder } from './cairn.ts';
import { type Export, searchExports, writtenExports } from './canaries.ts';
import { canaries, type Kind } from './canary-words.ts';
import { startTally } from './tally.ts';
import { openFilled, routesOf, visit } from './walk.ts';

export const canariesOnPaper: Proof = {
  name: 'canaries-on-paper',
  promise:
    'No PDF holds a word above its clearance in its text, its streams, its links or its properties; nothing of the record is in the log or in the window’s own files.',
  unavailable: () => null,
  needsWindow: true,
  isFullOnly: true,
  async run(_size, say) {
    const tally = startTally();
    const folder = proofFolder();
    const out = proofFolder();
    const { say: word, words } = canaries();
    const { app, page, call, quit, filled } = await openFilled(folder, word);
    const found: Export[] = [];
    const save = async (name: string, kind: Kind, act: () => Promise<unknown>) => {
      const path = join(out, name);
      await answerSaveDialog(app, path);
      await act();
      const bytes = readFileSync(path);
      const text = name.endsWith('.pdf') ? await textOfPdf(path) : '';
      found.push({ name, kind, bytes: Buffer.concat([bytes, Buffer.from(`\n${text}`)]) });
      if (text !== '') found.push({ name: `text of ${name}`, kind, bytes: Buffer.from(text) });
      say(`${name} written`);
    };
    const { resume: id, role: roleId } = filled;
    for (const clearance of Confidentiality.options) {
      await call('changeResume', { id, patch: { clearance } });
      const kind = { of: 'resume', clearance } as const;
      await save(`resume-${clearance}.pdf`, kind, () => call('saveExport', { kind: 'resume', format: 'pdf', id }));
      await save(`resume-${clearance}.json`, kind, () =>
        call('saveExport', { kind: 'resume', format: 'json-resume', id }),
      );
    }
    await save('match.pdf', { of: 'match' }, () => call('saveExport', { kind: 'match', format: 'pdf', id: roleId }));
    await save('role.pdf', { of: 'role' }, () => call('saveExport', { kind: 'role', format: 'pdf', id: roleId }));
    await save('track.pdf', { of: 'track' }, () => call('saveExport', { kind: 'ladder', format: 'pdf', id: roleId }));
    await save('matrix.csv', { of: 'pack' }, () => call('saveExport', { kind: 'ladder', format: 'csv', id: roleId }));
    found.push(...(await writtenExports(call, filled, word)));
    for (const route of routesOf(filled)) await visit(page, route);
    await quit();
    searchExports(found, words, tally);
    const left = [...filesIn(join(folder, '.window')), ...filesIn(folder).filter((file) => file.endsWith('.log'))];
    const bytes = left.map((file) => readFileSync(file));
    searchExports(
      [{ name: 'the window’s own files', kind: { of: 'log' }, bytes: Buffer.concat(bytes) }],
      words,
      tally,
      false,
    );
    tally.control('files of the window that were searched', left.length);
    return tally.outcome();
  },
};

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile());
}
