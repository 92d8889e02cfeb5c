/** The record apart from accomplishments: the person, where they worked, what they studied. */
import * as z from 'zod';
import { command, query } from './endpoint.ts';
import { Id, Line, PartialDate, Prose, WebAddress } from './values.ts';

export const Profile = z.object({
  name: Line,
  headline: Line,
  email: Line,
  phone: Line,
  place: Line,
  website: WebAddress,
  summary: Prose,
  links: z.array(z.object({ label: Line, url: WebAddress })).max(20),
});
export type Profile = z.infer<typeof Profile>;

export const Employer = z.object({ name: Line, place: Line, description: Line, website: WebAddress });
export interface Employer extends z.infer<typeof Employer> {
  readonly id: string;
}

/** A promotion is a second position under one employer. `endedOn` null with `isCurrent` means: until now. */
export const Position = z.object({
  employerId: Id,
  title: Line,
  startedOn: PartialDate.nullable(),
  endedOn: PartialDate.nullable(),
  isCurrent: z.boolean(),
  summary: Prose,
});
export interface Position extends z.infer<typeof Position> {
  readonly id: string;
}

export const Project = z.object({
  name: Line,
  positionId: Id.nullable(),
  description: Prose,
  website: WebAddress,
  startedOn: PartialDate.nullable(),
  endedOn: PartialDate.nullable(),
});
export interface Project extends z.infer<typeof Project> {
  readonly id: string;
}

export const Education = z.object({
  institution: Line,
  degree: Line,
  area: Line,
  startedOn: PartialDate.nullable(),
  endedOn: PartialDate.nullable(),
  note: Prose,
});
export interface Education extends z.infer<typeof Education> {
  readonly id: string;
}

export const Certificate = z.object({
  name: Line,
  issuer: Line,
  issuedOn: PartialDate.nullable(),
  website: WebAddress,
});
export interface Certificate extends z.infer<typeof Certificate> {
  readonly id: string;
}

export const Language = z.object({ name: Line, fluency: Line });
export interface Language extends z.infer<typeof Language> {
  readonly id: string;
}

/** Everything but the accomplishments, each list newest first (languages in the order they were added). */
export interface Background {
  readonly profile: Profile;
  readonly employers: readonly Employer[];
  readonly positions: readonly Position[];
  readonly projects: readonly Project[];
  readonly education: readonly Education[];
  readonly certificates: readonly Certificate[];
  readonly languages: readonly Language[];
}

/** The kinds of things in the background that can be added, changed and moved to the bin alike. */
export const BackgroundItem = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('employer'), values: Employer }),
  z.object({ kind: z.literal('position'), values: Position }),
  z.object({ kind: z.literal('project'), values: Project }),
  z.object({ kind: z.literal('education'), values: Education }),
  z.object({ kind: z.literal('certificate'), values: Certificate }),
  z.object({ kind: z.literal('language'), values: Language }),
]);
export type BackgroundItem = z.infer<typeof BackgroundItem>;
export type BackgroundKind = BackgroundItem['kind'];

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
    undo: (input) => `${label(input.item.kind)} added`,
  }),
  changeBackgroundItem: command<{ id: string }>()({
    input: z.object({ id: Id, item: BackgroundItem }),
    changes: ['record', 'accomplishments', 'resumes'],
    undo: (input) => ({ quiet: `${label(input.item.kind)} changed` }),
    merge: (input) => `${input.item.kind}:${input.id}`,
  }),
  /** An employer takes its positions along; their accomplishments stay, without a position. */
  binBackgroundItem: command<{ id: string }>()({
    input: z.object({
      kind: z.enum(['employer', 'position', 'project', 'education', 'certificate', 'language']),
      id: Id,
    }),
    changes: ['record', 'accomplishments', 'resumes'],
    undo: (input) => `${label(input.kind)} moved to the bin`,
  }),
};

function label(kind: BackgroundKind): string {
  return kind.charAt(0).toUpperCase() + kind.slice(1);
}
