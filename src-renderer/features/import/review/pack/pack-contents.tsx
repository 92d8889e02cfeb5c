/** What a pack brings: its card with author, version and licence, its ladders, and each of its roles with how much it holds. */
import { Box } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useMemo, useRef } from 'react';
import type { RoleContent } from '../../../../../shared/api/role-content.ts';
import type { RolePack } from '../../../../../shared/api/role-pack.ts';
import { expandMatrix } from '../../../../../shared/domain/ladder/matrix.ts';
import { counted } from '../../reading/reading-counts.ts';
import classes from './pack-contents.module.css';

/** Up to this many roles are simply there; more exist only while they are in view. */
const allUpTo = 200;
const rowHeight = 33;

export function PackContents({ pack }: { readonly pack: RolePack }) {
  const scroller = useRef<HTMLDivElement>(null);
  const ladders = pack.ladders.map(({ title, family }) => title ?? family);
  const brings = [
    counted(pack.roles.length, 'role', 'roles'),
    ...(ladders.length > 0 ? [counted(ladders.length, 'ladder', 'ladders')] : []),
    ...(pack.competencies.length > 0 ? [counted(pack.competencies.length, 'competency', 'competencies')] : []),
    ...(pack.scales.length > 0 ? [counted(pack.scales.length, 'scale', 'scales')] : []),
  ];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region is focusable so that keys can scroll it
    <section ref={scroller} className={classes.frame} tabIndex={0} aria-label="What the pack brings">
      <h3 className={classes.name}>{pack.name}</h3>
      <Box component="dl" className="cn-small" maw={736} mb={12}>
        <Fact label="Version" value={pack.version} />
        <Fact label="Author" value={pack.author} />
        <Fact label="Licence" value={pack.licence} />
        <Fact label="Brings" value={brings.join(', ')} />
        {ladders.length > 0 && <Fact label="Ladders" value={ladders.join(', ')} />}
        {pack.attribution !== undefined && <Fact label="Credit line" value={pack.attribution} />}
      </Box>
      {pack.description !== undefined && (
        <Box component="p" className="cn-small cn-quiet" maw={640} mb="sm">
          {pack.description}
        </Box>
      )}
      <RoleTable pack={pack} scroller={scroller} />
    </section>
  );
}

function Fact({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <div className={classes.fact}>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}

interface RoleTableProps {
  readonly pack: RolePack;
  readonly scroller: RefObject<HTMLElement | null>;
}

function RoleTable({ pack, scroller }: RoleTableProps) {
  const roles = useMemo(() => expandMatrix(pack), [pack]);
  const isWhole = roles.length <= allUpTo;
  const table = useRef<HTMLTableElement>(null);
  const virtualizer = useVirtualizer({
    count: isWhole ? 0 : roles.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 20,
    scrollMargin: table.current?.offsetTop ?? 0,
  });
  const items = virtualizer.getVirtualItems();
  const margin = virtualizer.options.scrollMargin;
  const before = (items[0]?.start ?? margin) - margin;
  const after = isWhole ? 0 : virtualizer.getTotalSize() - ((items.at(-1)?.end ?? margin) - margin);
  return (
    <table ref={table} className={classes.table} aria-rowcount={roles.length + 1}>
      <thead>
        <tr>
          <th scope="col">Role</th>
          <th scope="col">Level</th>
          <th scope="col" className={classes.number}>
            Requirements
          </th>
          <th scope="col" className={classes.number}>
            Responsibilities
          </th>
          <th scope="col" className={classes.number}>
            KPIs
          </th>
          <th scope="col" className={classes.number}>
            Tools
          </th>
        </tr>
      </thead>
      <tbody>
        {isWhole ? (
          roles.map((role, index) => <RoleRow key={keyOf(role)} role={role} index={index} />)
        ) : (
          <>
            <Gap height={before} />
            {items.map((item) => {
              const role = roles[item.index];
              return role === undefined ? null : (
                <RoleRow key={item.key} role={role} index={item.index} measure={virtualizer.measureElement} />
              );
            })}
            <Gap height={after} />
          </>
        )}
      </tbody>
    </table>
  );
}

const keyOf = (role: RoleContent): string => `${role.family ?? ''} ${role.levelCode ?? ''} ${role.title}`;

/** Stands for the rows that are not in view. */
function Gap({ height }: { readonly height: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden>
      <td colSpan={6} className={classes.gap} style={{ height }} />
    </tr>
  );
}

interface RoleRowProps {
  readonly role: RoleContent;
  readonly index: number;
  readonly measure?: (element: HTMLElement | null) => void;
}

function RoleRow({ role, index, measure }: RoleRowProps) {
  return (
    <tr ref={measure} data-index={index} aria-rowindex={index + 2}>
      <th scope="row">
        {role.title}
        {role.family !== undefined && (
          <Box component="span" className="cn-meta cn-quiet" display="block" fw={400}>
            {role.family}
          </Box>
        )}
      </th>
      <td>{role.levelCode ?? role.levelLabel ?? '–'}</td>
      <td className={classes.number}>{role.requirements.length}</td>
      <td className={classes.number}>{role.responsibilities.length}</td>
      <td className={classes.number}>{role.kpis.length}</td>
      <td className={classes.number}>{role.tools.length}</td>
    </tr>
  );
}
