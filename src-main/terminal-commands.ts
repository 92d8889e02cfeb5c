/** The commands of the terminal, each a few calls of the contract. */
import { readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { AccomplishmentPage, AccomplishmentRow } from '../shared/api/accomplishment.ts';
import { AppError, type Result } from '../shared/api/errors.ts';
import type { Call } from './cli.ts';
import type { Dispatch } from './dispatch.ts';
import { countDraft } from './import/counts.ts';
import { readFileCapped } from './read-file.ts';
import { decode } from './socket.ts';
import { writeFileWhole } from './write-file.ts';

interface Given {
  readonly call: Call;
  readonly dispatch: Dispatch;
  readonly words: readonly string[];
  readonly yes: boolean;
  readonly folder: string;
}

interface Command {
  readonly usage: string;
  /** Fewest and most words after the command. */
  readonly words: readonly [number, number];
  readonly run: (given: Given) => Promise<unknown>;
}

const maxBytes = 20 * 1024 * 1024;

export const commands: Readonly<Record<string, Command>> = {
  import: { usage: 'import FILE… [--yes]', words: [1, 100], run: importFiles },
  log: {
    usage: 'log TEXT',
    words: [1, 1_000],
    run: ({ call, words }) => call('logAccomplishment', { text: words.join(' ') }),
  },
  list: { usage: 'list roles|accomplishments|competencies|resumes|packs|imports', words: [1, 1], run: list },
  show: { usage: 'show ID', words: [1, 1], run: show },
  search: {
    usage: 'search QUERY',
    words: [1, 100],
    run: ({ call, words }) => call('searchEverything', { text: words.join(' '), limit: 50 }),
  },
  match: { usage: 'match ROLE', words: [1, 1], run: match },
  export: { usage: 'export json-resume [RESUME] FILE', words: [2, 3], run: exportFile },
  print: { usage: 'print resume|match ID FILE', words: [3, 3], run: print },
  backup: { usage: 'backup FILE', words: [1, 1], run: backup },
  check: { usage: 'check', words: [0, 0], run: check },
  call: { usage: 'call ENDPOINT JSON', words: [1, 2], run: callEndpoint },
};

export const usage = `cairn: your record, in a terminal
${Object.values(commands)
  .map((command) => `  cairn ${command.usage}`)
  .join('\n')}
  --data DIR   the profile folder (the app's own without it)
  --yes        apply what an import read
JSON on stdout, messages on stderr; exit status 0, 1 (refused, with the error's code) or 2 (usage).
ROLE is an id or a title.
`;

async function importFiles({ call, words, yes }: Given): Promise<unknown> {
  const reported: unknown[] = [];
  const ids: string[] = [];
  for (const path of words) {
    const name = basename(path);
    const bytes = new Uint8Array(await readFileCapped(fromHere(path), maxBytes));
    const drafts = await call('previewImport', { name, bytes });
    for (const draft of drafts) {
      reported.push({
        kind: draft.kind,
        format: draft.format,
        title: draft.title,
        counts: countDraft(draft),
        notices: draft.notices.map(({ code, message, line, detail }) => ({ code, message, detail, line })),
      });
    }
    if (!yes) continue;
    for (const id of (await call('readImport', { name, bytes })).ids)
      ids.push(...(await call('applyImport', { id })).roleIds);
  }
  return yes ? { drafts: reported, applied: true, ids } : { drafts: reported, applied: false };
}

async function list({ call, words: [what] }: Given): Promise<unknown> {
  if (what === 'roles') return call('listRoles', {});
  if (what === 'competencies') return (await call('listCompetencies', {})).competencies;
  if (what === 'resumes') return call('listResumes', {});
  if (what === 'packs') return call('listPacks', {});
  if (what === 'imports') return call('listImportDrafts', {});
  if (what !== 'accomplishments')
    throw new AppError(
      'INVALID_INPUT',
      `There is no list of “${what ?? ''}”: roles, accomplishments, competencies, resumes, packs, imports.`,
    );
  const rows: AccomplishmentRow[] = [];
  for (;;) {
    const page: AccomplishmentPage = await call('listAccomplishments', {
      offset: rows.length,
      limit: 500,
      sort: 'newest',
    });
    rows.push(...page.rows);
    if (rows.length >= page.total || page.rows.length === 0) return rows;
  }
}

async function show({ call, words: [id = ''] }: Given): Promise<unknown> {
  for (const read of [
    () => call('getAccomplishment', { id }),
    () => call('getRole', { id }),
    () => call('getResume', { id }),
    () => call('getImportDraft', { id }),
    async () => (await call('listCompetencies', {})).competencies.find((one) => one.id === id) ?? missing(id),
  ]) {
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'NOT_FOUND')) throw error;
    }
  }
  return missing(id);
}

