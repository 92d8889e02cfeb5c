/** One role spec, whole: contents at the left, chapters to read, a find bar, and the document as it came. */
import { Anchor, Box, Button, Stack } from '@mantine/core';
import { useMemo, useRef, useState } from 'react';
import { Link, useLocation, useParams } from 'wouter';
import type { RoleSpec } from '../../../shared/api/role.ts';
import { chaptersOfSections } from '../../../shared/domain/role/role-chapters.ts';
import { useAnswer } from '../../api.ts';
import { useActions } from '../../offered-actions.ts';
import { Answer } from '../../parts/errors/answer.tsx';
import { useGone } from '../../parts/errors/use-gone.ts';
import { CreditLine } from '../../parts/role/credit-line.tsx';
import { OwnEditsDrawer } from '../../parts/role/own-edits-drawer.tsx';
import { RoleActions } from '../../parts/role/role-actions.tsx';
import { hasBadges, RoleBadges } from '../../parts/role/role-badges.tsx';
import { RoleOrigin } from '../../parts/role/role-origin.tsx';
import { useRoleFiles } from '../../parts/role/use-role-files.ts';
import { Empty } from '../../ui/empty.tsx';
import { PageHead } from '../../ui/pane.tsx';
import { useTrail } from '../../ui/trail.tsx';
import { ArchivedBanner } from './archived-banner.tsx';
import { ChapterBody } from './chapters/chapter-body.tsx';
import { pageChaptersOf } from './chapters/page-chapters.ts';
import { SectionProse } from './chapters/section-prose.tsx';
import { Contents, type ContentsEntry, ContentsMenu } from './contents.tsx';
import { FindBar } from './find-bar.tsx';
import classes from './role-screen.module.css';
import { useChapterInView } from './use-chapter-in-view.ts';

export function RoleScreen() {
  const { id = '' } = useParams<{ id: string }>();
  const answer = useAnswer('getRole', { id });
  useTrail(answer.data?.title);
  if (useGone(answer, '/roles')) return null;
  if (answer.data === undefined || answer.error !== null)
    return <Answer isWhole of={answer} reading="Reading the role" />;
  return <RolePage key={id} role={answer.data} />;
}

function RolePage({ role }: { readonly role: RoleSpec }) {
  const [, navigate] = useLocation();
  const [isSource, setSource] = useState(false);
  const [isFinding, setFinding] = useState(false);
  const [isDiffering, setDiffering] = useState(false);
  const match = useAnswer('getMatch', { roleId: role.id }, { enabled: role.requirements.length > 0 });
  const files = useRoleFiles(role);
  const scroller = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const chapters = useMemo(() => pageChaptersOf(role), [role]);
  const source = useMemo(() => (role.sections.length === 0 ? [] : chaptersOfSections(role.sections)), [role]);
  const shown = `${role.id} ${isSource}`;
  const { current, goTo } = useChapterInView(scroller, shown);

  useActions<'role'>({
    'find-in-role': () => setFinding(true),
    'match-role': () => navigate(`/match/${role.id}`),
    'print-role': files.savePdf,
    'export-role': files.savePack,
    'edit-role': () => navigate(`/roles/${role.id}/edit`),
  });

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
            <Anchor
              component="button"
              type="button"
              className="cn-small"
              flex="none"
              mt={12}
              mb="xs"
              mx={18}
              ta="start"
              onClick={toggleSource}
            >
              {switchLabel}
            </Anchor>
          ) : undefined
        }
      />
      <Stack gap={0} miw={0} mih={0} bg="var(--cn-surface)">
        <ContentsMenu entries={entries} current={current} onGo={goTo} />
        {isFinding && <FindBar within={text} shown={shown} onClose={closeFind} />}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling pane is focusable so that keys can scroll it */}
        <section ref={scroller} className={classes.scroller} tabIndex={0} aria-label={role.title}>
          {role.archivedAt !== null && <ArchivedBanner id={role.id} archivedAt={role.archivedAt} />}
          <PageHead
            badges={hasBadges(role) ? <RoleBadges role={role} onShowEdits={() => setDiffering(true)} /> : undefined}
            title={role.title}
            subtitle={<RoleOrigin role={role} />}
            display
            actions={
              <RoleActions
                role={role}
                files={files}
                onBinned={() => navigate('/roles')}
                onFind={() => setFinding(true)}
                source={hasSource ? { isShown: isSource, onToggle: toggleSource } : undefined}
              />
            }
          />
          <div ref={text} className={classes.chapters}>
            {role.tagline !== undefined && role.tagline !== '' && !isSource && (
              <p className={classes.tagline}>{role.tagline}</p>
            )}
            {entries.length === 0 && (
              <Empty
                title="Nothing is written here yet"
                text="What the role asks and what it is for: write it by hand, one list at a time."
                action={
                  <Button variant="filled" component={Link} to={`/roles/${role.id}/edit`}>
                    Write the role
                  </Button>
                }
              />
            )}
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
                    qualifier={chapter.qualifier}
                  >
                    <ChapterBody role={role} match={match.data} chapter={chapter} />
                  </ChapterFrame>
                ))}
          </div>
        </section>
        <CreditLine role={role} />
      </Stack>
      <OwnEditsDrawer role={role} opened={isDiffering} onClose={() => setDiffering(false)} />
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
            <Box component="span" className="cn-quiet" fw={400}>{` (${qualifier})`}</Box>
          )}
        </h2>
      </div>
      {children}
    </section>
  );
}
