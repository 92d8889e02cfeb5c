/**
 * Everything one can ask of the app by menu, key or palette: what it is called, its keys, and where it is offered. Menu,
 * keys, palette and the `?` sheet read it; the window says by id what each does.
 */
import { type GoId, goIds, screens } from './screens.ts';

interface ActionEntry {
  /** A verb and what it is done to, such as `Import a file`. */
  readonly label: string;
  /** The same where there is little room. */
  readonly short?: string;
  /** Such as `mod+N`, `mod+shift+Z`, `alt+ArrowLeft`, `?`; the first is the one shown. `mod` is Ctrl, on a Mac Command. */
  readonly keys?: readonly string[];
  /** Its keys on a Mac, where they are others. */
  readonly macKeys?: readonly string[];
  /** Where it is offered: on every screen, or by one part of a screen. */
  readonly on: string;
  /** The general actions that it stands in for there; their keys are its own. */
  readonly replaces?: readonly ('export' | 'print' | 'filter')[];
  /** The part of the native menu it stands in. */
  readonly menu?: MenuPart;
  /** It asks for more before anything is done: the menu says so by an ellipsis. */
  readonly isAsking?: true;
  /** Left out of the palette: it opens it, or makes no sense from there. */
  readonly isHidden?: true;
  /** Its keys work under a dialog too. */
  readonly isAboveDialogs?: true;
}

/** Parts of the native menu, of actions that stand together between two lines. */
export type MenuPart = 'add' | 'print' | 'settings' | 'undo' | 'find' | 'history' | 'screens' | 'zoom' | 'help';

const listed = {
  capture: { label: 'Capture an accomplishment', short: 'Capture', keys: ['mod+N'], on: 'everywhere', menu: 'add' },
  import: { label: 'Import a file', on: 'everywhere', menu: 'add', isAsking: true },
  export: { label: 'Export', keys: ['mod+E'], on: 'everywhere', menu: 'print', isAsking: true, isHidden: true },
  print: { label: 'Print', keys: ['mod+P'], on: 'everywhere', menu: 'print', isAsking: true, isHidden: true },
  undo: { label: 'Undo', keys: ['mod+Z'], on: 'everywhere', menu: 'undo' },
  redo: { label: 'Redo', keys: ['mod+shift+Z'], on: 'everywhere', menu: 'undo' },
  palette: {
    label: 'Search or jump to',
    keys: ['mod+K', 'mod+shift+P'],
    on: 'everywhere',
    menu: 'find',
    isAsking: true,
    isHidden: true,
    isAboveDialogs: true,
  },
  search: {
    label: 'Search everything',
    keys: ['mod+shift+F'],
    on: 'everywhere',
    menu: 'find',
    isAsking: true,
    isAboveDialogs: true,
  },
  filter: { label: 'Filter this screen', keys: ['/'], on: 'everywhere', isHidden: true },
  back: { label: 'Back', keys: ['alt+ArrowLeft'], macKeys: ['mod+['], on: 'everywhere', menu: 'history' },
  forward: { label: 'Forward', keys: ['alt+ArrowRight'], macKeys: ['mod+]'], on: 'everywhere', menu: 'history' },
  'actual-size': zoom('Actual size', 'mod+0'),
  larger: zoom('Larger', 'mod++', 'mod+='),
  smaller: zoom('Smaller', 'mod+-'),
  shortcuts: { label: 'Keyboard shortcuts', keys: ['?'], on: 'everywhere', menu: 'help', isAboveDialogs: true },
  'show-folder': { label: 'Show the data folder', on: 'everywhere', menu: 'help' },
  'back-up': { label: 'Back up now', on: 'everywhere' },

  'bin-accomplishment': { label: 'Move this accomplishment to the bin', on: 'record' },
  'filter-accomplishments': { label: 'Filter accomplishments', on: 'record-list', replaces: ['filter'] },
  'filter-competencies': { label: 'Filter competencies', keys: ['mod+F'], on: 'competencies' },
  'filter-roles': { label: 'Filter roles', keys: ['mod+F'], on: 'roles' },
  'create-role': { label: 'Create a role', on: 'roles' },
  'find-in-role': { label: 'Find in this role', keys: ['mod+F'], on: 'role' },
  'match-role': { label: 'See your match for this role', on: 'role' },
  'edit-role': { label: 'Edit this role', on: 'role' },
  'print-role': { label: 'Export this role as PDF', short: 'Export as PDF', on: 'role', replaces: ['print'] },
  'export-role': { label: 'Export this role as a pack', short: 'Export as a pack', on: 'role', replaces: ['export'] },
  'end-edit': { label: 'Done editing this role', on: 'role-edit' },
  'filter-skills': { label: 'Filter skills', keys: ['mod+F'], on: 'matrix' },
  'print-track': { label: 'Export the career track as PDF', short: 'Export as PDF', on: 'ladder', replaces: ['print'] },
  'export-track': { label: 'Export the career track', on: 'ladder', replaces: ['export'], isHidden: true },
  'export-matrix': { label: 'Export the matrix (CSV)', on: 'ladder', replaces: ['export'] },
  'zoom-map-in': { label: 'Zoom into the map', on: 'career-map' },
  'zoom-map-out': { label: 'Zoom out of the map', on: 'career-map' },
  'zoom-map-whole': { label: 'Show the map in its actual size', on: 'career-map' },
  'export-match': {
    label: 'Export this match as PDF',
    short: 'Export as PDF',
    on: 'match',
    replaces: ['export', 'print'],
  },
  'change-match-role': { label: 'Match with another role', on: 'match' },
  'create-resume': { label: 'Create a resume', on: 'resumes' },
  'export-resume': {
    label: 'Export this resume as PDF',
    short: 'Export as PDF',
    on: 'resume',
    replaces: ['export', 'print'],
  },
  'export-json-resume': { label: 'Export as JSON Resume', on: 'resume' },
  'parser-view': { label: 'See what a parser sees', on: 'resume' },
  'add-draft': { label: 'Add what was read', keys: ['mod+Enter'], on: 'review' },
} as const satisfies Readonly<Record<string, ActionEntry>>;

