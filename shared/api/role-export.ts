/** Role specs and ladders on paper and as files. */
import * as z from 'zod';
import { command, query } from './endpoint.ts';
import { packEndpoints } from './pack.ts';
import { Paper, type PrintedDocument } from './resume.ts';
import { roleEndpoints } from './role.ts';
import { Id } from './values.ts';

const RolePaper = z.object({ roleId: Id, paper: Paper });
/** A ladder by its own id, or by the id of one of its roles. */
const TrackPaper = z.object({ ladderId: Id, paper: Paper });

/** What was saved; null when the dialog was cancelled. */
type Saved = { readonly fileName: string } | null;

export const roleExportEndpoints = {
  printRole: query<PrintedDocument>()({ input: RolePaper, reads: ['roles'] }),
  printTrack: query<PrintedDocument>()({
    input: TrackPaper,
    reads: ['roles', 'record', 'accomplishments', 'competencies', 'settings'],
  }),
  saveRolePdf: command<Saved>()({ input: RolePaper, changes: [], isAct: true, writes: false, undo: false }),
  saveTrackPdf: command<Saved>()({ input: TrackPaper, changes: [], isAct: true, writes: false, undo: false }),
  saveMatrixCsv: command<Saved>()({
    input: z.object({ id: Id }),
    changes: [],
    isAct: true,
    writes: false,
    undo: false,
  }),
  saveRolePack: command<Saved>()({
    input: packEndpoints.writeRolePack.input,
    changes: [],
    isAct: true,
    writes: false,
    undo: false,
  }),
  saveRolePatch: command<Saved>()({
    input: roleEndpoints.writeRolePatch.input,
    changes: [],
    isAct: true,
    writes: false,
    undo: false,
  }),
};
