/** Differences between two role specs, and the patch file that carries some of them to another Cairn. */
import * as z from 'zod';
import { type RoleList, roleFieldNames, roleListNames } from '../vocabulary/role-shape.ts';
import { RoleContent } from './role-content.ts';
import { Line, Prose } from './values.ts';

const fieldValue = z.union([Prose, z.number(), z.array(Line).max(100)]).nullable();

const fieldChange = z
  .object({ field: z.enum(roleFieldNames), before: fieldValue, after: fieldValue })
  .refine(({ field, after }) => after === null || RoleContent.shape[field].safeParse(after).success, {
    message: 'the new value does not fit its field',
  });

const listChange = (list: RoleList) => {
  const row = RoleContent.shape[list].unwrap().element.nullable();
  return z.object({
    list: z.literal(list),
    /** What tells the row from others of its list, such as the compared form of a competency’s name. */
    key: z.string().max(1_000),
    before: row,
    after: row,
    /** Where it stands among the rows of the newer side (of the older, when it is gone). */
    rank: z.number().int().min(0),
  });
};

/** One difference. A null `before` was added, a null `after` taken out. */
export const RoleChange = z.union([
  fieldChange,
  z.discriminatedUnion('list', roleListNames.map(listChange) as [ReturnType<typeof listChange>]),
]);
export type RoleChange = z.infer<typeof RoleChange>;
export type FieldChange = z.infer<typeof fieldChange>;
export type ListChange = Exclude<RoleChange, FieldChange>;

/** `*.rolepatch.json`: changes one person suggests to a role spec that another has too. */
export const RolePatch = z.object({
  format: z.literal('cairn-rolepatch'),
  formatVersion: z.literal(1),
  role: z.object({ title: Line.min(1), family: Line.optional(), levelCode: Line.optional() }),
  author: Line.optional(),
  note: Prose.optional(),
  changes: z.array(RoleChange).min(1).max(3_000),
});
export type RolePatch = z.infer<typeof RolePatch>;

/** A difference as a person is shown it. */
export interface ShownChange {
  /** Stable for the same two sides. */
  readonly id: string;
  readonly change: RoleChange;
  /** “Data engineering raised from 2 to 3”, “Kafka dropped”. */
  readonly words: string;
  /** Set when the reader changed the same place themselves: what stands there now. */
  readonly yours: string | null;
}
