/** The chapters that typed rows make up, in the order in which a role page is read. */
import type { RequirementContent, RoleItemContent } from '../../../shared/api/role-content.ts';

/** Each with its title; the order of the keys is the order of the page. */
export const CHAPTER_TITLES = {
  summary: 'Summary',
  mission: 'Mission',
  tourOfDuty: 'Tour of duty',
  glance: 'At a glance',
  competencies: 'Competencies',
  responsibilities: 'Responsibilities',
  activities: 'Day to day',
  deliverables: 'Deliverables',
  kpis: 'KPIs',
  milestones: 'Milestones',
  skills: 'Skills',
  matrix: 'Skill matrix',
  softSkills: 'Soft skills',
  tools: 'Tools',
  environment: 'Environment',
  stakeholders: 'Stakeholders',
  decisionRights: 'Decision rights',
  qualifications: 'Qualifications',
  wayUp: 'The way up',
  risks: 'Risks',
  variants: 'Variants',
  aiImpact: 'Change through AI',
  hiring: 'Hiring',
  scorecard: 'Scorecard',
  faqs: 'Questions',
} as const;

export type TypedChapter = keyof typeof CHAPTER_TITLES;

export const CHAPTER_ORDER = Object.keys(CHAPTER_TITLES) as TypedChapter[];

type ItemKind = RoleItemContent['kind'];

/** The chapter that each kind of listed entry stands in. */
export const ITEM_CHAPTERS: Readonly<Record<ItemKind, TypedChapter>> = {
  deliverable: 'deliverables',
  activity: 'activities',
  decisionRight: 'decisionRights',
  stakeholder: 'stakeholders',
  qualification: 'qualifications',
  environment: 'environment',
  risk: 'risks',
  variant: 'variants',
  aiImpact: 'aiImpact',
  accelerator: 'wayUp',
  hiring: 'hiring',
};

type Placed = Pick<RequirementContent, 'kind' | 'category' | 'countsInMatch'>;

/** A skill of a matrix stands by its category; one of the role itself by its tier. */
export function chapterOfRequirement(asked: Placed): 'competencies' | 'skills' | 'matrix' | 'softSkills' {
  if (asked.kind === 'competency') return 'competencies';
  if (asked.kind === 'softSkill') return 'softSkills';
  return asked.category !== undefined || asked.countsInMatch === false ? 'matrix' : 'skills';
}
