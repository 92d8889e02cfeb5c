/**
 * The kinds of things that a record holds beside accomplishments, each declared once. The contract, the rows in the
 * database, lists and editors, the bin, search, resumes and JSON Resume are derived from this table: a further kind is an
 * entry here and a migration that makes its table.
 */

/** One field of a kind: how it is called, and what it holds. */
export interface RecordField {
  readonly label: string;
  /** `line`, `prose` and `address` are texts, a `date` may be partial or missing, a `link` is the id of a thing of kind `to`. */
  readonly kind: 'line' | 'prose' | 'address' | 'date' | 'flag' | 'link';
  readonly placeholder?: string;
  readonly to?: string;
  /** Whether it cannot be without the thing it links to: it stands under that one, and goes to the bin with it. */
  readonly isRequired?: boolean;
  /** What JSON Resume calls it. */
  readonly jsonResume?: string;
}

export type RecordIcon = 'briefcase' | 'folder' | 'school' | 'certificate' | 'language';

/** What all kinds declare. Fields are named by their keys in `fields`, which are the columns of the table too. */
interface Declaration {
  /** The name of its list wherever all kinds stand beside each other, and of its section on a resume. */
  readonly list: string;
  readonly word: string;
  /** What stands above its list. */
  readonly heading: string;
  readonly icon: RecordIcon;
  readonly isSearched?: boolean;
  /** The field that names it. */
  readonly title: string;
  /** In the order of the editor. */
  readonly fields: Readonly<Record<string, RecordField>>;
  /** The fields of its day, or of its start and end; the third says that it has not ended. */
  readonly period?: readonly [start: string, end?: string, isCurrent?: string];
  /** What lists say beside the title, before the period. */
  readonly detail?: readonly string[];
  /** The columns that its list is sorted by; those after a minus from last to first. */
  readonly order: readonly string[];
  /** Said where there is none yet. */
  readonly empty: string;
  /** How it prints as one entry of a section of its own; a kind without prints as its section decides. */
  readonly resume?: {
    readonly lead: readonly string[];
    /** Follows the lead in brackets. */
    readonly aside?: string;
    readonly rest?: string;
    readonly note?: string;
  };
}

const declared = {
  employer: {
    list: 'employers',
    word: 'Employer',
    heading: 'Employers and positions',
    icon: 'briefcase',
    isSearched: true,
    title: 'name',
    fields: {
      name: { label: 'Name of the employer', kind: 'line' },
      place: { label: 'Place', kind: 'line', placeholder: 'City, country' },
      website: { label: 'Website', kind: 'address', placeholder: 'https://' },
      description: { label: 'What it does', kind: 'line', placeholder: 'One line for readers who do not know it' },
    },
    detail: ['place'],
    order: ['-createdAt'],
    empty: 'Where you worked, and as what. A promotion is a second position under one employer.',
  },
  position: {
    list: 'positions',
    word: 'Position',
    heading: 'Positions',
    icon: 'briefcase',
    isSearched: true,
    title: 'title',
    fields: {
      title: { label: 'Title of the position', kind: 'line' },
      startedOn: { label: 'Start', kind: 'date' },
      endedOn: { label: 'End', kind: 'date', placeholder: 'Sep 2026' },
      isCurrent: { label: 'Until now', kind: 'flag' },
      employerId: {
        label: 'Employer',
        kind: 'link',
        to: 'employer',
        isRequired: true,
        placeholder: 'Choose an employer',
      },
      summary: {
        label: 'Summary',
        kind: 'prose',
        placeholder: 'What the position was about, in a sentence or two',
      },
    },
    period: ['startedOn', 'endedOn', 'isCurrent'],
    order: ['-isCurrent', '-startedOn', '-id'],
    empty: 'No position yet.',
  },
  project: {
    list: 'projects',
    word: 'Project',
    heading: 'Projects',
    icon: 'folder',
    isSearched: true,
    title: 'name',
    fields: {
      name: { label: 'Name of the project', kind: 'line' },
      startedOn: { label: 'Start', kind: 'date' },
      endedOn: { label: 'End', kind: 'date', placeholder: 'Sep 2026' },
      positionId: { label: 'Position', kind: 'link', to: 'position', placeholder: 'None' },
      website: { label: 'Website', kind: 'address', placeholder: 'https://' },
      description: { label: 'About', kind: 'prose', placeholder: 'What it was for and what came of it' },
    },
    period: ['startedOn', 'endedOn'],
    order: ['-startedOn', '-id'],
    empty: 'Work with a name of its own, at an employer or beside it.',
  },
  education: {
    list: 'education',
    word: 'Education',
    heading: 'Education',
    icon: 'school',
    title: 'institution',
    fields: {
      institution: { label: 'School or university', kind: 'line', jsonResume: 'institution' },
      degree: { label: 'Degree', kind: 'line', placeholder: 'MSc', jsonResume: 'studyType' },
      area: { label: 'Subject', kind: 'line', placeholder: 'Computer science', jsonResume: 'area' },
      startedOn: { label: 'Start', kind: 'date', jsonResume: 'startDate' },
      endedOn: { label: 'End', kind: 'date', placeholder: 'Sep 2026', jsonResume: 'endDate' },
      note: { label: 'Note', kind: 'prose', placeholder: 'Thesis, grade, what it was about', jsonResume: 'x-note' },
    },
    period: ['startedOn', 'endedOn'],
    detail: ['degree', 'area'],
    order: ['-endedOn', '-startedOn', 'id'],
    empty: 'What you studied, and where.',
    resume: { lead: ['degree', 'area'], rest: 'institution', note: 'note' },
  },
  certificate: {
    list: 'certificates',
    word: 'Certificate',
    heading: 'Certificates',
    icon: 'certificate',
    title: 'name',
    fields: {
      name: { label: 'Name of the certificate', kind: 'line', jsonResume: 'name' },
      issuer: { label: 'Issuer', kind: 'line', placeholder: 'Who gave it', jsonResume: 'issuer' },
      issuedOn: { label: 'Issued', kind: 'date', placeholder: 'Mar 2026', jsonResume: 'date' },
      website: { label: 'Address', kind: 'address', placeholder: 'https://', jsonResume: 'url' },
    },
    period: ['issuedOn'],
    detail: ['issuer'],
    order: ['-issuedOn', 'id'],
    empty: 'What someone certified, and when.',
    resume: { lead: ['name'], rest: 'issuer' },
  },
  language: {
    list: 'languages',
    word: 'Language',
    heading: 'Languages',
    icon: 'language',
    title: 'name',
    fields: {
      name: { label: 'Name of the language', kind: 'line', jsonResume: 'language' },
      fluency: { label: 'How well', kind: 'line', placeholder: 'Native, fluent, C1', jsonResume: 'fluency' },
    },
    detail: ['fluency'],
    order: ['id'],
    empty: 'Languages you speak, and how well.',
    resume: { lead: ['name'], aside: 'fluency' },
  },
} as const satisfies Readonly<Record<string, Declaration>>;

