/** Settings, Appearance: light or dark, and how large. */
import { Select } from '@mantine/core';
import { ErrorBox } from '../../parts/errors/error-box.tsx';
import { ChoiceRow, SettingRow, SettingsTitle } from './setting-row.tsx';
import { useSettings } from './use-settings.ts';

const zooms = [0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2];
const percent = (zoom: number): string => `${Math.round(zoom * 100)}\u00a0%`;

export function AppearancePage() {
  const { settings, error, change, resetOf } = useSettings();
  const zoom = settings?.zoom ?? 1;
  const offered = zooms.includes(zoom) ? zooms : [...zooms, zoom].toSorted((a, b) => a - b);
  return (
    <>
      <SettingsTitle>Appearance</SettingsTitle>
      {error === null ? null : <ErrorBox error={error} />}
      <ChoiceRow
        label="Colour scheme"
        title="Light, dark, or as the system is"
        text="Printed paper is white in both."
        value={settings?.colorScheme ?? 'system'}
        choices={{ light: 'Light', dark: 'Dark', system: 'System' }}
        onChange={(colorScheme) => change({ colorScheme })}
        reset={resetOf('colorScheme')}
      />
      <SettingRow label="Zoom" title="How large everything is drawn" reset={resetOf('zoom')}>
        <Select
          aria-label="Zoom"
          w={104}
          value={String(zoom)}
          data={offered.map((value) => ({ value: String(value), label: percent(value) }))}
          onChange={(value) => {
            if (value !== null) void change({ zoom: Number(value) });
          }}
        />
      </SettingRow>
    </>
  );
}
