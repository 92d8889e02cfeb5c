/** What could be saved of a damaged record, and what could not. */
import { ScrollArea, Table } from '@mantine/core';
import type { SalvageReport } from '../../../shared/api/profile/recovery.ts';
import classes from './salvaged.module.css';

const rows = (count: number): string => `${count.toLocaleString('en-GB')} ${count === 1 ? 'row' : 'rows'}`;

/** `Role link` for `roleLink`. */
function inWords(name: string): string {
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function SalvageResult({ report }: { readonly report: SalvageReport }) {
  const { fileName, tables, problems } = report;
  const whole = tables.reduce((sum, table) => sum + table.rows, 0);
  const doubtful = tables.reduce((sum, table) => sum + table.doubtfulRows, 0);
  const lacking = tables.filter(({ problem, doubtfulRows }) => problem !== null || doubtfulRows > 0);
  return (
    <section className={classes.box} aria-label="Saved" role="status">
      <h2 className={classes.heading}>Saved as {fileName}</h2>
      <p>
        {`${rows(whole)} of ${tables.length} ${tables.length === 1 ? 'table' : 'tables'} were read whole.`}
        {doubtful === 0 ? '' : ` ${rows(doubtful)} that may be damaged are in the file, too, apart from the others.`}
        {lacking.length === 0 && problems.length === 0 ? ' Nothing is missing.' : ''}
      </p>
      {problems.length === 0 ? null : (
        <ul className={classes.problems}>
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
      {lacking.length === 0 ? null : (
        <ScrollArea.Autosize mah="18rem" type="auto" className={classes.scroll} viewportProps={{ tabIndex: 0 }}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">Table</Table.Th>
                <Table.Th scope="col" ta="right">
                  Read whole
                </Table.Th>
                <Table.Th scope="col" ta="right">
                  Doubtful
                </Table.Th>
                <Table.Th scope="col">What could not be read</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {lacking.map((table) => (
                <Table.Tr key={table.name}>
                  <Table.Th scope="row">{inWords(table.name)}</Table.Th>
                  <Table.Td ta="right" className="cn-figures">
                    {table.rows.toLocaleString('en-GB')}
                  </Table.Td>
                  <Table.Td ta="right" className="cn-figures">
                    {table.doubtfulRows.toLocaleString('en-GB')}
                  </Table.Td>
                  <Table.Td>{table.problem ?? ''}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </ScrollArea.Autosize>
      )}
    </section>
  );
}
