/** A role as a file: on paper, as a pack for others, its own edits as a suggestion. */
import type { SavedExport } from '../../../shared/api/export.ts';
import type { RoleSpec } from '../../../shared/api/role.ts';
import { call, useCommand } from '../../api.ts';

export interface RoleFiles {
  readonly savePdf: () => void;
  readonly savePack: () => void;
  readonly isSaving: boolean;
  readonly error: unknown;
  /** The file written last; null before, and when the dialog was closed. */
  readonly saved: SavedExport | null;
  /** Forgets it. */
  readonly close: () => void;
}

export function useRoleFiles(role: Pick<RoleSpec, 'id' | 'title'>): RoleFiles {
  const save = useCommand('saveExport');
  return {
    savePdf: () => save.mutate({ kind: 'role', format: 'pdf', id: role.id }),
    savePack: () => {
      // whoever reads the pack is told whose it is
      void call('getBackground', {})
        .then(({ profile }) => profile.name.trim())
        .catch(() => '')
        .then((author) =>
          save.mutate({ kind: 'roles', format: 'role-pack', ids: [role.id], name: role.title, author }),
        );
    },
    isSaving: save.isPending,
    error: save.error,
    saved: save.data ?? null,
    close: save.reset,
  };
}
