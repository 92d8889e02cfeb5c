/** Where the user is, as the top bar tells it: the screen, then what the screen adds. */
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';

interface Trail {
  readonly crumb: string | null;
  readonly setCrumb: (crumb: string | null) => void;
}

const TrailContext = createContext<Trail>({ crumb: null, setCrumb: () => undefined });

export function TrailProvider({ children }: { readonly children: ReactNode }) {
  const [crumb, setCrumb] = useState<string | null>(null);
  const trail = useMemo(() => ({ crumb, setCrumb }), [crumb]);
  return <TrailContext.Provider value={trail}>{children}</TrailContext.Provider>;
}

/** Says what is open, as the last word of the trail; gone with the screen that says it. */
export function useTrail(crumb: string | null | undefined): void {
  const { setCrumb } = useContext(TrailContext);
  useEffect(() => {
    setCrumb(crumb ?? null);
    return () => setCrumb(null);
  }, [crumb, setCrumb]);
}

/** The last word of the trail, or null. */
export function useCrumb(): string | null {
  return useContext(TrailContext).crumb;
}
