/** Settings that change the window itself: the colour scheme. */
import { useMantineColorScheme } from '@mantine/core';
import { useEffect } from 'react';
import type { Settings } from '../../../shared/api/profile/settings.ts';

/** Draws the window in the scheme of the settings. Until they are read it follows main, which follows them too. */
export function useAppliedSettings(settings: Settings | undefined): void {
  const { setColorScheme } = useMantineColorScheme();
  const scheme = settings?.colorScheme;
  useEffect(() => {
    if (scheme !== undefined) setColorScheme(scheme === 'system' ? 'auto' : scheme);
  }, [scheme, setColorScheme]);
}
