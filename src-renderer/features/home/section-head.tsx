/** The heading of a group on Home, over its hairline. */
import classes from './section-head.module.css';

interface SectionHeadProps {
  readonly title: string;
  readonly note?: string;
}

export function SectionHead({ title, note }: SectionHeadProps) {
  return (
    <div className={classes.head}>
      <h2 className="cn-heading">{title}</h2>
      {note === undefined ? null : <span className="cn-small cn-quiet">{note}</span>}
    </div>
  );
}
