/** A field of the editor for a figure that saves itself. */
import { NumberInput } from '@mantine/core';
import { useSavedContent } from '../saving/use-saved-content.ts';
import classes from './role-editor.module.css';

interface EditFigureProps {
  readonly label: string;
  readonly value: number | null;
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  readonly onSave: (value: number | null) => void;
}

/** The figure that was typed so far, such as 1 for `1.`; null for none. */
function figureOf(typed: number | string): number | null {
  const figure = typed === '' ? Number.NaN : Number(typed);
  return Number.isFinite(figure) ? figure : null;
}

/** A figure, or none. */
export function EditFigure({ label, value, min, max, step = 1, onSave }: EditFigureProps) {
  const { content, change, flush, leave } = useSavedContent<number | string>({
    saved: value ?? '',
    pauseMs: null,
    isSame: (a, b) => figureOf(a) === figureOf(b),
    save: (typed) => onSave(figureOf(typed)),
  });
  return (
    <NumberInput
      className={classes.field}
      label={label}
      value={content}
      min={min}
      max={max}
      step={step}
      clampBehavior="strict"
      hideControls
      onChange={(next) => {
        change(next);
        void flush();
      }}
      onBlur={() => void leave()}
    />
  );
}
