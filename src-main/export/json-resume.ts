/** Writes JSON Resume 1.0.0: the whole record, or what one resume shows of it. */
import type { Accomplishment } from '../../shared/api/accomplishment.ts';
import type { DocumentBullet, DocumentEntry, ResumeDocument } from '../../shared/api/document.ts';
import type { Background, Position, Profile, Project } from '../../shared/api/record.ts';
import type { Confidentiality } from '../../shared/api/values.ts';
import { isCounted } from '../../shared/domain/match/what-counts.ts';
import { namesByUse, namesOf } from '../../shared/domain/names/shown-words.ts';
import { joinParts } from '../../shared/domain/paper/joined-text.ts';
import { oneLine, plainText } from '../../shared/domain/paper/printed-text.ts';
import { type FieldValues, itemsOf, textOf } from '../../shared/domain/record/record-items.ts';
import { isCleared } from '../../shared/domain/resume/clearance.ts';
import { type EntryKind, entryKinds, recordKinds } from '../../shared/vocabulary/record-kinds.ts';
import { mailAddress, webAddress } from './addresses.ts';

/** What is written, and how much of it may be seen. */
export interface JsonResumeInput {
  readonly background: Background;
  /** Ready ones; those above the clearance are left out here. */
  readonly accomplishments: readonly Accomplishment[];
  readonly competencyNames: Readonly<Record<string, string>>;
  /** The resume whose choices hold; null writes the whole record. */
  readonly document: ResumeDocument | null;
  readonly clearance: Confidentiality;
  /** An instant. */
  readonly writtenAt: string;
}

type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json | undefined };
type JsonObject = { readonly [key: string]: Json | undefined };

const schemaUrl = 'https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json';

/** Lines of work by what they stand under. */
interface Lines {
  ofPosition(position: Position): readonly string[] | null;
  ofProject(project: Project): readonly string[] | null;
  /** What stands under neither. */
  readonly loose: readonly JsonObject[];
}

/** Dates stay as precise as they are; texts are plain; what is empty is left out, and so is what is above the clearance. */
export function toJsonResume(input: JsonResumeInput): JsonObject {
  const { background, document, clearance } = input;
  const cleared = input.accomplishments.filter((done) => isCounted(done) && isCleared(done.confidentiality, clearance));
  const lines = document === null ? linesOfRecord(background, cleared) : linesOfDocument(document);
  const shows = shownIn(document);
  const employers = new Map(background.employers.map((employer) => [employer.id, employer]));
  const positions = new Map(background.positions.map((position) => [position.id, position]));
  const summaryOf = (position: Position) => {
    const printed = document === null ? undefined : printedPositions(document).get(position.id)?.summary;
    return document === null ? plainText(position.summary) : (printed ?? '');
  };
  // the languages follow the skills, as the schema has them
  const { languages, ...entries } = Object.fromEntries(
    entryKinds.map((kind) => entriesOfKind(kind, background, document)),
  );
  return bare({
    $schema: schemaUrl,
    basics: basicsOf(background.profile, document),
    work: inOrder(background.positions, document && [...printedPositions(document).keys()]).flatMap((position) => {
      const highlights = lines.ofPosition(position);
      if (highlights === null) return [];
      const employer = employers.get(position.employerId);
      return [
        bare({
          name: oneLine(employer?.name ?? ''),
          location: oneLine(employer?.place ?? ''),
          description: oneLine(employer?.description ?? ''),
          position: oneLine(position.title),
          ...addressField(employer?.website ?? ''),
          startDate: position.startedOn ?? '',
          endDate: position.isCurrent ? '' : (position.endedOn ?? ''),
          summary: summaryOf(position),
          highlights,
        }),
      ];
    }),
    projects: [
      ...inOrder(background.projects, document && idsIn(document, 'projects')).flatMap((project) => {
        const highlights = lines.ofProject(project);
        if (highlights === null) return [];
        const entry = shows.entry('projects', project.id);
        const position = positions.get(project.positionId ?? '');
        return [
          bare({
            name: oneLine(project.name),
            description: entry ? entry.note : plainText(project.description),
            highlights,
            startDate: project.startedOn ?? '',
            endDate: project.endedOn ?? '',
            ...addressField(project.website),
            entity: oneLine(employers.get(position?.employerId ?? '')?.name ?? ''),
          }),
        ];
      }),
      ...lines.loose,
    ],
    ...entries,
    skills: document === null ? skillsOfRecord(cleared, input.competencyNames) : skillsOfDocument(document),
    languages,
    meta: {
      canonical: schemaUrl,
      version: 'v1.0.0',
      lastModified: input.writtenAt,
      cairn: { formatVersion: 1 },
    },
  });
}

/** The section of a kind whose things are single entries, each field as the kind declares it. */
function entriesOfKind(
  kind: EntryKind,
  background: Background,
  document: ResumeDocument | null,
): [list: string, entries: readonly JsonObject[]] {
  const { list, fields, title, resume } = recordKinds[kind];
  const worded = new Set([...(resume?.lead ?? []), resume?.aside, resume?.rest, title]);
  const entryOf = (item: FieldValues & { readonly id: string }) => {
    const printed = document === null ? undefined : shownIn(document).entry(list, item.id);
    // a wording of the resume's own says in one text what the record says in several
    const wording = printed?.isReworded ? joinParts([printed.lead, printed.rest]) : null;
    return bare(
      Object.fromEntries(
        Object.entries(fields).flatMap(([name, field]): [string, Json | undefined][] => {
          if (field.jsonResume === undefined) return [];
          if (wording !== null && worded.has(name)) return name === title ? [[field.jsonResume, wording]] : [];
          const text = textOf(item, name);
          if (field.kind === 'address') return Object.entries(addressField(text));
          return [[field.jsonResume, field.kind === 'prose' ? plainText(text) : oneLine(text)]];
        }),
      ),
    );
  };
  return [list, inOrder(itemsOf(background, kind), document && idsIn(document, list)).map(entryOf)];
}

