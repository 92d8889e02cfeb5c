/** A patch: changes that someone suggests to a role that is here too. */
import { AppError } from '../../../../shared/api/errors.ts';
import type { Draft } from '../../../../shared/api/import.ts';
import { RolePatch } from '../../../../shared/api/role-change.ts';
import { cleanedJson, faultsOf, refuseFaults, spreadLines } from '../../files/json-faults.ts';
import { isObject } from '../../files/read-json.ts';
import { quoted } from '../../outline/clean-text.ts';
import { openNotices } from '../notices.ts';

const patchVersion = 1;

/** Whether an object says that it is a patch of ours, of whatever version. */
export function isRolePatch(value: unknown): value is Record<string, unknown> {
  return isObject(value) && value.format === 'cairn-rolepatch';
}

/** The draft of a patch. Throws FORMAT_UNKNOWN for a newer version and FILE_UNREADABLE for one that breaks the format. */
export function readRolePatch(name: string, source: Record<string, unknown>): Draft {
  const version = source.formatVersion;
  if (typeof version === 'number' && version > patchVersion) {
    throw new AppError(
      'FORMAT_UNKNOWN',
      `${quoted(name)} is a patch of format version ${version}; this Cairn reads version ${patchVersion}. Nothing was added. Update Cairn.`,
    );
  }
  const notices = openNotices();
  const value = cleanedJson(source, notices);
  const parsed = RolePatch.safeParse(value);
  if (!parsed.success) throw refuseFaults(name, 'patch of a role', faultsOf(parsed.error, value, 'the patch'));
  const patch = parsed.data;
  return {
    kind: 'patch',
    format: 'role-patch',
    title: patch.role.title,
    notices: notices.all(),
    sourceLines: spreadLines(value) ?? [
      `${patch.changes.length} changes to ${patch.role.title}`,
      ...(patch.note?.split('\n') ?? []),
    ],
    patch,
  };
}
