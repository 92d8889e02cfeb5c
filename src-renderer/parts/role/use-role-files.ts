/** A role as a file: on paper, as a pack for others, its own edits as a suggestion. */
import type { RoleSpec } from '../../../shared/api/role.ts';
import { call, useAnswer, useCommand } from '../../api.ts';

export interface RoleFiles {
  readonly savePdf: () => void;
  readonly savePack: () => void;
  readonly isSaving: boolean;
  readonly error: unknown;
  /** The file written last; null before, and when the dialog was closed. */
  readonly saved: string | null;
}

export function useRoleFiles(role: Pick<RoleSpec, 'id' | 'title'>): RoleFiles {
  const settings = useAnswer('getSettings', {});
  const pdf = useCommand('saveRolePdf');
  const pack = useCommand('saveRolePack');
  return {
    savePdf: () => {
      pack.reset();
      pdf.mutate({ roleId: role.id, paper: settings.data?.paper ?? 'a4' });
    },
    savePack: () => {
      pdf.reset();
      // whoever reads the pack is told whose it is
      void call('getBackground', {})
        .then(({ profile }) => profile.name.trim())
        .catch(() => '')
        .then((author) => pack.mutate({ roleIds: [role.id], name: role.title, author }));
    },
    isSaving: pdf.isPending || pack.isPending,
    error: pdf.error ?? pack.error,
    saved: pdf.data?.fileName ?? pack.data?.fileName ?? null,
  };
}
