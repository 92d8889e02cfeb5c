/** The commands of the terminal, each a few calls of the contract. */
import { basename, join, resolve } from 'node:path';
import type { AccomplishmentRow } from '../../shared/api/accomplishment.ts';
import { AppError, type Result } from '../../shared/api/errors.ts';
import type { Draft, DraftCounts } from '../../shared/api/import.ts';
import { contract, type EndpointName, type Input } from '../../shared/api/index.ts';
import { checkPack } from '../../shared/domain/pack/pack-check.ts';
import { itemsOf } from '../../shared/domain/record/record-items.ts';
import { limits } from '../../shared/vocabulary/limits.ts';
import { isRecordKind } from '../../shared/vocabulary/record-kinds.ts';
import { type ThingKind, thingKinds, things } from '../../shared/vocabulary/things.ts';
import type { Dispatch } from '../app/dispatch.ts';
import type { SalvageOutcome } from '../db/salvage/salvage.ts';
import { copyInPieces } from '../files/copy-in-pieces.ts';
import { readFileCapped } from '../files/read-file.ts';
import { writeChosenFile } from '../files/write-chosen-file.ts';
import { countDraft } from '../import/roles/draft-counts.ts';
import { runReader } from '../import/run-reader.ts';
import { startNodeProcess } from '../jobs/node-process.ts';
import { salvageInto } from '../profile/salvage-file.ts';
import type { Call } from './call.ts';
import { decode } from './socket.ts';

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
  /** Whether it writes nothing into the record, so that one that cannot be written will do. */
  readonly reads?: true | ((words: readonly string[]) => boolean);
  readonly run: (given: Given) => Promise<unknown>;
}

/** A command that looks at files and opens no record. */
interface FileCommand {
  readonly usage: string;
  readonly words: readonly [number, number];
  readonly runAlone: (words: readonly string[], folder: string) => Promise<unknown>;
}

const listWords = thingKinds.map((kind) => things[kind].plural);

export const commands: Readonly<Record<string, Command | FileCommand>> = {
  import: { usage: 'import FILE… [--yes]', words: [1, 100], run: importFiles },
  log: {
    usage: 'log TEXT',
    words: [1, 1_000],
    run: ({ call, words }) => call('logAccomplishment', { text: words.join(' ') }),
  },
  list: {
    usage: `list ${listWords.join('|')}`,
    words: [1, 1],
    reads: true,
    run: list,
  },
  show: { usage: 'show ID', words: [1, 1], reads: true, run: show },
  search: {
    usage: 'search QUERY',
    words: [1, 100],
    reads: true,
    run: ({ call, words }) => call('searchEverything', { text: words.join(' '), limit: 50 }),
  },
  match: { usage: 'match ROLE', words: [1, 1], reads: true, run: match },
  export: {
    usage: 'export json-resume|pack|role-pack|matrix-csv|role-patch [ID] FILE',
    words: [2, 3],
    reads: true,
    run: exportFile,
  },
  pack: { usage: 'pack check FILE', words: [2, 2], runAlone: checkPackFile },
  print: { usage: 'print resume|match|role|track ID FILE', words: [3, 3], reads: true, run: print },
  backup: { usage: 'backup FILE', words: [1, 1], run: backup },
  check: { usage: 'check', words: [0, 0], reads: true, run: check },
  salvage: { usage: 'salvage FILE', words: [1, 1], runAlone: salvageRecord },
  call: { usage: 'call ENDPOINT JSON', words: [1, 2], reads: ([name = '']) => isQuestion(name), run: callEndpoint },
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
  const files = [];
  for (const path of words)
    files.push({
      name: basename(path),
      bytes: new Uint8Array(await readFileCapped(resolveGivenPath(path), limits.filesAtOnce)),
    });
  if (!yes) {
    const drafts = (await call('previewImport', { files })).map((draft) => describeDraft(draft, countDraft(draft)));
    return { drafts, applied: false };
  }
  const read = await call('readImport', { files });
  const drafts: ReturnType<typeof describeDraft>[] = [];
  const ids: string[] = [];
  for (const id of read?.ids ?? []) {
    // suggested changes and newer packs go where they belong, whole; everything else is added
    const draft = await call('getImportDraft', { id });
    drafts.push(describeDraft(draft, draft.counts));
    const goesIn = draft.kind === 'patch' || draft.kind === 'pack';
    const offers = goesIn ? await call('getEditionOffers', { id }) : [];
    const into = offers.map(({ roleId, index, changes }) => ({
      roleId,
      index,
      // what the user changed in the same place stays theirs
      changeIds: changes.flatMap((change) => (change.yours === null ? [change.id] : [])),
    }));
    ids.push(...((await call('applyImport', { id, into }))?.roleIds ?? []));
  }
  return { drafts, applied: true, ids };
}

