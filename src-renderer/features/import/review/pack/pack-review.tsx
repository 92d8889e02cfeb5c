/** The review of a pack: its card, its roles with their counts, what the reader has to say. A pack is added as it is. */
import { useMemo, useRef, useState } from 'react';
import type { ImportDraft } from '../../../../../shared/api/import.ts';
import { counted, figure } from '../../reading/reading-counts.ts';
import { NoticeList } from '../notice-list.tsx';
import { orderNotices } from '../order-notices.ts';
import type { Side } from '../review-frame.tsx';
import { decisionViews, ReviewViews, viewNote } from '../review-views.tsx';
import { EditionList } from '../role/edition-list.tsx';
import { useEditions } from '../role/use-editions.ts';
import { RolesReviewFrame } from '../roles-review-frame.tsx';
import { markLines } from '../source-marks.ts';
import { SourcePane } from '../source-pane.tsx';
import { SourceSwitch } from '../source-switch.tsx';
import { noUnsavedText, useAdding } from '../use-adding.ts';
import type { SourceControl } from '../use-linked-scroll.ts';
import { useSettledNotices } from '../use-settled-notices.ts';
import { JoinList } from './join-list.tsx';
import { PackContents } from './pack-contents.tsx';
import { useJoins } from './use-joins.ts';

type View = 'look' | 'all' | 'join' | 'changes';

export function PackReview({ draft }: { readonly draft: ImportDraft & { readonly kind: 'pack' } }) {
  const notices = useMemo(() => orderNotices(draft.notices), [draft.notices]);
  const keptNotices = useMemo(
    () => notices.flatMap((notice, index) => (notice.code === 'KEPT' ? [index] : [])),
    [notices],
  );
  const settled = useSettledNotices(draft, keptNotices);
  const joins = useJoins(draft);
  const editions = useEditions(draft);
  const [view, setView] = useState<View>('all');
  const [side, setSide] = useState<Side>('draft');
  const [line, setLine] = useState<number | null>(null);
  const [notice, setNotice] = useState<number | null>(null);
  const [hasSource, setSource] = useState(false);
  const control = useRef<SourceControl | null>(null);
  const marks = useMemo(() => markLines(notices, []), [notices]);
  const { counts } = draft;
  const asked = counts.competencies + counts.softSkills;
  const added = counts.roles - draft.alreadyHere.length;
  const adding = useAdding({ id: draft.id, onBefore: noUnsavedText });
  const showLine = (next: number) => {
    setLine(next);
    setSource(true);
  };

  const right = () => {
    switch (view) {
      case 'look':
        return (
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
        );
      case 'join':
        return <JoinList joins={joins} />;
      case 'changes':
        return <EditionList editions={editions} added={added} />;
      case 'all':
        return <PackContents pack={draft.pack} />;
    }
  };

  return (
    <RolesReviewFrame
      draft={draft}
      counted={`${counted(counts.roles, 'role', 'roles')} with ${counted(asked, 'competency', 'competencies')} asked for, ${counted(counts.skills, 'skill', 'skills')}, ${counted(counts.responsibilities, 'responsibility', 'responsibilities')}, ${counted(counts.kpis, 'KPI', 'KPIs')}, ${counted(counts.tools, 'tool', 'tools')}.`}
      error={null}
      adding={adding}
      joins={joins}
      editions={editions}
      isComparing={view === 'changes'}
      compare={() => setView('changes')}
      onBefore={noUnsavedText}
      onChooseLine={showLine}
      side={side}
      onSide={setSide}
      control={control}
      source={
        hasSource ? (
          <SourcePane
            lines={draft.sourceLines}
            marks={marks}
            chosen={line}
            control={control}
            onChoose={(next) => {
              setLine(next);
              setNotice(marks.get(next)?.notice ?? null);
            }}
          />
        ) : null
      }
      rightHead={
        <>
          <ReviewViews
            views={[
              { value: 'all', label: `Roles, ${figure(counts.roles)}` },
              ...(notices.length > 0
                ? [{ value: 'look', label: `To look at, ${figure(notices.length)}` } as const]
                : []),
              ...decisionViews(draft, joins, editions),
            ]}
            view={view}
            onView={setView}
            note={viewNote(view, {
              settled: settled.count,
              notices: view === 'all' ? 0 : notices.length,
              decided: joins.decided,
              offers: joins.offers.length,
              taken: editions.taken,
              total: editions.total,
            })}
          />
          <SourceSwitch isShown={hasSource} onShow={setSource} />
        </>
      }
      right={right()}
    />
  );
}
