/** The career map as a list: family by family, each role with its steps in words. */

import { Box } from '@mantine/core';
import { IconTarget } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { MapPath, MapRole } from '../../../shared/api/career.ts';
import { compareLevels, compareNames } from '../../../shared/domain/names/name-order.ts';
import { pathKey } from './career-query.ts';
import { gapText, type Step, stepsOf } from './career-words.ts';
import classes from './careers-screen.module.css';

interface CareerListProps {
  readonly roles: readonly MapRole[];
  readonly paths: readonly MapPath[];
  readonly chosen: string | null;
  readonly onChoose: (key: string, path?: string | null) => void;
}

export function CareerList({ roles, paths, chosen, onChoose }: CareerListProps) {
  const byKey = useMemo(() => new Map(roles.map((role) => [role.key, role])), [roles]);
  const families = useMemo(() => {
    const groups = new Map<string, MapRole[]>();
    for (const role of [...roles].sort(compareLevels)) {
      const family = role.family ?? 'Without a family';
      groups.set(family, [...(groups.get(family) ?? []), role]);
    }
    return [...groups].sort(([a], [b]) => compareNames(a, b));
  }, [roles]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling pane is focusable so that keys can scroll it
    <section className={classes.list} tabIndex={0} aria-label="Roles and their steps">
      {families.map(([family, group]) => (
        <section key={family} className={classes.listGroup} aria-label={family}>
          <Box component="h2" mb="xs">
            {family}
          </Box>
          <ul>
            {group.map((role) => (
              <Box key={role.key} component="li" className="cn-rule-above" py="sm">
                <button
                  type="button"
                  className={classes.listTitle}
                  data-role-key={role.key}
                  aria-current={role.key === chosen ? 'true' : undefined}
                  onClick={() => onChoose(role.key)}
                >
                  {role.levelCode !== null && (
                    <Box component="span" className="cn-quiet" fw={400}>
                      {role.levelCode}
                    </Box>
                  )}
                  {role.title}
                  {role.pin !== null && <IconTarget size={14} stroke={1.6} role="img" aria-label="your aim" />}
                </button>
                <ListSteps role={role} steps={stepsOf(role.key, paths, byKey)} onChoose={onChoose} />
              </Box>
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

interface ListStepsProps {
  readonly role: MapRole;
  readonly steps: ReturnType<typeof stepsOf>;
  readonly onChoose: (key: string, path: string) => void;
}

function ListSteps({ role, steps, onChoose }: ListStepsProps) {
  const groups: readonly (readonly [string, readonly Step[]])[] = [
    ['Up to', steps.up],
    ['Sideways to', steps.sideways],
    ['In from', steps.from],
  ];
  if (groups.every(([, group]) => group.length === 0)) return null;
  return (
    <ul className={classes.listSteps}>
      {groups.flatMap(([word, group]) =>
        group.map(({ path, role: other }) => (
          <li key={pathKey(path)}>
            <button type="button" className={classes.listStep} onClick={() => onChoose(role.key, pathKey(path))}>
              {`${word} ${other.title}`}
            </button>
            {/* The gap of a way in is told where it starts. */}
            {path.from === role.key && path.gap.length > 0 && (
              <Box component="span" className="cn-quiet" ms={10}>
                {gapText(path, 3)}
              </Box>
            )}
          </li>
        )),
      )}
    </ul>
  );
}
