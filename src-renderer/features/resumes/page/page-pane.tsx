/** The page as it prints, or what a parser sees in it; below, its length and what was read back; above, the exports. */
import { ActionIcon, Box, Button, Flex, Group, Menu, SegmentedControl, Tooltip } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCheck,
  IconChevronDown,
  IconDownload,
  IconEye,
  IconMinus,
  IconPlus,
} from '@tabler/icons-react';
import { useState } from 'react';
import type { ReadBack } from '../../../../shared/api/document.ts';
import type { PrintProof } from '../../../../shared/api/export.ts';
import type { ResumeBuilder } from '../../../../shared/api/resume.ts';
import { sheetOf } from '../../../../shared/domain/paper/paper-sheet.ts';
import { actions } from '../../../../shared/vocabulary/actions.ts';
import { useActions } from '../../../offered-actions.ts';
import { ErrorBox } from '../../../parts/errors/error-box.tsx';
import { Act, ExportMessage } from '../../../parts/export/export-message.tsx';
import { Loading } from '../../../ui/loading.tsx';
import { type ChosenLine, type PrintedLine, printedLines } from '../builder/chosen-line.ts';
import { paperNames } from '../resume-table.tsx';
import { type PaperRoom, roomOn } from './find-on-paper.ts';
import classes from './page-pane.module.css';
import { Paper, type Zoom } from './paper.tsx';
import { ParserView } from './parser-view.tsx';
import { useExport } from './use-export.ts';
import { usePdf } from './use-pdf.ts';
import { nextZoom } from './zoom.ts';

interface PagePaneProps {
  readonly builder: ResumeBuilder;
  readonly chosen: PrintedLine | null;
  readonly onChoose: (line: ChosenLine | null) => void;
}

