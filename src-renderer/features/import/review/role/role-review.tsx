/** The review of a single role: notices to settle, values to check, words to place, names to join, an edition to compare. */
import { useCallback, useMemo, useRef, useState } from 'react';
import type { ImportDraft, Notice } from '../../../../../shared/api/import.ts';
import { call } from '../../../../api.ts';
import { flushAll } from '../../../../parts/saving/flush.ts';
import { countReading, figure, readingSentence } from '../../reading/reading-counts.ts';
import { NoticeList } from '../notice-list.tsx';
import { orderNotices } from '../order-notices.ts';
import { JoinList } from '../pack/join-list.tsx';
import { useJoins } from '../pack/use-joins.ts';
import type { Side } from '../review-frame.tsx';
import { decisionViews, ReviewViews, viewNote } from '../review-views.tsx';
import { RolesReviewFrame } from '../roles-review-frame.tsx';
import { markLines } from '../source-marks.ts';
import { SourcePane } from '../source-pane.tsx';
import { useAdding } from '../use-adding.ts';
import { useDraftContent } from '../use-draft-content.ts';
import type { SourceControl } from '../use-linked-scroll.ts';
import { usePickedLines } from '../use-picked-lines.ts';
import { useSettledNotices } from '../use-settled-notices.ts';
import { AddValue } from './add-value.tsx';
import type { ValuePlace } from './draft-fields.ts';
import { scalesOfDraft } from './draft-scales.ts';
import { type DraftValue, draftValues } from './draft-values.ts';
import { EditionList } from './edition-list.tsx';
import { withWordsPlaced } from './place-words.ts';
import { unplacedLines } from './unplaced-lines.ts';
import { UnplacedList } from './unplaced-list.tsx';
import { useEditions } from './use-editions.ts';
import { ValueList } from './value-list.tsx';

type RoleDraft = ImportDraft & { readonly kind: 'role' };
type View = 'look' | 'all' | 'unplaced' | 'join' | 'changes';

interface Chosen {
  readonly line: number | null;
  readonly notice: number | null;
  readonly valueId: string | null;
}

