/** What a group has beyond the lines that are listed, and where the rest of the record is looked through. */
import { Link } from 'wouter';
import type { BuilderGroup } from '../../../../shared/api/resume.ts';
import classes from './builder-group.module.css';

/** Nothing while all lines are listed. */
export function MoreLines({ group }: { readonly group: BuilderGroup }) {
  if (group.hiddenCount === 0) return null;
  const count = group.hiddenCount.toLocaleString('en');
  // What was done in a project stands here when it has no position; the record finds it there.
  const query = new URLSearchParams({ position: group.positionId ?? 'none', status: 'ready' });
  return (
    <p className={classes.more}>
      <Link
        className="cn-link"
        href={`/record?${query}`}
        aria-label={`and ${count} more of ${group.title} in the record`}
      >
        and {count} more
      </Link>{' '}
      in the record. Open one there and choose Use in resume.
    </p>
  );
}
