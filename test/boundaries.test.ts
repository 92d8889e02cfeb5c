// Plants one violation per rule of the house and expects the tools of `npm run check` to refuse each.
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readSources, structureProblems } from '../scripts/structure/import-rules.ts';

const root = resolve(import.meta.dirname, '..');
const execute = promisify(execFile);

/** What must be refused: where it stands, what it says, and the rule that catches it. */
const violations: readonly (readonly [why: string, file: string, text: string, rule?: string])[] = [
  ['domain importing a package', 'shared/domain/a1.ts', "import 'zod';"],
  ['domain importing Node', 'shared/domain/a2.ts', "import 'node:fs';"],
  ['the contract importing a package that is not zod', 'shared/api/b1.ts', "import 'kysely';"],
  ['the contract importing Node', 'shared/api/b2.ts', "import 'node:path';"],
  ['a feature importing electron', 'src-main/features/c1.ts', "import 'electron';"],
  [
    'a feature importing the type of something of electron',
    'src-main/features/c2.ts',
    "import type {} from 'electron';",
  ],
  ['a feature in a folder importing electron', 'src-main/features/c8/a.ts', "import 'electron';"],
  ['a feature importing electron late', 'src-main/features/c9.ts', "export const a = await import('electron');"],
  ['the database importing electron', 'src-main/db/d1.ts', "import 'electron';"],
  ['dispatch importing electron', 'src-main/app/d2.ts', "import 'electron/main';"],
  [
    'the shell using the network of electron',
    'src-main/electron/e1.ts',
    "import { net } from 'electron';\nexport const a = net;",
  ],
  [
    'the shell updating itself',
    'src-main/electron/e2.ts',
    "import { autoUpdater } from 'electron';\nexport const a = autoUpdater;",
  ],
  ['the window importing main', 'src-renderer/f1.ts', "import '../src-main/app/dispatch.ts';"],
  ['the window importing Node', 'src-renderer/f2.ts', "import 'node:fs';"],
  ['the window importing Node by its old name', 'src-renderer/f3.ts', "import 'fs';", 'noNodejsModules'],
  ['the window importing electron', 'src-renderer/f4.ts', "import 'electron';"],
  ['a screen importing main', 'src-renderer/features/g1/a.tsx', "import '../../../src-main/app/dispatch.ts';"],
  ['a screen importing Node', 'src-renderer/features/g2/a.tsx', "import 'node:fs';"],
  ...['http', 'https', 'net', 'tls', 'dgram', 'dns', 'dns/promises', 'http2'].map(
    (name, index) => [`main importing ${name}`, `src-main/h${index}.ts`, `import 'node:${name}';`] as const,
  ),
  ['main importing a client of the network', 'src-main/h9.ts', "import 'undici';"],
  ['a feature importing http', 'src-main/features/i1.ts', "import 'node:http';"],
  ['a feature in a folder importing net', 'src-main/features/i2/a.ts', "import 'node:net';"],
  ['the shell importing https', 'src-main/electron/i3.ts', "import 'node:https';"],
  ['the entry importing net', 'src-main/main.ts', "import 'node:net';"],
  ['the socket importing http', 'src-main/terminal/socket.ts', "import 'node:http';"],
  ['its listener importing https', 'src-main/terminal/terminal-listener.ts', "import 'node:https';"],
  ['main calling fetch', 'src-main/j1.ts', "export const a = fetch('x');", 'noRestrictedGlobals'],
  ['a feature calling fetch', 'src-main/features/j2.ts', "export const a = fetch('x');", 'noRestrictedGlobals'],
  ['domain calling fetch', 'shared/domain/j3.ts', "export const a = fetch('x');", 'noRestrictedGlobals'],
  [
    'the window opening a WebSocket',
    'src-renderer/j4.ts',
    "export const a = new WebSocket('x');",
    'noRestrictedGlobals',
  ],
  [
    'the window using XMLHttpRequest',
    'src-renderer/j5.ts',
    'export const a = new XMLHttpRequest();',
    'noRestrictedGlobals',
  ],
];

