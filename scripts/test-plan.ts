// Which of the tests that were asked for need a window.

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
