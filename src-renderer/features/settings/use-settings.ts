/** The settings and the way to change one; a change takes effect at once. */
import type { Settings } from '../../../shared/api/profile/settings.ts';
import { useAnswer, useCommand } from '../../api.ts';
import { useSavedContent } from '../../parts/saving/use-saved-content.ts';

type Patch = Partial<Settings>;

const nothing: Patch = {};
const isSamePatch = (a: Patch, b: Patch): boolean => JSON.stringify(a) === JSON.stringify(b);

export function useSettings() {
  const answer = useAnswer('getSettings', {});
  const defaults = useAnswer('getDefaultSettings', {}).data;
  const command = useCommand('changeSettings');
  // What was chosen is shown at once; what main refuses is taken back.
  const chosen = useSavedContent<Patch>({
    saved: nothing,
    save: (patch) => command.mutateAsync({ patch }),
    isSame: isSamePatch,
    pauseMs: null,
    onRefusal: 'revert',
  });
  const settings = answer.data === undefined ? undefined : { ...answer.data, ...chosen.content };
  /** Answers whether it is stored. */
  const change = (patch: Patch): Promise<boolean> => {
    chosen.change({ ...chosen.latest(), ...patch });
    return chosen.leave();
  };
  /** A reset for one setting, left out while it is as Cairn came. */
  const resetOf = <Key extends keyof Settings>(key: Key): (() => void) | undefined =>
    settings === undefined || defaults === undefined || settings[key] === defaults[key]
      ? undefined
      : () => void change({ [key]: defaults[key] });
  return { settings, error: answer.error ?? command.error, change, resetOf };
}
