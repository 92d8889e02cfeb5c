/** Settings, Keyboard: keys without Ctrl, and the list of all of them. */
import { Button, Switch } from '@mantine/core';
import { useRunAction } from '../../offered-actions.ts';
import { ErrorBox } from '../../parts/errors/error-box.tsx';
import { SettingRow, SettingsTitle } from './setting-row.tsx';
import { useSettings } from './use-settings.ts';

export function KeyboardPage() {
  const { settings, error, change, resetOf } = useSettings();
  const runAction = useRunAction();
  return (
    <>
      <SettingsTitle>Keyboard</SettingsTitle>
      {error === null ? null : <ErrorBox error={error} />}
      <SettingRow
        label="Single keys"
        title="Let a key do something without Ctrl or Alt"
        text="Such as / for the filter and ? for the list of keys. They are never active while you type in a field. Switch them off when you speak to the computer."
        reset={resetOf('singleKeys')}
      >
        <Switch
          aria-label="Single keys"
          checked={settings?.singleKeys ?? true}
          onChange={(event) => void change({ singleKeys: event.currentTarget.checked })}
        />
      </SettingRow>
      <SettingRow label="All shortcuts" title="Every action that has keys, by screen">
        <Button onClick={() => runAction('shortcuts')}>Show the keys</Button>
      </SettingRow>
    </>
  );
}
