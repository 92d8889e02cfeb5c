/** The headings of competency pages. */
import { wordsOf } from '../../outline/clean-text.ts';
import type { KnownHeadings } from '../../outline/text-headings.ts';

export type PageTopic =
  | 'mission'
  | 'tour'
  | 'about'
  | 'duties'
  | 'ai'
  | 'key'
  | 'journey'
  | 'asked'
  | 'shape'
  | 'effective'
  | 'boilerplate'
  | 'prose';

const topicHeadings: Readonly<Record<PageTopic, readonly string[]>> = {
  mission: ['purpose', 'role purpose', 'mission', 'the mission', 'our mission', 'role mission', 'core mission'],
  tour: ['tour of duty', 'your tour of duty', 'the tour of duty'],
  about: [
    'about this job family',
    'about the job family',
    'about this family',
    'about this role',
    'about the role',
    'about this job',
    'summary',
    'role summary',
  ],
  duties: [
    'what youll do',
    'what you will do',
    'what you do',
    'responsibilities',
    'key responsibilities',
    'core responsibilities',
    'your responsibilities',
    'accountable for',
    'what you own',
    'key duties',
  ],
  ai: ['ai as an accelerator', 'ai accelerators', 'accelerators'],
  key: [
    'the competencies that matter',
    'competencies that matter',
    'competencies that matter most',
    'the competencies that matter most',
    'key competencies',
    'core competencies',
  ],
  journey: [
    'your journey from here',
    'your journey',
    'the journey from here',
    'your way from here',
    'where you go from here',
    'next role',
    'next roles',
    'next step',
    'step up to',
  ],
  asked: [
    'competency requirements',
    'required competencies',
    'competencies',
    'competency levels',
    'capabilities',
    'required capabilities',
    'capability requirements',
  ],
  shape: ['competency shape', 'competency profile', 'competency radar', 'your shape', 'proficiency', 'proficiencies'],
  effective: ['effective date', 'effective', 'effective from'],
  boilerplate: [
    'see your match',
    'get started',
    'sign up',
    'create your account',
    'create your free account',
    'subscribe',
    'join now',
    'cookie settings',
    'share this page',
    'log in',
    'sign in',
  ],
  prose: ['your career record', 'intellectual property notice', 'copyright'],
};

const topicOfHeading = new Map(
  Object.entries(topicHeadings).flatMap(([topic, headings]) =>
    headings.map((heading) => [heading, topic as PageTopic] as const),
  ),
);

/** Headings on a line of their own, and those that may have their text after a colon. */
export const competencyPageHeadings: KnownHeadings = {
  lines: new Set(topicOfHeading.keys()),
  labels: new Set([
    ...topicHeadings.mission,
    ...topicHeadings.tour,
    ...topicHeadings.effective,
    ...topicHeadings.about,
    'next role',
    'next roles',
    'next step',
    'step up to',
  ]),
};

/** The topic a whole line names, with or without marks and number; undefined when it says more than that. */
export function pageTopicOf(line: string): PageTopic | undefined {
  const words = wordsOf(line.slice(0, 120)).trim();
  const known = topicOfHeading.get(words);
  if (known !== undefined) return known;
  const first = words.indexOf(' ');
  return /^\d{1,2}$/.test(words.slice(0, first)) ? topicOfHeading.get(words.slice(first + 1)) : undefined;
}

/** Short, with a figure: meant as a date. */
export function isDateLike(text: string): boolean {
  return text.length <= 40 && /\d/.test(text);
}
