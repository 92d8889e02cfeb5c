/** Where files from elsewhere come in: drop, choose or paste; what was read waits here for its review. */
import { Button, Textarea } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { keysText } from '../../acts.ts';
import { call } from '../../api.ts';
import { ErrorBox } from '../../components/error-box.tsx';
import { fileBytes } from '../../components/file-bytes.ts';
import { Page } from '../../components/pane.tsx';
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
    // Several roles in one file wait in the list below; one is opened at once.
    if (ids.length === 1) navigate(`/import/${ids[0]}`);
  });

  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      if (isWriting(event.target)) return;
      const file = event.clipboardData?.files[0];
      const pasted = event.clipboardData?.getData('text/plain') ?? '';
      if (file !== undefined) {
        event.preventDefault();
        setReadText(null);
        read(`Reading ${file.name}`, true, async () =>
          call('readImport', { files: [{ name: file.name, bytes: await fileBytes(file) }] }),
        );
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
    <div className={classes.screen}>
      <Page>
        <h1 className={classes.title}>Import</h1>
        <p className={classes.lead}>
          A file becomes a draft, shown beside its source. You review it; nothing is added before you say so, and
          nothing leaves this computer.
        </p>
        {error !== null && (
          <div className={classes.told}>
            <ErrorBox error={error} action={<Button onClick={forget}>Close</Button>} />
          </div>
        )}
        {reading !== null && (
          <div className={classes.told}>
            <ReadingProgress reading={reading} onCancel={cancel} />
          </div>
        )}
        {note !== null && (
          <p className={classes.note} role="status">
            {note}
          </p>
        )}
        <div className={classes.ways}>
          <section className={classes.drop} aria-label="A file">
            <IconFileImport size={18} stroke={1.6} aria-hidden className={classes.icon} />
            <div className={classes.dropWords}>
              <div className={classes.dropTitle}>Drop a file anywhere on the window</div>
              <div className={classes.quiet}>
                Up to 20 MB. The file itself stays where it is; a copy is kept with the draft.
              </div>
            </div>
            <Button variant="filled" onClick={choose} disabled={isBusy}>
              Choose a file
            </Button>
          </section>
          <section className={classes.paste} aria-label="Text">
            <Textarea
              label="Or paste the text of a page"
              placeholder={`${keysText('mod+V')} works anywhere on this screen`}
              minRows={4}
              maxRows={10}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
            <div className={classes.pasteLine}>
              <span className={classes.quiet}>{text === '' ? '' : `${characters} characters`}</span>
              <Button ref={readButton} disabled={text.trim() === '' || isBusy} onClick={readPasted}>
                Read pasted text
              </Button>
            </div>
          </section>
        </div>
        <WaitingDrafts />
        <section className={classes.reads} aria-labelledby="what-can-be-read">
          <h2 id="what-can-be-read" className={classes.section}>
            What can be read
          </h2>
          <dl className={classes.formats}>
            <dt>Role blueprint</dt>
            <dd>The page as saved HTML, as copied text, or as the JSON of a WordPress post.</dd>
            <dt>Competency page</dt>
            <dd>A role with its competencies, levels and way up, as text or saved HTML.</dd>
            <dt>Role pack</dt>
            <dd>
              <code className={classes.code}>*.rolepack.json</code>: one or many roles with their competencies and
              scales.
            </dd>
            <dt>Anything else as text</dt>
            <dd>Kept as prose under its headings; you place what should count.</dd>
          </dl>
          <p className={classes.unread}>PDF and Word files are not read. Copy their text and paste it.</p>
        </section>
      </Page>
    </div>
  );
}
