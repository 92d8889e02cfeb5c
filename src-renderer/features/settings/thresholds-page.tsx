/** Settings, Scales and thresholds: the figures of the match, with what each of them does. */
import { NumberInput, Switch } from '@mantine/core';
import type { Settings } from '../../../shared/api/profile/settings.ts';
import { ErrorBox } from '../../parts/errors/error-box.tsx';
import { useSavedContent } from '../../parts/saving/use-saved-content.ts';
import { SettingRow, SettingsTitle } from './setting-row.tsx';
import { useSettings } from './use-settings.ts';

type Figure = 'theta' | 'readyAt' | 'closeAt';

interface FigureText {
  readonly key: Figure;
  readonly label: string;
  readonly title: string;
  readonly text: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

const figures: readonly FigureText[] = [
  {
    key: 'theta',
    label: 'Proof of a level',
    title: 'Evidence that proves a level adds up to this',
    text: 'A plain accomplishment adds 1, one that a manager or client confirms adds 2. At 2, two plain ones or one confirmed prove a level.',
    min: 0.5,
    max: 10,
    step: 0.25,
  },
  {
    key: 'readyAt',
    label: 'Ready',
    title: 'A match is Ready from here',
    text: 'And every mandatory requirement must be proven; without that no match is Ready.',
    min: 0.1,
    max: 1,
    step: 0.05,
  },
  {
    key: 'closeAt',
    label: 'Nearly ready',
    title: 'A match is Nearly ready from here',
    text: 'A match below this figure is Growing.',
    min: 0.1,
    max: 1,
    step: 0.05,
  },
];

/** Why a figure cannot be taken; null when it can. */
export function refusalOfFigure(key: Figure, value: number, settings: Settings): string | null {
  if (key === 'closeAt' && value > settings.readyAt)
    return `Nearly ready lies below Ready, which is ${settings.readyAt}.`;
  if (key === 'readyAt' && value < settings.closeAt)
    return `Ready lies above Nearly ready, which is ${settings.closeAt}.`;
  return null;
}

export function ThresholdsPage() {
  const { settings, error, change, resetOf } = useSettings();
  return (
    <>
      <SettingsTitle>Scales and thresholds</SettingsTitle>
      {error === null ? null : <ErrorBox error={error} />}
      {settings === undefined
        ? null
        : figures.map((figure) => (
            <SettingRow
              key={figure.key}
              label={figure.label}
              title={figure.title}
              text={figure.text}
              reset={resetOf(figure.key)}
            >
              <FigureField figure={figure} settings={settings} onChange={change} />
            </SettingRow>
          ))}
      <SettingRow
        label="Older evidence"
        title="Older evidence weighs less"
        text="Full weight for two years, then halved every six. Off, an accomplishment of ten years ago counts as one of today."
        reset={resetOf('recency')}
      >
        <Switch
          aria-label="Older evidence weighs less"
          checked={settings?.recency ?? true}
          onChange={(event) => void change({ recency: event.currentTarget.checked })}
        />
      </SettingRow>
    </>
  );
}

interface FigureFieldProps {
  readonly figure: FigureText;
  readonly settings: Settings;
  readonly onChange: (patch: Partial<Settings>) => Promise<boolean>;
}

function FigureField({ figure, settings, onChange }: FigureFieldProps) {
  const saved = settings[figure.key];
  const figureOf = (text: number | string): number | null => {
    const value = Number(text);
    return text !== '' && Number.isFinite(value) && value >= figure.min && value <= figure.max ? value : null;
  };
  const field = useSavedContent<number | string>({
    saved,
    pauseMs: null,
    isSame: (a, b) => Number(a) === Number(b) && (a === '') === (b === ''),
    save: async (text) => {
      const value = figureOf(text);
      // Said below the field already.
      if (value === null || refusalOfFigure(figure.key, value, settings) !== null)
        throw new Error('Not a figure to save.');
      if (!(await onChange({ [figure.key]: value }))) throw new Error('Not saved. Try again.');
    },
  });
  const value = figureOf(field.content);
  const objection =
    value === null ? `A figure from ${figure.min} to ${figure.max}.` : refusalOfFigure(figure.key, value, settings);
  return (
    <NumberInput
      aria-label={figure.label}
      w={112}
      value={field.content}
      min={figure.min}
      max={figure.max}
      step={figure.step}
      decimalScale={2}
      clampBehavior="none"
      error={objection}
      onChange={field.change}
      onBlur={() => void field.leave()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') void field.leave();
      }}
    />
  );
}
