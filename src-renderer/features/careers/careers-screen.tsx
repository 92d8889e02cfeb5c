/** The career map: every role one has, by family and level, with the paths that lead up, sideways and in. */

import { Button, Group, SegmentedControl, Select } from '@mantine/core';
import { useMemo } from 'react';
import { Link } from 'wouter';
import type { MapPath, MapRole } from '../../../shared/api/career.ts';
import { compareNames } from '../../../shared/domain/names/name-order.ts';
import { useAnswer } from '../../api.ts';
import { Answer } from '../../parts/errors/answer.tsx';
import { EmptyScreen } from '../../ui/empty.tsx';
import { PanelScreen } from '../../ui/side-panel.tsx';
import { useTrail } from '../../ui/trail.tsx';
import { CareerLegend } from './career-legend.tsx';
import { CareerList } from './career-list.tsx';
import { CareerMap } from './career-map.tsx';
import { type Drawn, useCareerQuery } from './career-query.ts';
import { CareerRolePanel } from './career-role-panel.tsx';
import { mapCounts } from './career-words.ts';
import classes from './careers-screen.module.css';

export function CareersScreen() {
  const answer = useAnswer('getCareerMap', {});
  useTrail('Career map');
  if (answer.data === undefined || answer.error !== null)
    return <Answer isWhole of={answer} reading="Reading the career map" />;
  if (answer.data.roles.length === 0) {
    return (
      <EmptyScreen
        title="No roles on the map yet"
        text="The map sets the roles you have by family and level, and draws the paths their documents name: up, sideways and in."
        action={
          <Button variant="filled" component={Link} to="/import">
            Import a role
          </Button>
        }
      />
    );
  }
  return <Careers roles={answer.data.roles} paths={answer.data.paths} />;
}

interface CareersProps {
  readonly roles: readonly MapRole[];
  readonly paths: readonly MapPath[];
}

function Careers({ roles, paths }: CareersProps) {
  const [query, change] = useCareerQuery();
  const families = useMemo(
    () => [...new Set(roles.flatMap((role) => (role.family === null ? [] : [role.family])))].sort(compareNames),
    [roles],
  );
  const byKey = useMemo(() => new Map(roles.map((role) => [role.key, role])), [roles]);
  const near = useMemo(() => shownCareers(roles, paths, query.family), [roles, paths, query.family]);
  const hidden = useMemo(() => query.hidden ?? usuallyHidden(near.roles), [query.hidden, near.roles]);
  const shown = useMemo(() => withoutHidden(near, hidden), [near, hidden]);
  const chosen = byKey.get(query.role ?? '');
  const choose = (key: string | null, path: string | null = null) => change({ role: key, path });
  const close = () => {
    choose(null);
    document.querySelector<HTMLElement>(`[data-role-key="${CSS.escape(query.role ?? '')}"]`)?.focus();
  };

  return (
    <PanelScreen
      label="The role"
      onClose={close}
      panel={
        chosen === undefined ? null : (
          <CareerRolePanel
            key={chosen.key}
            role={chosen}
            roles={byKey}
            paths={paths}
            chosenPath={query.path}
            onChoose={choose}
            onClose={close}
          />
        )
      }
    >
      <div className={classes.main}>
        <header className={classes.head}>
          <Group gap="0.25rem 1rem" justify="space-between">
            <h1>Career map</h1>
            <div className={classes.acts}>
              {families.length > 1 && (
                <Select
                  className={classes.family}
                  aria-label="Family"
                  value={query.family ?? ''}
                  data={[{ value: '', label: 'All families' }, ...families.map((value) => ({ value, label: value }))]}
                  searchable={families.length > 12}
                  onChange={(family) => change({ family: family === '' ? null : family, role: null, path: null })}
                />
              )}
              <SegmentedControl
                aria-label="How to show it"
                value={query.view}
                data={[
                  { value: 'map', label: 'Map' },
                  { value: 'list', label: 'List' },
                ]}
                onChange={(view) => change({ view: view === 'list' ? 'list' : 'map' })}
              />
            </div>
          </Group>
          <p className="cn-small cn-quiet cn-figures">
            {mapCounts(shown.roles, shown.paths)}
            {near.paths.length === 0 ? '. None of their documents names a way up, sideways or in.' : ''}
          </p>
          <CareerLegend
            paths={near.paths}
            roles={near.roles}
            hidden={hidden}
            onHide={(next) => change({ hidden: next })}
          />
        </header>
        {query.view === 'list' ? (
          <CareerList roles={shown.roles} paths={shown.paths} chosen={query.role} onChoose={choose} />
        ) : (
          <CareerMap
            roles={shown.roles}
            paths={shown.paths}
            chosen={query.role}
            chosenPath={query.path}
            onChoose={choose}
          />
        )}
      </div>
    </PanelScreen>
  );
}

/** The roles of a family with those a path away from it, and the paths between what is shown. */
export function shownCareers(
  roles: readonly MapRole[],
  paths: readonly MapPath[],
  family: string | null,
): CareersProps {
  if (family === null) return { roles, paths };
  const own = new Set(roles.filter((role) => role.family === family).map((role) => role.key));
  const near = new Set(own);
  const shownPaths = paths.filter((path) => own.has(path.from) || own.has(path.to));
  for (const path of shownPaths) near.add(path.from).add(path.to);
  return { roles: roles.filter((role) => near.has(role.key)), paths: shownPaths };
}

/** So many roles that are only named still leave the map legible. */
const mostNamed = 20;

/** Where documents name many roles that are not here, the map begins with those that are. */
function usuallyHidden(roles: readonly MapRole[]): readonly Drawn[] {
  return roles.filter((role) => role.roleId === null).length > mostNamed ? ['named'] : [];
}

function withoutHidden({ roles, paths }: CareersProps, hidden: readonly Drawn[]): CareersProps {
  if (hidden.length === 0) return { roles, paths };
  const shownRoles = roles.filter((role) => role.roleId !== null || !hidden.includes('named'));
  const keys = new Set(shownRoles.map((role) => role.key));
  return {
    roles: shownRoles,
    paths: paths.filter((path) => !hidden.includes(path.kind) && keys.has(path.from) && keys.has(path.to)),
  };
}
