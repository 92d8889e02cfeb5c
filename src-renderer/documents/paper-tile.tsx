/** A level on paper: the tile of its scale's colour with the number always inside, and the marks beside it. */
import type { PaperLevel } from '../../shared/api/document.ts';
import { levelColour } from '../../shared/domain/match/level.ts';

/** Ground and figure, from nothing to the top of a scale. */
const tileColours = [
  ['#ffffff', '#4e4b45'],
  ['#e8f4e4', '#182413'],
  ['#c2dcb8', '#182413'],
  ['#96ba88', '#182413'],
  ['#557947', '#ffffff'],
  ['#324828', '#ffffff'],
] as const;

export function PaperTile({ level }: { readonly level: PaperLevel }) {
  const [background, color] = tileColours[levelColour(level.level, level.of)] ?? tileColours[0];
  return (
    <span className="tile" style={{ background, color }}>
      {level.level}
    </span>
  );
}

/** Mandatory: a full dot. */
export function MandatoryMark() {
  return (
    <svg className="mark" viewBox="0 0 8 8" width={7} height={7} role="img" aria-label="mandatory">
      <circle cx={4} cy={4} r={3.2} fill="#1d1c18" />
    </svg>
  );
}

/** Not yet proven by evidence: an open one. */
export function UnprovenMark() {
  return (
    <svg className="mark" viewBox="0 0 8 8" width={7} height={7} role="img" aria-label="not yet proven by evidence">
      <circle cx={4} cy={4} r={2.8} fill="#ffffff" stroke="#1d1c18" strokeWidth={1} />
    </svg>
  );
}
