/** The levels of a ladder draft, or the roles of a larger one: one is chosen, its values are listed and changed. */
import { Group, NativeSelect, Select } from '@mantine/core';
import { useMemo, useRef, useState } from 'react';
import type { RoleContent } from '../../../../../shared/api/role-content.ts';
import type { RoleLibrary } from '../../../../../shared/api/role-pack.ts';
import { withFamily, withRole } from '../pack/change-library.ts';
import { scalesOfDraft } from '../role/draft-scales.ts';
import { type DraftValue, draftValues } from '../role/draft-values.ts';
import list from '../role/value-list.module.css';
import { ValueList } from '../role/value-list.tsx';
import { ValueRows } from '../role/value-rows.tsx';
import classes from './ladder-review.module.css';

interface LadderRolesProps {
  readonly library: RoleLibrary;
  readonly sourceLines: readonly string[];
  readonly at: number;
  readonly onAt: (index: number) => void;
  readonly onChooseLine: (line: number | null) => void;
  readonly onChange: (make: (library: RoleLibrary) => RoleLibrary) => Promise<void>;
}

/** More than this are searched for by name. */
const listUpTo = 40;

export const roleName = (role: RoleContent): string =>
  role.levelLabel === undefined || role.title.includes(role.levelLabel)
    ? role.title
    : `${role.levelLabel}, ${role.title}`;

/** A role changed within its library: another family is that of the whole ladder. */
function changedRole(library: RoleLibrary, at: number, make: (role: RoleContent) => RoleContent): RoleLibrary {
  const before = library.roles[at];
  const next = withRole(library, at, make);
  const family = next.roles[at]?.family;
  const ladder = library.ladders.findIndex((ladder) => ladder.family === before?.family);
  return ladder === -1 || family === undefined || family === before?.family ? next : withFamily(next, ladder, family);
}

/** With so few roles and values, all of them are listed at once. */
const togetherRoles = 8;
const togetherValues = 90;

export function LadderRoles(props: LadderRolesProps) {
  const { library, sourceLines } = props;
  const [asRead] = useState(library);
  const isSmall = library.roles.length <= togetherRoles;
  const all = useMemo(
    () =>
      isSmall ? library.roles.map((role, index) => draftValues(role, sourceLines, asRead.roles[index] ?? role)) : [],
    [isSmall, library.roles, sourceLines, asRead],
  );
  const isTogether = isSmall && all.flat().filter(({ texts }) => texts.length > 0).length <= togetherValues;
  return isTogether ? <AllRoles {...props} all={all} /> : <OneRole {...props} asRead={asRead} />;
}

interface AllRolesProps extends LadderRolesProps {
  readonly all: readonly (readonly DraftValue[])[];
}

/** A value by the place of its role and its id there. */
interface ValueOfRole {
  readonly at: number;
  readonly id: string;
}
const idWithin = (value: ValueOfRole | null, at: number) => (value?.at === at ? value.id : null);

/** The levels below one another, each with what it says. */
function AllRoles({ library, all, onChooseLine, onChange }: AllRolesProps) {
  const [chosen, setChosen] = useState<ValueOfRole | null>(null);
  const [open, setOpen] = useState<ValueOfRole | null>(null);
  const scales = useMemo(() => scalesOfDraft(library.scales), [library.scales]);
  return (
    <div className={list.list} data-scroll="draft">
      {library.roles.map((role, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the roles of a draft never move
        <section key={at} aria-label={roleName(role)}>
          <h3 className={list.roleHead}>{roleName(role)}</h3>
          <ValueRows
            role={role}
            values={all[at] ?? []}
            scales={scales}
            chosenId={idWithin(chosen, at)}
            openId={idWithin(open, at)}
            onChoose={(value) => {
              setChosen({ at, id: value.id });
              if (value.line !== null) onChooseLine(value.line);
            }}
            onOpen={(id) => setOpen(id === null ? null : { at, id })}
            onChange={(make) => onChange((now) => changedRole(now, at, make))}
          />
        </section>
      ))}
    </div>
  );
}

interface OneRoleProps extends LadderRolesProps {
  readonly asRead: RoleLibrary;
}

/** One role of many, chosen by name. */
function OneRole({ library, sourceLines, at, onAt, onChooseLine, onChange, asRead }: OneRoleProps) {
  const role = library.roles[at];
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [focusRequest, setFocusRequest] = useState(0);
  const scroller = useRef<HTMLDivElement>(null);
  const scales = useMemo(() => scalesOfDraft(library.scales), [library.scales]);
  const values = useMemo(
    () => (role === undefined ? [] : draftValues(role, sourceLines, asRead.roles[at] ?? role)),
    [role, sourceLines, asRead, at],
  );
  if (role === undefined) return null;
  const options = library.roles.map((option, index) => ({ value: String(index), label: roleName(option) }));
  const choose = (value: DraftValue) => {
    setChosenId(value.id);
    if (value.line !== null) onChooseLine(value.line);
  };
  const pick = (value: string | null) => {
    if (value === null) return;
    setChosenId(null);
    onAt(Number(value));
  };
  return (
    <>
      <Group className="cn-rule-below" gap="0.5rem 0.75rem" flex="none" py="sm" px={20}>
        {options.length <= listUpTo ? (
          <NativeSelect
            size="xs"
            aria-label="Role"
            data={options}
            value={String(at)}
            onChange={(event) => pick(event.currentTarget.value)}
          />
        ) : (
          <Select
            flex="0 1 24rem"
            size="xs"
            aria-label="Role"
            data={options}
            value={String(at)}
            searchable
            limit={60}
            allowDeselect={false}
            nothingFoundMessage="No role of that name in this draft"
            onChange={pick}
          />
        )}
        <span className={classes.quiet}>{`${at + 1} of ${options.length}`}</span>
      </Group>
      <ValueList
        key={at}
        values={values}
        role={role}
        scales={scales}
        chosenId={chosenId}
        focusRequest={focusRequest}
        scroller={scroller}
        onChoose={choose}
        onChange={(make) => onChange((now) => changedRole(now, at, make))}
        onShow={(id, line) => {
          setChosenId(id);
          onChooseLine(line);
          setFocusRequest((before) => before + 1);
        }}
      />
    </>
  );
}
