/** The walk through a new feature in CONTRIBUTING is how it is done: its example is built in a copy of the sources and run. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrations } from '../../src-main/db/migrations/index.ts';
import { copySources, root } from '../helpers/source-copy.ts';

const next = migrations.length + 1;

let copy: string;

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'cairn-contributing-'));
  copySources(copy);
  // the number of a migration is the next one, whatever it is today
  const guide = readFileSync(join(root, '.github/CONTRIBUTING.md'), 'utf8')
    .replaceAll(/\b\d{4}-add-note/g, `${String(next).padStart(4, '0')}-add-note`)
    .replace(/version = \d+/, `version = ${next}`);
  const blocks = [...guide.matchAll(/^```(ts|tsx|diff) (\S+)\n([\s\S]*?)^```$/gm)];
  for (const [, kind, file = '', text = ''] of blocks) {
    const path = join(copy, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, kind === 'diff' ? withLines(readFileSync(path, 'utf8'), text, file) : text);
  }
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** Adds the lines with a plus, each after the line before it that is there already; one with an ellipsis ends its list anew. */
function withLines(source: string, change: string, file: string): string {
  const lines = source.split('\n');
  let at = 0;
  for (const line of change.trimEnd().split('\n')) {
    const [begin = '', end] = line.slice(1).split('…');
    if (line.startsWith('+') && end === undefined) lines.splice(at, 0, begin);
    else {
      at = lines.findIndex((existing) => existing.startsWith(begin));
      if (at < 0) throw new Error(`${file} has no line “${begin}”.`);
      if (end !== undefined) {
        const last = lines.findIndex((existing, place) => place >= at && existing.endsWith('];'));
        // a list that is too long for a line has one for each entry, with a comma already
        lines[last] = lines[last] === '];' ? end.slice(1) : (lines[last] as string).replace(/\];$/, end);
      }
    }
    at += 1;
  }
  return lines.join('\n');
}

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: copy, encoding: 'utf8' });
  return { status, said: `${stdout}${stderr}`, answer: () => JSON.parse(stdout) as unknown };
}

test('its files, its lists, its screen and its command fit together', () => {
  expect(run(join(root, 'node_modules/typescript/bin/tsc'), '--build', 'src-main', 'src-renderer').said).toBe('');
}, 240_000);

test('its example runs in a terminal', () => {
  const cairn = (...words: string[]) => run('src-main/cli.ts', ...words, '--data', join(copy, 'record'));
  const [role] = cairn('list', 'roles').answer() as { id: string }[];
  const roleId = role?.id ?? '';
  cairn('call', 'addNote', JSON.stringify({ roleId, text: 'Ask about on-call' }));
  expect(cairn('notes', roleId).answer()).toMatchObject([{ text: 'Ask about on-call' }]);
  expect(cairn('call', 'undo', '{}').status).toBe(0);
  expect(cairn('notes', roleId).answer()).toEqual([]);
}, 240_000);
