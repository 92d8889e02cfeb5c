/** Undo and redo, step by step. */
import * as z from 'zod';
import { command, query } from '../endpoint.ts';
import { Id } from '../values.ts';

export interface UndoState {
  /** Label of the step that undo would take back. */
  readonly undo: string | null;
  readonly redo: string | null;
  /** Id of the step that undo would take back, so that a toast can tell whether it is still the last. */
  readonly undoId: string | null;
}

export const undoEndpoints = {
  getUndoState: query<UndoState>()({ input: z.object({}), reads: ['undo'] }),
  /** Takes the last step back; with `stepId`, only if that step is still the last. Answers its label. */
  undo: command<{ label: string }>()({
    input: z.object({ stepId: Id.optional() }),
    changes: ['settings', 'record', 'accomplishments', 'competencies', 'roles', 'pins', 'resumes', 'imports', 'app'],
    isAct: true,
    undo: false,
  }),
  redo: command<{ label: string }>()({
    input: z.object({}),
    changes: ['settings', 'record', 'accomplishments', 'competencies', 'roles', 'pins', 'resumes', 'imports', 'app'],
    isAct: true,
    undo: false,
  }),
};
