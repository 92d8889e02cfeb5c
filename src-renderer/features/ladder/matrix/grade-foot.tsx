/** The grade twice, by evidence and by one's own view, and what the level in view still needs. */
import type { Ladder } from '../../../../shared/api/ladder.ts';
import { gradeOf, type LevelStanding } from '../../../../shared/domain/match/grade.ts';
import { levelName } from '../ladder-levels.ts';
import classes from '../ladder-screen.module.css';

interface GradeFootProps {
  readonly ladder: Ladder;
  readonly evidence: readonly LevelStanding[];
  readonly ownView: readonly LevelStanding[];
  readonly at: number;
}

export function GradeFoot({ ladder, evidence, ownView, at }: GradeFootProps) {
  const level = ladder.levels[at];
  const standing = evidence[at];
  if (level === undefined || standing === undefined || ladder.skills.length === 0) return null;
  const gradeName = (levels: readonly LevelStanding[]) => {
    const grade = ladder.levels[gradeOf(levels)];
    return grade === undefined ? 'None yet' : levelName(grade);
  };
  return (
    <dl
      className={classes.grade}
      title="A level is met when every mandatory requirement is proven and four fifths of the rest. A skill that counts through the competency above it is not counted again."
    >
      <div>
        <dt>By evidence</dt>
        <dd>{gradeName(evidence)}</dd>
      </div>
      <div>
        <dt>Your own view</dt>
        <dd>{gradeName(ownView)}</dd>
      </div>
      <div>
        <dt>{`${levelName(level)} needs`}</dt>
        <dd className={classes.needs}>{needsText(standing)}</dd>
      </div>
    </dl>
  );
}

/** What is missing at a level: the mandatory ones first, as nothing else counts without them. */
function needsText({ others, othersMet, mandatory, mandatoryMet, isMet }: LevelStanding): string {
  if (isMet) return 'nothing more';
  if (mandatoryMet < mandatory) return `${mandatory - mandatoryMet} mandatory more`;
  const missing = Math.ceil(others * 0.8 - 1e-9) - othersMet;
  return missing > 0 ? `${missing} more` : 'the levels below';
}
