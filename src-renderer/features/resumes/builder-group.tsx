/** Lines that belong together: under a position, a project, a group of skills, or a section without any. */
import { ActionIcon } from '@mantine/core';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { useEffect, useMemo, useState } from 'react';
import type { BuilderItem, BuilderGroup as Group, SectionKind } from '../../../shared/api/resume.ts';
import { SortableList } from '../../components/sortable-list.tsx';
import classes from './builder-group.module.css';
import { BuilderLine, type LineActs } from './builder-line.tsx';

/** What the builder can do with a group. */
export interface GroupActs extends LineActs {
  readonly setGroupHidden: (group: Group, isHidden: boolean) => void;
  readonly order: (kind: BuilderItem['kind'], refIds: readonly string[]) => void;
}

interface BuilderGroupProps {
  readonly group: Group;
  readonly section: SectionKind;
  readonly acts: GroupActs;
}

const PLACEHOLDERS: Readonly<Record<string, string>> = {
  headline: 'No headline in the record yet',
  summary: 'No summary in the record yet',
};

export function BuilderGroup({ group, section, acts }: BuilderGroupProps) {
  const isThing = group.positionId !== null || group.projectId !== null;
  const fixed = group.items.filter((item) => item.kind === 'text');
  const lines = group.items.filter((item) => item.kind !== 'text');
  return (
    <div className={classes.group} data-hidden={group.isHidden || undefined}>
      {group.title === '' ? null : (
        <div className={classes.head}>
          <h4 className={classes.title}>{group.title}</h4>
          <span className={classes.dates}>{group.dates}</span>
          {isThing ? (
            <ActionIcon
              aria-label={`${group.isHidden ? 'Show' : 'Hide'}: ${group.title}`}
              aria-pressed={!group.isHidden}
              onClick={() => acts.setGroupHidden(group, !group.isHidden)}
            >
              {group.isHidden ? <IconEyeOff size={16} stroke={1.6} /> : <IconEye size={16} stroke={1.6} />}
            </ActionIcon>
          ) : null}
        </div>
      )}
      {fixed.map((item) => (
        <div key={item.refId} className={classes.fixed}>
          <BuilderLine item={item} acts={acts} placeholder={PLACEHOLDERS[item.refId] ?? 'Nothing in the record yet'} />
        </div>
      ))}
      {lines.length === 0 ? (
        fixed.length === 0 && isThing ? (
          <p className={classes.none}>
            {section === 'projects' ? 'No accomplishment in this project yet.' : 'No ready accomplishment here yet.'}
          </p>
        ) : null
      ) : (
        <OrderedLines lines={lines} label={group.title} acts={acts} />
      )}
    </div>
  );
}

/** The order the user has just made is shown at once; main's answer confirms it. */
function OrderedLines({
  lines,
  label,
  acts,
}: {
  readonly lines: readonly BuilderItem[];
  readonly label: string;
  readonly acts: GroupActs;
}) {
  const [order, setOrder] = useState<readonly string[] | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: an answer from main ends what was shown ahead of it
  useEffect(() => setOrder(null), [lines.map((line) => line.refId).join()]);
  const shown = useMemo(() => {
    if (order === null) return lines;
    const byId = new Map(lines.map((line) => [line.refId, line]));
    const ordered = order.flatMap((id) => byId.get(id) ?? []);
    return ordered.length === lines.length ? ordered : lines;
  }, [lines, order]);
  return (
    <div className={classes.lines}>
      <SortableList
        items={shown}
        getId={(item) => item.refId}
        getLabel={(item) => item.text}
        label={label === '' ? 'Lines' : `Lines of ${label}`}
        renderItem={(item) => <BuilderLine item={item} acts={acts} />}
        onReorder={(ids) => {
          setOrder(ids);
          const kind = lines[0]?.kind;
          if (kind !== undefined) acts.order(kind, ids);
        }}
      />
    </div>
  );
}
