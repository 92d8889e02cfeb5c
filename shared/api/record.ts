/** The record apart from accomplishments: the person, where they worked, what they studied. */
import * as z from 'zod';
import {
  type FieldName,
  type FieldOf,
  type RecordKind,
  type RecordList,
  type RecordValues,
  recordKindNames,
  recordKinds,
} from '../vocabulary/record-kinds.ts';
import { command, query } from './endpoint.ts';
import { Id, Line, PartialDate, RecordProse, WebAddress } from './values.ts';

export const Profile = z.object({
  name: Line,
  headline: Line,
  email: Line,
  phone: Line,
  place: Line,
  website: WebAddress,
  summary: RecordProse,
  links: z.array(z.object({ label: Line, url: WebAddress })).max(20),
});
export type Profile = z.infer<typeof Profile>;

/** The schema of a field, by its kind; a thing that links to nothing says null, unless it cannot be without. */
const schemas = {
  line: Line,
  prose: RecordProse,
  address: WebAddress,
  date: PartialDate.nullable(),
  flag: z.boolean(),
};
const shapeOf = (kind: RecordKind) =>
  Object.fromEntries(
    Object.entries(recordKinds[kind].fields).map(([name, field]) => [
      name,
      field.kind === 'link' ? (field.isRequired ? Id : Id.nullable()) : schemas[field.kind],
    ]),
  );
type SchemaOf<Field> = Field extends { readonly kind: infer Kind extends keyof typeof schemas }
  ? (typeof schemas)[Kind]
  : Field extends { readonly isRequired: true }
    ? typeof Id
    : z.ZodNullable<typeof Id>;

/** What a thing of a kind says. */
export const recordValues = <Kind extends RecordKind>(kind: Kind) =>
  z.object(shapeOf(kind) as { [Name in FieldName<Kind>]: SchemaOf<FieldOf<Kind, Name>> });

/** A thing of the background as it is stored. Of a position, `endedOn` null with `isCurrent` means: until now. */
export type RecordItem<Kind extends RecordKind = RecordKind> = Readonly<RecordValues<Kind>> & { readonly id: string };
export type Employer = RecordItem<'employer'>;
export type Position = RecordItem<'position'>;
export type Project = RecordItem<'project'>;

/** Everything but the accomplishments, each list newest first (languages in the order they were added). */
export type Background = { readonly profile: Profile } & {
  readonly [Kind in RecordKind as RecordList<Kind>]: readonly RecordItem<Kind>[];
};

const itemOf = <Kind extends RecordKind>(kind: Kind) => z.object({ kind: z.literal(kind), values: recordValues(kind) });
type ItemSchema = { [Kind in RecordKind]: ReturnType<typeof itemOf<Kind>> }[RecordKind];
/** What there is to add, change and move to the bin alike. */
const BackgroundItem = z.discriminatedUnion('kind', recordKindNames.map(itemOf) as [ItemSchema]);
export type BackgroundItem = z.infer<typeof BackgroundItem>;

export const recordEndpoints = {
  getBackground: query<Background>()({ input: z.object({}), reads: ['record'] }),
  changeProfile: command<Profile>()({
    input: z.object({ patch: Profile.partial() }),
    changes: ['record', 'resumes', 'app'],
    undo: () => ({ quiet: 'Profile changed' }),
    merge: (input) => `profile:${Object.keys(input.patch).join()}`,
  }),
  addBackgroundItem: command<{ id: string }>()({
    input: z.object({ item: BackgroundItem }),
    changes: ['record', 'accomplishments', 'resumes'],
    undo: (input) => `${recordKinds[input.item.kind].word} added`,
  }),
  changeBackgroundItem: command<{ id: string }>()({
    input: z.object({ id: Id, item: BackgroundItem }),
    changes: ['record', 'accomplishments', 'resumes'],
    undo: (input) => ({ quiet: `${recordKinds[input.item.kind].word} changed` }),
    merge: (input) => `${input.item.kind}:${input.id}`,
  }),
  /** An employer takes its positions along; their accomplishments stay, without a position. */
  binBackgroundItem: command<{ id: string }>()({
    input: z.object({ kind: z.enum(recordKindNames), id: Id }),
    changes: ['record', 'accomplishments', 'resumes'],
    undo: (input) => `${recordKinds[input.kind].word} moved to the bin`,
  }),
};
