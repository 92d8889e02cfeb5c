/** Where files from elsewhere come in: drop, choose or paste; what was read waits here for its review. */
import { Box, Button, Group, Textarea } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { call } from '../../../api.ts';
import { keysText } from '../../../offered-actions.ts';
import { readFiles } from '../../../parts/drop-zone/read-files.ts';
import { ErrorBox } from '../../../parts/errors/error-box.tsx';
import { Page } from '../../../ui/pane.tsx';
import { FormatsRead } from './formats-read.tsx';
import classes from './import-screen.module.css';
import { ReadingProgress } from './reading-progress.tsx';
import { useReading } from './use-reading.ts';
import { WaitingDrafts } from './waiting-drafts.tsx';

/** Text that is being written somewhere is pasted there. */
const isWriting = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, textarea, [contenteditable="true"]') !== null;

export function ImportScreen() {
  const [, navigate] = useLocation();
  const [text, setText] = useState('');
  const [readText, setReadText] = useState<string | null>(null);
  const readButton = useRef<HTMLButtonElement>(null);
  const { reading, isBusy, error, note, read, cancel, forget } = useReading((ids) => {
    if (readText !== null) setText('');
    // Several drafts wait in the list below; one is opened at once.
    if (ids.length === 1) navigate(`/import/${ids[0]}`);
  });

  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      if (isWriting(event.target)) return;
      const files = [...(event.clipboardData?.files ?? [])];
      const pasted = event.clipboardData?.getData('text/plain') ?? '';
      // Cells copied from a spreadsheet come as text and as a picture of themselves: the text is what is meant.
      if (files.length > 0 && pasted === '') {
        event.preventDefault();
        setReadText(null);
        read('Reading what was pasted', true, (setLabel) => readFiles(files, setLabel));
      } else if (pasted !== '') {
        event.preventDefault();
        forget();
        setText(pasted);
        requestAnimationFrame(() => readButton.current?.focus());
      }
    };
    window.addEventListener('paste', onPaste);
    return () => window.removeEventListener('paste', onPaste);
  }, [read, forget]);

  const choose = () => {
    setReadText(null);
    read('Waiting for the file you choose, then reading it', false, () => call('pickImport', {}));
  };
  const readPasted = () => {
    setReadText(text);
    read('Reading the pasted text', true, () => call('readPastedImport', { text }));
  };
  const characters = new Intl.NumberFormat('en').format(text.length);

  return (
    <div className="cn-screen">
      <Page>
        <h1>Import</h1>
        <Box component="p" className="cn-quiet" maw={672} mt="xs" mb={20}>
          A file becomes a draft, shown beside its source. You review it; nothing is added before you say so, and
          nothing leaves this computer.
        </Box>
        {error !== null && (
          <Box mb="md">
            <ErrorBox error={error} action={<Button onClick={forget}>Close</Button>} />
          </Box>
        )}
        {reading !== null && (
          <Box mb="md">
            <ReadingProgress reading={reading} onCancel={cancel} />
          </Box>
        )}
        {note !== null && (
          <p className={classes.note} role="status">
            {note}
          </p>
        )}
        <div className={classes.ways}>
          <section className={classes.drop} aria-label="A file">
            <IconFileImport size={18} stroke={1.6} aria-hidden className="cn-quiet" />
            <Box flex="1 1 16rem">
              <div className="cn-strong">Drop files anywhere on the window</div>
              <div className="cn-small cn-breaks cn-quiet">
                Up to 20 MB each. Files that belong together, such as the tables of one download, are dropped together.
                They stay where they are; a copy is kept with the draft.
              </div>
            </Box>
            <Button variant="filled" onClick={choose} disabled={isBusy}>
              Choose a file
            </Button>
          </section>
          <section aria-label="Text">
            <Textarea
              label="Or paste the text of a page, or cells of a spreadsheet"
              placeholder={`${keysText('mod+V')} works anywhere on this screen`}
              minRows={4}
              maxRows={10}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
            <Group gap={12} wrap="nowrap" justify="space-between" mt="sm">
              <span className="cn-small cn-breaks cn-quiet">{text === '' ? '' : `${characters} characters`}</span>
              <Button ref={readButton} disabled={text.trim() === '' || isBusy} onClick={readPasted}>
                Read pasted text
              </Button>
            </Group>
          </section>
        </div>
        <WaitingDrafts />
        <FormatsRead />
      </Page>
    </div>
  );
}
