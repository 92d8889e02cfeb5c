/** The chapters of a role spec on paper: each kind of entry under its own title, or under the source's where it has one. */
import type { ChapterLayout } from '../role/role-chapters.ts';

const titles = {
  mission: 'Mission',
  tourOfDuty: 'Tour of duty',
  summary: 'Summary',
  focus: 'Focus and stack',
  competencies: 'Competencies',
  responsibilities: 'Responsibilities',
  kpis: 'KPIs',
  skills: 'Skills',
  softSkills: 'Soft skills',
  tools: 'Tools',
  milestones: 'Milestones',
  deliverable: 'Deliverables',
  activity: 'Activities',
  decisionRight: 'Decision rights',
  stakeholder: 'Stakeholders',
  qualification: 'Experience and qualifications',
  environment: 'Environment',
  accelerator: 'Accelerators',
  risk: 'Risks',
  variant: 'Variants',
  aiImpact: 'AI and automation',
  hiring: 'Hiring',
  scorecard: 'Scorecard',
  faqs: 'Questions',
  wayUp: 'Way up',
} as const;

export type PaperChapter = keyof typeof titles;

/** Facts and labels stand in the head of the sheet; skills of a matrix among the others, under their category. */
export const paperChapters: ChapterLayout<PaperChapter> = {
  titles: titles,
  elsewhere: { labels: null, facts: null, stack: 'focus', matrix: 'skills' },
  keepsHeadings: true,
};