function describeDraft({ kind, format, title, notices }: Draft, counts: DraftCounts) {
  return {
    kind,
    format,
    title,
    counts,
    notices: notices.map(({ code, message, line, detail }) => ({ code, message, detail, line })),
  };
}

/** How things are listed where one question does not answer with all of them. */
const ownLists: Readonly<Partial<Record<ThingKind, (call: Call) => Promise<readonly unknown[]>>>> = {
  accomplishment: async (call) => {
    const rows: AccomplishmentRow[] = [];
    for (;;) {
      const page = await call('listAccomplishments', { offset: rows.length, limit: 500, sort: 'newest' });
      rows.push(...page.rows);
      if (rows.length >= page.total || page.rows.length === 0) return rows;
    }
  },
  competency: async (call) => (await call('listCompetencies', {})).competencies,
};

async function list({ call, words: [what = ''] }: Given): Promise<unknown> {
  const kind = thingKinds.find((listed) => things[listed].plural === what);
  if (!kind) throw new AppError('INVALID_INPUT', `There is no list of “${what}”: ${listWords.join(', ')}.`);
  return listOf(call, kind);
}

async function listOf(call: Call, kind: ThingKind): Promise<unknown> {
  if (isRecordKind(kind)) return itemsOf(await call('getBackground', {}), kind);
  const endpoint = things[kind].list;
  return ownLists[kind]?.(call) ?? (endpoint && call(endpoint, {}));
}

async function show({ call, words: [id = ''] }: Given): Promise<unknown> {
  for (const kind of thingKinds) {
    const endpoint = things[kind].show;
    try {
      if (endpoint) return await call(endpoint, { id });
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'NOT_FOUND')) throw error;
    }
  }
  // what has no page of its own is whole in its list; those of the record's kinds are one answer
  const background = await call('getBackground', {});
  for (const kind of thingKinds.filter((listed) => things[listed].show === undefined)) {
    const rows = isRecordKind(kind) ? itemsOf(background, kind) : await listOf(call, kind);
    const found = (rows as readonly { readonly id: string }[]).find((row) => row.id === id);
    if (found) return found;
  }
  throw new AppError('NOT_FOUND', `Nothing here has the id “${id}”.`);
}

/** A file as the person names it: npm runs in the folder of the checkout and says where it was called from. */
export function resolveGivenPath(path: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), path);
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
    requirements: report.requirements.map((requirement) => ({
      ...requirement,
      accomplishments: requirement.terms.map((term) => term.accomplishmentId),
    })),
  };
}

async function exportFile({ call, words, folder }: Given): Promise<unknown> {
  const [kind = '', id, file = ''] = words.length === 3 ? words : [words[0], null, words[1]];
  const { bytes, notices } = await writeExport(await exportInput(call, kind, id ?? null), file, { call, folder });
  return { file: resolveGivenPath(file), bytes: bytes.length, ...said(notices) };
}

/** What of the record could not stand in the file as it is; most records have nothing of the kind. */
const said = (notices: readonly string[]) => (notices.length === 0 ? {} : { notices });

/** The one way a terminal writes an export: only here the contract's answer meets a path. */
async function writeExport(
  input: Input<'writeExport'>,
  file: string,
  { call, folder }: Pick<Given, 'call' | 'folder'>,
) {
  const written = await call('writeExport', input);
  await writeChosenFile(resolveGivenPath(file), written.bytes, folder);
  return written;
}

