/** The review of a single role: notices to settle and every value to check, each tied to its line of the source. */
import { SegmentedControl } from '@mantine/core';
import { useCallback, useMemo, useState } from 'react';
import type { ImportDraft, Notice } from '../../../shared/api/import.ts';
import { flushAll } from '../../components/flush.ts';
import { AddValue } from './add-value.tsx';
import { type Place, withPlaced } from './change-draft.ts';
import { type DraftValue, draftValues } from './draft-values.ts';
import { NoticeList } from './notice-list.tsx';
import { orderNotices } from './order-notices.ts';
import { countReading, readingSentence } from './reading-counts.ts';
import classes from './review.module.css';
import { ReviewFrame } from './review-frame.tsx';
import { markLines } from './source-marks.ts';
import { SourcePane } from './source-pane.tsx';
import { useDraftRole } from './use-draft-role.ts';
import { useSettled } from './use-settled.ts';
import { ValueList } from './value-list.tsx';

interface Chosen {
  readonly line: number | null;
  readonly notice: number | null;
  readonly valueId: string | null;
}

export function RoleReview({ draft }: { readonly draft: ImportDraft & { readonly kind: 'role' } }) {
  const { role, change, settled: saved, error } = useDraftRole(draft.id, draft.role);
  const [asRead] = useState(draft.role);
  const notices = useMemo(() => orderNotices(draft.notices), [draft.notices]);
  const kept = useMemo(() => notices.flatMap((notice, index) => (notice.code === 'KEPT' ? [index] : [])), [notices]);
  const settled = useSettled(draft.id, kept);
  const [view, setView] = useState<'look' | 'all'>(notices.length > 0 ? 'look' : 'all');
  const [side, setSide] = useState<'source' | 'draft'>('draft');
  const [chosen, setChosen] = useState<Chosen>({ line: null, notice: null, valueId: null });
  const [focusRequest, setFocusRequest] = useState(0);
  const values = useMemo(() => draftValues(role, draft.sourceLines, asRead), [role, draft.sourceLines, asRead]);
  const marks = useMemo(() => markLines(notices, values), [notices, values]);
  const counts = countReading(values, notices);

  const showValue = useCallback((id: string, line: number | null) => {
    setView('all');
    setSide('draft');
    setChosen({ line, notice: null, valueId: id });
    setFocusRequest((before) => before + 1);
  }, []);
  const chooseNotice = useCallback(
    (index: number) => setChosen({ line: notices[index]?.line ?? null, notice: index, valueId: null }),
    [notices],
  );
  const chooseValue = useCallback((value: DraftValue) => {
    setChosen((before) =>
      before.valueId === value.id ? before : { line: value.line, notice: null, valueId: value.id },
    );
  }, []);
  /** A line leads to its notice while notices are looked at, else to its value. */
  const chooseLine = (line: number, isByKey: boolean) => {
    const mark = marks.get(line);
    if (view === 'look' && mark?.notice !== null && mark?.notice !== undefined) {
      setChosen({ line, notice: mark.notice, valueId: null });
    } else if (isByKey && mark?.valueId !== null && mark?.valueId !== undefined) {
      showValue(mark.valueId, line);
    } else {
      setChosen({ line, notice: null, valueId: view === 'all' ? (mark?.valueId ?? null) : null });
    }
  };
  const valueAt = (notice: Notice): string | null =>
    notice.line === undefined ? null : (marks.get(notice.line)?.valueId ?? null);
  const add = (to: Place, words: string, line: number | undefined) => {
    const placed = withPlaced(role, to, words, line);
    // What is refused is told above the panes.
    void change((now) => withPlaced(now, to, words, line).role).catch(() => undefined);
    showValue(placed.id, line ?? null);
  };
  const place = (index: number, to: Place) => {
    const line = notices[index]?.line;
    const words = line === undefined ? undefined : draft.sourceLines[line - 1];
    if (line === undefined || words === undefined) return;
    settled.settle(index, true);
    add(to, words, line);
  };
  const unread =
    chosen.line === null || chosen.valueId !== null || marks.get(chosen.line)?.valueId
      ? null
      : { number: chosen.line, words: draft.sourceLines[chosen.line - 1] ?? '' };

  return (
    <ReviewFrame
      draft={draft}
      counted={readingSentence(counts)}
      error={error}
      onBefore={async () => {
        await flushAll();
        await saved();
      }}
      onGone={settled.forget}
      side={side}
      onSide={setSide}
      source={<SourcePane lines={draft.sourceLines} marks={marks} chosen={chosen.line} onChoose={chooseLine} />}
      rightHead={
        <>
          <SegmentedControl
            aria-label="What of the draft"
            data={[
              { value: 'look', label: `To look at, ${notices.length}` },
              { value: 'all', label: `All, ${counts.values}` },
            ]}
            value={view}
            onChange={(value) => setView(value as 'look' | 'all')}
          />
          {notices.length > 0 && (
            <span className={classes.settledCount}>{`${settled.count} of ${notices.length} settled`}</span>
          )}
        </>
      }
      right={
        view === 'look' ? (
          <NoticeList
            notices={notices}
            chosen={chosen.notice}
            isSettled={settled.isSettled}
            onChoose={chooseNotice}
            onSettle={settled.settle}
            canChange={(notice) => valueAt(notice) !== null}
            onChange={(index) => {
              const notice = notices[index];
              const id = notice === undefined ? null : valueAt(notice);
              if (id !== null) showValue(id, notice?.line ?? null);
            }}
            onPlace={place}
          />
        ) : (
          <>
            <ValueList
              values={values}
              role={role}
              chosenId={chosen.valueId}
              focusRequest={focusRequest}
              onChoose={chooseValue}
              onChange={change}
            />
            <AddValue line={unread} onAdd={add} />
          </>
        )
      }
    />
  );
}
