/** One chapter of a role page, by its kind. */
import { Stack } from '@mantine/core';
import type { RoleMatch } from '../../../../shared/api/match.ts';
import type { RoleSpec } from '../../../../shared/api/role.ts';
import { DocumentBlocks } from '../../../parts/text/document-blocks.tsx';
import { Faqs, Glance, ItemGroups } from './item-chapters.tsx';
import { Milestones, Passage, Responsibilities } from './list-chapters.tsx';
import { Kpis, Scorecard, Tools } from './measure-chapters.tsx';
import type { PageChapter } from './page-chapters.ts';
import { CompetencyTable, MatrixSkills, requirementsOf, SkillTiers } from './requirement-chapters.tsx';
import { SectionProse } from './section-prose.tsx';
import { WayUp } from './way-up-chapter.tsx';

interface ChapterBodyProps {
  readonly role: RoleSpec;
  readonly match: RoleMatch | undefined;
  readonly chapter: PageChapter;
}

/** What the source says around the rows stands around them here too. */
export function ChapterBody({ role, match, chapter }: ChapterBodyProps) {
  return (
    <Stack gap="md">
      {chapter.before.length > 0 && <DocumentBlocks blocks={chapter.before} />}
      <TypedBody role={role} match={match} chapter={chapter} />
      {chapter.after.length > 0 && <DocumentBlocks blocks={chapter.after} />}
      {chapter.kind !== 'prose' && chapter.sections.length > 0 && (
        <SectionProse sections={chapter.sections} hasTitle={false} />
      )}
    </Stack>
  );
}

function TypedBody({ role, match, chapter }: ChapterBodyProps) {
  switch (chapter.kind) {
    case 'summary':
      return <Passage text={role.summary ?? ''} />;
    case 'mission':
      return <Passage text={role.mission ?? ''} />;
    case 'tourOfDuty':
      return <Passage text={role.tourOfDuty ?? ''} />;
    case 'glance':
      return <Glance role={role} />;
    case 'competencies':
      return <CompetencyTable role={role} match={match} />;
    case 'responsibilities':
      return <Responsibilities role={role} />;
    case 'kpis':
      return <Kpis role={role} />;
    case 'skills':
    case 'softSkills':
      return <SkillTiers requirements={requirementsOf(role, chapter.kind)} />;
    case 'matrix':
      return <MatrixSkills role={role} />;
    case 'tools':
      return <Tools role={role} />;
    case 'milestones':
      return <Milestones role={role} />;
    case 'wayUp':
      return <WayUp role={role} />;
    case 'scorecard':
      return <Scorecard role={role} />;
    case 'faqs':
      return <Faqs role={role} />;
    case 'prose':
      return <SectionProse sections={chapter.sections} hasTitle />;
    default:
      return <ItemGroups items={role.items.filter((item) => item.kind === chapter.kind)} />;
  }
}
