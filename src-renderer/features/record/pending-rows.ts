/** Rows of a section that were begun and not written yet: they carry their id from the start, so that saving moves nothing. */
import { useEffect, useState } from 'react';

interface Row {
  readonly id?: string | undefined;
}

/** The saved rows and those begun; `begin` adds an empty one, `drop` forgets one that was left empty. */
export function usePendingRows<Saved extends Row>(saved: readonly Saved[], blank: (id: string) => Saved) {
  const [pending, setPending] = useState<readonly string[]>([]);
  useEffect(() => {
    const known = new Set(saved.map((row) => row.id));
    setPending((now) => (now.some((id) => known.has(id)) ? now.filter((id) => !known.has(id)) : now));
  }, [saved]);
  const rows = [
    ...saved.map((row) => ({ row, id: row.id ?? '', isNew: false })),
    ...pending.filter((id) => !saved.some((row) => row.id === id)).map((id) => ({ row: blank(id), id, isNew: true })),
  ];
  return {
    rows,
    begin: () => setPending((now) => [...now, crypto.randomUUID()]),
    drop: (id: string) => setPending((now) => now.filter((pendingId) => pendingId !== id)),
  };
}
