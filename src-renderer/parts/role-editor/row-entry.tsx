/** A row of a role as it is read while it is closed, with its level before it where it asks for one. */
import type { RequirementContent } from '../../../shared/api/role-content.ts';
import type { Scale } from '../../../shared/api/values.ts';
import type { RoleList } from '../../../shared/vocabulary/role-shape.ts';
import { LevelTile } from '../../ui/figures/level-tile.tsx';
import type { AnyRow } from './edit-content.ts';
import { entryWords } from './edit-lists.ts';
import type { Entry } from './entry-rows.tsx';
import classes from './role-editor.module.css';

export function entryOf(list: RoleList, row: AnyRow, scales: readonly Scale[]): Omit<Entry, 'key'> {
  const [words, about] = entryWords(list, row);
  if (list !== 'requirements') return { words, about };
  const { level, scale } = row as RequirementContent;
  const levels = scales.find(({ id }) => id === scale)?.levels.length || 5;
  const sign =
    level === null ? (
      <span className={classes.noLevel} aria-hidden>
        –
      </span>
    ) : (
      <LevelTile level={level} of={Math.max(level, levels)} />
    );
  return { words, about, sign: <span className={classes.sign}>{sign}</span> };
}
