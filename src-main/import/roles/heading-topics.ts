/** What a heading announces, by its words: the same section has another heading on every page. */
import { wordsOf } from '../outline/clean-text.ts';
import type { OutlineChapter } from '../outline/outline.ts';

export type HeadingTopic =
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
  | 'deliverables'
  | 'activities'
  | 'decisions'
  | 'stakeholders'
  | 'qualifications'
  | 'environment'
  | 'risks'
  | 'variants'
  | 'aiImpact'
  | 'accelerators'
  | 'hiring'
  | 'scorecard'
  | 'faq'
  /** Known, and kept as prose with all that stands beneath it. */
  | 'prose';

/** In order: the first row with a phrase that stands in the heading as whole words wins. */
const phrasesOfTopic: readonly (readonly [HeadingTopic, readonly string[]])[] = [
  ['faq', ['faq', 'faqs', 'frequently asked', 'common questions', 'questions people ask', 'questions and answers']],
  [
    'prose',
    [
      'scorecard summary',
      'role scorecard',
      'summary scorecard',
      'at a glance',
      'promotion',
      'salary',
      'compensation',
      'benefits',
      'perks',
      'how this role evolves',
    ],
  ],
  ['scorecard', ['scorecard', 'scoring rubric', 'evaluation rubric', 'assessment matrix']],
  [
    'hiring',
    [
      'hiring',
      'interview',
      'interviews',
      'interviewing',
      'candidate',
      'candidates',
      'assess',
      'assessment',
      'selection criteria',
      'evaluation criteria',
      'practical exercises',
      'case studies',
      'red flags',
      'how we choose',
    ],
  ],
  ['accelerators', ['ai as an accelerator', 'ai accelerators', 'ai accelerator', 'accelerators', 'accelerate with ai']],
  [
    'feeder',
    ['feeder', 'previous roles', 'entry roles', 'roles that lead here', 'where people come from', 'entry points'],
  ],
  ['lateral', ['lateral', 'adjacent', 'sideways', 'side moves', 'alternative paths', 'neighbouring roles']],
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
      'where people go next',
      'leads to',
    ],
  ],
  [
    'career',
    [
      'career path',
      'career paths',
      'career progression',
      'career',
      'progression',
      'growth path',
      'growth paths',
      'where this leads',
    ],
  ],
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
      'personal qualities',
      'how you work',
    ],
  ],
  [
    'kpis',
    [
      'kpi',
      'kpis',
      'metrics',
      'key performance indicators',
      'performance indicators',
      'measures of success',
      'success measures',
      'how success is measured',
      'how we measure success',
      'how performance is measured',
    ],
  ],
  [
    'tools',
    [
      'tools',
      'tooling',
      'toolbox',
      'toolset',
      'software and platforms',
      'tools and platforms',
      'tools and technologies',
      'software used',
    ],
  ],
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
      'technical know how',
      'technical knowledge',
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
      'what you will own',
      'key duties',
      'what youll do',
      'what you will do',
      'what you do',
      'what youll be doing',
      'what you will be doing',
      'your tasks',
      'key tasks',
    ],
  ],
  [
    'milestones',
    ['milestones', 'goals', 'objectives', 'first 90 days', '30 60 90', 'first year', 'ramp up', 'onboarding plan'],
  ],
  ['tourOfDuty', ['tour of duty']],
  ['mission', ['mission', 'role purpose', 'purpose of the role', 'purpose', 'why this role exists']],
  [
    'deliverables',
    [
      'deliverables',
      'deliverable',
      'outputs',
      'work products',
      'artefacts',
      'artifacts',
      'what you produce',
      'what you hand over',
      'what you deliver',
    ],
  ],
  [
    'decisions',
    ['decision', 'decisions', 'authority', 'decision making', 'what you decide', 'autonomy', 'approval rights'],
  ],
  ['aiImpact', ['ai impact', 'impact of ai', 'automation', 'ai automation', 'how ai changes']],
  [
    'activities',
    [
      'day to day',
      'activities',
      'daily work',
      'typical day',
      'typical week',
      'day in the life',
      'week in the life',
      'rhythm',
      'routines',
      'rituals',
      'ceremonies',
    ],
  ],
  [
    'environment',
    [
      'environment',
      'tech stack',
      'technology stack',
      'technical landscape',
      'technology landscape',
      'team topology',
      'working conditions',
    ],
  ],
  [
    'stakeholders',
    [
      'stakeholder',
      'stakeholders',
      'collaboration',
      'collaborators',
      'working relationships',
      'key relationships',
      'who you work with',
      'interactions',
      'interfaces',
      'escalation points',
    ],
  ],
  ['risks', ['risks', 'challenges', 'failure modes', 'pitfalls', 'anti patterns', 'antipatterns', 'what can go wrong']],
  ['variants', ['variants', 'variations', 'role differs', 'how it differs', 'how the role varies', 'by company size']],
  [
    'qualifications',
    [
      'qualifications',
      'qualification',
      'experience',
      'education',
      'certifications',
      'requirements',
      'background',
      'what you bring',
      'who you are',
    ],
  ],
  ['aiImpact', ['ai', 'artificial intelligence']],
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
      'the role in brief',
      'in a nutshell',
    ],
  ],
];

