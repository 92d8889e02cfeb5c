/** What a heading announces, by its words: the same section has another heading on every page. */
import { wordsOf } from './clean.ts';
import type { Chapter } from './outline.ts';

export type Topic =
  | 'summary'
  | 'mission'
  | 'tourOfDuty'
  | 'responsibilities'
  | 'competencies'
  | 'skills'
  | 'softSkills'
  | 'kpis'
  | 'tools'
  | 'milestones'
  | 'career'
  | 'feeder'
  | 'next'
  | 'lateral'
  /** Known, and kept as prose with all that stands beneath it. */
  | 'prose';

/** In order: the first row with a phrase that stands in the heading as whole words wins. */
const PHRASES: readonly (readonly [Topic, readonly string[]])[] = [
  [
    'prose',
    [
      'scorecard',
      'hiring',
      'interview',
      'interviews',
      'candidate',
      'promotion',
      'salary',
      'compensation',
      'benefits',
      'faq',
    ],
  ],
  [
    'feeder',
    ['feeder', 'feeder roles', 'previous roles', 'entry roles', 'roles that lead here', 'where people come from'],
  ],
  ['lateral', ['lateral', 'adjacent', 'sideways', 'side moves']],
  [
    'next',
    [
      'next role',
      'next roles',
      'next likely',
      'likely next',
      'next step',
      'next steps',
      'step up to',
      'moving up',
      'the way up',
      'vertical progression',
    ],
  ],
  ['career', ['career path', 'career paths', 'career progression', 'career', 'progression', 'growth path']],
  [
    'softSkills',
    [
      'soft skills',
      'soft skill',
      'behavioral',
      'behavioural',
      'interpersonal',
      'personal skills',
      'human skills',
      'people skills',
    ],
  ],
  [
    'kpis',
    [
      'kpi',
      'kpis',
      'metrics',
      'key performance indicators',
      'measures of success',
      'success measures',
      'how success is measured',
    ],
  ],
  ['tools', ['tools', 'tooling', 'software and platforms', 'tools and platforms', 'tools and technologies']],
  [
    'skills',
    [
      'technical skills',
      'technical skill',
      'hard skills',
      'required skills',
      'skills required',
      'key skills',
      'skills',
      'technical expertise',
    ],
  ],
  ['competencies', ['competencies', 'competency requirements', 'competency', 'capabilities', 'required capabilities']],
  [
    'responsibilities',
    [
      'responsibilities',
      'duties',
      'accountabilities',
      'accountable for',
      'what you own',
      'what youll own',
      'key duties',
      'what youll do',
      'what you will do',
      'what youll be doing',
      'what you will be doing',
    ],
  ],
  ['milestones', ['milestones', 'goals', 'objectives', 'first 90 days', '30 60 90']],
  ['tourOfDuty', ['tour of duty']],
  ['mission', ['mission', 'role purpose', 'purpose of the role', 'purpose']],
  [
    'prose',
    [
      'day to day',
      'activities',
      'deliverables',
      'environment',
      'tech stack',
      'technology stack',
      'stakeholder',
      'stakeholders',
      'collaboration',
      'decision',
      'decisions',
      'authority',
      'qualifications',
      'experience',
      'education',
      'risks',
      'challenges',
      'variants',
      'automation',
      'ai',
    ],
  ],
  [
    'summary',
    [
      'role summary',
      'position summary',
      'job summary',
      'summary',
      'overview',
      'about the role',
      'about this role',
      'introduction',
    ],
  ],
];

/** The topic a heading names; undefined when its words say nothing known. */
export function topicOfHeading(heading: string): Topic | undefined {
  const words = wordsOf(heading);
  return PHRASES.find(([, phrases]) => phrases.some((phrase) => words.includes(` ${phrase} `)))?.[0];
}

/** Whether a heading is little more than the words of a known topic: “Key duties”, but not “Report the KPIs monthly”. */
export function isMainlyTopic(heading: string): boolean {
  const words = wordsOf(heading);
  const count = words.trim().split(' ').length;
  return PHRASES.some(([, phrases]) =>
    phrases.some((phrase) => words.includes(` ${phrase} `) && count - phrase.split(' ').length <= 1),
  );
}

const LINKS: ReadonlySet<Topic> = new Set(['feeder', 'next', 'lateral']);

/**
 * The topic of every chapter. What stands beneath a known heading belongs to it, whatever its own words say;
 * only a career chapter is told apart further, and skills into technical and soft ones.
 */
export function topicsOf(chapters: readonly Chapter[]): readonly (Topic | undefined)[] {
  const above: { depth: number; topic: Topic | undefined }[] = [];
  return chapters.map((chapter) => {
    while ((above.at(-1)?.depth ?? 0) >= chapter.depth) above.pop();
    const parent = above.at(-1)?.topic;
    const own = topicOfHeading(chapter.heading);
    let topic = parent ?? own;
    // An overview with a chapter for each part of the role is not all summary.
    if (parent === 'summary') topic = own ?? parent;
    else if (parent === 'career') topic = own !== undefined && LINKS.has(own) ? own : 'prose';
    else if (parent === 'skills' && (own === 'softSkills' || own === 'tools')) topic = own;
    above.push({ depth: chapter.depth, topic });
    return topic;
  });
}
