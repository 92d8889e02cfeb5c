/** Skills: the competencies that ready accomplishments show, under the competency they belong to. */
import type { BuilderGroup, BuilderItem } from '../../api/resume.ts';
import { sectionHeadings } from '../../vocabulary/resume-sections.ts';
import { oneLine } from '../paper/printed-text.ts';
import { isCleared } from './clearance.ts';
import { isPrinted } from './resume-choices.ts';
import type { ResumePart, ResumeSource } from './resume-part.ts';

/** How many skills the rule shows; the rest are listed. */
const skillCap = 24;

interface Skill {
  readonly id: string;
  readonly name: string;
  readonly groupId: string | null;
  readonly weight: number;
  readonly evidenceCount: number;
}

/** Builds the section. What speaks to the role comes first, then what more accomplishments show; nothing above the clearance counts. */
export function skillsPart(source: ResumeSource): ResumePart {
  const skills = shownSkills(source);
  const lines = source.choices.arrange(
    skills.map((skill, place) =>
      source.choices.line({
        kind: 'skill',
        refId: skill.id,
        recordText: skill.name,
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
  const groups = ordered.flatMap((groupId): BuilderGroup[] => {
    const items = lines.filter((line) => (groupOf.get(line.refId) ?? null) === groupId);
    const title = groupId === null ? '' : oneLine(source.competencyNames[groupId] ?? '');
    if (items.length === 0) return [];
    return [{ positionId: null, projectId: null, title, dates: '', isHidden: false, items, hiddenCount: 0 }];
  });
  const printed = groups
    .map((group) => ({ label: group.title, items: group.items.filter(isPrinted).map((line) => line.text) }))
    .filter((group) => group.items.length > 0);
  return {
    section: { kind: 'skills', heading: sectionHeadings.skills, count: countSkills(lines), groups },
    blocks: printed.length === 0 ? [] : [{ kind: 'skills', heading: sectionHeadings.skills, groups: printed }],
  };
}

/** In the order in which they are proposed. One that others belong under is their label and no skill beside them. */
function shownSkills(source: ResumeSource): readonly Skill[] {
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
      name: oneLine(source.competencyNames[id] ?? ''),
      groupId: source.parents[id] ?? null,
      weight: source.relevance.weightOfCompetency(id),
      evidenceCount,
    }))
    .filter((skill) => skill.name !== '')
    .sort(
      (a, b) =>
        b.weight - a.weight ||
        b.evidenceCount - a.evidenceCount ||
        (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1),
    );
}

/** `14, by evidence`. */
function countSkills(lines: readonly BuilderItem[]): string {
  const shown = lines.filter(isPrinted).length;
  if (lines.length === 0) return 'none yet';
  return shown === lines.length ? `${shown}, by evidence` : `${shown} of ${lines.length}, by evidence`;
}
