/** What the lines and frames of the map stand for, each a choice of whether it is drawn. */
import { Checkbox, Flex, Group } from '@mantine/core';
import { IconTarget } from '@tabler/icons-react';
import type { MapPath, MapRole } from '../../../shared/api/career.ts';
import type { Drawn } from './career-query.ts';
import classes from './careers-screen.module.css';
import { PathMarkers } from './path-markers.tsx';

const pathKinds = [
  ['next', 'Up'],
  ['lateral', 'Sideways'],
  ['feeder', 'In'],
] as const;

interface CareerLegendProps {
  readonly roles: readonly MapRole[];
  readonly paths: readonly MapPath[];
  readonly hidden: readonly Drawn[];
  readonly onHide: (hidden: readonly Drawn[]) => void;
}

export function CareerLegend({ roles, paths, hidden, onHide }: CareerLegendProps) {
  const kinds = pathKinds.filter(([kind]) => paths.some((path) => path.kind === kind));
  const named = roles.filter((role) => role.roleId === null).length;
  const toggle = (kind: Drawn, isShown: boolean) =>
    onHide(isShown ? hidden.filter((other) => other !== kind) : [...hidden, kind]);
  return (
    <Group gap="0.25rem 1.25rem" mt="sm" c="var(--cn-text1)" role="group" aria-label="What is drawn">
      {kinds.map(([kind, word]) => (
        <Checkbox
          key={kind}
          classNames={{ body: classes.check }}
          checked={!hidden.includes(kind)}
          onChange={(event) => toggle(kind, event.currentTarget.checked)}
          label={
            <Flex component="span" className="cn-small" display="inline-flex" align="center" gap={6}>
              <svg width={44} height={12} viewBox="0 0 44 12" aria-hidden className={classes.legendLine}>
                <PathMarkers prefix="legend" />
                <path className={classes.path} data-kind={kind} d="M2 6 H36" markerEnd={`url(#legend-${kind})`} />
              </svg>
              {word}
            </Flex>
          }
        />
      ))}
      {named > 0 && (
        <Checkbox
          classNames={{ body: classes.check }}
          checked={!hidden.includes('named')}
          onChange={(event) => toggle('named', event.currentTarget.checked)}
          label={
            <Flex component="span" className="cn-small" display="inline-flex" align="center" gap={6}>
              <span className={classes.legendNamed} aria-hidden />
              {`${named} only named, not in your library`}
            </Flex>
          }
        />
      )}
      {roles.some((role) => role.pin !== null) && (
        <Flex
          component="span"
          className="cn-small"
          display="inline-flex"
          align="center"
          gap={6}
          c="var(--cn-accent-text)"
        >
          <IconTarget size={14} stroke={1.6} aria-hidden />
          your aim
        </Flex>
      )}
    </Group>
  );
}
