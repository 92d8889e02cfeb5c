/** A field for a figure, which asks once where only its writer knows what a dot or a comma means. */
import { Button, Group } from '@mantine/core';
import { useRef } from 'react';
import type { TrackSave } from './edit-in-place.tsx';
import { AmbiguousFigure, figureInputText, readNumber } from './number-text.ts';
import { SavedField } from './saved-field.tsx';

interface FigureFieldProps {
  readonly label: string;
  readonly value: number | null;
  readonly placeholder: string;
  readonly keepKey: string;
  readonly track: TrackSave;
  readonly onSave: (value: number | null) => Promise<unknown>;
}

export function FigureField({ value, onSave, ...field }: FigureFieldProps) {
  const chosen = useRef<{ readonly text: string; readonly value: number } | null>(null);
  return (
    <SavedField
      {...field}
      width={84}
      inputMode="decimal"
      value={value === null ? '' : figureInputText(value)}
      onSave={async (text) => onSave(chosen.current?.text === text ? chosen.current.value : readNumber(text))}
      offer={(error, text, saveAgain) =>
        error instanceof AmbiguousFigure ? (
          <Group component="span" gap={4} mt={4}>
            {error.choices.map((choice) => (
              <Button
                key={choice}
                size="compact-xs"
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => {
                  chosen.current = { text, value: choice };
                  saveAgain();
                }}
              >
                {figureInputText(choice)}
              </Button>
            ))}
          </Group>
        ) : null
      }
    />
  );
}