/** A file as the person names it: npm runs in the folder of the checkout and says where it was called from. */
export function fromHere(path: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), path);
}

function missing(id: string): never {
  throw new AppError('NOT_FOUND', `Nothing here has the id “${id}”.`);
}

/** A role by id, or by its title when only one has it. */
async function roleId(call: Call, idOrTitle: string): Promise<string> {
  const roles = await call('listRoles', {});
  const byId = roles.find((role) => role.id === idOrTitle);
  if (byId) return byId.id;
  const named = roles.filter((role) => role.title.toLowerCase() === idOrTitle.toLowerCase());
  const [only] = named;
  if (only && named.length === 1) return only.id;
  throw new AppError(
    'NOT_FOUND',
    named.length > 1
      ? `${named.length} roles are called “${idOrTitle}”. Give the id.`
      : `There is no role “${idOrTitle}”. “cairn list roles” names them.`,
  );
}

async function match({ call, words: [role = ''] }: Given): Promise<unknown> {
  const report = await call('getMatch', { roleId: await roleId(call, role) });
  return {
    ...report,
    requirements: report.requirements.map((one) => ({
      ...one,
      accomplishments: one.terms.map((term) => term.accomplishmentId),
    })),
  };
}

async function exportFile({ call, words }: Given): Promise<unknown> {
  const [kind, id, file] = words.length === 3 ? words : [words[0], null, words[1]];
  if (kind !== 'json-resume') throw new AppError('INVALID_INPUT', `There is no export “${kind ?? ''}”: json-resume.`);
  const { json } = await call('writeJsonResume', { resumeId: id ?? null });
  await writeFileWhole(fromHere(file ?? ''), json);
  return { file: fromHere(file ?? ''), bytes: Buffer.byteLength(json) };
}

async function print({ call, words: [kind, id = '', file = ''] }: Given): Promise<unknown> {
  if (kind !== 'resume' && kind !== 'match')
    throw new AppError('INVALID_INPUT', `There is no paper “${kind ?? ''}”: resume, match.`);
  const { paper } = await call('getSettings', {});
  const printed =
    kind === 'resume'
      ? await call('printResume', { id })
      : await call('printMatch', { roleId: await roleId(call, id), paper });
  await writeFileWhole(fromHere(file), printed.pdf);
  const { pages: _pages, ...readBack } = printed.readBack;
  return { file: fromHere(file), pageCount: printed.pageCount, readBack };
}

async function backup({ call, words: [file = ''], folder }: Given): Promise<unknown> {
  const made = await call('backUpNow', {});
  const path = fromHere(file);
  await writeFileWhole(path, await readFile(join(folder, 'backups', made.fileName)));
  return { ...made, file: path };
}

async function check({ call }: Given): Promise<unknown> {
  const report = await call('checkRecord', {});
  if (!report.isSound)
    throw new AppError('PROFILE_DAMAGED', 'The record did not pass its check. Nothing was changed.', report.problems);
  return report;
}

async function callEndpoint({ dispatch, words: [name = '', json = '{}'] }: Given): Promise<unknown> {
  let input: unknown;
  try {
    input = decode(json);
  } catch {
    throw new AppError('INVALID_INPUT', 'The input is not JSON.');
  }
  const result: Result = await dispatch(name, input);
  if (result.ok) return result.value;
  throw new AppError(result.error.code, result.error.message, result.error.details);
}
