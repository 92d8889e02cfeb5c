/** A role edited by hand: contents at the left, every list of it to write, saved as one goes. */
import { Button, Stack } from '@mantine/core';
import { useMemo, useRef } from 'react';
import { Link, useLocation, useParams } from 'wouter';
import type { RoleSpec } from '../../../shared/api/role.ts';
import { call, useAnswer } from '../../api.ts';
import { useActions } from '../../offered-actions.ts';
import { Answer } from '../../parts/errors/answer.tsx';
import { ErrorBox } from '../../parts/errors/error-box.tsx';
import { useGone } from '../../parts/errors/use-gone.ts';
import { contentOf } from '../../parts/role-editor/edit-content.ts';
import { editorChapters, RoleEditor } from '../../parts/role-editor/role-editor.tsx';
import { useRoleDraft } from '../../parts/role-editor/use-role-draft.ts';
import { flushAll } from '../../parts/saving/flush.ts';
import { PageHead } from '../../ui/pane.tsx';
import { useTrail } from '../../ui/trail.tsx';
import { Contents, type ContentsEntry, ContentsMenu } from './contents.tsx';
import classes from './role-screen.module.css';
import { useChapterInView } from './use-chapter-in-view.ts';

export function RoleEditScreen() {
  const { id = '' } = useParams<{ id: string }>();
  const answer = useAnswer('getRole', { id });
  if (useGone(answer, '/roles')) return null;
  if (answer.data === undefined) return <Answer isWhole of={answer} reading="Reading the role" />;
  return <RoleEditPage key={id} spec={answer.data} />;
}

function RoleEditPage({ spec }: { readonly spec: RoleSpec }) {
  const [, navigate] = useLocation();
  const scroller = useRef<HTMLDivElement>(null);
  const stored = useMemo(() => contentOf(spec), [spec]);
  const competencies = useAnswer('listCompetencies', {});
  const known = useMemo(
    () => [...new Set((competencies.data?.competencies ?? []).map((competency) => competency.name))],
    [competencies.data],
  );
  const { role, change, error, again } = useRoleDraft(spec.id, stored, (next) =>
    call('changeRole', { id: spec.id, role: next }),
  );
  useTrail(`${role.title}, edited`);
  const { current, goTo } = useChapterInView(scroller, spec.id);
  const entries: readonly ContentsEntry[] = editorChapters(role).map(({ id, title, count }) => ({
    id,
    number: count === null || count === 0 ? '' : String(count),
    title,
  }));
  const done = () => void flushAll().then(() => navigate(`/roles/${spec.id}`));

  useActions<'role-edit'>({ 'end-edit': done });

  return (
    <div className={classes.screen}>
      <Contents entries={entries} current={current} onGo={goTo} />
      <Stack gap={0} miw={0} mih={0} bg="var(--cn-surface)">
        <ContentsMenu entries={entries} current={current} onGo={goTo} />
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling pane is focusable so that keys can scroll it */}
        <section ref={scroller} className={classes.scroller} tabIndex={0} aria-label={`${role.title}, edited`}>
          <PageHead
            kind="Edit"
            title={role.title}
            subtitle={subtitleOf(spec)}
            display
            actions={
              <Button variant="filled" component={Link} to={`/roles/${spec.id}`} onClick={() => void flushAll()}>
                Done
              </Button>
            }
          />
          {error !== null && <ErrorBox error={error} retry={again} />}
          <RoleEditor role={role} scales={competencies.data?.scales ?? []} known={known} onChange={change} />
        </section>
      </Stack>
    </div>
  );
}

/** What editing means for where the role came from. */
function subtitleOf(spec: RoleSpec): string {
  if (spec.pack === null && spec.source === null) return 'Your own. Saved as you write.';
  const from = spec.pack === null ? (spec.source?.name ?? '') : `the pack ${spec.pack.name}`;
  return `Saved as you write. Your edits stay beside what was read from ${from}, and can be taken back one by one.`;
}
