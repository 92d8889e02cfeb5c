/** The right side of the builder: the printed page or what a parser sees of it, zoom, and the exports. */
import { ActionIcon, Button, Menu, SegmentedControl, Tooltip, UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconChevronDown, IconDownload, IconMinus, IconPlus } from '@tabler/icons-react';
import { useCallback, useMemo, useState } from 'react';
import type { ReadBack } from '../../../shared/api/document.ts';
import type { ResumeBuilder } from '../../../shared/api/resume.ts';
import { sheetOf } from '../../../shared/domain/resume-sheet.ts';
import { useActs } from '../../acts.ts';
import { useCommand } from '../../api.ts';
import { ErrorBox } from '../../components/error-box.tsx';
import { Loading } from '../../components/loading.tsx';
import { roomOn } from './find-on-paper.ts';
import { Paper, type Zoom } from './paper.tsx';
import { ParserView } from './parser-view.tsx';
import classes from './preview.module.css';
import { usePdf } from './use-pdf.ts';

/** The steps of − and +. */
const STEPS = [0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3] as const;

interface PreviewProps {
  readonly builder: ResumeBuilder;
  readonly chosenText: string | null;
}

export function Preview({ builder, chosenText }: PreviewProps) {
  const { resume, document } = builder;
  const { pdf, printed, error, retry } = usePdf(resume.id);
  const [view, setView] = useState<'page' | 'parser'>('page');
  const [zoom, setZoom] = useState<Zoom>('fit');
  const [fit, setFit] = useState(1);
  const onFit = useCallback((factor: number) => setFit(factor), []);
  const exportPdf = useCommand('exportResumePdf');
  const exportJson = useCommand('exportJsonResume');
  const startExport = () => exportPdf.mutate({ id: resume.id });

  useActs([
    { id: 'export', label: 'Export this resume as PDF', keys: 'mod+E', group: 'This screen', run: startExport },
    {
      id: 'print',
      label: 'Print this resume to PDF',
      keys: 'mod+P',
      group: 'This screen',
      run: startExport,
      isHidden: true,
    },
  ]);

  const factor = zoom === 'fit' ? fit : zoom;
  const larger = STEPS.find((step) => step > factor + 0.01);
  const smaller = STEPS.findLast((step) => step < factor - 0.01);
  const failure = exportPdf.error ?? exportJson.error;
  const saved = exportPdf.data?.fileName ?? exportJson.data?.fileName;

  return (
    <section className={classes.preview} aria-label="Preview">
      <div className={classes.bar}>
        <SegmentedControl
          size="xs"
          aria-label="What is shown"
          value={view}
          onChange={(value) => setView(value === 'parser' ? 'parser' : 'page')}
          data={[
            { value: 'page', label: 'Page' },
            { value: 'parser', label: 'What a parser sees' },
          ]}
        />
        {view === 'page' ? (
          <div className={classes.zoom}>
            <ActionIcon
              aria-label="Smaller"
              disabled={smaller === undefined}
              onClick={() => setZoom(smaller ?? factor)}
            >
              <IconMinus size={16} stroke={1.6} />
            </ActionIcon>
            <Tooltip label={zoom === 'fit' ? 'Show the true size' : 'Fit the width'}>
              <UnstyledButton className={classes.factor} onClick={() => setZoom(zoom === 'fit' ? 1 : 'fit')}>
                {zoom === 'fit' ? 'Fit width' : `${Math.round(factor * 100)} %`}
              </UnstyledButton>
            </Tooltip>
            <ActionIcon aria-label="Larger" disabled={larger === undefined} onClick={() => setZoom(larger ?? factor)}>
              <IconPlus size={16} stroke={1.6} />
            </ActionIcon>
          </div>
        ) : (
          <div className={classes.zoom} />
        )}
        <Menu position="bottom-end">
          <Menu.Target>
            <Button rightSection={<IconChevronDown size={14} stroke={1.6} aria-hidden />}>Other formats</Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => exportJson.mutate({ resumeId: resume.id, clearance: resume.clearance })}>
              JSON Resume
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
        <Button
          variant="filled"
          loading={exportPdf.isPending}
          leftSection={<IconDownload size={16} stroke={1.6} aria-hidden />}
          onClick={startExport}
        >
          Export PDF
        </Button>
      </div>
      {failure === null ? null : (
        <div className={classes.error}>
          <ErrorBox error={failure} />
        </div>
      )}
      {error === null ? null : (
        <div className={classes.error}>
          <ErrorBox error={error} retry={retry} />
        </div>
      )}
      {view === 'parser' && printed !== undefined ? (
        <ParserView document={document} readBack={printed.readBack} />
      ) : view === 'page' && pdf !== null ? (
        <Paper pdf={pdf} zoom={zoom} chosenText={chosenText} onFit={onFit} />
      ) : (
        <div className={classes.empty}>{error === null ? <Loading label="Setting the page" /> : null}</div>
      )}
      <PreviewFoot
        builder={builder}
        pdf={pdf}
        readBack={printed?.readBack}
        saved={saved}
        onParser={() => setView('parser')}
      />
    </section>
  );
}

interface PreviewFootProps {
  readonly builder: ResumeBuilder;
  readonly pdf: ReturnType<typeof usePdf>['pdf'];
  readonly readBack: ReadBack | undefined;
  readonly saved: string | undefined;
  readonly onParser: () => void;
}

/** Pages, room, what was saved, and whether every field was found. */
function PreviewFoot({ builder, pdf, readBack, saved, onParser }: PreviewFootProps) {
  const { paper, density } = builder.resume;
  const room = useMemo(
    () => (pdf === null ? null : roomOn(pdf.pages, sheetOf({ kind: 'resume', paper, density }))),
    [pdf, paper, density],
  );
  const isWhole =
    readBack !== undefined &&
    readBack.missing.length === 0 &&
    readBack.outOfOrder.length === 0 &&
    readBack.problems.length === 0;
  const Sign = isWhole ? IconCheck : IconAlertTriangle;
  return (
    <footer className={classes.foot}>
      {pdf === null ? null : (
        <span>{`${pdf.pages.length} ${pdf.pages.length === 1 ? 'page' : 'pages'}, ${paper === 'a4' ? 'A4' : 'Letter'}`}</span>
      )}
      {room === null ? null : (
        <span>{`${room.lines} ${room.lines === 1 ? 'line' : 'lines'} ${room.kind === 'spare' ? 'to spare' : `over on page ${pdf?.pages.length ?? 0}`}`}</span>
      )}
      <span role="status" className={classes.saved}>
        {saved === undefined ? '' : `Exported ${saved}`}
      </span>
      {readBack === undefined ? null : (
        <UnstyledButton className={classes.readBack} data-whole={isWhole || undefined} onClick={onParser}>
          <Sign size={16} stroke={1.6} aria-hidden />
          {`Read back: ${readBack.found} of ${readBack.total} fields found`}
          {readBack.problems.length > 0 ? `, ${readBack.problems.length} to look at` : ''}
        </UnstyledButton>
      )}
    </footer>
  );
}
