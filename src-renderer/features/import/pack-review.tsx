/** The review of a pack: its roles with their counts, and what the reader has to say. A pack is added as it is. */
import { SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { ImportDraft } from '../../../shared/api/import.ts';
import { NoticeList } from './notice-list.tsx';
import { orderNotices } from './order-notices.ts';
import { PackContents } from './pack-contents.tsx';
import { counted } from './reading-counts.ts';
import classes from './review.module.css';
import { ReviewFrame } from './review-frame.tsx';
import { markLines } from './source-marks.ts';
import { SourcePane } from './source-pane.tsx';
import { useSettled } from './use-settled.ts';

export function PackReview({ draft }: { readonly draft: ImportDraft & { readonly kind: 'pack' } }) {
  const notices = useMemo(() => orderNotices(draft.notices), [draft.notices]);
  const kept = useMemo(() => notices.flatMap((notice, index) => (notice.code === 'KEPT' ? [index] : [])), [notices]);
  const settled = useSettled(draft.id, kept);
  const [view, setView] = useState<'look' | 'all'>('all');
  const [side, setSide] = useState<'source' | 'draft'>('draft');
  const [line, setLine] = useState<number | null>(null);
  const [notice, setNotice] = useState<number | null>(null);
  const marks = useMemo(() => markLines(notices, []), [notices]);
  const { counts } = draft;
  const requirements = counts.competencies + counts.skills + counts.softSkills;
  return (
    <ReviewFrame
      draft={draft}
      counted={`${counted(counts.roles, 'role', 'roles')} with ${counted(requirements, 'requirement', 'requirements')}, ${counted(counts.responsibilities, 'responsibility', 'responsibilities')}, ${counted(counts.kpis, 'KPI', 'KPIs')}, ${counted(counts.tools, 'tool', 'tools')}.`}
      error={null}
      onBefore={() => Promise.resolve()}
      onGone={settled.forget}
      side={side}
      onSide={setSide}
      source={
        <SourcePane
          lines={draft.sourceLines}
          marks={marks}
          chosen={line}
          onChoose={(next) => {
            setLine(next);
            setNotice(marks.get(next)?.notice ?? null);
          }}
        />
      }
      rightHead={
        notices.length === 0 ? null : (
          <>
            <SegmentedControl
              aria-label="What of the pack"
              data={[
                { value: 'look', label: `To look at, ${notices.length}` },
                { value: 'all', label: `Roles, ${counts.roles}` },
              ]}
              value={view}
              onChange={(value) => setView(value as 'look' | 'all')}
            />
            <span className={classes.settledCount}>{`${settled.count} of ${notices.length} settled`}</span>
          </>
        )
      }
      right={
        view === 'look' ? (
          <NoticeList
            notices={notices}
            chosen={notice}
            isSettled={settled.isSettled}
            onChoose={(index) => {
              setNotice(index);
              setLine(notices[index]?.line ?? null);
            }}
            onSettle={settled.settle}
            canChange={() => false}
            onChange={() => undefined}
            onPlace={undefined}
          />
        ) : (
          <PackContents pack={draft.pack} />
        )
      }
    />
  );
}
