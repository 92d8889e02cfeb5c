/** What each kind of thing in the background is called, which fields it has, and how it is named in lists. */
import type { Background, BackgroundItem, BackgroundKind } from '../../../../shared/api/record.ts';
import { periodText } from '../../../../shared/domain/dates/date-text.ts';

/** `line` and `prose` are texts, `address` can be opened, `position` and `employer` are chosen. */
export type FieldKind = 'line' | 'prose' | 'address' | 'position' | 'employer' | 'date';

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly kind: FieldKind;
  readonly placeholder: string;
}

export interface KindInfo {
  /** “Employer”, with “Employers” over the list. */
  readonly name: string;
  readonly plural: string;
  /** The field that is its title. */
  readonly title: string;
  readonly titlePlaceholder: string;
  readonly fields: readonly Field[];
  /** Whether it has a start and an end. */
  readonly hasPeriod: boolean;
  /** Said where there is none of it yet. */
  readonly empty: string;
}

type Values<Kind extends BackgroundKind> = Extract<BackgroundItem, { kind: Kind }>['values'];

export const kinds: Readonly<Record<BackgroundKind, KindInfo>> = {
  employer: {
    name: 'Employer',
    plural: 'Employers and positions',
    title: 'name',
    titlePlaceholder: 'Name of the employer',
    fields: [
      { name: 'place', label: 'Place', kind: 'line', placeholder: 'City, country' },
      { name: 'website', label: 'Website', kind: 'address', placeholder: 'https://' },
      {
        name: 'description',
        label: 'What it does',
        kind: 'line',
        placeholder: 'One line for readers who do not know it',
      },
    ],
    hasPeriod: false,
    empty: 'Where you worked, and as what. A promotion is a second position under one employer.',
  },
  position: {
    name: 'Position',
    plural: 'Positions',
    title: 'title',
    titlePlaceholder: 'Title of the position',
    fields: [
      { name: 'employerId', label: 'Employer', kind: 'employer', placeholder: 'Choose an employer' },
      {
        name: 'summary',
        label: 'Summary',
        kind: 'prose',
        placeholder: 'What the position was about, in a sentence or two',
      },
    ],
    hasPeriod: true,
    empty: 'No position yet.',
  },
  project: {
    name: 'Project',
    plural: 'Projects',
    title: 'name',
    titlePlaceholder: 'Name of the project',
    fields: [
      { name: 'positionId', label: 'Position', kind: 'position', placeholder: 'None' },
      { name: 'website', label: 'Website', kind: 'address', placeholder: 'https://' },
      { name: 'description', label: 'About', kind: 'prose', placeholder: 'What it was for and what came of it' },
    ],
    hasPeriod: true,
    empty: 'Work with a name of its own, at an employer or beside it.',
  },
  education: {
    name: 'Education',
    plural: 'Education',
    title: 'institution',
    titlePlaceholder: 'School or university',
    fields: [
      { name: 'degree', label: 'Degree', kind: 'line', placeholder: 'MSc' },
      { name: 'area', label: 'Subject', kind: 'line', placeholder: 'Computer science' },
      { name: 'note', label: 'Note', kind: 'prose', placeholder: 'Thesis, grade, what it was about' },
    ],
    hasPeriod: true,
    empty: 'What you studied, and where.',
  },
  certificate: {
    name: 'Certificate',
    plural: 'Certificates',
    title: 'name',
    titlePlaceholder: 'Name of the certificate',
    fields: [
      { name: 'issuer', label: 'Issuer', kind: 'line', placeholder: 'Who gave it' },
      { name: 'issuedOn', label: 'Issued', kind: 'date', placeholder: 'Mar 2026' },
      { name: 'website', label: 'Address', kind: 'address', placeholder: 'https://' },
    ],
    hasPeriod: false,
    empty: 'What someone certified, and when.',
  },
  language: {
    name: 'Language',
    plural: 'Languages',
    title: 'name',
    titlePlaceholder: 'Name of the language',
    fields: [{ name: 'fluency', label: 'How well', kind: 'line', placeholder: 'Native, fluent, C1' }],
    hasPeriod: false,
    empty: 'Languages you speak, and how well.',
  },
};

const blanks: { readonly [Kind in BackgroundKind]: Values<Kind> } = {
  employer: { name: '', place: '', description: '', website: '' },
  position: { employerId: '', title: '', startedOn: null, endedOn: null, isCurrent: false, summary: '' },
  project: { name: '', positionId: null, description: '', website: '', startedOn: null, endedOn: null },
  education: { institution: '', degree: '', area: '', startedOn: null, endedOn: null, note: '' },
  certificate: { name: '', issuer: '', issuedOn: null, website: '' },
  language: { name: '', fluency: '' },
};

/** The values of an item as the fields see them: by name. */
export type FieldValues = Readonly<Record<string, string | boolean | null>>;

/** The values of a new item that says nothing yet. */
export function blankValues(kind: BackgroundKind): FieldValues {
  return { ...blanks[kind] };
}

/** The values of a stored item without its id, or null when there is none. */
export function valuesOf(background: Background, kind: BackgroundKind, id: string): FieldValues | null {
  const item = itemsOf(background, kind).find((one) => one.id === id);
  if (item === undefined) return null;
  const names = Object.keys(blanks[kind]);
  return Object.fromEntries(Object.entries(item).filter(([name]) => names.includes(name)));
}

/** The item as main takes it. */
export function toItem(kind: BackgroundKind, values: FieldValues): BackgroundItem {
  // The names and types of a kind's values are those of its blank, which is checked above.
  return { kind, values: { ...blanks[kind], ...values } } as BackgroundItem;
}

export interface NamedItem {
  readonly id: string;
  readonly title: string;
  readonly detail: string;
}

/** The items of a kind as a list names them. */
export function namedItems(background: Background, kind: BackgroundKind): readonly NamedItem[] {
  switch (kind) {
    case 'employer':
      return background.employers.map(({ id, name, place }) => ({ id, title: name, detail: place }));
    case 'position':
      return background.positions.map((one) => ({
        id: one.id,
        title: one.title,
        detail: periodText(one.startedOn, one.endedOn, one.isCurrent),
      }));
    case 'project':
      return background.projects.map((one) => ({
        id: one.id,
        title: one.name,
        detail: periodText(one.startedOn, one.endedOn, false),
      }));
    case 'education':
      return background.education.map((one) => ({
        id: one.id,
        title: one.institution,
        detail: [[one.degree, one.area].filter(Boolean).join(' '), periodText(one.startedOn, one.endedOn, false)]
          .filter(Boolean)
          .join(', '),
      }));
    case 'certificate':
      return background.certificates.map((one) => ({
        id: one.id,
        title: one.name,
        detail: [one.issuer, periodText(one.issuedOn, null, false)].filter(Boolean).join(', '),
      }));
    case 'language':
      return background.languages.map(({ id, name, fluency }) => ({ id, title: name, detail: fluency }));
  }
}

export function isBackgroundKind(kind: string | undefined): kind is BackgroundKind {
  return kind !== undefined && Object.hasOwn(kinds, kind);
}

function itemsOf(background: Background, kind: BackgroundKind): readonly { readonly id: string }[] {
  const lists: Readonly<Record<BackgroundKind, readonly { readonly id: string }[]>> = {
    employer: background.employers,
    position: background.positions,
    project: background.projects,
    education: background.education,
    certificate: background.certificates,
    language: background.languages,
  };
  return lists[kind];
}
