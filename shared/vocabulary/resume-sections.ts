/** The sections of a resume, in the order they stand in when the user chose none. */
import { type EntryKind, entryKinds, type RecordList, recordKinds } from './record-kinds.ts';

const composed = { summary: 'Summary', experience: 'Experience', projects: 'Projects', skills: 'Skills' };

export type SectionKind = keyof typeof composed | RecordList<EntryKind>;

/** Headings as they print and as the builder shows them. */
export const sectionHeadings = {
  ...composed,
  ...Object.fromEntries(entryKinds.map((kind) => [recordKinds[kind].list, recordKinds[kind].heading])),
} as Readonly<Record<SectionKind, string>>;

export const sectionKinds = Object.keys(sectionHeadings) as readonly SectionKind[];
