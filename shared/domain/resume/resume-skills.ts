/** Skills: the competencies that ready accomplishments show, under the competency they belong to. */
import type { BuilderGroup, BuilderItem } from '../../api/resume.ts';
import { sectionHeadings } from '../../vocabulary/resume-sections.ts';
import { shownWords } from '../names/shown-words.ts';
import { oneLine } from '../paper/printed-text.ts';
import { isCleared } from './clearance.ts';
import { isPrinted } from './resume-choices.ts';
import type { ResumePart, ResumeSource } from './resume-part.ts';

/** How many skills the rule shows; the rest are listed. */
const skillCap = 24;

interface Skill {
  readonly id: string;
  /** As they print. */
  readonly names: readonly string[];
  readonly commonName: string;
  readonly groupId: string | null;
  readonly weight: number;
  readonly evidenceCount: number;
}

/** Builds the section. What speaks to the role comes first, then what more accomplishments show; nothing above the clearance counts. */
export function skillsPart(source: ResumeSource): ResumePart {
  const called = namesIn(source);
  const skills = shownSkills(source, called);
  const lines = source.choices.arrange(
    skills.map((skill, place) =>
      source.choices.line({
        kind: 'skill',
        refId: skill.id,
        recordText: skill.names.join(', '),
        commonName: skill.commonName,
        isHiddenByRule: place >= skillCap,
      }),
    ),
    'skill',
    (line) => line.refId,
  );
  const groupIds = [...new Set(skills.map((skill) => skill.groupId))];
  // A lone group needs no label, and what belongs nowhere stands before the labelled groups.
  const ordered = groupIds.length === 1 ? groupIds : [null, ...groupIds.filter((id) => id !== null)];
  const groupOf = new Map(skills.map((skill) => [skill.id, skill.groupId]));
  const namesOfSkill = new Map(skills.map((skill) => [skill.id, skill.names]));
  // each name is a skill of its own, unless the user has worded them
  const printedNames = (line: BuilderItem) => (line.differs ? [line.text] : (namesOfSkill.get(line.refId) ?? []));
  const groups = ordered.flatMap((groupId): BuilderGroup[] => {
    const items = lines.filter((line) => (groupOf.get(line.refId) ?? null) === groupId);
    const title = groupId === null ? '' : called(groupId).join(', ');
    if (items.length === 0) return [];
    return [{ positionId: null, projectId: null, title, dates: '', isHidden: false, items, hiddenCount: 0 }];
  });
  const printed = groups
    .map((group) => ({ label: group.title, items: group.items.filter(isPrinted).flatMap(printedNames) }))
    .filter((group) => group.items.length > 0);
  return {
    section: { kind: 'skills', heading: sectionHeadings.skills, count: countSkills(lines), groups },
    blocks: printed.length === 0 ? [] : [{ kind: 'skills', heading: sectionHeadings.skills, groups: printed }],
  };
}

/** In the order in which they are proposed. One that others belong under is their label and no skill beside them. */
function shownSkills(source: ResumeSource, called: NamesOf): readonly Skill[] {
  const evidence = new Map<string, number>();
  for (const accomplishment of source.accomplishments) {
    if (!isCleared(accomplishment.confidentiality, source.clearance)) continue;
    for (const id of new Set(accomplishment.showings.map((showing) => showing.competencyId))) {
      evidence.set(id, (evidence.get(id) ?? 0) + 1);
    }
  }
  const labels = new Set([...evidence.keys()].map((id) => source.parents[id]));
  return [...evidence]
    .filter(([id]) => !labels.has(id))
    .map(([id, evidenceCount]) => ({
      id,
      names: called(id),
      commonName: oneLine(source.competencyNames[id] ?? ''),
      groupId: source.parents[id] ?? null,
      weight: source.relevance.weightOfCompetency(id),
      evidenceCount,
    }))
    .filter((skill) => skill.names.length > 0)
    .sort(
      (a, b) =>
        b.weight - a.weight ||
        b.evidenceCount - a.evidenceCount ||
        compareText(a.names.join(', '), b.names.join(', ')) ||
        compareText(a.id, b.id),
    );
}

type NamesOf = (competencyId: string) => readonly string[];

/** What each competency is called on this resume; of what is above the clearance not even a name is known. */
function namesIn(source: ResumeSource): NamesOf {
  const mine = new Map<string, (readonly string[])[]>();
  for (const { confidentiality, showings } of source.accomplishments) {
    if (!isCleared(confidentiality, source.clearance)) continue;
    for (const { competencyId, words = [] } of showings)
      mine.set(competencyId, [...(mine.get(competencyId) ?? []), words]);
  }
  return (id) =>
    shownWords(source.skillWords, {
      mine: mine.get(id) ?? [],
      role: source.roleNames[id] ?? [],
      commonName: source.competencyNames[id] ?? '',
    })
      .map(oneLine)
      .filter(Boolean);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** `14, by evidence`. */
function countSkills(lines: readonly BuilderItem[]): string {
  const shown = lines.filter(isPrinted).length;
  if (lines.length === 0) return 'none yet';
  return shown === lines.length ? `${shown}, by evidence` : `${shown} of ${lines.length}, by evidence`;
}
