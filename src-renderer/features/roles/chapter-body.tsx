/** One chapter of a role page, by its kind. */
import type { RoleSpec } from '../../../shared/api/role.ts';
import { Blocks } from './blocks.tsx';
import { Kpis, Milestones, Passage, Responsibilities, Tools } from './list-chapters.tsx';
import { CompetencyTable, requirementsOf, SkillTiers } from './requirement-chapters.tsx';
import type { Chapter } from './role-chapters.ts';
import classes from './role-screen.module.css';
import { SectionProse } from './section-prose.tsx';
import { WayUp } from './way-up-chapter.tsx';

interface ChapterBodyProps {
  readonly role: RoleSpec;
  readonly chapter: Chapter;
}

/** What the source says around the rows stands around them here too. */
export function ChapterBody({ role, chapter }: ChapterBodyProps) {
  return (
    <div className={classes.body}>
      {chapter.before.length > 0 && <Blocks blocks={chapter.before} />}
      <TypedBody role={role} chapter={chapter} />
      {chapter.after.length > 0 && <Blocks blocks={chapter.after} />}
      {chapter.kind !== 'prose' && chapter.sections.length > 0 && (
        <SectionProse sections={chapter.sections} hasTitle={false} />
      )}
    </div>
  );
}

function TypedBody({ role, chapter }: ChapterBodyProps) {
  switch (chapter.kind) {
    case 'summary':
      return <Passage text={role.summary ?? ''} />;
    case 'mission':
      return <Passage text={role.mission ?? ''} />;
    case 'tourOfDuty':
      return <Passage text={role.tourOfDuty ?? ''} />;
    case 'competencies':
      return <CompetencyTable requirements={requirementsOf(role, 'competency')} />;
    case 'responsibilities':
      return <Responsibilities role={role} />;
    case 'kpis':
      return <Kpis role={role} />;
    case 'skills':
      return <SkillTiers requirements={requirementsOf(role, 'skill')} />;
    case 'softSkills':
      return <SkillTiers requirements={requirementsOf(role, 'softSkill')} />;
    case 'tools':
      return <Tools role={role} />;
    case 'milestones':
      return <Milestones role={role} />;
    case 'wayUp':
      return <WayUp role={role} />;
    case 'prose':
      return <SectionProse sections={chapter.sections} hasTitle />;
  }
}
