/** Lines that belong together: under a position, a project, a group of skills, or a section without any. */
import { ActionIcon, Box } from '@mantine/core';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { type KeyboardEvent, memo } from 'react';
import type { DraftRow } from '../../../../shared/api/accomplishment.ts';
import type { BuilderItem, BuilderSection, BuilderGroup as Group, ItemKind } from '../../../../shared/api/resume.ts';
import type { Confidentiality } from '../../../../shared/api/values.ts';
import { UseDrafts } from '../../../parts/drafts/drafts-notice.tsx';
import { useSavedChoice } from '../../../parts/saving/use-saved-content.ts';
import { SortableList } from '../../../ui/sortable-list.tsx';
import classes from './builder-group.module.css';
import { BuilderLine, type LineActs } from './builder-line.tsx';
import { type ChosenLine, keyOf } from './chosen-line.ts';
import { MoreLines } from './more-lines.tsx';
import { useOrder } from './use-order.ts';

/** What the builder can do with a group. */
export interface GroupActs extends LineActs {
  readonly setGroupHidden: (group: Group, isHidden: boolean) => Promise<unknown>;
  readonly order: (kind: ItemKind, refIds: readonly string[]) => Promise<unknown>;
}

interface BuilderGroupsProps {
  readonly section: BuilderSection;
  /** Drafts of the record: those of a position are offered there. */
  readonly drafts: readonly DraftRow[];
  readonly acts: GroupActs;
  readonly chosen: ChosenLine | null;
  readonly clearance: Confidentiality;
}

/** The groups of a section; positions and projects can be put in order, too. */
export function BuilderGroups({ section, drafts, acts, chosen, clearance }: BuilderGroupsProps) {
  const things = section.groups.filter((group) => thingOf(group) !== null);
  const others = section.groups.filter((group) => thingOf(group) === null);
  const [ordered, reorder] = useOrder(
    things,
    (group) => thingOf(group)?.refId ?? '',
    (ids) => {
      const kind = things[0] && thingOf(things[0])?.kind;
      return kind === undefined ? undefined : acts.order(kind, ids);
    },
  );
  const show = (group: Group) => (
    <BuilderGroup
      key={thingOf(group)?.refId ?? group.title}
      group={group}
      drafts={drafts}
      acts={acts}
      chosen={chosen !== null && group.items.some((item) => keyOf(item) === keyOf(chosen)) ? chosen : null}
      clearance={clearance}
    />
  );
  if (section.groups.length === 0) {
    return (
      <Box component="p" className="cn-small cn-quiet" pt={2} pb={6} px="xs">
        The record has nothing for this section yet.
      </Box>
    );
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrows go from line to line; each line is a button of its own
    <div onKeyDown={goToLine}>
      {ordered.length > 1 ? (
        <Box ms={-20}>
          <SortableList
            items={ordered}
            getId={(group) => thingOf(group)?.refId ?? ''}
            getLabel={(group) => group.title}
            label={section.heading}
            renderItem={show}
            onReorder={reorder}
          />
        </Box>
      ) : (
        ordered.map(show)
      )}
      {others.map(show)}
    </div>
  );
}

interface BuilderGroupProps {
  readonly group: Group;
  readonly drafts: readonly DraftRow[];
  readonly acts: GroupActs;
  /** The chosen line when it is one of this group. */
  readonly chosen: ChosenLine | null;
  readonly clearance: Confidentiality;
}

/** What a text is that belongs to no thing of its own; below a position or project it says what that was about. */
function labelOf(item: BuilderItem): string {
  return { headline: 'Headline', summary: 'Summary' }[item.refId] ?? 'About';
}

const noDrafts: readonly DraftRow[] = [];

