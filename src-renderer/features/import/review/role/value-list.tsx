/** Every typed value of a draft, by group: edited where it stands, each leading to its line of the source. */
import { Button } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { type RefObject, useEffect, useMemo, useState } from 'react';
import type { RoleContent, ScaleContent } from '../../../../../shared/api/role-content.ts';
import { groupTitles, type Place } from './draft-fields.ts';
import type { AnyRow, DraftValue } from './draft-values.ts';
import { withTurned } from './places.ts';
import classes from './value-list.module.css';
import { ValueRow } from './value-row.tsx';

/** With more values than this, groups start closed, so that the list can be overseen. */
const OPEN_ALL_UP_TO = 60;

interface ValueListProps {
  readonly values: readonly DraftValue[];
  readonly role: RoleContent;
  readonly scales: readonly ScaleContent[];
  readonly chosenId: string | null;
  /** Grows whenever a value is to be brought into view and focused. */
  readonly focusRequest: number;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly onChoose: (value: DraftValue) => void;
  readonly onChange: (make: (role: RoleContent) => RoleContent) => Promise<void>;
  /** Brings a value into view that was made just now. */
  readonly onShow: (id: string, line: number | null) => void;
}

export function ValueList(props: ValueListProps) {
  const { values, role, scales, chosenId, focusRequest, scroller, onChoose, onChange, onShow } = props;
  const groups = useMemo(
    () =>
      groupTitles
        .map((group) => ({ group, rows: values.filter((value) => value.group === group) }))
        .filter(({ rows }) => rows.length > 0),
    [values],
  );
  const [open, setOpen] = useState<ReadonlySet<string>>(
    () => new Set(values.length <= OPEN_ALL_UP_TO ? groupTitles : ['Role', 'Competencies']),
  );
  const chosenGroup = values.find((value) => value.id === chosenId)?.group;

  useEffect(() => {
    if (chosenGroup !== undefined)
      setOpen((before) => (before.has(chosenGroup) ? before : new Set([...before, chosenGroup])));
  }, [chosenGroup]);

  const isChosenOpen = chosenGroup !== undefined && open.has(chosenGroup);
  useEffect(() => {
    if (focusRequest === 0 || chosenId === null || !isChosenOpen) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-value="${CSS.escape(chosenId)}"]`);
    row?.scrollIntoView({ block: 'center' });
    const field = row?.querySelector<HTMLTextAreaElement | HTMLInputElement>('textarea, input');
    field?.focus({ preventScroll: true });
    field?.setSelectionRange(field.value.length, field.value.length);
  }, [focusRequest, chosenId, isChosenOpen, scroller]);

  const toggle = (group: string) =>
    setOpen((before) => {
      const next = new Set(before);
      if (!next.delete(group)) next.add(group);
      return next;
    });
  const turn = (value: DraftValue, place: Place) => {
    const { where } = value;
    if (!('list' in where)) return;
    const { id } = withTurned(role, where.list, where.index, place);
    void onChange((now) => withTurned(now, where.list, where.index, place).role).catch(() => undefined);
    onShow(id, value.line);
  };
  const areAllOpen = groups.every(({ group }) => open.has(group));

  return (
    <div ref={scroller} className={classes.list} data-scroll="draft">
      {groups.length > 3 && (
        <div className={classes.listActs}>
          <Button
            variant="subtle"
            color="gray"
            onClick={() => setOpen(new Set(areAllOpen ? [] : groups.map(({ group }) => group)))}
          >
            {areAllOpen ? 'Close all groups' : 'Open all groups'}
          </Button>
        </div>
      )}
      {groups.map(({ group, rows }) => {
        const isOpen = open.has(group);
        const Sign = isOpen ? IconChevronDown : IconChevronRight;
        return (
          <section key={group} aria-label={group}>
            <h3 className={classes.groupHead}>
              <Button
                variant="subtle"
                color="gray"
                className={classes.groupButton}
                leftSection={<Sign size={14} stroke={1.6} aria-hidden />}
                aria-expanded={isOpen}
                onClick={() => toggle(group)}
              >
                {group} <span className={classes.groupCount}>{rows.length}</span>
              </Button>
            </h3>
            {isOpen &&
              rows.map((value) => (
                <ValueRow
                  key={value.id}
                  value={value}
                  row={rowOf(role, value)}
                  scales={scales}
                  isChosen={value.id === chosenId}
                  onChoose={() => onChoose(value)}
                  onChange={onChange}
                  onTurn={turn}
                />
              ))}
          </section>
        );
      })}
    </div>
  );
}

/** The row behind a value; undefined for a field of the head. */
export function rowOf(role: RoleContent, { where }: DraftValue): AnyRow | undefined {
  return 'list' in where ? (role[where.list] as readonly AnyRow[])[where.index] : undefined;
}
