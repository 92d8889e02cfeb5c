/** One requirement as a bar: filled segments for what is evidenced, a tick for what is required, a diamond for oneself. */
import { levelText } from '../../../shared/domain/match/level.ts';
import classes from './requirement-bar.module.css';

interface RequirementBarProps {
  /** Levels of the scale. */
  readonly of: number;
  readonly required: number;
  readonly evidenced: number;
  readonly selfAssessed: number | null;
  readonly width?: number;
}

const gap = 2;
const height = 8;
const tall = 18;

/** How far a level is along the bar, past the gaps between the segments. */
function along(level: number, of: number, segment: number): number {
  const within = Math.max(0, Math.min(level, of));
  const gaps = Math.max(0, Math.ceil(within) - 1);
  return within * segment + gaps * gap;
}

const figureText = (value: number): string => (Number.isInteger(value) ? String(value) : levelText(value));

export function RequirementBar({ of, required, evidenced, selfAssessed, width = 100 }: RequirementBarProps) {
  const count = Math.max(1, Math.round(of));
  const segment = (width - gap * (count - 1)) / count;
  const top = (tall - height) / 2;
  const self = selfAssessed === null ? 'not self-assessed' : `self-assessed ${figureText(selfAssessed)}`;
  const tick = along(required, count, segment);
  return (
    <svg
      className={classes.bar}
      width={width}
      height={tall}
      viewBox={`0 0 ${width} ${tall}`}
      role="img"
      aria-label={`Required ${figureText(required)}, evidenced ${figureText(evidenced)}, ${self}, of ${of}`}
    >
      {Array.from({ length: count }, (_, index) => index).map((index) => {
        const x = index * (segment + gap);
        const part = Math.max(0, Math.min(1, evidenced - index));
        return (
          <g key={x}>
            <rect className={classes.track} x={x} y={top} width={segment} height={height} rx={2} />
            {part > 0 ? (
              <rect className={classes.filled} x={x} y={top} width={segment * part} height={height} rx={2} />
            ) : null}
          </g>
        );
      })}
      <rect className={classes.required} x={Math.min(tick - 1, width - 2)} y={0} width={2} height={tall} />
      {selfAssessed === null ? null : (
        <rect
          className={classes.self}
          x={-3.2}
          y={-3.2}
          width={6.4}
          height={6.4}
          transform={`translate(${along(selfAssessed, count, segment)} ${tall / 2}) rotate(45)`}
        />
      )}
    </svg>
  );
}
