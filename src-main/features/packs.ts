/** Packs: what is installed, what ships, and updates. */

import { join } from 'node:path';
import { AppError } from '../../shared/api/errors.ts';
import type { Pack } from '../../shared/api/pack.ts';
import { compareNames } from '../../shared/domain/names/name-order.ts';
import type { Handlers, ReadContext } from '../app/context.ts';
import { readAndStoreDrafts } from '../app/read-drafts.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { countOf, query } from '../db/query.ts';
import { notFound } from '../store/not-found.ts';
import { countRemainingRoles, removePack } from '../store/packs/pack-removal.ts';
import { installPack, type ShippedPack, shippedPacks } from '../store/packs/shipped-packs.ts';

export const packHandlers: Pick<Handlers, 'listPacks' | 'installPack' | 'updatePack' | 'removePack'> = {
  async listPacks(context) {
    const installed = context.db.all(installedPacks);
    const keptRoleCounts = countRemainingRoles(context.db);
    const shipped = await shippedPacks(packFolder(context));
    const versions = new Map(shipped.map(({ pack }) => [pack.id, pack.version]));
    const installedIds = new Set(installed.map((pack) => pack.id));
    return [
      ...installed.map((pack): Pack => {
        const version = versions.get(pack.id);
        return {
          ...pack,
          keptRoleCount: keptRoleCounts.get(pack.id) ?? 0,
          shippedVersion: version === undefined || version === pack.version ? null : version,
        };
      }),
      ...shipped.filter(({ pack }) => !installedIds.has(pack.id)).map(offered),
    ].sort((a, b) => compareNames(a.name, b.name));
  },

  async installPack(context, { id }) {
    const shipped = await shippedPack(context, id);
    const roleIds = await context.write('Pack installed', ({ db, host, now }) => {
      if (isInstalled(db, id)) {
        throw new AppError('CONFLICT', `The pack “${shipped.pack.name}” is installed already. Nothing was changed.`);
      }
      return installPack({ db, newId: host.newId, now }, shipped);
    });
    return { roleIds };
  },

  async updatePack(context, { id }) {
    const { name, bytes } = await shippedPack(context, id);
    const imported = await readAndStoreDrafts(context, [{ name, bytes: new Uint8Array(bytes) }]);
    const [draftId] = imported?.ids ?? [];
    if (draftId === undefined) throw notFound('draft');
    return { draftId };
  },

  removePack({ db }, { id }) {
    if (!isInstalled(db, id)) throw notFound('pack');
    return removePack(db, id);
  },
};

const isInstalled = (db: ReadableDatabase, id: string) =>
  db.first(query.selectFrom('pack').select('id').where('id', '=', id)) !== undefined;

const installedPacks = query
  .selectFrom('pack')
  .selectAll()
  .select(({ selectFrom }) => [
    countOf(selectFrom('roleSpec').whereRef('packId', '=', 'pack.id').where('deletedAt', 'is', null)).as('roleCount'),
    countOf(selectFrom('ladder').whereRef('packId', '=', 'pack.id')).as('ladderCount'),
  ]);

const packFolder = ({ session }: ReadContext) => join(session.resources, 'packs');

async function shippedPack(context: ReadContext, id: string): Promise<ShippedPack> {
  const found = (await shippedPacks(packFolder(context))).find(({ pack }) => pack.id === id);
  if (!found) throw notFound('pack');
  return found;
}

/** A pack that ships and is not installed. */
function offered({ pack }: ShippedPack): Pack {
  const { id, name, version, author, licence, attribution = '', description = '' } = pack;
  return {
    id,
    name,
    version,
    author,
    licence,
    attribution,
    description,
    installedAt: null,
    roleCount: pack.roles.length,
    ladderCount: pack.ladders.length,
    keptRoleCount: 0,
    shippedVersion: null,
  };
}
