/** The chapters of a role page: the domain's rule under the page's own titles and in its order. */
import type { RoleSpec } from '../../../../shared/api/role.ts';
import { type ChapterLayout, type RoleChapter, roleChapters } from '../../../../shared/domain/role/role-chapters.ts';

const chapterTitles = {
  summary: 'Summary',
  mission: 'Mission',
  tourOfDuty: 'Tour of duty',
  glance: 'At a glance',
  competencies: 'Competencies',
  responsibilities: 'Responsibilities',
  activity: 'Day to day',
  deliverable: 'Deliverables',
  kpis: 'KPIs',
  milestones: 'Milestones',
  skills: 'Skills',
  matrix: 'Skill matrix',
  softSkills: 'Soft skills',
  tools: 'Tools',
  environment: 'Environment',
  stakeholder: 'Stakeholders',
  decisionRight: 'Decision rights',
  qualification: 'Qualifications',
  wayUp: 'The way up',
  risk: 'Risks',
  variant: 'Variants',
  aiImpact: 'Change through AI',
  hiring: 'Hiring',
  scorecard: 'Scorecard',
  faqs: 'Questions',
} as const;

type PageChapterId = keyof typeof chapterTitles;

export type PageChapter = RoleChapter<PageChapterId>;

const pageChapters: ChapterLayout<PageChapterId> = {
  titles: chapterTitles,
  elsewhere: { labels: 'glance', facts: 'glance', focus: 'glance', stack: 'glance', accelerator: 'wayUp' },
  keepsHeadings: false,
};

/** The chapters of the page in reading order; the way up also shows the other levels of the ladder. */
export function pageChaptersOf(role: RoleSpec): readonly PageChapter[] {
  const hasLadder = role.ladder.some((step) => step.id !== role.id);
  return roleChapters(role, pageChapters, hasLadder ? ['wayUp'] : []);
}
