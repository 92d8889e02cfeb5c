/** Quick capture as a field on a page, as on Home: it opens as one types, and saves a draft with Enter. */

import { Box } from '@mantine/core';
import { useRef } from 'react';
import { ErrorBox } from '../errors/error-box.tsx';
import classes from './capture-field.module.css';
import { CaptureText } from './capture-text.tsx';
import { CaptureUnderstood } from './capture-understood.tsx';
import { focusOn, SaveNote } from './save-note.tsx';
import { useCapture } from './use-capture.ts';

interface CaptureFieldProps {
  /** Told the id of the draft that was saved. */
  readonly onSaved?: (id: string) => void;
  readonly placeholder?: string;
}

export function CaptureField({ onSaved, placeholder = 'What did you get done?' }: CaptureFieldProps) {
  const capture = useCapture();
  const field = useRef<HTMLTextAreaElement | null>(null);
  const saveButton = useRef<HTMLButtonElement | null>(null);
  const focusText = () => field.current?.focus();
  const isEmpty = capture.text.trim() === '';
  const save = async () => {
    const id = await capture.save();
    field.current?.focus();
    if (id !== null) onSaved?.(id);
  };
  return (
    <div className={classes.box}>
      <Box py={10} px={12}>
        <CaptureText
          fieldRef={field}
          value={capture.text}
          onChange={capture.setText}
          spans={capture.reading.spans}
          vocabulary={capture.vocabulary}
          onEnter={() => void save()}
          onTab={() => capture.takeGuess() || focusOn(saveButton.current)}
          placeholder={placeholder}
        />
      </Box>
      {isEmpty ? null : (
        <>
          <CaptureUnderstood capture={capture} focusText={focusText} />
          {capture.error === null ? null : <ErrorBox error={capture.error} retry={() => void save()} />}
          <div className={classes.foot}>
            <Box component="span" className="cn-small cn-quiet" me="auto">
              Saves as a draft. The rest can wait.
            </Box>
            <SaveNote
              buttonRef={saveButton}
              isSaving={capture.isSaving}
              focusText={focusText}
              onSave={() => void save()}
            />
          </div>
        </>
      )}
    </div>
  );
}
