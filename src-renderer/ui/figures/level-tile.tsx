/** A level as a tile with its number, and a competency with the level shown. The number is the scale's own. */
import { levelColour } from '../../../shared/domain/match/level.ts';
import classes from './level-tile.module.css';

interface LevelTileProps {
  readonly level: number;
  /** How many levels the scale has. */
  readonly of: number;
  readonly size?: number;
}

export function LevelTile({ level, of, size = 20 }: LevelTileProps) {
  const color = levelColour(level, of);
  return (
    <span
      className={classes.tile}
      data-empty={level <= 0 || undefined}
      role="img"
      aria-label={`Level ${level} of ${of}`}
      style={{
        width: `${size / 16}rem`,
        height: `${size / 16}rem`,
        background: `var(--cn-level-${color})`,
        color: `var(--cn-level-${color}-text)`,
      }}
    >
      {Number.isInteger(level) ? level : level.toFixed(1)}
    </span>
  );
}

interface CompetencyChipProps {
  readonly name: string;
  readonly level: number;
  readonly of: number;
  readonly onClick?: (() => void) | undefined;
}

export function CompetencyChip({ name, level, of, onClick }: CompetencyChipProps) {
  const content = (
    <>
      <LevelTile level={level} of={of} size={18} />
      <span className="cn-breaks">{name}</span>
    </>
  );
  if (onClick === undefined) return <span className={classes.chip}>{content}</span>;
  return (
    <button type="button" className={classes.chip} onClick={onClick}>
      {content}
    </button>
  );
}
