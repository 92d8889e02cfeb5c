/** The library of role specs: pinned ones first, then ladder by ladder, with the chosen role beside the list. */
import { Button, Flex } from '@mantine/core';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import type { RoleRow } from '../../../shared/api/role.ts';
import { actions } from '../../../shared/vocabulary/actions.ts';
import { useAnswer, useCommand } from '../../api.ts';
import { useActions } from '../../offered-actions.ts';
import { Answer } from '../../parts/errors/answer.tsx';
import { ErrorBox } from '../../parts/errors/error-box.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Panes, WholePane } from '../../ui/pane.tsx';
import { FamilyPreview } from './family-preview.tsx';
import { groupRoles, type LibraryRow, rowsOf } from './group-roles.ts';
import { LibraryHead } from './library-head.tsx';
import {
  choicesOf,
  filterRoles,
  isNarrowed,
  type LibraryQuery,
  readLibraryQuery,
  unfilteredLibrary,
  withLibraryQuery,
} from './library-query.ts';
import { NewRoleDialog } from './new-role-dialog.tsx';
import { RoleList } from './role-list.tsx';
import { RolePreview } from './role-preview.tsx';

/** As many roles as can be read side by side. */
const mostMarked = 3;

export function RolesScreen() {
  const answer = useAnswer('listRoles', {});
  if (answer.data === undefined || answer.error !== null)
    return <Answer isWhole of={answer} reading="Reading the roles" />;
  if (answer.data.length === 0) return <NoRoles />;
  return <Library roles={answer.data} />;
}

function NoRoles() {
  const [isNew, setNew] = useState(false);
  return (
    <WholePane>
      <Empty
        isWhole
        title="No roles yet"
        text="A role spec says what a role asks: install a pack, read one from a file or a saved page, or write it yourself."
        action={
          <Flex wrap="wrap" gap="sm">
            <Button variant="filled" component={Link} to="/roles/packs">
              See the packs
            </Button>
            <Button component={Link} to="/import">
              Import a role
            </Button>
            <Button onClick={() => setNew(true)}>{actions['create-role'].label}</Button>
          </Flex>
        }
      />
      {isNew && <NewRoleDialog families={[]} onClose={() => setNew(false)} />}
    </WholePane>
  );
}

function Library({ roles }: { readonly roles: readonly RoleRow[] }) {
  const [, navigate] = useLocation();
  // In the address, so that Back finds the list as it was left.
  const params = new URLSearchParams(useSearch());
  const query = readLibraryQuery(params);
  const chosenKey = params.get('role');
  const [isDetail, setDetail] = useState(false);
  const [isNew, setNew] = useState(false);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const binRole = useCommand('binRole');
  // With its question mark even when nothing follows: without one the old query would stay.
  const go = (next: URLSearchParams) => navigate(`/roles?${next.toString()}`, { replace: true });
  const setQuery = (next: LibraryQuery) => go(withLibraryQuery(params, next));
  const choose = (key: string | null) => {
    const next = new URLSearchParams(params);
    if (key === null) next.delete('role');
    else next.set('role', key);
    go(next);
  };

  const choices = useMemo(() => choicesOf(roles), [roles]);
  // a key pressed right after a word is typed must meet the list of that word: nothing here waits
  const shape = JSON.stringify(query);
  const shown = useMemo(() => filterRoles(roles, JSON.parse(shape) as LibraryQuery), [roles, shape]);
  const groups = useMemo(() => groupRoles(shown), [shown]);
  const rows = useMemo(() => rowsOf(groups, closed), [groups, closed]);
  const chosen = rows.find((row) => row.key === chosenKey) ?? rows.find((row) => row.role !== null) ?? rows[0];
  // the preview follows when the arrows rest
  const previewed = useDeferredValue(chosen);
  const marks = roles.filter((role) => marked.has(role.id)).map((role) => role.id);

  useActions<'roles'>({
    'filter-roles': () => field.current?.focus(),
    'create-role': () => setNew(true),
  });

  const bin = (role: RoleRow) => {
    const at = rows.findIndex((row) => row.key === role.id);
    const next = rows.slice(at + 1).find((row) => row.role !== null) ?? rows.slice(0, at).findLast((row) => row.role);
    binRole.mutate({ id: role.id }, { onSuccess: () => choose(next?.key ?? null) });
  };
  const mark = (role: RoleRow) =>
    setMarked((before) => {
      const next = new Set(before);
      if (next.delete(role.id)) return next;
      // the one marked first makes room
      if (next.size >= mostMarked) next.delete([...next][0] ?? '');
      return next.add(role.id);
    });
  const toggle = (groupKey: string, isOpen: boolean) =>
    setClosed((before) => {
      const next = new Set(before);
      if (isOpen) next.delete(groupKey);
      else next.add(groupKey);
      return next;
    });
  const open = (row: LibraryRow) => {
    if (row.role !== null) navigate(`/roles/${row.role.id}`);
    else if (row.group.ladderId !== null) navigate(`/ladders/${row.group.ladderId}`);
    else toggle(row.group.key, !row.isOpen);
  };

  return (
    <>
      <Panes
        listLabel="Roles"
        showDetail={isDetail}
        onBack={() => setDetail(false)}
        list={
          <>
            <LibraryHead
              query={query}
              choices={choices}
              shownCount={shown.length}
              marked={marks}
              fieldRef={field}
              onChange={setQuery}
              onUnmark={() => setMarked(new Set())}
              onNew={() => setNew(true)}
              onLeaveDown={() => list.current?.focus()}
            />
            {binRole.error !== null && <ErrorBox error={binRole.error} />}
            {chosen === undefined ? (
              <Empty
                title="No role matches"
                text={nothingText(query)}
                action={
                  isNarrowed(query) ? (
                    <Button onClick={() => setQuery(unfilteredLibrary)}>Show all roles</Button>
                  ) : undefined
                }
              />
            ) : (
              <RoleList
                rows={rows}
                groupCount={groups.length}
                activeKey={chosen.key}
                marked={marked}
                listRef={list}
                onChoose={(row, isPointer) => {
                  choose(row.key);
                  if (isPointer) setDetail(true);
                }}
                onOpen={open}
                onToggle={toggle}
                onMark={mark}
                onBin={bin}
              />
            )}
          </>
        }
        detail={
          previewed === undefined ? null : previewed.role === null ? (
            <FamilyPreview group={previewed.group} />
          ) : (
            <RolePreview key={previewed.role.id} id={previewed.role.id} />
          )
        }
      />
      {isNew && <NewRoleDialog families={choices.families} onClose={() => setNew(false)} />}
    </>
  );
}

function nothingText(query: LibraryQuery): string {
  const words = query.text.trim();
  if (words !== '')
    return `Nothing here is called “${words}”${isNarrowed({ ...query, text: '' }) ? ' within these filters' : ''}.`;
  if (query.show === 'archived') return 'No role is archived. Archiving puts one away without losing a word.';
  if (query.show === 'pinned') return 'No role is pinned. Pin the role you aim at.';
  return isNarrowed(query) ? 'These filters leave no role.' : 'Every role is archived.';
}
