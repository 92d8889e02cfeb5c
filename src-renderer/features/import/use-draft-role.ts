/** The role of a draft while it is reviewed: changed on the screen at once, saved in order, whole. */
import { useCallback, useRef, useState } from 'react';
import type { RoleContent } from '../../../shared/api/role-content.ts';
import { call } from '../../api.ts';

interface DraftRole {
  readonly role: RoleContent;
  /** Changes what is there now, not what was there when the caller was drawn. Settles once saved; throws what main refuses. */
  readonly change: (make: (role: RoleContent) => RoleContent) => Promise<void>;
  /** Settles when everything changed so far is saved. */
  readonly settled: () => Promise<void>;
  /** What main refused last, until a later change is saved. */
  readonly error: unknown;
}

export function useDraftRole(id: string, initial: RoleContent): DraftRole {
  const [role, setRole] = useState(initial);
  const [error, setError] = useState<unknown>(null);
  const latest = useRef(initial);
  const chain = useRef<Promise<void>>(Promise.resolve());

  const change = useCallback(
    (make: (role: RoleContent) => RoleContent): Promise<void> => {
      latest.current = make(latest.current);
      setRole(latest.current);
      const save = async () => {
        try {
          // The newest state is sent, also when it is this save's turn only later.
          await call('changeImportDraft', { id, role: latest.current });
          setError(null);
        } catch (refusal) {
          setError(refusal);
          throw refusal;
        }
      };
      const saving = chain.current.then(save);
      chain.current = saving.catch(() => undefined);
      return saving;
    },
    [id],
  );
  const settled = useCallback(() => chain.current, []);
  return { role, change, settled, error };
}