interface Phrase {
  readonly topic: HeadingTopic;
  readonly text: string;
  readonly words: number;
  /** The lower, the sooner it wins. */
  readonly order: number;
}

/** The phrases by their first word: a heading has few words, and there are many phrases. */
const phrasesByWord = new Map<string, Phrase[]>();
phrasesOfTopic.forEach(([topic, phrases], order) => {
  for (const phrase of phrases) {
    const words = phrase.split(' ');
    const first = words[0] ?? '';
    phrasesByWord.set(first, [
      ...(phrasesByWord.get(first) ?? []),
      { topic, text: ` ${phrase} `, words: words.length, order },
    ]);
  }
});

/** The phrases that stand in some words. */
function phrasesIn(words: string): Phrase[] {
  return words
    .split(' ')
    .flatMap((word) => phrasesByWord.get(word)?.filter((phrase) => words.includes(phrase.text)) ?? []);
}

/** The topic a heading names; undefined when its words say nothing known. */
export function topicOfHeading(heading: string): HeadingTopic | undefined {
  const found = phrasesIn(wordsOf(heading));
  return found.reduce<Phrase | undefined>(
    (best, phrase) => (best === undefined || phrase.order < best.order ? phrase : best),
    undefined,
  )?.topic;
}

/** Whether a heading is little more than the words of a known topic: “Key duties”, but not “Report the KPIs monthly”. */
export function isMainlyTopic(heading: string): boolean {
  const words = wordsOf(heading);
  const count = words.trim().split(' ').length;
  return phrasesIn(words).some((phrase) => count - phrase.words <= 1);
}

const linkTopics: ReadonlySet<HeadingTopic> = new Set(['feeder', 'next', 'lateral']);

/**
 * The topic of every chapter. What stands beneath a known heading belongs to it, whatever its own words say;
 * only a career chapter is told apart further, and skills into technical and soft ones.
 */
export function topicsOf(chapters: readonly OutlineChapter[]): readonly (HeadingTopic | undefined)[] {
  const above: { depth: number; topic: HeadingTopic | undefined }[] = [];
  return chapters.map((chapter) => {
    while ((above.at(-1)?.depth ?? 0) >= chapter.depth) above.pop();
    const parent = above.at(-1)?.topic;
    const own = topicOfHeading(chapter.heading);
    let topic = parent ?? own;
    // An overview with a chapter for each part of the role is not all summary.
    if (parent === 'summary') topic = own ?? parent;
    else if (parent === 'career') topic = own !== undefined && linkTopics.has(own) ? own : 'prose';
    else if (parent === 'skills' && (own === 'softSkills' || own === 'tools')) topic = own;
    else if (parent === 'hiring' && own === 'scorecard') topic = own;
    else if (parent === 'qualifications' && own === 'skills') topic = own;
    above.push({ depth: chapter.depth, topic });
    return topic;
  });
}
