/** The levels of a scale as buttons, each with its number and its word. */
import { UnstyledButton } from '@mantine/core';
import type { Scale } from '../../../shared/api/values.ts';
import { LevelTile } from '../../components/level-tile.tsx';
import classes from './level-choice.module.css';

interface LevelChoiceProps {
  readonly scale: Scale;
  readonly level: number | null;
  readonly label: string;
  readonly onChoose: (level: number) => void;
}

export function LevelChoice({ scale, level, label, onChoose }: LevelChoiceProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw its legend among the buttons
    <div role="group" aria-label={label} className={classes.levels}>
      {scale.levels.map((one) => (
        <UnstyledButton
          key={one.ordinal}
          className={classes.level}
          aria-pressed={one.ordinal === level}
          aria-label={`Level ${one.ordinal}, ${one.label}`}
          onClick={() => onChoose(one.ordinal)}
        >
          <LevelTile level={one.ordinal} of={scale.levels.length} size={18} />
          <span>{one.label}</span>
        </UnstyledButton>
      ))}
    </div>
  );
}
