/** The sections of a resume beside experience and skills: the summary, projects, and the kinds whose things print as single entries. */
import type { DocumentEntry, EntriesSection, ResumeBlock } from '../../api/document.ts';
import type { Project } from '../../api/record.ts';
import type { BuilderGroup, BuilderItem } from '../../api/resume.ts';
import { type EntryKind, type RecordList, recordKinds } from '../../vocabulary/record-kinds.ts';
import { sectionHeadings } from '../../vocabulary/resume-sections.ts';
import { paperPeriod } from '../dates/date-text.ts';
import { beforeJoin, joinParts, joinSign } from '../paper/joined-text.ts';
import { oneLine, plainText, printedAddress, wordCount } from '../paper/printed-text.ts';
import { itemsOf, periodOf, textOf } from '../record/record-items.ts';
import { isPrinted } from './resume-choices.ts';
import {
  accomplishmentLines,
  bulletsOf,
  countItems,
  countLines,
  proseLines,
  proseOf,
  type ResumePart,
  type ResumeSource,
  yearsText,
} from './resume-part.ts';

/** How many accomplishments of a project the rule shows. */
const projectCap = 3;

/** The summary: the profile's, or this resume's own. The headline is a line of it too; it prints below the name. */
export function summaryPart(source: ResumeSource): ResumePart & { readonly headline: string } {
  const { profile } = source.background;
  const headline = source.choices.line({ kind: 'text', refId: 'headline', recordText: oneLine(profile.headline) });
  const summary = source.choices.line({
    kind: 'text',
    refId: 'summary',
    recordText: plainText(profile.summary),
    typed: profile.summary,
  });
  const words = wordCount(summary.text);
  return {
    section: {
      kind: 'summary',
      heading: sectionHeadings.summary,
      count: words === 0 ? 'none yet' : `${words} ${words === 1 ? 'word' : 'words'}`,
      groups: [plainGroup([headline, summary])],
    },
    blocks: isPrinted(summary) ? [{ kind: 'summary', text: summary.text }] : [],
    headline: isPrinted(headline) ? headline.text : '',
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
    const lines = accomplishmentLines(source, own, projectCap);
    const isPartOfAJob = positions.has(project.positionId ?? '') && !lines.some(isPrinted);
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
      heading: sectionHeadings.projects,
      count: countLines(groups, 'project', 'projects'),
      groups,
    },
    blocks: entriesBlock('projects', entries),
  };
}

/**
 * The section of a kind whose things are single lines. What has nothing to lead with is named by its title alone. A wording
 * that begins with the thing's own name keeps the name set apart.
 */
export function entriesPart(source: ResumeSource, kind: EntryKind): ResumePart {
  const { title, resume, fields } = recordKinds[kind];
  const address = Object.keys(fields).find((name) => fields[name]?.kind === 'address');
  const section = recordKinds[kind].list as RecordList<EntryKind>;
  const things = itemsOf(source.background, kind).map((item) => {
    const text = (name: string | undefined) => oneLine(textOf(item, name));
    const lead = joinParts((resume?.lead ?? []).map(text));
    const aside = text(resume?.aside);
    return {
      id: item.id,
      lead: lead === '' ? text(title) : aside === '' ? lead : `${beforeJoin(lead)} (${aside})`,
      rest: lead === '' ? '' : text(resume?.rest),
      dates: paperPeriod(...periodOf(kind, item), source.language),
      note: plainText(textOf(item, resume?.note)),
      link: printedAddress(text(address)),
    };
  });
  const known = things.filter((thing) => thing.lead !== '');
  const arranged = source.choices.arrange(known, kind, (thing) => thing.id);
  const lines = arranged.map((thing) =>
    source.choices.line({
      kind,
      refId: thing.id,
      recordText: joinParts([thing.lead, thing.rest]),
    }),
  );
  const entries = arranged.flatMap((thing, place) => {
    const line = lines[place];
    if (!line || !isPrinted(line)) return [];
    if (!line.differs) return [{ ...thing, bullets: [], isReworded: false }];
    const lead = `${beforeJoin(thing.lead)}${joinSign(beforeJoin(thing.lead))}`;
    const keepsLead = line.text.startsWith(lead);
    return [
      {
        ...thing,
        lead: keepsLead ? thing.lead : line.text,
        rest: keepsLead ? line.text.slice(lead.length) : '',
        bullets: [],
        isReworded: true,
      },
    ];
  });
  return {
    section: {
      kind: section,
      heading: sectionHeadings[section],
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
    isReworded: false,
  };
}

function entriesBlock(section: EntriesSection, entries: readonly DocumentEntry[]): readonly ResumeBlock[] {
  return entries.length === 0 ? [] : [{ kind: 'entries', section, heading: sectionHeadings[section], entries }];
}

function plainGroup(items: readonly BuilderItem[]): BuilderGroup {
  return { positionId: null, projectId: null, title: '', dates: '', isHidden: false, items, hiddenCount: 0 };
}
