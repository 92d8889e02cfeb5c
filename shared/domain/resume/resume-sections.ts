/** The sections of a resume beside experience: summary, projects, skills, education, certificates, languages. */
import type { DocumentEntry, ResumeBlock } from '../../api/document.ts';
import type { Education, Project } from '../../api/record.ts';
import type { BuilderGroup, BuilderItem, ItemKind } from '../../api/resume.ts';
import { paperPeriod } from '../dates/date-text.ts';
import { prints } from './resume-choices.ts';
import {
  accomplishmentLines,
  bulletsOf,
  countItems,
  countLines,
  proseLines,
  proseOf,
  type ResumePart,
  type ResumeSource,
  SECTION_HEADINGS,
  yearsText,
} from './resume-part.ts';
import { oneLine, plainText, printedAddress, wordCount } from './resume-text.ts';

/** How many accomplishments of a project the rule shows. */
const PROJECT_CAP = 3;

/** The summary: the profile's, or this resume's own. The headline is a line of it too; it prints below the name. */
export function summaryPart(source: ResumeSource): ResumePart & { readonly headline: string } {
  const { profile } = source.background;
  const headline = source.choices.line({ kind: 'text', refId: 'headline', recordText: oneLine(profile.headline) });
  const summary = source.choices.line({ kind: 'text', refId: 'summary', recordText: plainText(profile.summary) });
  const words = wordCount(summary.text);
  return {
    section: {
      kind: 'summary',
      heading: SECTION_HEADINGS.summary,
      count: words === 0 ? 'none yet' : `${words} ${words === 1 ? 'word' : 'words'}`,
      groups: [plainGroup([headline, summary])],
    },
    blocks: prints(summary) ? [{ kind: 'summary', text: summary.text }] : [],
    headline: prints(headline) ? headline.text : '',
  };
}

/** Projects with their description and what was done in them; one that belongs to a position shows when it has lines of its own. */
export function projectsPart(source: ResumeSource): ResumePart {
  const { background, choices, language } = source;
  const positions = new Set(background.positions.map((position) => position.id));
  const projects = choices.arrange(background.projects, 'project', (project) => project.id);
  const groups = projects.map((project): BuilderGroup => {
    const own = source.accomplishments.filter(
      (done) => done.projectId === project.id && !positions.has(done.positionId ?? ''),
    );
    const lines = accomplishmentLines(source, own, PROJECT_CAP);
    const isPartOfAJob = positions.has(project.positionId ?? '') && !lines.some(prints);
    return {
      positionId: null,
      projectId: project.id,
      title: oneLine(project.name),
      dates: yearsText(project.startedOn, project.endedOn, false),
      isHidden: choices.isHidden('project', project.id, isPartOfAJob),
      items: [...proseLines(source, project.id, project.description), ...lines],
      hiddenCount: 0,
    };
  });
  const byId = new Map(projects.map((project) => [project.id, project]));
  const entries = groups.flatMap((group) => {
    const project = byId.get(group.projectId ?? '');
    return group.isHidden || !project || group.title === '' ? [] : [printedProject(project, group, language)];
  });
  return {
    section: {
      kind: 'projects',
      heading: SECTION_HEADINGS.projects,
      count: countLines(groups, 'project', 'projects'),
      groups,
    },
    blocks: entriesBlock('projects', entries),
  };
}

export function educationPart(source: ResumeSource): ResumePart {
  const things = source.background.education.map((education) => {
    const title = educationTitle(education);
    const institution = oneLine(education.institution);
    return {
      id: education.id,
      lead: title || institution,
      rest: title ? institution : '',
      dates: paperPeriod(education.startedOn, education.endedOn, false, source.language),
      note: plainText(education.note),
      link: null,
    };
  });
  return entriesPart(source, 'education', 'education', things);
}

export function certificatesPart(source: ResumeSource): ResumePart {
  const things = source.background.certificates.map((certificate) => ({
    id: certificate.id,
    lead: oneLine(certificate.name),
    rest: oneLine(certificate.issuer),
    dates: paperPeriod(certificate.issuedOn, certificate.issuedOn, false, source.language),
    note: '',
    link: null,
  }));
  return entriesPart(source, 'certificates', 'certificate', things);
}

export function languagesPart(source: ResumeSource): ResumePart {
  const things = source.background.languages.map((language) => {
    const [name, fluency] = [oneLine(language.name), oneLine(language.fluency)];
    return {
      id: language.id,
      lead: fluency === '' ? name : `${name} (${fluency})`,
      rest: '',
      dates: '',
      note: '',
      link: null,
    };
  });
  return entriesPart(source, 'languages', 'language', things);
}

/** Sections of single lines. A wording that begins with the thing's own name keeps the name set apart. */
function entriesPart(
  source: ResumeSource,
  section: 'education' | 'certificates' | 'languages',
  kind: ItemKind,
  things: readonly Omit<DocumentEntry, 'bullets'>[],
): ResumePart {
  const known = things.filter((thing) => thing.lead !== '');
  const arranged = source.choices.arrange(known, kind, (thing) => thing.id);
  const lines = arranged.map((thing) =>
    source.choices.line({
      kind,
      refId: thing.id,
      recordText: thing.rest === '' ? thing.lead : `${thing.lead}, ${thing.rest}`,
    }),
  );
  const entries = arranged.flatMap((thing, place) => {
    const line = lines[place];
    if (!line || !prints(line)) return [];
    if (!line.differs) return [{ ...thing, bullets: [] }];
    const keepsLead = line.text.startsWith(`${thing.lead}, `);
    return [
      {
        ...thing,
        lead: keepsLead ? thing.lead : line.text,
        rest: keepsLead ? line.text.slice(thing.lead.length + 2) : '',
        bullets: [],
      },
    ];
  });
  return {
    section: {
      kind: section,
      heading: SECTION_HEADINGS[section],
      count: countItems(lines),
      groups: lines.length === 0 ? [] : [plainGroup(lines)],
    },
    blocks: entriesBlock(section, entries),
  };
}

function printedProject(project: Project, group: BuilderGroup, language: string): DocumentEntry {
  return {
    id: project.id,
    lead: group.title,
    rest: '',
    link: printedAddress(project.website),
    dates: paperPeriod(project.startedOn, project.endedOn, false, language),
    note: proseOf(group.items),
    bullets: bulletsOf(group.items),
  };
}

function educationTitle(education: Education): string {
  return [education.degree, education.area].map(oneLine).filter(Boolean).join(', ');
}

function entriesBlock(
  section: 'projects' | 'education' | 'certificates' | 'languages',
  entries: readonly DocumentEntry[],
): readonly ResumeBlock[] {
  return entries.length === 0 ? [] : [{ kind: 'entries', section, heading: SECTION_HEADINGS[section], entries }];
}

function plainGroup(items: readonly BuilderItem[]): BuilderGroup {
  return { positionId: null, projectId: null, title: '', dates: '', isHidden: false, items, hiddenCount: 0 };
}