async function exportInput(call: Call, kind: string, id: string | null): Promise<Input<'writeExport'>> {
  if (kind === 'json-resume')
    return id === null ? { kind: 'record', format: 'json-resume' } : { kind: 'resume', format: 'json-resume', id };
  const known = ['pack', 'role-pack', 'matrix-csv', 'role-patch'];
  if (!known.includes(kind))
    throw new AppError('INVALID_INPUT', `There is no export “${kind}”: json-resume, ${known.join(', ')}.`);
  if (id === null) throw new AppError('INVALID_INPUT', `Usage: cairn export ${kind} ID FILE`);
  if (kind === 'pack') return { kind: 'pack', format: 'role-pack', id };
  if (kind === 'matrix-csv') return { kind: 'ladder', format: 'csv', id };
  const role = await roleId(call, id);
  if (kind === 'role-patch') {
    const edits = await call('listOwnEdits', { id: role });
    return { kind: 'edits', format: 'role-patch', id: role, changeIds: edits.map((edit) => edit.id) };
  }
  const { title } = await call('getRole', { id: role });
  return { kind: 'roles', format: 'role-pack', ids: [role], name: title, author: '' };
}

/** Checks a pack as its author would want it: nothing is stored. Refused when it cannot be read or has faults. */
async function checkPackFile([verb = '', path = '']: readonly string[]): Promise<unknown> {
  if (verb !== 'check') throw new AppError('INVALID_INPUT', `There is no “pack ${verb}”: pack check FILE.`);
  const name = basename(path);
  const bytes = new Uint8Array(await readFileCapped(resolveGivenPath(path), limits.filesAtOnce));
  const [draft] = await runReader([{ name, bytes }]);
  if (draft?.kind !== 'pack') {
    throw new AppError('FORMAT_UNKNOWN', `“${name}” is no role pack: a pack has "format": "cairn-rolepack".`);
  }
  const remarks = checkPack(draft.pack);
  const faults = remarks.filter((remark) => remark.kind === 'fault');
  if (faults.length > 0) {
    const [first] = faults;
    throw new AppError(
      'INVALID_INPUT',
      `${faults.length} ${faults.length === 1 ? 'fault' : 'faults'} in “${name}”. The first: ${first?.place}: ${first?.text}.`,
      remarks,
    );
  }
  const { id, version, formatVersion } = draft.pack;
  return { pack: id, version, formatVersion, counts: countDraft(draft), faults: 0, advice: remarks };
}

async function print({ call, words: [kind = '', id = '', file = ''], folder }: Given): Promise<unknown> {
  const { proof, notices } = await writeExport(await askedOnPaper(call, kind, id), file, { call, folder });
  const { pages: _pages, ...readBack } = proof?.readBack ?? { pages: [] };
  return { file: resolveGivenPath(file), pageCount: proof?.pageCount, readBack, ...said(notices) };
}

async function askedOnPaper(call: Call, kind: string, id: string): Promise<Input<'writeExport'>> {
  if (kind === 'resume') return { kind, format: 'pdf', id };
  if (kind === 'match' || kind === 'role') return { kind, format: 'pdf', id: await roleId(call, id) };
  if (kind === 'track') return { kind: 'ladder', format: 'pdf', id };
  throw new AppError('INVALID_INPUT', `There is no paper “${kind}”: resume, match, role, track.`);
}

async function backup({ call, words: [file = ''], folder }: Given): Promise<unknown> {
  const made = await call('backUpNow', {});
  const path = resolveGivenPath(file);
  await writeChosenFile(path, (target) => copyInPieces(join(folder, 'backups', made.fileName), target), folder);
  return { ...made, file: path };
}

async function check({ call }: Given): Promise<unknown> {
  const report = await call('checkRecord', {});
  if (!report.isSound)
    throw new AppError('PROFILE_DAMAGED', 'The record did not pass its check. Nothing was changed.', report.problems);
  return report;
}

/** Saves what can be read of the record's file, whether it opens or not. */
async function salvageRecord([file = '']: readonly string[], folder: string): Promise<unknown> {
  const path = resolveGivenPath(file);
  let salvaged: SalvageOutcome | null = null;
  const write = async (part: string) => {
    salvaged = await salvageInto({ startProcess: startNodeProcess, now: () => new Date() }, folder, part);
  };
  await writeChosenFile(path, write, folder);
  return { file: path, ...(salvaged as SalvageOutcome | null) };
}

/** Whether it asks about what is in the record; what is asked about one that does not open is answered as it is. */
function isQuestion(name: string): boolean {
  if (!Object.hasOwn(contract, name)) return false;
  const { kind, needsProfile } = contract[name as EndpointName];
  return kind === 'query' && needsProfile;
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
