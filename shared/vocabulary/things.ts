/**
 * The things that Cairn holds, each declared once: what it is called, where it is stored, opened and listed, whether it has
 * a bin and is searched. Bin, search, palette, rail and terminal read this table; a further thing is an entry here.
 */
import {
  type RecordIcon,
  type RecordKind,
  recordKindNames,
  recordKinds,
  type SearchedRecordKind,
} from './record-kinds.ts';

/** The window has a picture for each. */
export type ThingIcon = 'accomplishment' | 'role' | 'competency' | 'resume' | 'import' | RecordIcon;

interface Thing {
  readonly word: string;
  /** The word for several, by which the terminal lists them. */
  readonly plural: string;
  readonly table: string;
  /** The column that names it. */
  readonly title: string;
  readonly icon: ThingIcon;
  /** Where the window opens it. */
  readonly address: string;
  /** Whether it can be moved to the bin: its table has `deletedAt`. */
  readonly hasBin?: boolean;
  /** Whether the search index has it; then `searchSource` in the migrations has a line for it. */
  readonly isSearched?: boolean;
  /** Whether the rail says how many there are. */
  readonly isCounted?: boolean;
  /** The endpoints that the terminal’s `list` and `show` ask. */
  readonly list?: string;
  readonly show?: string;
  /** Columns that name another thing. When that one goes to the bin they are emptied, and filled again when it is restored. */
  readonly links?: Readonly<Record<string, RecordKind>>;
}

const declared = {
  role: {
    word: 'Role',
    plural: 'roles',
    table: 'roleSpec',
    title: 'title',
    icon: 'role',
    address: '/roles/:id',
    hasBin: true,
    isSearched: true,
    isCounted: true,
    list: 'listRoles',
    show: 'getRole',
  },
  ladder: {
    word: 'Ladder',
    plural: 'ladders',
    table: 'ladder',
    title: 'title',
    icon: 'role',
    address: '/ladders/:id',
    list: 'listLadders',
    show: 'getLadder',
  },
  accomplishment: {
    word: 'Accomplishment',
    plural: 'accomplishments',
    table: 'accomplishment',
    title: 'title',
    icon: 'accomplishment',
    address: '/record/:id',
    hasBin: true,
    isSearched: true,
    isCounted: true,
    list: 'listAccomplishments',
    show: 'getAccomplishment',
    links: { positionId: 'position', projectId: 'project' },
  },
  competency: {
    word: 'Competency',
    plural: 'competencies',
    table: 'competency',
    title: 'name',
    icon: 'competency',
    address: '/competencies?id=:id',
    isSearched: true,
    list: 'listCompetencies',
  },
  resume: {
    word: 'Resume',
    plural: 'resumes',
    table: 'resume',
    title: 'name',
    icon: 'resume',
    address: '/resumes/:id',
    hasBin: true,
    isSearched: true,
    isCounted: true,
    list: 'listResumes',
    show: 'getResume',
  },
  pack: {
    word: 'Pack',
    plural: 'packs',
    table: 'pack',
    title: 'name',
    icon: 'role',
    address: '/roles?source=pack%3A:id',
    list: 'listPacks',
  },
  import: {
    word: 'Import',
    plural: 'imports',
    table: 'importDraft',
    title: 'title',
    icon: 'import',
    address: '/import/:id',
    isCounted: true,
    list: 'listImportDrafts',
    show: 'getImportDraft',
  },
} as const satisfies Readonly<Record<string, Thing>>;

type Declared = typeof declared;
type DeclaredKind = keyof Declared;
type With<Key extends keyof Thing> = {
  [Kind in DeclaredKind]: Declared[Kind] extends Readonly<Record<Key, true>> ? Kind : never;
}[DeclaredKind];

export type ThingKind = DeclaredKind | RecordKind;
export type BinKind = With<'hasBin'> | RecordKind;
export type SearchKind = With<'isSearched'> | SearchedRecordKind;
/** What the rail counts, by its word for several. */
export type CountedThings = Declared[With<'isCounted'>]['plural'];

type Endpoint<Key extends 'list' | 'show'> = Extract<Declared[DeclaredKind], Readonly<Record<Key, string>>>[Key];
interface ThingInfo extends Thing {
  readonly list?: Endpoint<'list'>;
  readonly show?: Endpoint<'show'>;
}

const recordThings = Object.fromEntries(
  recordKindNames.map((kind): [RecordKind, ThingInfo] => {
    const { word, list, title, icon, isSearched, fields } = recordKinds[kind];
    const links = Object.entries(fields).filter(([, field]) => field.kind === 'link' && !field.isRequired);
    return [
      kind,
      {
        word,
        plural: list,
        table: kind,
        title,
        icon,
        address: `/background/${kind}/:id`,
        hasBin: true,
        isSearched,
        links: Object.fromEntries(links.map(([name, field]) => [name, field.to as RecordKind])),
      },
    ];
  }),
) as Readonly<Record<RecordKind, ThingInfo>>;

export const things: Readonly<Record<ThingKind, ThingInfo>> = { ...declared, ...recordThings };
export const thingKinds = Object.keys(things) as readonly ThingKind[];
export const binKinds = thingKinds.filter((kind): kind is BinKind => things[kind].hasBin === true);
export const searchKinds = thingKinds.filter((kind): kind is SearchKind => things[kind].isSearched === true);

/** Where the window opens a thing. */
export function addressOfThing(kind: ThingKind, id: string): string {
  return things[kind].address.replace(':id', encodeURIComponent(id));
}