/** What must pass, so that a rule that refuses everything is noticed. */
const allowed: readonly (readonly [why: string, file: string, text: string])[] = [
  [
    'domain importing types of the contract and domain',
    'shared/domain/ok.ts',
    "import type {} from '../api/role.ts';\nimport './match/match.ts';",
  ],
  ['the contract importing zod and itself', 'shared/api/ok.ts', "import 'zod';\nimport './endpoint.ts';"],
  [
    'a feature importing shared, db, host, import, export',
    'src-main/features/ok.ts',
    "import '../../shared/domain/match/match.ts';\nimport '../db/open.ts';\nimport '../host.ts';\nimport '../import/read.ts';\nimport 'node:path';\nimport 'kysely';",
  ],
  [
    'a feature in a folder importing its own files',
    'src-main/features/ok/a.ts',
    "import './b.ts';\nimport '../../db/open.ts';\nimport '../../../shared/api/role.ts';",
  ],
  [
    'the shell importing electron',
    'src-main/electron/ok.ts',
    "import { app } from 'electron';\nimport '../app/dispatch.ts';\nexport const a = app;",
  ],
  [
    'preload importing electron',
    'src-main/preload.ts',
    "import { ipcRenderer } from 'electron';\nexport const a = ipcRenderer;",
  ],
  ['the list of handlers importing features', 'src-main/app/ok.ts', "import '../features/record.ts';"],
  [
    'a screen importing components, the contract and its own files',
    'src-renderer/features/ok/a.tsx',
    "import '../../ui/list.tsx';\nimport '../../api.ts';\nimport '../../../shared/domain/match/match.ts';\nimport './b.tsx';\nimport 'react';",
  ],
  ['the list of screens importing screens', 'src-renderer/ok.tsx', "import './features/record/record-screen.tsx';"],
];

let folder: string;
/** Lines of `rule file`, one per finding. */
let findings: readonly string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cairn-boundaries-'));
  await cp(join(root, '.biome.jsonc'), join(folder, '.biome.jsonc'));
  for (const [, file, text] of [...violations, ...allowed]) {
    await mkdir(join(folder, dirname(file)), { recursive: true });
    await writeFile(join(folder, file), `${text}\n`);
  }
  const biome = join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
  const said = await execute(
    process.execPath,
    [biome, 'lint', '--vcs-enabled=false', '--reporter=github', '--max-diagnostics=none', '.'],
    { cwd: folder, maxBuffer: 64 * 1024 * 1024 },
  ).catch((error: { stdout: string }) => error);
  findings = [...said.stdout.matchAll(/^::\w+ title=lint\/\w+\/(\w+),file=([^,]+),/gm)].map(
    ([, rule, file]) =>
      `${rule} ${(file ?? '').replaceAll('\\', '/').replace(/^.*?(?=(?:shared|src-main|src-renderer)\/)/, '')}`,
  );
}, 60_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the linter refuses', () => {
  test.each(violations)('%s', (_why, file, _text, rule = 'noRestrictedImports') => {
    expect(findings).toContain(`${rule} ${file}`);
  });
});

describe('the linter allows', () => {
  const boundary = /^(?:noRestrictedImports|noRestrictedGlobals|noNodejsModules) /;
  test.each(allowed)('%s', (_why, file) => {
    expect(findings.filter((finding) => boundary.test(finding) && finding.endsWith(` ${file}`))).toEqual([]);
  });

  test('the socket importing net', async () => {
    const file = join(folder, 'src-main', 'terminal', 'socket.ts');
    await writeFile(file, "import 'node:net';\n");
    const biome = join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
    const { stdout } = await execute(
      process.execPath,
      [biome, 'lint', '--vcs-enabled=false', '--reporter=github', file],
      {
        cwd: folder,
      },
    );
    expect(stdout).not.toContain('noRestrictedImports');
  });
});

test('no field of the window cuts off what is typed or pasted: what is too long is refused, whole in its field', async () => {
  const sources = await readSources(root);
  const cutting = [...sources].filter(([file, text]) => file.startsWith('src-renderer/') && /\bmaxLength\b/.test(text));
  expect(cutting.map(([file]) => file)).toEqual([]);
});