export function RoleReview({ draft }: { readonly draft: RoleDraft }) {
  const {
    content: role,
    change,
    settled: saved,
    error,
  } = useDraftContent(draft.role, (next) => call('changeImportDraft', { id: draft.id, role: next }));
  const [asRead] = useState(draft.role);
  const notices = useMemo(() => orderNotices(draft.notices), [draft.notices]);
  const keptNotices = useMemo(
    () => notices.flatMap((notice, index) => (notice.code === 'KEPT' ? [index] : [])),
    [notices],
  );
  const settled = useSettledNotices(draft, keptNotices);
  const joins = useJoins(draft);
  const editions = useEditions(draft);
  const [view, setView] = useState<View>(notices.length > 0 ? 'look' : 'all');
  const [side, setSide] = useState<Side>('draft');
  const [chosen, setChosen] = useState<Chosen>({ line: null, notice: null, valueId: null });
  const [focusRequest, setFocusRequest] = useState(0);
  const picking = usePickedLines();
  const control = useRef<SourceControl | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const values = useMemo(() => draftValues(role, draft.sourceLines, asRead), [role, draft.sourceLines, asRead]);
  const marks = useMemo(() => markLines(notices, values), [notices, values]);
  const parts = useMemo(
    () =>
      unplacedLines(
        draft.sourceLines,
        marks,
        asRead.sections,
        values.flatMap(({ texts }) => texts.flatMap((text) => text.split('\n'))),
      ),
    [draft.sourceLines, marks, asRead.sections, values],
  );
  const scales = useMemo(() => scalesOfDraft(draft.scales ?? []), [draft.scales]);
  const counts = countReading(values, notices);
  const saveTyped = async () => {
    await flushAll();
    await saved();
  };
  const adding = useAdding({ id: draft.id, onBefore: saveTyped });

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
  const chooseOnly = useCallback((line: number | null) => setChosen({ line, notice: null, valueId: null }), []);
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
  const add = (to: ValuePlace, added: readonly { readonly words: string; readonly line: number | undefined }[]) => {
    const [first] = added;
    if (first === undefined) return;
    const placed = withWordsPlaced(role, to, first.words, first.line);
    // What is refused is told above the panes.
    void change((now) =>
      added.reduce((made, { words, line }) => withWordsPlaced(made, to, words, line).role, now),
    ).catch(() => undefined);
    // Line after line is placed from the tray; one value is gone on with at once.
    if (view !== 'unplaced') showValue(placed.id, first.line ?? null);
  };
  const place = (index: number, to: ValuePlace) => {
    const line = notices[index]?.line;
    const words = line === undefined ? undefined : draft.sourceLines[line - 1];
    if (line === undefined || words === undefined) return;
    settled.settle(index, true);
    add(to, [{ words, line }]);
  };
  const picked = useMemo(
    () =>
      [...picking.picked]
        .sort((a, b) => a - b)
        .map((number) => ({ number, words: draft.sourceLines[number - 1] ?? '' }))
        .filter(({ words }) => words.trim() !== ''),
    [picking.picked, draft.sourceLines],
  );
  const unread =
    chosen.line === null || chosen.valueId !== null || marks.get(chosen.line)?.valueId
      ? null
      : { number: chosen.line, words: draft.sourceLines[chosen.line - 1] ?? '' };
  const proseLines = parts.reduce((sum, { lines }) => sum + lines.length, 0);
  const isPlacing = view === 'all' || view === 'unplaced' || picked.length > 0;

  const right = () => {
    switch (view) {
      case 'look':
        return (
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
        );
      case 'all':
        return (
          <ValueList
            values={values}
            role={role}
            scales={scales}
            chosenId={chosen.valueId}
            focusRequest={focusRequest}
            scroller={scroller}
            onChoose={chooseValue}
            onChange={change}
            onShow={showValue}
          />
        );
      case 'unplaced':
        return (
          <UnplacedList
            notices={notices.filter(({ code }) => code === 'NOT_PLACED')}
            parts={parts}
            picked={picking.picked}
            scroller={scroller}
            onToggle={picking.toggle}
            onChoose={chooseOnly}
          />
        );
      case 'join':
        return (
          <JoinList
            joins={joins}
            onChoose={(name) =>
              chooseOnly(role.requirements.find(({ competency }) => competency === name)?.line ?? null)
            }
          />
        );
      case 'changes':
        return <EditionList editions={editions} added={0} />;
    }
  };

  return (
    <RolesReviewFrame
      draft={draft}
      counted={readingSentence(counts)}
      error={error}
      adding={adding}
      joins={joins}
      editions={editions}
      isComparing={view === 'changes'}
      compare={() => {
        setView('changes');
        setSide('draft');
      }}
      onBefore={saveTyped}
      onChooseLine={chooseOnly}
      side={side}
      onSide={setSide}
      control={control}
      source={
        <SourcePane
          lines={draft.sourceLines}
          marks={marks}
          chosen={chosen.line}
          onChoose={chooseLine}
          picking={picking}
          control={control}
        />
      }
      rightHead={
        <ReviewViews
          views={[
            { value: 'look', label: `To look at, ${figure(notices.length)}` },
            { value: 'all', label: `All, ${figure(counts.values)}` },
            { value: 'unplaced', label: `Unplaced, ${figure(counts.notPlaced + proseLines)}` },
            ...decisionViews(draft, joins, editions),
          ]}
          view={view}
          onView={setView}
          note={viewNote(view, {
            settled: settled.count,
            notices: notices.length,
            decided: joins.decided,
            offers: joins.offers.length,
            taken: editions.taken,
            total: editions.total,
          })}
        />
      }
      right={
        <>
          {right()}
          {isPlacing && <AddValue line={unread} picked={picked} onAdd={add} onClear={picking.clear} />}
        </>
      }
    />
  );
}
