/** The levels of a scale as buttons, each with its number and its word. */
import { Flex, UnstyledButton } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { Scale } from '../../../../../shared/api/values.ts';
import { LevelTile } from '../../../../ui/figures/level-tile.tsx';
import classes from './level-choice.module.css';

interface LevelChoiceProps {
  readonly scale: Scale;
  readonly level: number | null;
  readonly label: string;
  readonly onChoose: (level: number) => void;
  /** Takes the focus when it appears. */
  readonly autoFocus?: boolean;
}

export function LevelChoice({ scale, level, label, onChoose, autoFocus = false }: LevelChoiceProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (autoFocus) box.current?.querySelector('button')?.focus();
  }, [autoFocus]);
  return (
    <Flex ref={box} role="group" aria-label={label} wrap="wrap" gap={6}>
      {scale.levels.map((choice) => (
        <UnstyledButton
          key={choice.ordinal}
          className={classes.level}
          aria-pressed={choice.ordinal === level}
          onClick={() => onChoose(choice.ordinal)}
        >
          <LevelTile level={choice.ordinal} of={scale.levels.length} size={18} />
          <span>{choice.label}</span>
        </UnstyledButton>
      ))}
    </Flex>
  );
}