/** What may not import what; see scripts/structure/import-rules.ts. */
const crossings: readonly (readonly [why: string, file: string, target: string])[] = [
  ['the vocabulary importing the contract', 'shared/vocabulary/a.ts', 'shared/api/role.ts'],
  ['the contract importing domain', 'shared/api/a.ts', 'shared/domain/match/match.ts'],
  ['domain importing main', 'shared/domain/role/a.ts', 'src-main/db/open.ts'],
  ['domain importing the window', 'shared/domain/a.ts', 'src-renderer/api.ts'],
  ['the engine importing a rule of the domain', 'src-main/db/a.ts', 'shared/domain/match/match.ts'],
  ['the engine importing what is stored', 'src-main/db/a.ts', 'src-main/store/roles/store-role.ts'],
  ['the store importing a feature', 'src-main/store/roles/a.ts', 'src-main/features/roles.ts'],
  ['the store importing a reader', 'src-main/store/roles/a.ts', 'src-main/import/read.ts'],
  ['main importing the readers', 'src-main/import/run-reader.ts', 'src-main/import/read.ts'],
  ['a reader importing the store', 'src-main/import/a.ts', 'src-main/store/roles/store-role.ts'],
  ['an export importing the store', 'src-main/export/a.ts', 'src-main/store/record/evidence.ts'],
  ['a profile importing a feature', 'src-main/profile/a.ts', 'src-main/features/profile/app.ts'],
  ['a feature importing another', 'src-main/features/a.ts', 'src-main/features/record.ts'],
  ['a feature importing from the folder of another', 'src-main/features/a.ts', 'src-main/features/imports/imports.ts'],
  ['a feature in a folder importing another', 'src-main/features/imports/a.ts', 'src-main/features/record.ts'],
  ['a feature importing the shell', 'src-main/features/a.ts', 'src-main/electron/window.ts'],
  ['the terminal importing a feature', 'src-main/terminal/a.ts', 'src-main/features/roles.ts'],
  ['main importing the window', 'src-main/app/a.ts', 'src-renderer/api.ts'],
  ['the window importing main', 'src-renderer/a.ts', 'src-main/app/dispatch.ts'],
  ['a part of the kit importing the way to main', 'src-renderer/ui/a.tsx', 'src-renderer/api.ts'],
  ['a part of the kit importing a shared part', 'src-renderer/ui/a.tsx', 'src-renderer/parts/errors/error-box.tsx'],
  ['a shared part importing a screen', 'src-renderer/parts/role/a.tsx', 'src-renderer/features/role/role-screen.tsx'],
  ['a screen importing another', 'src-renderer/features/match/a.tsx', 'src-renderer/features/role/role-screen.tsx'],
  ['a document importing a screen', 'src-renderer/documents/a.tsx', 'src-renderer/features/role/role-screen.tsx'],
];

describe('the structure', () => {
  const importing = (file: string, target: string) =>
    new Map([
      [file, `import { a } from './${relative(dirname(file), target)}';`],
      [target, 'export const a = 1;'],
    ]);

  test.each(crossings)('refuses %s', (_why, file, target) => {
    expect(structureProblems(importing(file, target))).toEqual([`${file} may not import ${target}`]);
  });

  test.each([
    ['src-main/features/imports/a.ts', 'src-main/features/imports/imports.ts'],
    ['src-main/features/a.ts', 'src-main/store/roles/store-role.ts'],
    ['src-renderer/features/role/chapters/a.tsx', 'src-renderer/features/role/add-evidence.tsx'],
    ['src-renderer/features/role/a.tsx', 'src-renderer/parts/role/role-badges.tsx'],
    ['shared/domain/role/a.ts', 'shared/vocabulary/limits.ts'],
  ])('allows %s to import %s', (file, target) => {
    expect(structureProblems(importing(file, target))).toEqual([]);
  });

  test('refuses circles, also of types', () => {
    const sources = new Map([
      ['src-main/db/a.ts', "import type { B } from './b.ts';"],
      ['src-main/db/b.ts', "export { c } from './c.ts';"],
      ['src-main/db/c.ts', "export const c = () => import('./a.ts');"],
      ['src-main/db/d.ts', "import { c } from './c.ts';"],
    ]);
    expect(structureProblems(sources)).toEqual([
      'src-main/db/a.ts → src-main/db/b.ts → src-main/db/c.ts import each other in a circle',
    ]);
  });

  test('of the sources as they are has none of that', async () => {
    expect(structureProblems(await readSources(root))).toEqual([]);
  });
});

