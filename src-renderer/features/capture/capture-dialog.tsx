/** Quick capture over whatever is open: Enter saves a draft, Escape closes and keeps the text. */

import { Box, Modal } from '@mantine/core';
import { useLayoutEffect, useRef } from 'react';
import { useLocation, useSearch } from 'wouter';
import { actions } from '../../../shared/vocabulary/actions.ts';
import { CaptureText } from '../../parts/capture/capture-text.tsx';
import { CaptureUnderstood } from '../../parts/capture/capture-understood.tsx';
import { focusOn, SaveNote } from '../../parts/capture/save-note.tsx';
import { useCapture } from '../../parts/capture/use-capture.ts';
import { ErrorBox } from '../../parts/errors/error-box.tsx';
import classes from './capture-dialog.module.css';

interface CaptureDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Gives the focus back to where it was when the dialog opened, also when the dialog goes away with its parent. */
function useFocusBack(opened: boolean): void {
  useLayoutEffect(() => {
    if (!opened) return;
    // The dialog takes the focus a moment later.
    const before = document.activeElement;
    return () => {
      setTimeout(() => {
        const isFree = document.activeElement === null || document.activeElement === document.body;
        const isInDialog = document.activeElement?.closest('[role="dialog"]') !== null;
        if ((isFree || isInDialog) && before instanceof HTMLElement && before.isConnected)
          before.focus({ preventScroll: true });
      }, 30);
    };
  }, [opened]);
}

export function CaptureDialog({ opened, onClose }: CaptureDialogProps) {
  useFocusBack(opened);
  return (
    <Modal.Root opened={opened} onClose={onClose} size={660} yOffset="min(112px, 14vh)" padding={0}>
      <Modal.Overlay />
      <Modal.Content className={classes.content} aria-label={actions.capture.label}>
        <Modal.Body className={classes.body}>
          <CaptureForm onClose={onClose} />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

function CaptureForm({ onClose }: { readonly onClose: () => void }) {
  const capture = useCapture();
  const field = useRef<HTMLTextAreaElement | null>(null);
  const saveButton = useRef<HTMLButtonElement | null>(null);
  const focusText = () => field.current?.focus();
  const isEmpty = capture.text.trim() === '';
  const [location, navigate] = useLocation();
  const search = useSearch();
  const save = async () => {
    const id = await capture.save();
    if (id === null) return;
    onClose();
    // Begun beside the list of the record, it is opened there; elsewhere the screen stays.
    if (/^\/record(\/|$)/.test(location)) navigate(`/record/${id}${search === '' ? '' : `?${search}`}`);
  };
  return (
    <>
      <Box pt={18} pb={22} px={20}>
        <CaptureText
          autoFocus
          fieldRef={field}
          value={capture.text}
          onChange={capture.setText}
          spans={capture.reading.spans}
          vocabulary={capture.vocabulary}
          onEnter={() => void save()}
          onTab={() => capture.takeGuess() || focusOn(isEmpty ? null : saveButton.current)}
          placeholder="What did you get done? #tag @position +competency:3"
        />
      </Box>
      <Box px={18} pb="sm">
        <CaptureUnderstood capture={capture} focusText={focusText} />
        {capture.error === null ? null : (
          <Box pt="sm" pb={12}>
            <ErrorBox error={capture.error} retry={() => void save()} />
          </Box>
        )}
      </Box>
      <div className={classes.foot}>
        <span className={classes.note}>Saves as a draft. The rest can wait.</span>
        <span className={classes.note}>
          <kbd className="cn-key">Esc</kbd> close, keeps the text
        </span>
        <SaveNote
          buttonRef={saveButton}
          disabled={isEmpty}
          isSaving={capture.isSaving}
          focusText={focusText}
          onSave={() => void save()}
        />
      </div>
    </>
  );
}
