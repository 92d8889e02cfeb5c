/** The review of several roles of one document: matrix, levels, what it says of itself, notices, joining, an edition to compare. */
import { useMemo, useRef, useState } from 'react';
import type { ImportDraft, Notice } from '../../../../../shared/api/import.ts';
import { cellsOf, scaleOf } from '../../../../../shared/domain/ladder/matrix.ts';
import { call } from '../../../../api.ts';
import { flushAll } from '../../../../parts/saving/flush.ts';
import { counted, figure } from '../../reading/reading-counts.ts';
import { NoticeList } from '../notice-list.tsx';
import { orderNotices } from '../order-notices.ts';
import { JoinList } from '../pack/join-list.tsx';
import { useJoins } from '../pack/use-joins.ts';
import type { Side } from '../review-frame.tsx';
import { decisionViews, ReviewViews, viewNote } from '../review-views.tsx';
import { EditionList } from '../role/edition-list.tsx';
import { useEditions } from '../role/use-editions.ts';
import { RolesReviewFrame } from '../roles-review-frame.tsx';
import { SourcePane } from '../source-pane.tsx';
import { SourceSwitch } from '../source-switch.tsx';
import { useAdding } from '../use-adding.ts';
import { useDraftContent } from '../use-draft-content.ts';
import type { SourceControl } from '../use-linked-scroll.ts';
import { useSettledNotices } from '../use-settled-notices.ts';
import { LadderAbout } from './ladder-about.tsx';
import { markLadder, partOf, roleOf } from './ladder-marks.ts';
import { LadderMatrix } from './ladder-matrix.tsx';
import { LadderRoles } from './ladder-roles.tsx';

type View = 'matrix' | 'roles' | 'about' | 'look' | 'join' | 'changes';

