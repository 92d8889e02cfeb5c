/** A resume: choices and record in, ordered blocks out. It says only what the record says, or what the user typed over it. */
import type { ContactItem, ResumeDocument } from '../../api/document.ts';
import type { Background, Profile } from '../../api/record.ts';
import type { BuilderSection, ResumeBuilder, ResumeSettings } from '../../api/resume.ts';
import { type EntryKind, entryKinds, type RecordList, recordKinds } from '../../vocabulary/record-kinds.ts';
import { type SectionKind, sectionKinds } from '../../vocabulary/resume-sections.ts';
import { isCounted } from '../match/what-counts.ts';
import { joinParts } from '../paper/joined-text.ts';
import { oneLine, printedAddress } from '../paper/printed-text.ts';
import { builderSections } from './resume-builder-lines.ts';
import { isPrinted, readChoices } from './resume-choices.ts';
import { experiencePart } from './resume-experience.ts';
import type { ResumePart, ResumeSource } from './resume-part.ts';
import {
  byRelevance,
  type Relevance,
  type ResumeAccomplishment,
  type ResumeRole,
  readRelevance,
} from './resume-relevance.ts';
import { entriesPart, projectsPart, summaryPart } from './resume-sections.ts';
import { skillsPart } from './resume-skills.ts';

/** Longer contacts get a third line. */
const mostContacts = 5;

/** What a resume is made from. */
export interface ResumeInput {
  readonly resume: ResumeSettings;
  readonly background: Background;
  /** Ready and not in the bin; drafts among them are left out. */
  readonly accomplishments: readonly ResumeAccomplishment[];
  readonly competencyNames: Readonly<Record<string, string>>;
  /** Competency → the one it belongs under. */
  readonly parents: Readonly<Record<string, string>>;
  /** The role it aims at. */
  readonly role: ResumeRole | null;
  /** BCP 47; dates are written in it. */
  readonly language: string;
}

/** What `composeResume` answers: the page, the builder, and how far it speaks to the role. */
export type ComposedResume = Pick<ResumeBuilder, 'document' | 'sections' | 'role'>;

/** Composes the page and the builder from one pass, so that they cannot differ. Never throws; the order of the accomplishments given changes nothing. */
export function composeResume(input: ResumeInput): ComposedResume {
  const { resume, background } = input;
  const relevance = readRelevance(input.role, input.parents);
  const source: ResumeSource = {
    background,
    accomplishments: input.accomplishments.filter(isCounted).sort(byRelevance(relevance)),
    competencyNames: input.competencyNames,
    roleNames: input.role?.names ?? {},
    skillWords: resume.skillWords,
    parents: input.parents,
    clearance: resume.clearance,
    language: input.language,
    choices: readChoices(resume.choices),
    relevance,
  };
  const summary = summaryPart(source);
  const parts: Readonly<Record<SectionKind, ResumePart>> = {
    summary,
    experience: experiencePart(source),
    projects: projectsPart(source),
    skills: skillsPart(source),
    ...(Object.fromEntries(entryKinds.map((kind) => [recordKinds[kind].list, entriesPart(source, kind)])) as Readonly<
      Record<RecordList<EntryKind>, ResumePart>
    >),
  };
  const order = sectionOrder(resume);
  const sections = order.map(({ kind, isHidden }): BuilderSection => ({ ...parts[kind].section, isHidden }));
  const name = oneLine(background.profile.name);
  return {
    document: {
      kind: 'resume',
      title: name === '' ? 'Resume' : joinParts([name, 'resume']),
      language: input.language,
      template: 'classic',
      paper: resume.paper,
      density: resume.density,
      name,
      headline: summary.headline,
      contact: contactLines(background.profile),
      blocks: order.flatMap(({ kind, isHidden }) => (isHidden ? [] : parts[kind].blocks)),
      changed: source.choices.changed,
    },
    sections: builderSections(sections, resume.choices),
    role: input.role === null ? null : spokenTo(input.role, sections, source.accomplishments, relevance),
  };
}

/** The user's order, then what it does not name. The summary always opens the page: it prints without a heading. */
function sectionOrder(resume: ResumeSettings): readonly { readonly kind: SectionKind; readonly isHidden: boolean }[] {
  const kinds = [...new Set([...resume.sections.map((section) => section.kind), ...sectionKinds])];
  const hidden = new Set(resume.sections.filter((section) => section.isHidden).map((section) => section.kind));
  return ['summary' as const, ...kinds.filter((kind) => kind !== 'summary')].map((kind) => ({
    kind,
    isHidden: hidden.has(kind),
  }));
}

/** Place, e-mail and phone, then site and profiles; a third line when there are more than five. */
function contactLines(profile: Profile): ResumeDocument['contact'] {
  const email = oneLine(profile.email);
  const phone = oneLine(profile.phone);
  const reach: readonly ContactItem[] = [
    { text: oneLine(profile.place), href: null },
    { text: email, href: mailTarget(email) },
    { text: phone, href: /\d/.test(phone) ? `tel:${phone.replace(/[^\d+]/g, '')}` : null },
  ].filter((item) => item.text !== '');
  const seen = new Set<string>();
  const pages = [profile.website, ...profile.links.map((link) => link.url)].flatMap((url) => {
    const item = printedAddress(url);
    if (item === null || seen.has(item.text)) return [];
    seen.add(item.text);
    return [item];
  });
  const isLong = reach.length + pages.length > mostContacts && pages.length > 3;
  const half = Math.ceil(pages.length / 2);
  return [reach, ...(isLong ? [pages.slice(0, half), pages.slice(half)] : [pages])].filter((line) => line.length > 0);
}

/** Where a mail goes, also from `Bo Lind <bo@x.example>`; null where none can. */
function mailTarget(text: string): string | null {
  const [, inside = text] = /^[^<>]*<([^<>]+)>$/.exec(text) ?? [];
  return /^[^\s@<>"]+@[^\s@<>"]+$/.test(inside) ? `mailto:${inside}` : null;
}

/** How many requirements of the role some printed line speaks to. */
function spokenTo(
  role: ResumeRole,
  sections: readonly BuilderSection[],
  accomplishments: readonly ResumeAccomplishment[],
  relevance: Relevance,
): NonNullable<ResumeBuilder['role']> {
  const printed = new Set(
    sections
      .filter((section) => !section.isHidden)
      .flatMap((section) => section.groups)
      .filter((group) => !group.isHidden)
      .flatMap((group) => group.items)
      .filter((item) => item.kind === 'accomplishment' && isPrinted(item))
      .map((item) => item.refId),
  );
  const asked = new Set(
    accomplishments
      .filter((accomplishment) => printed.has(accomplishment.id))
      .flatMap((accomplishment) => relevance.requirementsOf(accomplishment)),
  );
  const requirementCount = new Set(role.requirements.map((requirement) => requirement.competencyId)).size;
  return { id: role.id, title: role.title, requirementCount, spokenTo: asked.size };
}
