/** The three marks of the house, small: required, evidenced, self-assessed. */
import classes from './level-marks.module.css';

const box = { width: 32, height: 12, viewBox: '0 0 32 12' } as const;

export function RequiredMark() {
  return (
    <svg {...box} aria-hidden>
      <line className={classes.required} x1="1" y1="6" x2="31" y2="6" />
    </svg>
  );
}

export function EvidencedMark() {
  return (
    <svg {...box} aria-hidden>
      <rect className={classes.fill} x="1" y="1" width="30" height="10" />
      <line className={classes.evidenced} x1="1" y1="6" x2="31" y2="6" />
      <circle className={classes.dot} cx="16" cy="6" r="3.5" />
    </svg>
  );
}

export function SelfMark() {
  return (
    <svg {...box} aria-hidden>
      <line className={classes.self} x1="1" y1="6" x2="31" y2="6" />
      <rect
        className={classes.diamond}
        x="-3.2"
        y="-3.2"
        width="6.4"
        height="6.4"
        transform="translate(16 6) rotate(45)"
      />
    </svg>
  );
}