type Declared = typeof declared;
export type RecordKind = keyof Declared;
/** The names of the lists, kind by kind. */
export type RecordList<Kind extends RecordKind = RecordKind> = Declared[Kind]['list'];
export type SearchedRecordKind = {
  [Kind in RecordKind]: Declared[Kind] extends { readonly isSearched: true } ? Kind : never;
}[RecordKind];
/** The kinds that print as single entries, in a section of their own. */
export type EntryKind = {
  [Kind in RecordKind]: Declared[Kind] extends { readonly resume: object } ? Kind : never;
}[RecordKind];

/** A field as it was declared, for types that are derived from it. */
export type FieldOf<Kind extends RecordKind, Name extends FieldName<Kind>> = Declared[Kind]['fields'][Name];
export type FieldName<Kind extends RecordKind> = keyof Declared[Kind]['fields'];

type ValueOf<Field> = Field extends { readonly kind: 'flag' }
  ? boolean
  : Field extends { readonly kind: 'line' | 'prose' | 'address' } | { readonly isRequired: true }
    ? string
    : string | null;
/** What a thing of a kind says, by the names of its fields. */
export type RecordValues<Kind extends RecordKind> = {
  -readonly [Name in FieldName<Kind>]: ValueOf<FieldOf<Kind, Name>>;
};

export interface RecordKindInfo extends Declaration {
  readonly list: RecordList;
}

export const recordKinds: Readonly<Record<RecordKind, RecordKindInfo>> = declared;

export const recordKindNames = Object.keys(declared) as readonly RecordKind[];
export const entryKinds = recordKindNames.filter((kind): kind is EntryKind => recordKinds[kind].resume !== undefined);

export function isRecordKind(kind: string | undefined): kind is RecordKind {
  return kind !== undefined && Object.hasOwn(declared, kind);
}

/** The field that links a kind to the one it stands under, such as `employerId` of a position. */
export function ownerLink(kind: RecordKind): { readonly name: string; readonly to: RecordKind } | undefined {
  const found = Object.entries(recordKinds[kind].fields).find(([, field]) => field.isRequired && field.kind === 'link');
  return found && isRecordKind(found[1].to) ? { name: found[0], to: found[1].to } : undefined;
}
