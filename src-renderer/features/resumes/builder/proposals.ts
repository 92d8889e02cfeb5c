/** What a resume could still say to its role: lines that do not print and speak to what no printed line does. */
import type { BuilderItem, ResumeBuilder } from '../../../../shared/api/resume.ts';
import { isPrinted } from '../../../../shared/domain/resume/resume-choices.ts';

/** Those that add most come first; lines above the clearance are no proposals. */
export function proposalsIn(builder: ResumeBuilder): readonly BuilderItem[] {
  const groups = builder.sections
    .filter((section) => !section.isHidden)
    .flatMap((section) => section.groups.filter((group) => !group.isHidden));
  const lines = groups.flatMap((group) => group.items);
  const spoken = new Set(lines.filter(isPrinted).flatMap((line) => line.speaksTo));
  const adds = (line: BuilderItem) => line.speaksTo.filter((requirement) => !spoken.has(requirement)).length;
  return lines
    .filter((line) => line.isHidden && !line.isAboveClearance && adds(line) > 0)
    .sort((a, b) => adds(b) - adds(a));
}
