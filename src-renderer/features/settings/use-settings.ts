/** The settings and the way to change one; a change takes effect at once. */
import type { Settings } from '../../../shared/api/app.ts';
import { useAnswer, useCommand } from '../../api.ts';

/** What Cairn comes with, for the reset of each. */
export const defaults: Settings = {
  colorScheme: 'system',
  paper: 'a4',
  recency: true,
  theta: 2,
  readyAt: 0.8,
  closeAt: 0.6,
  singleKeys: true,
  zoom: 1,
};

export function useSettings() {
  const answer = useAnswer('getSettings', {});
  const command = useCommand('changeSettings');
  const settings = answer.data;
  const change = (patch: Partial<Settings>) => command.mutate({ patch });
  /** A reset for one setting, left out while it is as Cairn came. */
  const resetOf = <Key extends keyof Settings>(key: Key): (() => void) | undefined =>
    settings === undefined || settings[key] === defaults[key] ? undefined : () => change({ [key]: defaults[key] });
  return { settings, error: answer.error ?? command.error, change, resetOf };
}
