// Which of the tests that were asked for need a window, and whether the proofs run after them.

/** Options of vitest that take the next argument as their value. */
const takesValue = new Set([
  '--project',
  '-t',
  '--testNamePattern',
  '--reporter',
  '--outputFile',
  '--shard',
  '--retry',
]);

/** Whether `npm test -- ARGS` would run an end-to-end test. Vitest takes a bare word as a part of a file's path. */
export function needsElectron(args: readonly string[], endToEndFiles: readonly string[]): boolean {
  const projects: string[] = [];
  const filters: string[] = [];
  let option: string | undefined;
  for (const argument of args) {
    if (option !== undefined) {
      if (option === '--project') projects.push(argument);
      option = undefined;
    } else if (takesValue.has(argument)) option = argument;
    else if (argument.startsWith('--project=')) projects.push(argument.slice('--project='.length));
    else if (!argument.startsWith('-')) filters.push(argument.replace(/^\.\//, '').replace(/:\d+$/, ''));
  }
  if (projects.length > 0 && !projects.some((name) => name === 'e2e' || /[*!]/.test(name))) return false;
  return filters.length === 0 || filters.some((filter) => endToEndFiles.some((file) => file.includes(filter)));
}

/**
 * What goes to vitest and what to the proofs; null when they do not run, because some tests were chosen. How the tests
 * are reported chooses none.
 */
export function planTests(args: readonly string[]): {
  readonly vitestArgs: readonly string[];
  readonly proveArgs: readonly string[] | null;
} {
  const vitestArgs: string[] = [];
  let proveReport: readonly string[] = [];
  let choosesTests = false;
  for (let at = 0; at < args.length; at += 1) {
    const argument = args[at] as string;
    if (argument === '--prove-report') {
      at += 1;
      proveReport = ['--report', args[at] ?? ''];
      continue;
    }
    vitestArgs.push(argument);
    if (argument === '--reporter') {
      at += 1;
      vitestArgs.push(args[at] ?? '');
    } else if (!/^--(?:reporter|outputFile)\b/.test(argument)) choosesTests = true;
  }
  return { vitestArgs, proveArgs: choosesTests ? null : ['--quick', ...proveReport] };
}