function zoom<Label extends string>(label: Label, ...keys: readonly string[]) {
  return { label, keys, on: 'everywhere', menu: 'zoom', isHidden: true, isAboveDialogs: true } as const;
}

type Listed = typeof listed;
type ListedId = keyof Listed;
type Going = `go-${GoId}`;
export type ActionId = ListedId | Going;
/** A part of the window that offers actions. */
export type ActionPlace = Listed[ListedId]['on'];
/** The actions that a place offers. */
export type ActionOn<At extends ActionPlace> = { [Id in ListedId]: Listed[Id]['on'] extends At ? Id : never }[ListedId];

const going = goIds.map((id): [id: Going, entry: ActionEntry] => {
  const { go = '', name, keys = [] } = screens[id];
  const place = { label: go, short: name ?? go, keys, on: 'screens' };
  return [`go-${id}`, name === undefined ? place : { ...place, menu: id === 'settings' ? 'settings' : 'screens' }];
});

/** Every action there is. */
export const actions: Readonly<Record<ActionId, ActionEntry>> = {
  ...listed,
  ...(Object.fromEntries(going) as Record<Going, ActionEntry>),
};
export const actionIds = Object.keys(actions) as readonly ActionId[];

/** The keys of an action on a platform as `process.platform` names it. */
export function keysOf(id: ActionId, platform: string): readonly string[] {
  const { keys = [], macKeys, replaces = [] } = actions[id];
  const own = platform === 'darwin' ? (macKeys ?? keys) : keys;
  return [...own, ...replaces.flatMap((general) => keysOf(general, platform))];
}
