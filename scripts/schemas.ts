/** Writes the published JSON Schemas of the files Cairn reads from others: `npm run schemas`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { RolePatch } from '../shared/api/role-change.ts';
import { RolePack } from '../shared/api/role-pack.ts';

const about = {
  'rolepack.schema.json': ['Cairn role pack', RolePack],
  'rolepatch.schema.json': ['Cairn role patch', RolePatch],
} as const;

/** Every schema by its file name, as text. */
export function schemaTexts(): Map<string, string> {
  return new Map(
    Object.entries(about).map(([name, [title, schema]]) => {
      // what a file may hold, before defaults are filled in
      const json = { title, ...z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) };
      return [name, `${JSON.stringify(json, null, 2)}\n`];
    }),
  );
}

if (import.meta.main) {
  const folder = join(import.meta.dirname, '../resources/schema');
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of schemaTexts()) writeFileSync(join(folder, name), text);
}
