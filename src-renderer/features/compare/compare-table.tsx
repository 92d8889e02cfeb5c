/** One topic of a comparison as a table: a row for each thing, a column for each role, and how they stand to each other. */
import { Box, Button, Flex, SegmentedControl } from '@mantine/core';
import { IconArrowsDiff, IconBolt, IconEqual, IconMinus } from '@tabler/icons-react';
import { Fragment, useMemo } from 'react';
import { Link } from 'wouter';
import type { RoleSpec } from '../../../shared/api/role.ts';
import { Markdown } from '../../parts/text/markdown.tsx';
import { Empty } from '../../ui/empty.tsx';
import { LevelTile } from '../../ui/figures/level-tile.tsx';
import type { CompareQuery, CompareShow } from './compare-query.ts';
import classes from './compare-screen.module.css';
import { type CellStanding, comparedRows, type ShownCell, type ShownRow } from './compared-rows.ts';

const standingWords: Readonly<Record<CellStanding, string>> = {
  agree: 'Agree',
  differ: 'Differ',
  contradict: 'Contradict',
  only: 'Only in one',
};
const columnHeads = {
  requirements: 'Competency',
  responsibilities: '',
  kpis: 'KPI',
  tools: 'Tool',
  about: 'What',
} as const;
const standingIcons = { agree: IconEqual, differ: IconArrowsDiff, contradict: IconBolt, only: IconMinus } as const;

interface CompareTableProps {
  readonly roles: readonly RoleSpec[];
  readonly query: CompareQuery;
  readonly change: (patch: Partial<CompareQuery>) => void;
}

export function CompareTable({ roles, query, change }: CompareTableProps) {
  const rows = useMemo(() => comparedRows(roles, query.tab), [roles, query.tab]);
  const countOf = (kind: CellStanding) => rows.filter((row) => row.standing === kind).length;
  const kinds = (Object.keys(standingWords) as CellStanding[]).filter(
    (kind) => countOf(kind) > 0 || kind === query.show,
  );
  const show: CompareShow = query.show;
  // A responsibility is its own name.
  const hasNames = query.tab !== 'responsibilities';
  const shown = show === 'all' ? rows : rows.filter((row) => row.standing === show);
  // What is said of a role as a whole stays in its row, even where only one document says it.
  const isListed = (row: ShownRow) => row.standing === 'only' && query.tab !== 'about';
  const only = shown.filter(isListed);
  const shared = shown.filter((row) => !isListed(row));
  const span = roles.length + (hasNames ? 2 : 1);
  if (rows.length === 0) {
    return (
      <Empty
        title="Nothing to compare here"
        text={`None of the ${roles.length === 2 ? 'two' : 'three'} documents names any. Another tab may.`}
      />
    );
  }
  return (
    <>
      {kinds.length > 1 && (
        <SegmentedControl
          aria-label="Which rows"
          value={show}
          data={[
            { value: 'all', label: `All ${rows.length}` },
            ...kinds.map((kind) => ({ value: kind, label: `${standingWords[kind]} ${countOf(kind)}` })),
          ]}
          onChange={(value) => change({ show: value as CompareShow })}
        />
      )}
      {kinds.length === 1 && <p className="cn-small cn-quiet">{allAlike(rows)}</p>}
      {shown.length === 0 ? (
        <Empty
          title="No such rows"
          text="Nothing in this tab stands that way between them."
          action={<Button onClick={() => change({ show: 'all' })}>{`Show all ${rows.length}`}</Button>}
        />
      ) : (
        <table className={classes.table} data-columns={roles.length}>
          <caption className="cn-aside">The roles compared, row by row</caption>
          <thead>
            <tr>
              {hasNames && (
                <th scope="col" className={classes.rowHead}>
                  {columnHeads[query.tab]}
                </th>
              )}
              {roles.map((role) => (
                <th key={role.id} scope="col">
                  <Link to={`/roles/${role.id}`} className="cn-small cn-bold cn-underline">
                    {role.title}
                  </Link>
                </th>
              ))}
              <th scope="col" className={classes.verdictHead}>
                <span className="cn-aside">How they stand</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shared.map((row, index) => {
              const startsGroup = row.group !== undefined && row.group !== shared[index - 1]?.group;
              return (
                <Fragment key={row.key}>
                  {startsGroup && <GroupHead label={row.group ?? ''} span={span} />}
                  <tr data-standing={row.standing}>
                    {hasNames && (
                      <th scope="row" className={classes.rowName}>
                        {row.name}
                        {row.note !== undefined && (
                          <Box component="span" className="cn-meta cn-quiet" display="block" fw={400}>
                            {row.note}
                          </Box>
                        )}
                      </th>
                    )}
                    {row.cells.map((cell, column) => (
                      <td key={roles[column]?.id}>
                        <Cell cell={cell} />
                      </td>
                    ))}
                    <Verdict row={row} />
                  </tr>
                </Fragment>
              );
            })}
            {only.length > 0 && (
              <>
                {!hasNames && <GroupHead label="Only in one" span={span} />}
                <tr data-standing="only">
                  {hasNames && (
                    <th scope="row" className={classes.rowName}>
                      <span className={classes.onlyHead}>Only in one</span>
                    </th>
                  )}
                  {roles.map((role, column) => (
                    <td key={role.id}>
                      <OnlyHere rows={only} column={column} hasNames={hasNames} />
                    </td>
                  ))}
                  <td />
                </tr>
              </>
            )}
          </tbody>
        </table>
      )}
    </>
  );
}

