/** A titled part of the panel beside the competencies. */
import { type ReactNode, useId } from 'react';
import classes from './competency-panel.module.css';

interface PanelSectionProps {
  readonly title: string;
  readonly count?: number;
  readonly children: ReactNode;
}

export function PanelSection({ title, count, children }: PanelSectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={classes.section}>
      <h3 id={id} className={classes.sectionTitle}>
        {title}
        {count !== undefined && count > 0 && <span className={classes.count}>{count}</span>}
      </h3>
      {children}
    </section>
  );
}