export function LadderReview({ draft }: { readonly draft: ImportDraft & { readonly kind: 'ladder' } }) {
  const {
    content: library,
    change,
    settled: saved,
    error,
  } = useDraftContent(draft.library, (next) => call('changeImportLibrary', { id: draft.id, library: next }));
  const notices = useMemo(() => orderNotices(draft.notices), [draft.notices]);
  const keptNotices = useMemo(
    () => notices.flatMap((notice, index) => (notice.code === 'KEPT' ? [index] : [])),
    [notices],
  );
  const settled = useSettledNotices(draft, keptNotices);
  const joins = useJoins(draft);
  const editions = useEditions(draft);
  const [hasMatrix] = useState(() =>
    library.ladders.some(({ matrix, shortRows }) => (matrix?.skills.length ?? 0) + shortRows.length > 0),
  );
  const [view, setView] = useState<View>(hasMatrix ? 'matrix' : 'roles');
  const [side, setSide] = useState<Side>('draft');
  const [ladderAt, setLadderAt] = useState(0);
  const [roleAt, setRoleAt] = useState(0);
  /** A wide matrix may have the whole room. */
  const [hasSource, setSource] = useState(true);
  const [line, setLine] = useState<number | null>(null);
  const [notice, setNotice] = useState<number | null>(null);
  const [request, setRequest] = useState(0);
  const control = useRef<SourceControl | null>(null);
  const marks = useMemo(() => markLadder(notices, library, draft.sourceLines), [notices, library, draft.sourceLines]);
  const saveTyped = async () => {
    await flushAll();
    await saved();
  };
  const adding = useAdding({ id: draft.id, onBefore: saveTyped });
  const { counts } = draft;
  const shortRows = library.ladders.reduce((sum, ladder) => sum + ladder.shortRows.length, 0);
  const valueAt = (of: Notice): string | null => (of.line === undefined ? null : (marks.get(of.line)?.valueId ?? null));
  const show = (next: View) => {
    setView(next);
    setSide('draft');
  };
  const showValue = (id: string, at: number) => {
    setLine(at);
    const part = partOf(id);
    if (part === 'roles') setRoleAt(roleOf(id));
    else setLadderAt(roleOf(id));
    show(part);
    setRequest((before) => before + 1);
  };
  const chooseLine = (next: number, isByKey: boolean) => {
    const mark = marks.get(next);
    setLine(next);
    if (view === 'look') setNotice(mark?.notice ?? null);
    if (mark?.valueId === null || mark?.valueId === undefined) return;
    // A line of the matrix marks its row; with Enter the focus goes there.
    if (isByKey || (view === 'matrix' && partOf(mark.valueId) === 'matrix' && mark.code !== 'LEFT_OUT')) {
      if (isByKey) showValue(mark.valueId, next);
    }
  };
  const settleLine = (at: number | undefined) => {
    if (at === undefined) return;
    notices.forEach(({ line: of, code }, index) => {
      if (of === at && code === 'NOT_PLACED') settled.settle(index, true);
    });
  };

  const right = () => {
    switch (view) {
      case 'matrix':
        return (
          <LadderMatrix
            library={library}
            at={ladderAt}
            onAt={setLadderAt}
            line={line}
            request={request}
            onChooseLine={setLine}
            onPlaced={settleLine}
            onChange={change}
          />
        );
      case 'roles':
        return (
          <LadderRoles
            library={library}
            sourceLines={draft.sourceLines}
            at={roleAt}
            onAt={setRoleAt}
            onChooseLine={setLine}
            onChange={change}
          />
        );
      case 'about':
        return <LadderAbout key={ladderAt} library={library} at={ladderAt} counts={counts} onChange={change} />;
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
            canChange={(changeable) => valueAt(changeable) !== null}
            onChange={(index) => {
              const chosenNotice = notices[index];
              const id = chosenNotice === undefined ? null : valueAt(chosenNotice);
              if (id !== null && chosenNotice?.line !== undefined) showValue(id, chosenNotice.line);
            }}
            onPlace={undefined}
          />
        );
      case 'join':
        return <JoinList joins={joins} onChoose={(name) => setLine(lineOfName(library.ladders, name))} />;
      case 'changes':
        return <EditionList editions={editions} added={counts.roles - draft.alreadyHere.length} />;
    }
  };

  const hasAbout = library.ladders.length > 0;
  const cells = library.ladders.reduce(
    (sum, ladder) =>
      sum +
      (ladder.matrix?.skills ?? []).reduce(
        (of, skill) => of + cellsOf(skill, scaleOf(ladder, library.scales)).filter((cell) => cell !== null).length,
        0,
      ),
    0,
  );
  return (
    <RolesReviewFrame
      draft={draft}
      counted={ladderSentence(counts.roles, counts.skills, cells, shortRows)}
      error={error}
      adding={adding}
      joins={joins}
      editions={editions}
      isComparing={view === 'changes'}
      compare={() => show('changes')}
      onBefore={saveTyped}
      onChooseLine={setLine}
      side={side}
      onSide={setSide}
      control={control}
      source={
        hasSource ? (
          <SourcePane lines={draft.sourceLines} marks={marks} chosen={line} onChoose={chooseLine} control={control} />
        ) : null
      }
      rightHead={
        <>
          <ReviewViews
            views={[
              ...(hasMatrix
                ? [
                    {
                      value: 'matrix',
                      label: shortRows > 0 ? `Matrix, ${figure(shortRows)} to place` : 'Matrix',
                    } as const,
                  ]
                : []),
              { value: 'roles', label: `${hasMatrix ? 'Levels' : 'Roles'}, ${figure(counts.roles)}` },
              ...(hasAbout ? [{ value: 'about', label: 'About' } as const] : []),
              { value: 'look', label: `To look at, ${figure(notices.length)}` },
              ...decisionViews(draft, joins, editions),
            ]}
            view={view}
            onView={setView}
            note={
              view === 'look' || view === 'join' || view === 'changes'
                ? viewNote(view, {
                    settled: settled.count,
                    notices: notices.length,
                    decided: joins.decided,
                    offers: joins.offers.length,
                    taken: editions.taken,
                    total: editions.total,
                  })
                : ''
            }
          />
          <SourceSwitch isShown={hasSource} onShow={setSource} />
        </>
      }
      right={right()}
    />
  );
}

/** “5 roles, 58 skills, 275 cells; 3 rows are left to place.” */
export function ladderSentence(roles: number, skills: number, cells: number, shortRows: number): string {
  const parts = [
    counted(roles, 'role', 'roles'),
    ...(skills > 0 ? [counted(skills, 'skill', 'skills')] : []),
    ...(cells > 0 ? [counted(cells, 'cell', 'cells')] : []),
  ].join(', ');
  if (shortRows === 0) return `${parts}.`;
  return `${parts}; ${shortRows === 1 ? '1 row is' : `${shortRows} rows are`} left to place.`;
}

function lineOfName(
  ladders: readonly {
    readonly matrix?:
      | { readonly skills: readonly { readonly name: string; readonly line?: number | undefined }[] }
      | undefined;
  }[],
  name: string,
): number | null {
  for (const { matrix } of ladders) {
    const found = matrix?.skills.find((skill) => skill.name === name);
    if (found?.line !== undefined) return found.line;
  }
  return null;
}
