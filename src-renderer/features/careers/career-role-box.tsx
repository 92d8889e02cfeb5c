/** A role on the career map. */
import { IconTarget } from '@tabler/icons-react';
import { memo } from 'react';
import type { MapBox } from '../../../shared/domain/career/career-map.ts';
import classes from './career-map.module.css';
import { headHeight } from './career-map-measures.ts';

export interface BoxEvents {
  readonly choose: (key: string) => void;
  readonly choosePath: (key: string, path: string) => void;
  readonly stand: (key: string) => void;
  readonly point: (key: string | null) => void;
}

interface RoleBoxProps {
  readonly box: MapBox;
  readonly isActive: boolean;
  readonly isChosen: boolean;
  /** What a reader hears after the title. */
  readonly aside: string;
  readonly on: BoxEvents;
}

export const CareerRoleBox = memo(function CareerRoleBox({ box, isActive, isChosen, aside, on }: RoleBoxProps) {
  const { role, x, y, width, height } = box;
  return (
    <button
      type="button"
      className={classes.role}
      data-role-key={role.key}
      data-named={role.roleId === null || undefined}
      data-aim={role.pin !== null || undefined}
      aria-pressed={isChosen}
      tabIndex={isActive ? 0 : -1}
      style={{ left: x, top: y + headHeight, width, height }}
      title={role.title}
      onFocus={() => on.stand(role.key)}
      onClick={() => on.choose(role.key)}
      onPointerEnter={() => on.point(role.key)}
      onPointerLeave={() => on.point(null)}
    >
      <span className={classes.roleTitle}>{role.title}</span>
      {(role.levelCode !== null || role.pin !== null) && (
        <span className={classes.roleMeta}>
          {role.levelCode}
          {role.pin !== null && <IconTarget size={13} stroke={1.7} aria-hidden />}
        </span>
      )}
      <span className="cn-aside">{aside}</span>
    </button>
  );
});
