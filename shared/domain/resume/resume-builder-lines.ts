/** Which lines the builder lists: of thousands that a resume hides, those worth a look. */
import type { BuilderGroup, BuilderItem, BuilderSection, ResumeChoice } from '../../api/resume.ts';
import { isPrinted } from './resume-choices.ts';

/** How many hidden accomplishments a group lists beside those with a stored choice. */
export const mostHiddenLines = 20;

/**
 * Leaves out the hidden accomplishments a long record has too many of, and counts them. What is shown or was ever chosen
 * stays, lines keep their order, and what the sections say of their number stays as it is.
 */
export function builderSections(
  sections: readonly BuilderSection[],
  choices: readonly ResumeChoice[],
): readonly BuilderSection[] {
  const chosen = new Set(choices.filter(({ kind }) => kind === 'accomplishment').map(({ refId }) => refId));
  const printed = sections
    .filter((section) => !section.isHidden)
    .flatMap((section) => section.groups.filter((group) => !group.isHidden).flatMap((group) => group.items))
    .filter(isPrinted);
  const spoken = new Set(printed.flatMap((line) => line.speaksTo));
  const isOptional = (item: BuilderItem) => item.kind === 'accomplishment' && item.isHidden && !chosen.has(item.refId);
  return sections.map((section) => ({
    ...section,
    groups: section.groups.map((group) => listedGroup(group, isOptional, spoken)),
  }));
}

function listedGroup(
  group: BuilderGroup,
  isOptional: (item: BuilderItem) => boolean,
  spoken: ReadonlySet<string>,
): BuilderGroup {
  const optional = group.items.filter(isOptional);
  if (optional.length <= mostHiddenLines) return group;
  const picked = new Set(best(optional, spoken));
  return {
    ...group,
    items: group.items.filter((item) => !isOptional(item) || picked.has(item)),
    hiddenCount: optional.length - picked.size,
  };
}

/** The best of hidden lines: for each requirement nothing printed speaks to the first that does, then in their order; those above the clearance last. */
function best(lines: readonly BuilderItem[], spoken: ReadonlySet<string>): readonly BuilderItem[] {
  const cleared = lines.filter((line) => !line.isAboveClearance);
  const covered = new Set(spoken);
  const adding = cleared.filter((line) => {
    const isNew = line.speaksTo.some((requirement) => !covered.has(requirement));
    for (const requirement of line.speaksTo) covered.add(requirement);
    return isNew;
  });
  const ranked = new Set([...adding, ...cleared, ...lines]);
  return [...ranked].slice(0, mostHiddenLines);
}
