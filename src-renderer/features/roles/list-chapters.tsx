/** Responsibilities, measures, tools and milestones of a role, each as the table or list it reads best as. */
import type { RoleSpec } from '../../../shared/api/role.ts';
import { Markdown } from '../../components/markdown.tsx';
import classes from './chapters.module.css';
import { inRuns } from './requirement-words.ts';

interface RoleProps {
  readonly role: RoleSpec;
}

/** By group, with the source's own numbers running through; where it has none, no number is made up. */
export function Responsibilities({ role }: RoleProps) {
  return (
    <div className={classes.groups}>
      {inRuns(role.responsibilities, (one) => one.group ?? '').map((run) => (
        <div key={run.label}>
          {run.label !== '' && <h3 className={classes.groupHead}>{run.label}</h3>}
          <ol className={classes.numbered}>
            {run.rows.map((one) => (
              <li key={`${one.number ?? ''} ${one.lead ?? ''} ${one.text}`}>
                <span className={classes.number}>{one.number ?? '·'}</span>
                <div className={classes.prose}>
                  {leadText(one.lead, one.text) !== '' && (
                    <span className={classes.lead}>{leadText(one.lead, one.text)}</span>
                  )}
                  {one.text}
                </div>
              </li>
            ))}
          </ol>
        </div>
      ))}
    </div>
  );
}

/** The bold words before a responsibility: a sentence of their own, or the beginning of the one that goes on. */
function leadText(lead: string | undefined, text: string): string {
  if (lead === undefined || lead === '') return '';
  // a sign of its own, or one that the rest begins with, is the source's and stays
  if (/^[,.;:)]/.test(text)) return lead;
  const isNewSentence = /^[\p{Lu}\p{N}]/u.test(text) && !/[.:;,!?–—-]$/.test(lead);
  return `${lead}${isNewSentence ? '.' : ''} `;
}

interface Column<Row> {
  readonly head: string;
  readonly value: (row: Row) => string | undefined;
  readonly isLead?: true;
  readonly isStrong?: true;
}

interface ColumnsTableProps<Row> {
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
}

/** A table of only those columns that some row fills. */
function ColumnsTable<Row>({ rows, columns }: ColumnsTableProps<Row>) {
  const shown = columns.filter((column) => rows.some((row) => (column.value(row) ?? '') !== ''));
  return (
    <div className={classes.frame}>
      <table className={classes.table}>
        <thead>
          <tr>
            {shown.map((column) => (
              <th key={column.head} scope="col">
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two rows of a source may say the same, and rows never move
            <tr key={index}>
              {shown.map((column) => (
                <td
                  key={column.head}
                  className={
                    column.isLead === true ? classes.lead : column.isStrong === true ? classes.strong : undefined
                  }
                >
                  {column.value(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function Kpis({ role }: RoleProps) {
  return (
    <ColumnsTable
      rows={role.kpis}
      columns={[
        { head: 'Measure', value: (kpi) => kpi.name, isLead: true },
        { head: 'What it counts', value: (kpi) => kpi.measures },
        { head: 'Why', value: (kpi) => kpi.why },
        { head: 'Target', value: (kpi) => kpi.target, isStrong: true },
        { head: 'How often', value: (kpi) => kpi.frequency },
        { head: 'Kind', value: (kpi) => kpi.category },
      ]}
    />
  );
}

export function Tools({ role }: RoleProps) {
  return (
    <ColumnsTable
      rows={role.tools}
      columns={[
        { head: 'Tool', value: (tool) => tool.name, isLead: true },
        { head: 'Category', value: (tool) => tool.category },
        { head: 'Used for', value: (tool) => tool.use },
        { head: 'Adoption', value: (tool) => tool.adoption },
      ]}
    />
  );
}

export function Milestones({ role }: RoleProps) {
  return (
    <div className={classes.groups}>
      {inRuns(role.milestones, (one) => one.horizon).map((run) => (
        <div key={run.label}>
          {run.label !== '' && <h3 className={classes.groupHead}>{run.label}</h3>}
          <ul className={classes.numbered}>
            {run.rows.map((one) => (
              <li key={one.text}>
                <span className={classes.number}>·</span>
                <div className={classes.prose}>{one.text}</div>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

/** A typed passage: summary, mission or tour of duty. */
export function Passage({ text }: { readonly text: string }) {
  return (
    <div className={classes.prose}>
      <Markdown text={text} />
    </div>
  );
}
