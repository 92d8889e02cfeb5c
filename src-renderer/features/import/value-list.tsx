/** Every typed value of a draft, by group: edited where it stands, each leading to its line of the source. */
import { Button } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { RoleContent } from '../../../shared/api/role-content.ts';
import { type DraftValue, GROUPS, type GroupName } from './draft-values.ts';
import classes from './value-list.module.css';
import { ValueRow } from './value-row.tsx';

/** With more values than this, groups start closed, so that the list can be overseen. */
const OPEN_ALL_UP_TO = 60;

interface ValueListProps {
  readonly values: readonly DraftValue[];
  readonly role: RoleContent;
  readonly chosenId: string | null;
  /** Grows whenever a value is to be brought into view and focused. */
  readonly focusRequest: number;
  readonly onChoose: (value: DraftValue) => void;
  readonly onChange: (make: (role: RoleContent) => RoleContent) => Promise<void>;
}

export function ValueList({ values, role, chosenId, focusRequest, onChoose, onChange }: ValueListProps) {
  const groups = useMemo(
    () =>
      GROUPS.map((group) => ({ group, rows: values.filter((value) => value.group === group) })).filter(
        ({ rows }) => rows.length > 0,
      ),
    [values],
  );
  const [open, setOpen] = useState<ReadonlySet<GroupName>>(
    () => new Set(values.length <= OPEN_ALL_UP_TO ? GROUPS : (['Role', 'Competencies'] as const)),
  );
  const list = useRef<HTMLDivElement>(null);
  const chosenGroup = values.find((value) => value.id === chosenId)?.group;

  useEffect(() => {
    if (chosenGroup !== undefined)
      setOpen((before) => (before.has(chosenGroup) ? before : new Set([...before, chosenGroup])));
  }, [chosenGroup]);

  const isChosenOpen = chosenGroup !== undefined && open.has(chosenGroup);
  useEffect(() => {
    if (focusRequest === 0 || chosenId === null || !isChosenOpen) return;
    const row = list.current?.querySelector<HTMLElement>(`[data-value="${CSS.escape(chosenId)}"]`);
    row?.scrollIntoView({ block: 'center' });
    const field = row?.querySelector<HTMLTextAreaElement | HTMLInputElement>('textarea, input');
    field?.focus({ preventScroll: true });
    field?.setSelectionRange(field.value.length, field.value.length);
  }, [focusRequest, chosenId, isChosenOpen]);

  const toggle = (group: GroupName) =>
    setOpen((before) => {
      const next = new Set(before);
      if (!next.delete(group)) next.add(group);
      return next;
    });

  return (
    <div ref={list} className={classes.list}>
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
                  asked={
                    'list' in value.where && value.where.list === 'requirements'
                      ? role.requirements[value.where.index]
                      : undefined
                  }
                  isChosen={value.id === chosenId}
                  onChoose={() => onChoose(value)}
                  onChange={onChange}
                />
              ))}
          </section>
        );
      })}
    </div>
  );
}
