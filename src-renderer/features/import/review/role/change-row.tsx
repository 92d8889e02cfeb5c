/** One change of a newer edition: whether it is taken over, what it is in words, and both sides of it. */
import { Checkbox } from '@mantine/core';
import type { ShownChange } from '../../../../../shared/api/role-change.ts';
import { CairnBadge } from '../../../../ui/badges.tsx';
import { changeSummary, differenceOf } from './change-sides.ts';
import classes from './edition-list.module.css';

interface ChangeRowProps {
  readonly shown: ShownChange;
  /** Undefined where it cannot be chosen, only read. */
  readonly isTaken: boolean | undefined;
  readonly onTake: (isTaken: boolean) => void;
}

export function ChangeRow({ shown, isTaken, onTake }: ChangeRowProps) {
  const { change, yours } = shown;
  const { words, sides } = changeSummary(shown);
  const line = lineOf(change);
  return (
    <div className={classes.change} data-line={line} data-off={isTaken === false || undefined}>
      {isTaken === undefined ? (
        <div className={classes.changeWords}>{words}</div>
      ) : (
        <Checkbox
          classNames={{ body: classes.checkBody, label: classes.changeWords }}
          checked={isTaken}
          onChange={(event) => onTake(event.currentTarget.checked)}
          label={words}
          // Cut short for the eye, which has both sides below; told whole to readers.
          aria-label={words === shown.words ? undefined : shown.words}
        />
      )}
      <div className={classes.sides}>
        {yours !== null && (
          <div className={classes.conflict}>
            <CairnBadge tone="warning">You changed it too</CairnBadge>
            <span>
              <span className={classes.sideName}>Yours</span> {yours === '' ? 'nothing' : yours}
            </span>
          </div>
        )}
        {sides.map((side, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a change never move
          <Sides key={index} {...side} theirs={yours !== null} />
        ))}
      </div>
    </div>
  );
}

/** The line of the newer source that the change was read from; text as a whole stands on none. */
function lineOf(change: ShownChange['change']): number | undefined {
  const after = 'field' in change ? null : change.after;
  return after !== null && 'line' in after && typeof after.line === 'number' ? after.line : undefined;
}

interface SidesProps {
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly theirs: boolean;
}

function Sides({ label, before, after, theirs }: SidesProps) {
  const name = label === '' ? null : <span className={classes.sideName}>{label} </span>;
  if (before !== null && after !== null) {
    const parts = differenceOf(before, after);
    return (
      <div className={classes.side}>
        {name}
        {parts.head !== '' && `${parts.head.trimEnd()} `}
        {parts.before !== '' && <del className={classes.before}>{parts.before}</del>}{' '}
        {theirs && <span className={classes.sideName}>Theirs </span>}
        {parts.after !== '' && <ins className={classes.after}>{parts.after}</ins>}
        {parts.tail !== '' && ` ${parts.tail.trimStart()}`}
      </div>
    );
  }
  return (
    <div className={classes.side}>
      {name}
      {before !== null && <del className={classes.before}>{before}</del>}
      {theirs && after !== null && <span className={classes.sideName}>Theirs </span>}
      {after !== null && <ins className={classes.after}>{after}</ins>}
    </div>
  );
}
