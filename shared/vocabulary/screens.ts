/** Every screen: where it is, which screen of the rail it belongs to, and the action that goes there. */

interface ScreenEntry {
  /** Its address; a part with a colon names what is shown there. Of two that fit an address the first is shown. */
  readonly path: string;
  /** Of a screen of the rail, in its order: as rail, trail and menu call it. */
  readonly name?: string;
  /** Of any other: the screen of the rail it belongs to. */
  readonly within?: string;
  /** The label of the action that goes there. */
  readonly go?: string;
  readonly keys?: readonly string[];
  /** Going there starts again, without what was chosen there before. */
  readonly isFresh?: true;
}

const listed = {
  home: { path: '/home', name: 'Home', go: 'Go to Home', keys: ['mod+1'] },
  record: { path: '/record/:id?', name: 'Record', go: 'Go to Record', keys: ['mod+2'] },
  background: { path: '/background/:kind?/:id?', within: 'record', go: 'Go to Background' },
  bin: { path: '/bin', within: 'record', go: 'Go to the bin' },
  roles: { path: '/roles', name: 'Roles', go: 'Go to Roles', keys: ['mod+3'] },
  packs: { path: '/roles/packs', within: 'roles', go: 'Go to Packs' },
  'role-edit': { path: '/roles/:id/edit', within: 'roles' },
  role: { path: '/roles/:id', within: 'roles' },
  competencies: { path: '/competencies', within: 'roles', go: 'Go to Competencies' },
  ladder: { path: '/ladders/:id', within: 'roles' },
  compare: { path: '/compare', within: 'roles', go: 'Compare roles', isFresh: true },
  careers: { path: '/careers', within: 'roles', go: 'Go to the career map', isFresh: true },
  match: { path: '/match/:roleId?', name: 'Match', go: 'Go to Match', keys: ['mod+4'] },
  resumes: { path: '/resumes', name: 'Resumes', go: 'Go to Resumes', keys: ['mod+5'] },
  resume: { path: '/resumes/:id', within: 'resumes' },
  import: { path: '/import', name: 'Import', go: 'Go to Import', keys: ['mod+6'] },
  'import-review': { path: '/import/:id', within: 'import' },
  settings: { path: '/settings/:page?', name: 'Settings', go: 'Go to Settings', keys: ['mod+,'] },
} as const satisfies Readonly<Record<string, ScreenEntry>>;

type Listed = typeof listed;
export type ScreenId = keyof Listed;
type WithA<Key extends keyof ScreenEntry> = {
  [Id in ScreenId]: Listed[Id] extends Record<Key, unknown> ? Id : never;
}[ScreenId];
/** The screens of the rail. */
export type RailId = WithA<'name'>;
/** The screens that an action goes to. */
export type GoId = WithA<'go'>;

export const screens: Readonly<Record<ScreenId, ScreenEntry>> = listed;
export const screenIds = Object.keys(listed) as readonly ScreenId[];
export const railIds = screenIds.filter((id): id is RailId => 'name' in listed[id]);
export const goIds = screenIds.filter((id): id is GoId => 'go' in listed[id]);

/** The name of a screen of the rail. */
export function railName(id: RailId): string {
  return listed[id].name;
}

/** The screen of the rail that a screen belongs to. */
export function railOf(id: ScreenId): RailId {
  const entry = listed[id];
  return 'within' in entry ? entry.within : (id as RailId);
}

/** The address of a screen with nothing particular shown: of `/record/:id?` it is `/record`. */
export function addressOf(id: ScreenId): string {
  return listed[id].path.replace(/\/:.*/, '');
}

const rootOf = (address: string): string => address.split(/[/?]/)[1] ?? '';

/** The first screen whose address begins with the same word; none when no screen does. */
export function screenAt(address: string): ScreenId | undefined {
  return screenIds.find((id) => rootOf(listed[id].path) === rootOf(address));
}
