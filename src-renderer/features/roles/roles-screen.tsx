/** The library of role specs: pinned ones first, then ladder by ladder, with the chosen role beside the list. */
import { Button, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import type { RoleRow } from '../../../shared/api/role.ts';
import { useActs } from '../../acts.ts';
import { useAnswer, useCommand } from '../../api.ts';
import { Empty } from '../../components/empty.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { Loading } from '../../components/loading.tsx';
import { Panes } from '../../components/pane.tsx';
import { groupRoles } from './group-roles.ts';
import { RoleList } from './role-list.tsx';
import { RolePreview } from './role-preview.tsx';
import classes from './roles-screen.module.css';

export function RolesScreen() {
  const answer = useAnswer('listRoles', {});
  if (answer.error !== null) {
    return (
      <div className={classes.whole}>
        <ErrorBox error={answer.error} retry={() => void answer.refetch()} />
      </div>
    );
  }
  if (answer.data === undefined) return <Loading label="Reading the roles" />;
  if (answer.data.length === 0) {
    return (
      <div className={classes.whole}>
        <Empty
          isWhole
          title="No roles yet"
          text="A role spec says what a role asks: read one from a file, a saved page or a pack, and compare your record with it."
          action={
            <Button variant="filled" component={Link} to="/import">
              Import a role
            </Button>
          }
        />
      </div>
    );
  }
  return <Library roles={answer.data} />;
}

function Library({ roles }: { readonly roles: readonly RoleRow[] }) {
  const [, navigate] = useLocation();
  // In the address, so that Back finds the list as it was left.
  const params = new URLSearchParams(useSearch());
  const filter = params.get('text') ?? '';
  const chosenId = params.get('role');
  const setParam = (name: string, value: string | null) => {
    const next = new URLSearchParams(params);
    if (value === null || value === '') next.delete(name);
    else next.set(name, value);
    // With its question mark even when nothing follows: without one the old query would stay.
    navigate(`/roles?${next.toString()}`, { replace: true });
  };
  const setFilter = (text: string) => setParam('text', text);
  const setChosenId = (id: string | null) => setParam('role', id);
  const [isDetail, setDetail] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const binRole = useCommand('binRole');
  const groups = useMemo(() => groupRoles(roles, filter), [roles, filter]);
  const shown = groups.flatMap((group) => group.roles);
  const chosen = shown.find((role) => role.id === chosenId) ?? shown[0];

  useActs([
    {
      id: 'filter-roles',
      label: 'Filter the roles',
      keys: 'mod+F',
      group: 'This screen',
      run: () => field.current?.focus(),
    },
  ]);

  const bin = (role: RoleRow) => {
    const at = shown.findIndex((other) => other.id === role.id);
    const next = shown[at + 1] ?? shown[at - 1];
    binRole.mutate({ id: role.id }, { onSuccess: () => setChosenId(next?.id ?? null) });
  };

  return (
    <Panes
      listLabel="Roles"
      showDetail={isDetail}
      onBack={() => setDetail(false)}
      list={
        <>
          <div className={classes.listHead}>
            <TextInput
              ref={field}
              data-filter
              aria-label="Filter the roles"
              placeholder="Filter by title, family or pack"
              leftSection={<IconSearch size={16} stroke={1.6} aria-hidden />}
              value={filter}
              onChange={(event) => setFilter(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key === 'ArrowDown') {
                  event.preventDefault();
                  list.current?.focus();
                } else if (event.key === 'Escape' && filter !== '') {
                  event.stopPropagation();
                  setFilter('');
                }
              }}
            />
            <div className={classes.listLine}>
              <span className={classes.count}>{`${shown.length} ${shown.length === 1 ? 'role' : 'roles'}`}</span>
              <Button variant="subtle" color="gray" component={Link} to="/competencies">
                Competencies
              </Button>
              <Button component={Link} to="/import">
                Import
              </Button>
            </div>
          </div>
          {binRole.error !== null && <ErrorBox error={binRole.error} />}
          {chosen === undefined ? (
            <Empty
              isWhole
              title="No role matches"
              text={`Nothing here is called “${filter.trim()}”.`}
              action={<Button onClick={() => setFilter('')}>Show all roles</Button>}
            />
          ) : (
            <RoleList
              groups={groups}
              chosen={chosen}
              listRef={list}
              onChoose={(role, isPointer) => {
                setChosenId(role.id);
                if (isPointer) setDetail(true);
              }}
              onOpen={(role) => navigate(`/roles/${role.id}`)}
              onBin={bin}
            />
          )}
        </>
      }
      detail={chosen === undefined ? null : <RolePreview key={chosen.id} id={chosen.id} />}
    />
  );
}
