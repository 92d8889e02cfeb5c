/** The resume screens over a real record; only the printing is stood in for, by what the model itself says. */
import { configure } from '@testing-library/react';
import { vi } from 'vitest';
import type { WrittenExport } from '../../../shared/api/export.ts';
import { printedFieldsOf } from '../../../shared/domain/paper/printed-fields.ts';
import { compareReadBack } from '../../../shared/domain/paper/read-back.ts';
import { ResumeScreen } from '../../../src-renderer/features/resumes/resume-screen.tsx';
import type { TestCairn } from '../../helpers/cairn.ts';
import { showScreen } from '../roles/show-screen.tsx';

// The sample record is large and every step of these screens goes through a real database.
configure({ asyncUtilTimeout: 8_000 });
vi.setConfig({ testTimeout: 40_000 });

/** Prints every field of the model on a line of its own, but for those left out. */
export function printing(cairn: TestCairn, leftOut: (label: string) => boolean = () => false): TestCairn {
  return {
    ...cairn,
    dispatch: async (name, input) => {
      if (name !== 'writeExport') return cairn.dispatch(name, input);
      const { document } = await cairn.call('getResume', input as { id: string });
      const fields = printedFieldsOf(document);
      const pages = [fields.filter((field) => !leftOut(field.label)).map((field) => field.text)];
      const value: WrittenExport = {
        fileName: 'Resume.pdf',
        bytes: new Uint8Array([1]),
        notices: [],
        proof: { pageCount: 1, readBack: { ...compareReadBack(fields, pages), pages, problems: [] } },
      };
      return { ok: true, value };
    },
  };
}

/** Opens the first resume of the record in the builder. */
export async function showBuilder(cairn: TestCairn): Promise<string> {
  const [first] = await cairn.call('listResumes', {});
  if (first === undefined) throw new Error('the record has a resume');
  showScreen(cairn, ResumeScreen, '/resumes/:id', `/resumes/${first.id}`);
  return first.id;
}
