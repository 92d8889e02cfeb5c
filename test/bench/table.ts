/** The report as a table for a terminal. */
import { availableParallelism, loadavg } from 'node:os';
import type { Figure } from './measure.ts';

export function printTable(figures: readonly Figure[]): void {
  const rows = figures.map(({ name, value, unit, budget, holds, note }) => [
    name,
    `${value} ${unit}`,
    budget === null ? '' : `≤ ${budget} ${unit}`,
    budget === null ? '' : holds ? 'holds' : 'MISSES',
    note,
  ]);
  const head = ['what', 'measured', 'budget', '', 'from'];
  const widths = head.map((text, column) => Math.max(text.length, ...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of [head, ...rows]) {
    console.log(
      row
        .map((text, column) => text.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
  }
  const missed = figures.filter((figure) => !figure.holds).length;
  const load = loadavg()[0] ?? 0;
  console.log(`\n${figures.filter((figure) => figure.budget !== null).length - missed} hold, ${missed} miss.`);
  // what else the machine did makes every absolute time longer, and ratios less sure
  console.log(`Load of the machine at the end: ${load.toFixed(1)} on ${availableParallelism()} processors.`);
}
