/** What was saved of a record that does not open, and what was not. */
import type { SalvageReport } from '../../../shared/api/recovery.ts';
import classes from './recovery-screen.module.css';

export function Salvaged({ report }: { readonly report: SalvageReport }) {
  const { fileName, tables, problems } = report;
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const lacking = tables.filter(({ problem }) => problem !== null);
  const isWhole = lacking.length === 0 && problems.length === 0;
  return (
    <section aria-label="Saved" className={classes.saved} role="status">
      <p>
        Saved as {fileName}: {rows} rows of {tables.length} tables.{' '}
        {isWhole ? 'Nothing is missing.' : 'What is missing is written into the file, and is:'}
      </p>
      {isWhole ? null : (
        <ul>
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
          {lacking.map(({ name, problem }) => (
            <li key={name}>
              <strong>{name}</strong>: {problem}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
