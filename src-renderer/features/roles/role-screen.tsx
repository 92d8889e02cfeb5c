/** One role spec, whole: contents at the left, chapters to read, a find bar, and the document as it came. */
import { Anchor } from '@mantine/core';
import { IconPinned } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useLocation, useParams } from 'wouter';
import type { RoleSpec } from '../../../shared/api/role.ts';
import { useActs } from '../../acts.ts';
import { useAnswer } from '../../api.ts';
import { CairnBadge } from '../../components/badges.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { Loading } from '../../components/loading.tsx';
import { PageHead } from '../../components/pane.tsx';
import { useTrail } from '../../components/trail.tsx';
import { ChapterBody } from './chapter-body.tsx';
import { Contents, type ContentsEntry, ContentsMenu } from './contents.tsx';
import { FindBar } from './find-bar.tsx';
import { pinText } from './pin-words.ts';
import { RoleActions } from './role-actions.tsx';
import { chaptersOf, chaptersOfSections } from './role-chapters.ts';
import { RoleOrigin } from './role-origin.tsx';
import classes from './role-screen.module.css';
import { SectionProse } from './section-prose.tsx';
import { useChapterInView } from './use-chapter-in-view.ts';

export function RoleScreen() {
  const { id = '' } = useParams<{ id: string }>();
  const answer = useAnswer('getRole', { id });
  const [, navigate] = useLocation();
  useTrail(answer.data?.title);
  const isGone = answer.error?.code === 'NOT_FOUND';
  useEffect(() => {
    // taken back by an undo, or gone to the bin: the library is where one goes on
    if (isGone) navigate('/roles', { replace: true });
  }, [isGone, navigate]);
  if (answer.error !== null) {
    return isGone ? null : (
      <div className={classes.problem}>
        <ErrorBox error={answer.error} retry={() => void answer.refetch()} />
      </div>
    );
  }
  if (answer.data === undefined) return <Loading label="Reading the role" />;
  return <RolePage key={id} role={answer.data} />;
}

function RolePage({ role }: { readonly role: RoleSpec }) {
  const [, navigate] = useLocation();
  const [isSource, setSource] = useState(false);
  const [isFinding, setFinding] = useState(false);
  const scroller = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const chapters = useMemo(() => chaptersOf(role), [role]);
  const source = useMemo(() => (role.sections.length === 0 ? [] : chaptersOfSections(role.sections)), [role]);
  const shown = `${role.id} ${isSource}`;
  const { current, goTo } = useChapterInView(scroller, shown);

  useActs([
    {
      id: 'find-in-role',
      label: 'Find in this role',
      keys: 'mod+F',
      group: 'This screen',
      run: () => setFinding(true),
    },
    {
      id: 'role-match',
      label: 'See your match for this role',
      group: 'This screen',
      run: () => navigate(`/match/${role.id}`),
    },
  ]);

  const entries: readonly ContentsEntry[] = isSource
    ? source.map((sections, index) => ({
        id: `source-${index}`,
        number: sections[0]?.number ?? '',
        title: sections[0]?.heading || 'Untitled',
      }))
    : chapters.map((chapter, index) => ({
        id: chapter.id,
        number: String(index + 1),
        title: chapter.title || 'Untitled',
      }));

  const toggleSource = () => {
    setSource((now) => !now);
    scroller.current?.scrollTo({ top: 0 });
  };
  const closeFind = () => {
    setFinding(false);
    scroller.current?.focus();
  };
  const hasSource = source.length > 0;
  const switchLabel = isSource ? 'By chapters' : 'The document as it came';

  return (
    <div className={classes.screen}>
      <Contents
        entries={entries}
        current={current}
        onGo={goTo}
        foot={
          hasSource ? (
            <Anchor component="button" type="button" className={classes.switch} onClick={toggleSource}>
              {switchLabel}
            </Anchor>
          ) : undefined
        }
      />
      <div className={classes.reader}>
        <ContentsMenu entries={entries} current={current} onGo={goTo} />
        {isFinding && <FindBar within={text} shown={shown} onClose={closeFind} />}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling pane is focusable so that keys can scroll it */}
        <section ref={scroller} className={classes.scroller} tabIndex={0} aria-label={role.title}>
          <PageHead
            badges={
              role.pin === null ? undefined : (
                <CairnBadge tone="tint" icon={IconPinned}>
                  {pinText(role.pin)}
                </CairnBadge>
              )
            }
            title={role.title}
            subtitle={<RoleOrigin role={role} />}
            display
            actions={
              <RoleActions
                role={role}
                onBinned={() => navigate('/roles')}
                onFind={() => setFinding(true)}
                source={hasSource ? { isShown: isSource, onToggle: toggleSource } : undefined}
              />
            }
          />
          <div ref={text} className={classes.chapters}>
            {isSource
              ? source.map((sections, index) => (
                  <ChapterFrame
                    key={entries[index]?.id}
                    id={`source-${index}`}
                    number={entries[index]?.number ?? ''}
                    title={sections[0]?.heading || 'Untitled'}
                    qualifier={sections[0]?.qualifier}
                  >
                    <SectionProse sections={sections} hasTitle />
                  </ChapterFrame>
                ))
              : chapters.map((chapter, index) => (
                  <ChapterFrame
                    key={chapter.id}
                    id={chapter.id}
                    number={String(index + 1)}
                    title={chapter.title || 'Untitled'}
                    qualifier={chapter.kind === 'prose' ? chapter.sections[0]?.qualifier : undefined}
                  >
                    <ChapterBody role={role} chapter={chapter} />
                  </ChapterFrame>
                ))}
          </div>
        </section>
      </div>
    </div>
  );
}

interface ChapterFrameProps {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly qualifier: string | undefined;
  readonly children: React.ReactNode;
}

function ChapterFrame({ id, number, title, qualifier, children }: ChapterFrameProps) {
  return (
    <section className={classes.chapter} data-chapter={id} aria-labelledby={`chapter-${id}`}>
      <div className={classes.heading}>
        <span className={classes.number} aria-hidden>
          {number}
        </span>
        <h2 id={`chapter-${id}`} className={classes.title} tabIndex={-1}>
          {title}
          {qualifier !== undefined && qualifier !== '' && (
            <span className={classes.qualifier}>{` (${qualifier})`}</span>
          )}
        </h2>
      </div>
      {children}
    </section>
  );
}
