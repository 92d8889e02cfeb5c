/** The published JSON Schemas: made from the contract, and true of what ships and of what the docs show. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { schemaTexts } from '../../scripts/schemas.ts';
import { RolePack } from '../../shared/api/role-pack.ts';
import { checkPack } from '../../shared/domain/pack/pack-check.ts';

const root = resolve(import.meta.dirname, '../..');

test('the schemas in resources/schema are those of the contract: npm run schemas writes them', () => {
  const texts = schemaTexts();
  expect(readdirSync(join(root, 'resources/schema')).sort()).toEqual([...texts.keys()].sort());
  for (const [name, text] of texts)
    expect(readFileSync(join(root, 'resources/schema', name), 'utf8') === text, name).toBe(true);
});

test('the example of the pack format is a pack without faults', () => {
  const page = readFileSync(join(root, 'docs/pack-format.md'), 'utf8');
  const [, example = ''] = /```json\n([\s\S]*?)```/.exec(page) ?? [];
  const pack = RolePack.parse(JSON.parse(example));
  expect(checkPack(pack).filter((remark) => remark.kind === 'fault')).toEqual([]);
});
