/** What a resume could still say to its role: lines that speak to a requirement and are hidden. */
import type { BuilderItem, ResumeBuilder, SectionKind } from '../../../shared/api/resume.ts';

export interface Proposal {
  readonly section: SectionKind;
  readonly item: BuilderItem;
}

/** Hidden lines that speak to requirements no printed line speaks to come first; those above the clearance are no proposals. */
export function proposalsIn(builder: ResumeBuilder): readonly Proposal[] {
  if (builder.role === null) return [];
  const lines = builder.sections
    .filter((section) => !section.isHidden)
    .flatMap((section) =>
      section.groups
        .filter((group) => !group.isHidden)
        .flatMap((group) => group.items.map((item) => ({ section: section.kind, item }))),
    )
    .filter(({ item }) => item.speaksTo.length > 0 && !item.isAboveClearance);
  const spoken = new Set(lines.filter(({ item }) => !item.isHidden).flatMap(({ item }) => item.speaksTo));
  const adds = ({ item }: Proposal) => item.speaksTo.filter((requirement) => !spoken.has(requirement)).length;
  return lines.filter(({ item }) => item.isHidden).sort((a, b) => adds(b) - adds(a));
}
