/** What the typed values of a role draft are made of, as the review lists them, and the groups they are listed in. */
import {
  type RoleField,
  type RoleGroupId,
  type RoleList,
  roleFields,
  roleGroupIds,
  roleGroups,
  roleLists,
  type ValueShape,
} from '../../../../../shared/vocabulary/role-shape.ts';
import { editFields } from '../../../../parts/role-editor/edit-lists.ts';

/** The lists of a role draft whose rows are typed. */
export type DraftList = Exclude<RoleList, 'sections'>;
export const draftLists = Object.keys(roleLists).filter((list): list is DraftList => list !== 'sections');

/** Where words of the source can be put by hand: the group that they become a row of. */
export type Place = Exclude<RoleGroupId, 'sections'>;
const places = roleGroupIds.filter((id): id is Place => id !== 'sections');
export const placeChoices = places.map((value) => ({ value, label: roleGroups[value].word }));

export const headGroup = 'Role';
/** The groups in the order in which they are shown. */
export const groupTitles: readonly string[] = [headGroup, ...roleGroupIds.map((id) => roleGroups[id].title)];

/** Fields of the head that are offered when the source states none. */
export const alwaysInHead: readonly RoleField[] = ['title', 'levelCode', 'family'];

/** Where a value stands: a field of the head, or a row of a list. */
export type Where = { readonly field: RoleField } | { readonly list: DraftList; readonly index: number };
export type FieldRule = ValueShape & { readonly key: string };

/** What a row of a list is written in; what of a requirement is chosen has fields of its own. */
export function rowRules(list: DraftList): readonly FieldRule[] {
  const isWritten = ({ kind }: ValueShape) => list !== 'requirements' || kind === 'line' || kind === 'prose';
  return editFields(list)
    .filter(([, shape]) => isWritten(shape))
    .map(([key, shape]) => ({ ...shape, key }));
}

/** The rule of one field; undefined of one the table does not know, such as a labelled line. */
export function ruleOf(where: Where, key: string): ValueShape | undefined {
  return 'field' in where ? roleFields[where.field] : roleLists[where.list].columns[key];
}
