/** The rules of a run of proofs: which are chosen, when one holds, and how the run is told. */
import { ScriptError } from '../../scripts/run-program.ts';
import type { Outcome, Proof, Size } from './proof.ts';

/** What was asked for on the command line. */
export interface Request {
  readonly size: Size;
  readonly isList: boolean;
  readonly isMarkdown: boolean;
  /** Where to write how many passed and failed. */
  readonly report: string | null;
  /** Proofs to run; all of the size when empty. */
  readonly names: readonly string[];
}

/** How one proof ended. */
export type Ending =
  | { readonly kind: 'outcome'; readonly outcome: Outcome; readonly seconds: number }
  | { readonly kind: 'crash'; readonly why: string; readonly seconds: number }
  | { readonly kind: 'notRun'; readonly why: string };

/** One line of out/prove.json. */
export interface Row {
  readonly name: string;
  readonly tried: number;
  readonly failed: number;
  readonly control: number;
  readonly holds: boolean;
  readonly size: Size;
  readonly seconds?: number;
  readonly figures?: Readonly<Record<string, number>>;
  readonly failures?: readonly string[];
  readonly notRun?: string;
}

export function readRequest(args: readonly string[]): Request {
  const names: string[] = [];
  let size: Size = 'full';
  let isList = false;
  let isMarkdown = false;
  let report: string | null = null;
  for (let at = 0; at < args.length; at += 1) {
    const argument = args[at] as string;
    if (argument === '--quick') size = 'quick';
    else if (argument === '--list') isList = true;
    else if (argument === '--markdown') isMarkdown = true;
    else if (argument === '--report') {
      at += 1;
      report = args[at] ?? null;
      if (report === null) throw new ScriptError('--report needs the name of a file.');
    } else if (argument.startsWith('-')) throw new ScriptError(`npm run prove does not know ${argument}.`);
    else names.push(argument);
  }
  return { size, isList, isMarkdown, report, names };
}

/** The proofs that were asked for, in the order of the list. */
export function chooseProofs(proofs: readonly Proof[], { size, names }: Pick<Request, 'size' | 'names'>): Proof[] {
  const unknown = names.find((name) => !proofs.some((proof) => proof.name === name));
  if (unknown !== undefined)
    throw new ScriptError(`There is no proof “${unknown}”. npm run prove -- --list names them.`);
  const chosen = proofs.filter(({ name }) => names.length === 0 || names.includes(name));
  if (size === 'full') return chosen;
  const tooLong = chosen.find(({ isFullOnly }) => isFullOnly);
  if (names.length > 0 && tooLong)
    throw new ScriptError(`“${tooLong.name}” is no part of the quick run. Leave out --quick.`);
  return chosen.filter(({ isFullOnly }) => !isFullOnly);
}

/** A proof holds when it was tried, nothing failed, and its control failed: else the attack might just be blind. */
export function rowOf(name: string, size: Size, ending: Ending): Row {
  if (ending.kind === 'notRun') {
    return { name, tried: 0, failed: 0, control: 0, holds: false, size, notRun: ending.why };
  }
  const seconds = Math.round(ending.seconds * 10) / 10;
  if (ending.kind === 'crash') {
    return { name, tried: 0, failed: 1, control: 0, holds: false, size, seconds, failures: [ending.why] };
  }
  const { tried, failed, control, failures, figures } = ending.outcome;
  return {
    name,
    tried,
    failed,
    control,
    holds: failed === 0 && tried > 0 && control > 0,
    size,
    seconds,
    ...(figures && { figures }),
    ...(failures.length > 0 && { failures }),
  };
}

/** How many hold and how many do not; what did not run is neither. */
export function countRows(rows: readonly Row[]): { readonly passed: number; readonly failed: number } {
  const ran = rows.filter(({ notRun }) => notRun === undefined);
  const passed = ran.filter(({ holds }) => holds).length;
  return { passed, failed: ran.length - passed };
}

function verdict(row: Row): string {
  if (row.notRun !== undefined) return `not run: ${row.notRun}`;
  if (row.holds) return 'holds';
  if (row.failed > 0) return 'FAILED';
  return row.tried === 0 ? 'FAILED: nothing was tried' : 'FAILED: the control did not fail';
}

function figuresOf(row: Row): string {
  return Object.entries(row.figures ?? {})
    .map(([name, value]) => `${name} ${value.toLocaleString('en')}`)
    .join(', ');
}

const count = (row: Row, value: number) => (row.notRun === undefined ? value.toLocaleString('en') : '–');

/** The table for a terminal, and each failure in a line below it. */
export function tableOf(rows: readonly Row[]): string {
  const cells = [
    ['proof', 'tried', 'failed', 'control', 'seconds', ''],
    ...rows.map((row) => [
      row.name,
      ...[row.tried, row.failed, row.control].map((value) => count(row, value)),
      row.seconds === undefined ? '–' : String(row.seconds),
      [verdict(row), figuresOf(row)].filter((text) => text !== '').join('; '),
    ]),
  ];
  const widths = cells[0]?.map((_, column) => Math.max(...cells.map((line) => line[column]?.length ?? 0))) ?? [];
  const lines = cells.map((line) =>
    line
      .map((cell, column) => {
        if (column === 0) return cell.padEnd(widths[column] ?? 0);
        return column === line.length - 1 ? cell : cell.padStart(widths[column] ?? 0);
      })
      .join('  ')
      .trimEnd(),
  );
  const failures = rows.flatMap((row) => (row.failures ?? []).map((failure) => `${row.name}: ${failure}`));
  return [...lines, ...(failures.length > 0 ? ['', ...failures] : [])].join('\n');
}

/** The table of docs/security.md. */
export function markdownOf(rows: readonly Row[], proofs: readonly Proof[]): string {
  const promises = new Map(proofs.map(({ name, promise }) => [name, promise]));
  const lines = rows.map((row) =>
    [
      `\`${row.name}\``,
      promises.get(row.name) ?? '',
      ...[row.tried, row.failed, row.control].map((value) => count(row, value)),
      [verdict(row), figuresOf(row)].filter((text) => text !== '').join('; '),
    ]
      .map((cell) => cell.replaceAll('|', '\\|'))
      .join(' | '),
  );
  return [
    '| Proof | Promise | Tried | Broken | Control failed | |',
    '|---|---|---:|---:|---:|---|',
    ...lines.map((line) => `| ${line} |`),
  ].join('\n');
}
