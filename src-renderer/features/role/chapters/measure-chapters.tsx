/** What a role counts by and works with, as tables: KPIs, tools, the scorecard of its hiring. */
import { Box } from '@mantine/core';
import type { RoleSpec } from '../../../../shared/api/role.ts';
import { AddEvidenceForMeasure } from '../add-evidence.tsx';
import { ColumnsTable } from './columns-table.tsx';
import classes from './table.module.css';

interface RoleProps {
  readonly role: RoleSpec;
}

/** A line of a cell and the quieter one beneath it; nothing where neither is stated. */
function twoLines(first: string | undefined, second: string | undefined) {
  if (!first && !second) return undefined;
  return (
    <>
      <span className={classes.first}>{first}</span>
      {second !== undefined && (
        <Box className="cn-quiet" mt={2}>
          {second}
        </Box>
      )}
    </>
  );
}

export function Kpis({ role }: RoleProps) {
  return (
    <ColumnsTable
      label="KPIs"
      rows={role.kpis}
      columns={[
        { head: 'Measure', value: (kpi) => kpi.name, isLead: true },
        { head: 'What it counts', value: (kpi) => twoLines(kpi.measures, kpi.why) },
        { head: 'Target', value: (kpi) => twoLines(kpi.target, kpi.note), isStrong: true },
        { head: 'How often', value: (kpi) => kpi.frequency },
        { head: 'Kind', value: (kpi) => kpi.category },
        {
          head: 'Yours',
          value: (kpi) => <AddEvidenceForMeasure measure={kpi.name} />,
          isAlways: true,
          isFigure: true,
        },
      ]}
    />
  );
}

export function Tools({ role }: RoleProps) {
  return (
    <ColumnsTable
      label="Tools"
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

export function Scorecard({ role }: RoleProps) {
  return (
    <ColumnsTable
      label="Scorecard"
      rows={role.scorecard}
      columns={[
        { head: 'Dimension', value: (line) => line.dimension, isLead: true },
        { head: 'Meets', value: (line) => line.meets },
        { head: 'Exceeds', value: (line) => line.exceeds },
        {
          head: 'Weight',
          value: (line) => (line.weight === undefined ? undefined : `${line.weight}\u00a0%`),
          isFigure: true,
        },
      ]}
    />
  );
}