export function PagePane({ builder, chosen, onChoose }: PagePaneProps) {
  const { resume } = builder;
  const [view, setView] = useState<'page' | 'parser'>('page');
  const [zoom, setZoom] = useState<Zoom>('fit');
  const [fit, setFit] = useState(1);
  const { pdf, placed, onDrawn, proof, error, isPrinting, retry } = usePdf(resume.id);
  const exports = useExport(resume.id);
  useActions<'resume'>({
    'export-resume': exports.pdf,
    'export-json-resume': exports.jsonResume,
    'parser-view': () => setView('parser'),
  });
  const factor = zoom === 'fit' ? fit : zoom;
  return (
    <Flex
      component="section"
      className="cn-fill"
      direction="column"
      mih={0}
      h="100%"
      bg="var(--cn-ground)"
      aria-label="Page"
    >
      <div className={classes.bar}>
        <SegmentedControl
          aria-label="What is shown"
          value={view}
          onChange={(value) => setView(value === 'parser' ? 'parser' : 'page')}
          data={[
            { value: 'page', label: 'Page' },
            { value: 'parser', label: 'What a parser sees' },
          ]}
        />
        {view === 'page' ? (
          <Group gap={0} wrap="nowrap" role="group" aria-label="Zoom">
            <Tooltip label="Smaller">
              <ActionIcon aria-label="Smaller" onClick={() => setZoom(nextZoom(factor, -1))}>
                <IconMinus size={16} stroke={1.6} />
              </ActionIcon>
            </Tooltip>
            <Tooltip label={zoom === 'fit' ? `${Math.round(fit * 100)} % of its true size` : 'Fit the width'}>
              <button
                type="button"
                className={classes.zoomWord}
                onClick={() => setZoom('fit')}
                aria-label={zoom === 'fit' ? 'Fit width' : `${Math.round(zoom * 100)} %, fit the width`}
              >
                {zoom === 'fit' ? 'Fit width' : `${Math.round(zoom * 100)}\u00a0%`}
              </button>
            </Tooltip>
            <Tooltip label="Larger">
              <ActionIcon aria-label="Larger" onClick={() => setZoom(nextZoom(factor, 1))}>
                <IconPlus size={16} stroke={1.6} />
              </ActionIcon>
            </Tooltip>
          </Group>
        ) : null}
        <Group gap="sm" wrap="nowrap">
          <Menu position="bottom-end" width={240}>
            <Menu.Target>
              <Button rightSection={<IconChevronDown size={14} stroke={1.6} aria-hidden />}>Other formats</Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={exports.jsonResume}>
                JSON Resume
                <div className="cn-quiet cn-meta">The same content, for tools that read it</div>
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
          <Button
            variant="filled"
            leftSection={<IconDownload size={16} stroke={1.6} aria-hidden />}
            loading={exports.isPending}
            onClick={exports.pdf}
          >
            {actions['export-resume'].short}
          </Button>
        </Group>
      </div>
      {exports.saved === null ? null : (
        <ExportMessage saved={exports.saved} text={exports.said} warning={exports.missing} onClose={exports.close}>
          {exports.missing === '' ? null : (
            <Act icon={IconEye} label="See what a parser sees" onClick={() => setView('parser')} />
          )}
        </ExportMessage>
      )}
      {exports.error === null ? null : (
        <Box flex="none" py="sm" px="md">
          <ErrorBox error={exports.error} retry={exports.retry} />
        </Box>
      )}
      {error === null ? null : (
        <Box flex="none" py="sm" px="md">
          <ErrorBox error={error} retry={retry} />
        </Box>
      )}
      {view === 'page' && pdf !== null ? (
        <Paper
          pdf={pdf}
          placed={placed}
          onDrawn={onDrawn}
          zoom={zoom}
          chosen={chosen}
          lines={printedLines(builder)}
          isStale={isPrinting}
          onFit={setFit}
          onChoose={onChoose}
          onZoom={(step) => setZoom(nextZoom(factor, step))}
        />
      ) : null}
      {view === 'parser' && proof !== null ? (
        <ParserView document={builder.document} readBack={proof.readBack} />
      ) : null}
      {(view === 'page' ? pdf === null : proof === null) ? (
        <Box flex="1 1 0" p={14} bg="var(--cn-trough)">
          {error === null ? <Loading label="Printing the page" /> : null}
        </Box>
      ) : null}
      {proof === null ? null : (
        <Foot
          proof={proof}
          paper={paperNames[resume.paper]}
          room={roomOn(placed, sheetOf(builder.document))}
          onShow={() => setView('parser')}
        />
      )}
    </Flex>
  );
}

interface FootProps {
  readonly proof: PrintProof;
  readonly paper: string;
  readonly room: PaperRoom | null;
  readonly onShow: () => void;
}

function Foot({ proof: { pageCount, readBack }, paper, room, onShow }: FootProps) {
  const isWhole = isAllFound(readBack);
  return (
    <div className={classes.foot}>
      <span>{`${pageCount} ${pageCount === 1 ? 'page' : 'pages'}, ${paper}`}</span>
      {room === null ? null : <span>{roomText(room)}</span>}
      <button type="button" className={classes.readBack} data-warning={!isWhole || undefined} onClick={onShow}>
        {isWhole ? (
          <IconCheck size={16} stroke={1.6} aria-hidden />
        ) : (
          <IconAlertTriangle size={16} stroke={1.6} aria-hidden />
        )}
        {`Read back: ${readBack.found} of ${readBack.total} ${readBack.total === 1 ? 'field' : 'fields'} found`}
      </button>
    </div>
  );
}

/** Whether a parser finds every field, in its order, in a sound file. */
function isAllFound(readBack: ReadBack): boolean {
  return readBack.found === readBack.total && readBack.outOfOrder.length === 0 && readBack.problems.length === 0;
}

function roomText({ kind, lines }: PaperRoom): string {
  const counted = `${lines} ${lines === 1 ? 'line' : 'lines'}`;
  return kind === 'spare' ? `${counted} to spare` : `${counted} on the last page`;
}
