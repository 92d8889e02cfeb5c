/** What a match report draws: the radar on paper, its key, and the boxes of a level. The same figures stand beside them. */
import type { MatchDocumentRow } from '../../shared/api/document.ts';
import type { MatchAxis } from '../../shared/api/match.ts';
import { levelFraction } from '../../shared/domain/match/level.ts';
import { type RadarPoint, radarPointsText } from '../../shared/domain/match/radar.ts';
import { placeAxes } from '../../shared/domain/match/radar-axes.ts';

const inkColour = '#1d1c18';
const secondColour = '#4e4b45';
const lichenColour = '#3a542f';
const hairlineColour = '#c1bdb6';
/** In pixels of CSS, as the sheet lays them out: 150 by 92 mm. */
const chartWidth = 567;
const chartHeight = 348;
const lineHeight = 14;
/** Labels are 8 pt. */
const labelSize = 10.7;

const requiredStyle = { fill: 'none', stroke: inkColour, strokeWidth: 1.4, strokeDasharray: '6 4' } as const;
const evidencedStyle = { fill: lichenColour, fillOpacity: 0.13, stroke: lichenColour, strokeWidth: 1.8 } as const;
const selfStyle = {
  fill: 'none',
  stroke: secondColour,
  strokeWidth: 1.5,
  strokeDasharray: '0.1 4',
  strokeLinecap: 'round',
} as const;

/** Required dashed, evidenced solid with squares, own view dotted with open circles; numbers tell them apart without colour too. */
export function PaperRadar({ axes }: { readonly axes: readonly MatchAxis[] }) {
  const picture = placeAxes(axes, {
    width: chartWidth,
    height: chartHeight,
    lineHeight: lineHeight,
    characterWidth: 5.6,
  });
  const own = picture.selfAssessed.filter((point): point is RadarPoint => point !== null);
  const outermost = picture.rings.length - 1;
  return (
    <svg
      viewBox={`0 0 ${chartWidth} ${chartHeight}`}
      width={chartWidth}
      height={chartHeight}
      role="img"
      aria-label={`Radar of ${axes.length} requirements: required, evidenced and self-assessed levels. The table of requirements has the same figures.`}
    >
      {picture.rings.map((ring, index) => (
        <polygon
          key={ring.radius}
          points={radarPointsText(ring.points)}
          fill="none"
          stroke={index === outermost ? '#8b8780' : hairlineColour}
          strokeWidth={0.6}
        />
      ))}
      {picture.spokes.map((end, index) => (
        <line
          key={axes[index]?.id}
          x1={picture.centre.x}
          y1={picture.centre.y}
          x2={end.x}
          y2={end.y}
          stroke={hairlineColour}
          strokeWidth={0.6}
        />
      ))}
      <polygon points={radarPointsText(picture.evidenced)} {...evidencedStyle} />
      {own.length === axes.length ? <polygon points={radarPointsText(own)} {...selfStyle} /> : null}
      <polygon points={radarPointsText(picture.required)} {...requiredStyle} />
      {picture.evidenced.map((point, index) => (
        <rect key={axes[index]?.id} x={point.x - 2.6} y={point.y - 2.6} width={5.2} height={5.2} fill={lichenColour} />
      ))}
      {picture.selfAssessed.map((point, index) =>
        point === null ? null : (
          <circle
            key={axes[index]?.id}
            cx={point.x}
            cy={point.y}
            r={3.2}
            fill="#fff"
            stroke={secondColour}
            strokeWidth={1.2}
          />
        ),
      )}
      {picture.hasNumbers
        ? picture.rings.map((ring, index) => (
            <text key={ring.radius} x={ring.number.x + 4} y={ring.number.y - 2} fontSize={9.4} fill={secondColour}>
              {index + 1}
            </text>
          ))
        : null}
      {picture.labels.map((label, index) => (
        <text
          key={axes[index]?.id}
          x={label.x}
          y={label.y}
          textAnchor={label.anchor}
          fontSize={labelSize}
          fill={inkColour}
        >
          {label.lines.map((line, at) => (
            <tspan key={line} x={label.x} dy={at === 0 ? 0 : lineHeight}>
              {line}
            </tspan>
          ))}
        </text>
      ))}
    </svg>
  );
}

/** The three marks with their names. */
export function RadarKey() {
  return (
    <svg width={chartWidth} height={18} viewBox={`0 0 ${chartWidth} 18`} role="img" aria-label="Key to the radar">
      <line x1={118} y1={9} x2={142} y2={9} {...evidencedStyle} />
      <rect x={127.4} y={6.4} width={5.2} height={5.2} fill={lichenColour} />
      <text x={148} y={12.6} fontSize={labelSize} fill={inkColour}>
        Evidenced
      </text>
      <line x1={238} y1={9} x2={262} y2={9} {...requiredStyle} />
      <text x={268} y={12.6} fontSize={labelSize} fill={inkColour}>
        Required
      </text>
      <line x1={348} y1={9} x2={372} y2={9} {...selfStyle} />
      <circle cx={360} cy={9} r={3.2} fill="#fff" stroke={secondColour} strokeWidth={1.2} />
      <text x={378} y={12.6} fontSize={labelSize} fill={inkColour}>
        Self, never counted
      </text>
    </svg>
  );
}

/** One box per level, filled as far as is evidenced; the upright bar stands at the required level. */
export function LevelBoxes({ row }: { readonly row: MatchDocumentRow }) {
  const levels = Math.min(row.scaleLevels, 10);
  const evidenced = levelFraction(row.evidenced, row.scaleLevels) * levels;
  const required = levelFraction(row.required, row.scaleLevels) * levels;
  const width = 74;
  const step = width / levels;
  return (
    <svg width={width + 2} height={12} viewBox={`0 0 ${width + 2} 12`} aria-hidden="true">
      {Array.from({ length: levels }, (_, index) => {
        const filled = Math.min(Math.max(evidenced - index, 0), 1);
        const x = index * step;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a box is its level
          <g key={index}>
            <rect
              x={x + 0.4}
              y={3}
              width={step - 2.4}
              height={6}
              fill="none"
              stroke={hairlineColour}
              strokeWidth={0.6}
            />
            {filled === 0 ? null : (
              <rect x={x} y={2.6} width={(step - 1.6) * filled} height={6.8} fill={lichenColour} />
            )}
          </g>
        );
      })}
      <rect x={Math.max(required * step - 1.4, 0)} y={0} width={1.6} height={12} fill={inkColour} />
    </svg>
  );
}