/** One sentence where there is nothing to choose between. */
function allAlike(rows: readonly ShownRow[]): string {
  const count = rows.length;
  switch (rows[0]?.standing) {
    case 'agree':
      return count === 1 ? 'The one row agrees.' : `All ${count} agree.`;
    case 'only':
      return count === 1
        ? 'The one there is stands in one document only.'
        : `Nothing in common: each of the ${count} stands in one document only.`;
    default:
      return count === 1 ? 'The one row differs.' : `All ${count} differ.`;
  }
}

function GroupHead({ label, span }: { readonly label: string; readonly span: number }) {
  return (
    <tr className={classes.group}>
      <th scope="rowgroup" colSpan={span}>
        {label}
      </th>
    </tr>
  );
}

function Verdict({ row: { standing, cells } }: { readonly row: ShownRow }) {
  const Sign = standingIcons[standing];
  // Of three roles, two may share what the third does not name.
  const isPartial = standing === 'differ' && cells.includes(null);
  return (
    <td className={classes.verdict}>
      <Sign size={14} stroke={1.6} aria-hidden />
      <span>{isPartial ? 'Not in all' : standingWords[standing]}</span>
    </td>
  );
}

interface OnlyHereProps {
  readonly rows: readonly ShownRow[];
  readonly column: number;
  readonly hasNames: boolean;
}

/** What no other column has, one beneath the other: rows of their own would be empty in all other columns. */
function OnlyHere({ rows, column, hasNames }: OnlyHereProps) {
  const own = rows.filter((row) => row.cells[column] !== null);
  if (own.length === 0) return <span className="cn-quiet">Nothing that is not in another</span>;
  return (
    <ul className={classes.only}>
      {own.map((row) => (
        <li key={row.key}>
          {hasNames && (
            <Box component="span" className="cn-strong" display="block">
              {row.name}
            </Box>
          )}
          <Cell cell={row.cells[column] ?? null} />
        </li>
      ))}
    </ul>
  );
}

function Cell({ cell }: { readonly cell: ShownCell | null }) {
  if (cell === null) return <span className="cn-quiet">–</span>;
  return (
    <Flex gap="sm">
      {cell.level !== undefined && <LevelTile level={cell.level} of={cell.of ?? 5} />}
      <Box miw={0}>
        {cell.text !== '' && (cell.isProse ? <Markdown text={cell.text} /> : <span>{cell.text}</span>)}
        {cell.meta !== undefined && cell.meta !== '' && (
          <Box component="span" className="cn-quiet" display="block">
            {cell.meta}
          </Box>
        )}
      </Box>
    </Flex>
  );
}