function basicsOf(profile: Profile, document: ResumeDocument | null): JsonObject {
  const summary = document?.blocks.find((block) => block.kind === 'summary')?.text;
  return bare({
    name: oneLine(profile.name),
    label: document === null ? oneLine(profile.headline) : document.headline,
    ...mailField(profile.email),
    phone: oneLine(profile.phone),
    ...addressField(profile.website),
    summary: document === null ? plainText(profile.summary) : (summary ?? ''),
    // where people live is one text in the record; to take it apart would be a guess
    location: bare({ address: oneLine(profile.place) }),
    profiles: profile.links.map((link) => {
      const url = webAddress(link.url);
      // what is no address is the name that somebody has there
      return bare({ network: oneLine(link.label), ...(url === null ? { username: oneLine(link.url) } : { url }) });
    }),
  });
}

function linesOfRecord(background: Background, cleared: readonly Accomplishment[]): Lines {
  const positions = new Set(background.positions.map((position) => position.id));
  const projects = new Set(background.projects.map((project) => project.id));
  const isAt = (done: Accomplishment) => positions.has(done.positionId ?? '');
  const isIn = (done: Accomplishment) => !isAt(done) && projects.has(done.projectId ?? '');
  return {
    ofPosition: (position) => cleared.filter((done) => done.positionId === position.id).map(wordingOf),
    ofProject: (project) => cleared.filter((done) => isIn(done) && done.projectId === project.id).map(wordingOf),
    loose: cleared
      .filter((done) => !isAt(done) && !isIn(done))
      .map((done) =>
        bare({
          name: oneLine(done.title),
          description: plainText(done.longWording),
          startDate: done.startedOn ?? '',
          endDate: done.isOngoing ? '' : (done.endedOn ?? ''),
          type: 'accomplishment',
        }),
      ),
  };
}

function linesOfDocument(document: ResumeDocument): Lines {
  const positions = printedPositions(document);
  const { entry } = shownIn(document);
  const texts = (bullets: readonly DocumentBullet[] | undefined) => bullets?.map((bullet) => bullet.text) ?? null;
  return {
    ofPosition: (position) => texts(positions.get(position.id)?.bullets),
    ofProject: (project) => texts(entry('projects', project.id)?.bullets),
    loose: entriesOf(document)
      .filter((found) => found.entry.lead === '')
      .flatMap((found) => found.entry.bullets.map((bullet) => ({ name: bullet.text, type: 'accomplishment' }))),
  };
}

function printedPositions(document: ResumeDocument) {
  return new Map(
    document.blocks
      .flatMap((block) => (block.kind === 'experience' ? block.employers : []))
      .flatMap((employer) => employer.positions)
      .map((position) => [position.id, position]),
  );
}

function entriesOf(document: ResumeDocument): readonly { readonly section: string; readonly entry: DocumentEntry }[] {
  return document.blocks.flatMap((block) =>
    block.kind === 'entries' ? block.entries.map((entry) => ({ section: block.section, entry })) : [],
  );
}

/** The entries that a resume shows; without one, none is worded. */
function shownIn(document: ResumeDocument | null) {
  const entries = document === null ? [] : entriesOf(document);
  return {
    entry: (section: string, id: string) =>
      entries.find((found) => found.section === section && found.entry.id === id)?.entry,
  };
}

function skillsOfRecord(
  cleared: readonly Accomplishment[],
  names: Readonly<Record<string, string>>,
): readonly JsonObject[] {
  const shown = cleared.flatMap((done) => done.showings);
  return namesByUse(shown.flatMap(({ competencyId, words = [] }) => namesOf(words, names[competencyId] ?? '')))
    .map(oneLine)
    .filter((name) => name !== '')
    .sort()
    .map((name) => ({ name }));
}

function skillsOfDocument(document: ResumeDocument): readonly JsonObject[] {
  return document.blocks
    .flatMap((block) => (block.kind === 'skills' ? block.groups : []))
    .flatMap((group) =>
      group.label === '' ? group.items.map((name) => ({ name })) : [{ name: group.label, keywords: group.items }],
    );
}

function wordingOf(done: Accomplishment): string {
  return plainText(done.longWording) || plainText(done.shortWording) || oneLine(done.title);
}

/** An address the schema accepts, or what was typed in its place, under a name that no reader takes for one. */
function addressField(text: string): JsonObject {
  const url = webAddress(text);
  return url === null ? { 'x-url': oneLine(text) } : { url };
}

function mailField(text: string): JsonObject {
  const email = mailAddress(text);
  return email === null ? { 'x-email': oneLine(text) } : { email };
}

/** The things that a resume shows, in its order; without one, all in the record's. */
function inOrder<Thing extends { readonly id: string }>(
  things: readonly Thing[],
  ids: readonly string[] | null,
): readonly Thing[] {
  if (ids === null) return things;
  const known = new Map(things.map((thing) => [thing.id, thing]));
  return ids.flatMap((id) => known.get(id) ?? []);
}

function idsIn(document: ResumeDocument, section: string): readonly string[] {
  return entriesOf(document).flatMap((found) => (found.section === section ? [found.entry.id] : []));
}

/** Without what is empty; an empty text is not a value of the format. */
function bare(object: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(object).filter(([, value]) => {
      if (value === undefined || value === '') return false;
      return typeof value !== 'object' || Object.keys(value).length > 0;
    }),
  );
}
