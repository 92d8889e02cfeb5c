/** The typed lists of a role draft, and where words of the source can be put by hand. */
import {
  type RoleGroupId,
  type RoleList,
  roleGroupIds,
  roleGroups,
  roleListNames,
} from '../../../../../shared/vocabulary/role-shape.ts';

/** The lists of a role draft whose rows are typed. */
export type DraftList = Exclude<RoleList, 'sections'>;
export const draftLists = roleListNames.filter((list): list is DraftList => list !== 'sections');

/** Where words of the source can be put by hand: the group that they become a row of. */
export type ValuePlace = Exclude<RoleGroupId, 'sections'>;
const places = roleGroupIds.filter((id): id is ValuePlace => id !== 'sections');
export const placeChoices = places.map((value) => ({ value, label: roleGroups[value].word }));

export const headGroup = 'Role';
/** The groups in the order in which they are shown. */
export const groupTitles: readonly string[] = [headGroup, ...roleGroupIds.map((id) => roleGroups[id].title)];
