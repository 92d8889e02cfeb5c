/** Every typed value of a draft, by group: edited where it stands, each leading to its line of the source. */
import { Button } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import type { RoleContent } from '../../../../../shared/api/role-content.ts';
import type { Scale } from '../../../../../shared/api/values.ts';
import { groupTitles } from './draft-fields.ts';
import type { DraftValue } from './draft-values.ts';
import classes from './value-list.module.css';
import { ValueRows } from './value-rows.tsx';

/** With more values than this, groups start closed, so that the list can be overseen. */
const openAllUpTo = 60;

interface ValueListProps {
  readonly values: readonly DraftValue[];
  readonly role: RoleContent;
  readonly scales: readonly Scale[];
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
    () =>
      new Set(
        values.filter(({ texts }) => texts.length > 0).length <= openAllUpTo ? groupTitles : ['Role', 'Competencies'],
      ),
  );
  const [openId, setOpenId] = useState<string | null>(null);
  const chosenGroup = values.find((value) => value.id === chosenId)?.group;

  useEffect(() => {
    if (chosenGroup !== undefined)
      setOpen((before) => (before.has(chosenGroup) ? before : new Set([...before, chosenGroup])));
  }, [chosenGroup]);

  const isChosenOpen = chosenGroup !== undefined && open.has(chosenGroup);
  const handledRequest = useRef(0);
  useEffect(() => {
    if (focusRequest === handledRequest.current || chosenId === null || !isChosenOpen) return;
    handledRequest.current = focusRequest;
    setOpenId(chosenId);
    const row = scroller.current?.querySelector<HTMLElement>(`[data-value="${CSS.escape(chosenId)}"]`);
    row?.scrollIntoView({ block: 'center' });
    // a row that is still closed takes the focus to its first field as it opens
    row?.querySelector<HTMLElement>('textarea, input')?.focus({ preventScroll: true });
  }, [focusRequest, chosenId, isChosenOpen, scroller]);

  const toggle = (group: string) =>
    setOpen((before) => {
      const next = new Set(before);
      if (!next.delete(group)) next.add(group);
      return next;
    });
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
                {group}{' '}
                <span className={classes.groupCount}>{rows.filter(({ texts }) => texts.length > 0).length}</span>
              </Button>
            </h3>
            {isOpen && (
              <ValueRows
                role={role}
                values={rows}
                scales={scales}
                chosenId={chosenId}
                openId={openId}
                onChoose={onChoose}
                onOpen={setOpenId}
                onChange={onChange}
                onTurned={onShow}
              />
            )}
          </section>
        );
      })}
    </div>
  );
}
