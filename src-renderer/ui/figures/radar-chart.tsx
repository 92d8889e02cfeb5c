/** The radar: what a role requires, what is evidenced and what one says of oneself, as three marks that need no colour. */
import type { MatchAxis } from '../../../shared/api/match.ts';
import { levelText } from '../../../shared/domain/match/level.ts';
import { type RadarPoint, radarPointsText } from '../../../shared/domain/match/radar.ts';
import { placeAxes } from '../../../shared/domain/match/radar-axes.ts';
import classes from './radar-chart.module.css';

interface RadarChartProps {
  readonly axes: readonly MatchAxis[];
  readonly chosen?: string | null | undefined;
  readonly onChoose?: ((id: string) => void) | undefined;
  readonly width?: number;
  readonly height?: number;
}

const lineHeight = 14;
const diamond = 6.4;

const described = (axis: MatchAxis): string =>
  `${axis.label}: required ${levelText(axis.required)}, evidenced ${levelText(axis.evidenced)}, ${
    axis.selfAssessed === null ? 'not self-assessed' : `self-assessed ${levelText(axis.selfAssessed)}`
  }, of ${axis.of}`;

export function RadarChart({ axes, chosen, onChoose, width = 400, height = 300 }: RadarChartProps) {
  const picture = placeAxes(axes, { width, height, lineHeight });
  const self = picture.selfAssessed.filter((point): point is RadarPoint => point !== null);
  const isWhole = self.length === picture.selfAssessed.length && self.length > 2;
  return (
    <svg
      className={classes.radar}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={`Radar of ${axes.length} requirements. ${axes.map(described).join('. ')}.`}
    >
      {picture.rings.map((ring, index) => {
        const name = index === picture.rings.length - 1 ? classes.outer : classes.ring;
        return picture.isPolygon ? (
          <polygon key={ring.radius} className={name} points={radarPointsText(ring.points)} />
        ) : (
          <circle key={ring.radius} className={name} cx={picture.centre.x} cy={picture.centre.y} r={ring.radius} />
        );
      })}
      {picture.spokes.map((end, index) => (
        <line
          key={axes[index]?.id}
          className={classes.ring}
          x1={picture.centre.x}
          y1={picture.centre.y}
          x2={end.x}
          y2={end.y}
        />
      ))}
      {picture.isPolygon ? (
        <>
          <polygon className={classes.evidenced} points={radarPointsText(picture.evidenced)} />
          {isWhole ? <polygon className={classes.self} points={radarPointsText(self)} /> : null}
          <polygon className={classes.required} points={radarPointsText(picture.required)} />
        </>
      ) : (
        picture.required.map((point, index) => (
          <circle key={axes[index]?.id} className={classes.required} cx={point.x} cy={point.y} r={7} />
        ))
      )}
      {picture.evidenced.map((point, index) => (
        <circle key={axes[index]?.id} className={classes.dot} cx={point.x} cy={point.y} r={3.5} />
      ))}
      {picture.selfAssessed.map((point, index) =>
        point === null ? null : (
          <rect
            key={axes[index]?.id}
            className={classes.diamond}
            x={-diamond / 2}
            y={-diamond / 2}
            width={diamond}
            height={diamond}
            transform={`translate(${point.x} ${point.y}) rotate(45)`}
          />
        ),
      )}
      {picture.hasNumbers
        ? picture.rings.map((ring, index) => (
            <text key={ring.radius} className={classes.number} x={ring.number.x + 8} y={ring.number.y + 4}>
              {index + 1}
            </text>
          ))
        : null}
      {picture.labels.map((label, index) => {
        const axis = axes[index];
        if (axis === undefined) return null;
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for the pointer; the table below has the same rows as buttons
          <text
            key={axis.id}
            className={classes.label}
            data-chosen={axis.id === chosen || undefined}
            data-chooses={onChoose === undefined ? undefined : true}
            x={label.x}
            y={label.y}
            textAnchor={label.anchor}
            onClick={onChoose === undefined ? undefined : () => onChoose(axis.id)}
          >
            {label.lines.some((line) => line.endsWith('…')) ? <title>{axis.label}</title> : null}
            {label.lines.map((line, at) => (
              <tspan key={line} x={label.x} dy={at === 0 ? 0 : lineHeight}>
                {line}
              </tspan>
            ))}
          </text>
        );
      })}
    </svg>
  );
}

/** The three marks with their names, as they stand beside a radar or above a table of bars. */
export function RadarLegend() {
  return (
    <ul className={classes.legend}>
      <li>
        <svg width={32} height={12} aria-hidden>
          <line className={classes.required} x1={1} y1={6} x2={31} y2={6} />
        </svg>
        Required
      </li>
      <li>
        <svg width={32} height={12} aria-hidden>
          <rect className={classes.fill} x={0} y={1} width={32} height={10} />
          <line className={classes.line} x1={0} y1={6} x2={32} y2={6} />
          <circle className={classes.dot} cx={16} cy={6} r={3.5} />
        </svg>
        Evidenced
      </li>
      <li>
        <svg width={32} height={12} aria-hidden>
          <line className={classes.self} x1={1} y1={6} x2={31} y2={6} />
          <rect
            className={classes.diamond}
            x={-3.2}
            y={-3.2}
            width={6.4}
            height={6.4}
            transform="translate(16 6) rotate(45)"
          />
        </svg>
        Self-assessed, never counted
      </li>
    </ul>
  );
}