/** Redrawn only when it has changed: a record of many lines is put in order without delay. */
const BuilderGroup = memo(function BuilderGroup({ group, drafts, acts, chosen, clearance }: BuilderGroupProps) {
  const [isHidden, hide] = useSavedChoice(group.isHidden, (next) => acts.setGroupHidden(group, next));
  const isThing = thingOf(group) !== null;
  const here =
    isThing && group.positionId !== null
      ? drafts.filter(({ positionId }) => positionId === group.positionId)
      : noDrafts;
  const fixed = group.items.filter((item) => item.kind === 'text');
  const lines = group.items.filter((item) => item.kind !== 'text');
  return (
    <div className={classes.group} data-hidden={isHidden || undefined}>
      {group.title === '' ? null : (
        <div className={classes.head}>
          <h3 className={classes.title}>{group.title}</h3>
          <Box component="span" className="cn-meta cn-quiet cn-figures" flex="none">
            {group.dates}
          </Box>
          {isThing ? (
            <ActionIcon
              aria-label={`${isHidden ? 'Show' : 'Hide'} ${group.title}`}
              title={isHidden ? 'Show with its lines' : 'Hide with its lines'}
              onClick={() => void hide(!isHidden).catch(() => undefined)}
            >
              {isHidden ? <IconEyeOff size={16} stroke={1.6} /> : <IconEye size={16} stroke={1.6} />}
            </ActionIcon>
          ) : null}
        </div>
      )}
      {fixed.map((item) => (
        <Box key={item.refId} ps={20}>
          <BuilderLine item={item} acts={acts} chosen={chosen} clearance={clearance} label={labelOf(item)} />
        </Box>
      ))}
      {lines.length > 0 ? (
        <OrderedLines lines={lines} label={group.title} acts={acts} chosen={chosen} clearance={clearance} />
      ) : null}
      <MoreLines group={group} />
      {isThing && group.items.length === 0 ? (
        <Box component="p" className="cn-small cn-quiet" pt={2} pb={6} px="xs">
          {here.length === 0
            ? 'No ready accomplishment here yet. The title and dates print.'
            : here.length === 1
              ? 'One draft here is not used yet.'
              : `${here.length} drafts here are not used yet.`}
        </Box>
      ) : null}
      {here.length === 0 ? null : (
        <Box pb={6} px="xs">
          <UseDrafts drafts={here} label={here.length === 1 ? 'Use the draft' : `Use ${here.length} drafts`} />
        </Box>
      )}
    </div>
  );
});

interface OrderedLinesProps {
  readonly lines: readonly BuilderItem[];
  readonly label: string;
  readonly acts: GroupActs;
  readonly chosen: ChosenLine | null;
  readonly clearance: Confidentiality;
}

/** The order the user has just made is shown at once; main's answer confirms it. */
function OrderedLines({ lines, label, acts, chosen, clearance }: OrderedLinesProps) {
  const [ordered, reorder] = useOrder(
    lines,
    (line) => line.refId,
    (ids) => (lines[0] === undefined ? undefined : acts.order(lines[0].kind, ids)),
  );
  return (
    <div>
      <SortableList
        items={ordered}
        getId={(item) => item.refId}
        getLabel={(item) => item.text || 'a line without words'}
        label={label === '' ? 'Lines' : `Lines of ${label}`}
        renderItem={(item) => <BuilderLine item={item} acts={acts} chosen={chosen} clearance={clearance} />}
        onReorder={reorder}
      />
    </div>
  );
}

/** What the eye and the place of a group are stored under; null for a group that is no thing of its own. */
function thingOf(group: Group): { readonly kind: ItemKind; readonly refId: string } | null {
  if (group.positionId !== null) return { kind: 'position', refId: group.positionId };
  return group.projectId === null ? null : { kind: 'project', refId: group.projectId };
}

/** Plain arrows on a line go to the next one; with Alt they move it, which its handle sees to. */
function goToLine(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const from = event.target;
  if (step === 0 || event.defaultPrevented || !(from instanceof HTMLElement) || !from.matches('[data-line]')) return;
  if (event.altKey) {
    // The handle of the line moves it, and announces it.
    const handle = from.closest('li')?.querySelector('button');
    handle?.dispatchEvent(new KeyboardEvent('keydown', { key: event.key, altKey: true, bubbles: true }));
  } else {
    const all = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-line]')];
    all[all.indexOf(from) + step]?.focus();
  }
  event.preventDefault();
}
