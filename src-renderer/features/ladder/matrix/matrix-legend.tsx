/** What the colours and signs of a matrix stand for: the levels of its scale with their names, then the signs. */
import { IconCheck, IconTarget } from '@tabler/icons-react';
import { Fragment } from 'react';
import type { Ladder } from '../../../../shared/api/ladder.ts';
import type { LevelStanding } from '../../../../shared/domain/match/grade.ts';
import { LevelTile } from '../../../ui/figures/level-tile.tsx';
import classes from '../ladder-screen.module.css';

interface MatrixLegendProps {
  readonly ladder: Ladder;
  readonly evidence: readonly LevelStanding[];
}

export function MatrixLegend({ ladder, evidence }: MatrixLegendProps) {
  const used = new Set(ladder.skills.flatMap((skill) => skill.cells.map((cell) => cell?.scaleId)));
  const scales = ladder.scales.filter((scale) => used.has(scale.id));
  const hasMandatory = ladder.skills.some((skill) => skill.cells.some((cell) => cell?.isMandatory));
  if (ladder.skills.length === 0) return null;
  return (
    <ul className={classes.legend} aria-label="Legend">
      {scales.map((scale, index) => (
        <Fragment key={scale.id}>
          {scales.length > 1 && <li className={classes.legendScale}>{`${scale.name}:`}</li>}
          {scale.levels.map((level) => (
            <li key={level.ordinal}>
              <LevelTile level={level.ordinal} of={scale.levels.length} />
              <span>{labelOf(level)}</span>
            </li>
          ))}
          {index < scales.length - 1 && <li className={classes.legendBreak} aria-hidden />}
        </Fragment>
      ))}
      {hasMandatory && (
        <li>
          <span className={classes.legendDot} aria-hidden />
          mandatory
        </li>
      )}
      {evidence.some((level) => level.isMet) && (
        <li className={classes.legendSign}>
          <IconCheck size={14} stroke={1.8} aria-hidden />
          met
        </li>
      )}
      {ladder.levels.some((level) => level.isPinned) && (
        <li className={classes.legendSign}>
          <IconTarget size={14} stroke={1.6} aria-hidden />
          your aim
        </li>
      )}
    </ul>
  );
}

/** “Working (W)”: the code only where it is not the number itself. */
const labelOf = ({ ordinal, label, code }: Ladder['scales'][number]['levels'][number]): string =>
  code === undefined || code === '' || code === String(ordinal) || code === label ? label : `${label} (${code})`;
