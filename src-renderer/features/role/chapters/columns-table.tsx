/** A table of a role's rows: only the columns that some row fills, a head that stays in view. */
import type { ReactNode } from 'react';
import classes from './table.module.css';

export interface Column<Row> {
  readonly head: string;
  /** Undefined and empty text fill nothing. */
  readonly value: (row: Row) => ReactNode;
  readonly isLead?: true;
  readonly isStrong?: true;
  /** Figures stand at the right. */
  readonly isFigure?: true;
  /** Stands even where the rows give no reason to, as acts do. */
  readonly isAlways?: true;
}

interface ColumnsTableProps<Row> {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
}

const isFilled = (value: ReactNode): boolean =>
  value !== undefined && value !== null && value !== '' && value !== false;

export function ColumnsTable<Row>({ label, rows, columns }: ColumnsTableProps<Row>) {
  const shown = columns.filter((column) => column.isAlways === true || rows.some((row) => isFilled(column.value(row))));
  const nameOf = (column: Column<Row>): string | undefined => {
    if (column.isLead === true) return classes.lead;
    if (column.isFigure === true) return classes.figure;
    return column.isStrong === true ? classes.strong : undefined;
  };
  return (
    <TableFrame label={label}>
      <thead>
        <tr>
          {shown.map((column) => (
            <th key={column.head} scope="col" className={column.isFigure === true ? classes.figure : undefined}>
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two rows of a source may say the same, and rows never move
          <tr key={index}>
            {shown.map((column) =>
              column.isLead === true ? (
                <th key={column.head} scope="row" className={nameOf(column)}>
                  {column.value(row)}
                </th>
              ) : (
                <td key={column.head} className={nameOf(column)}>
                  {column.value(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}

/** Where there is no room for it, the table scrolls within itself; it must be reachable without a pointer. */
export function TableFrame({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region is focusable so that keys can scroll it
    <div className={classes.frame} role="group" tabIndex={0} aria-label={label}>
      <table className={classes.table}>{children}</table>
    </div>
  );
}