describe('the compiler keeps shared plain', () => {
  test.each([
    ['a file of Node', 'export const a = process.cwd();'],
    ['the page', 'export const a = document.title;'],
    ['a timer', 'export const a = setTimeout(() => {}, 1);'],
  ])('refuses %s', async (_what, text) => {
    const copy = join(folder, 'compiled', 'shared');
    await mkdir(join(copy, 'domain'), { recursive: true });
    await cp(join(root, 'shared', 'tsconfig.base.json'), join(copy, 'tsconfig.base.json'));
    await cp(join(root, 'shared', 'tsconfig.json'), join(copy, 'tsconfig.json'));
    const compile = async (source: string) => {
      await writeFile(join(copy, 'domain', 'planted.ts'), `${source}\n`);
      const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
      return execute(process.execPath, [tsc, '-p', copy, '--noEmit', '--emitDeclarationOnly', 'false']).then(
        () => 'accepted',
        (error: { stdout: string }) => error.stdout,
      );
    };
    expect(await compile('export const a = 1;')).toBe('accepted');
    expect(await compile(text)).toMatch(/error TS(?:2304|2584|2580|2591)/);
  });
});

// What neither tool can say is read from the sources themselves.
const sourceRules: readonly (readonly [what: string, folders: readonly string[], pattern: RegExp, planted: string])[] =
  [
    [
      'domain imports only types of the contract',
      ['shared/domain'],
      /^(?:import|export) (?!type\b)[^;]*?['"](?:\.\.\/)+api\//m,
      "import { RoleSpec } from '../api/role.ts';",
    ],
    [
      'domain has no clock and no dice',
      ['shared/domain'],
      /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bcrypto\.|\bperformance\./,
      'export const now = Date.now();',
    ],
    [
      'no source reaches the network through a global object',
      ['shared', 'src-main', 'src-renderer'],
      /\b(?:globalThis|window|self|navigator)\s*\??\.\s*(?:fetch|WebSocket|EventSource|XMLHttpRequest|RTCPeerConnection|sendBeacon)\b/,
      "globalThis.fetch('x');",
    ],
    [
      'SQL is text only in the engine and where queries are shared',
      ['app', 'backup', 'electron', 'export', 'features', 'files', 'import', 'jobs', 'profile', 'terminal'].map(
        (name) => `src-main/${name}`,
      ),
      /\.prepare\(|\bprepared\(|\bconnectionOf\(|\b(?:SELECT|INSERT INTO|DELETE FROM|UPDATE)\s+["\w]/,
      "sqlite.prepare('SELECT id FROM pin').all();",
    ],
    [
      'a handler asks a database, and has no connection',
      ['src-main/features'],
      /\bsqlite\b|\bsql[`<]/,
      'export const handler = ({ profile }) => profile.sqlite.pragma("optimize");',
    ],
  ];

describe('the sources keep what no tool can say:', () => {
  test.each(sourceRules)('%s', async (_what, folders, pattern, planted) => {
    expect(planted).toMatch(pattern);
    const guilty: string[] = [];
    for (const name of folders) {
      for (const file of await readdir(join(root, name), { recursive: true })) {
        if (!/\.tsx?$/.test(file)) continue;
        const text = await readFile(join(root, name, file), 'utf8');
        if (pattern.test(withoutComments(text))) guilty.push(`${name}/${file}`);
      }
    }
    expect(guilty).toEqual([]);
  });
});

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}
