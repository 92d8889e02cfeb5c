/** One invented role document, written out in the shapes such documents come in. */

export const plainTitles = {
  summary: 'Role Summary',
  mission: 'Role Mission',
  duties: 'Core Responsibilities',
  activities: 'Day-to-Day Activities',
  deliverables: 'Key Deliverables',
  goals: 'Goals, Objectives, and Milestones',
  kpis: 'KPIs and Productivity Metrics',
  skills: 'Technical Skills Required',
  soft: 'Soft Skills and Behavioral Capabilities',
  tools: 'Tools, Platforms, and Software',
  environment: 'Typical Tech Stack / Environment',
  stakeholders: 'Stakeholders and Collaboration Map',
  decisions: 'Decision Rights and Scope of Authority',
  qualifications: 'Required Experience and Qualifications',
  career: 'Career Path and Progression',
  risks: 'Risks, Challenges, and Failure Modes',
  variants: 'Role Variants',
  ai: 'AI / Automation Impact on the Role',
  hiring: 'Hiring Evaluation Criteria',
  scorecard: 'Scorecard dimensions',
  faq: 'Frequently Asked Questions',
};

export type Titles = Readonly<typeof plainTitles>;

export const otherTitles: Titles = {
  summary: 'The role in brief',
  mission: 'Why this role exists',
  duties: 'What you will own',
  activities: 'A typical week',
  deliverables: 'What you hand over',
  goals: 'Objectives for the first year',
  kpis: 'How we measure success',
  skills: 'Technical know-how',
  soft: 'People skills',
  tools: 'Toolbox',
  environment: 'Technology landscape',
  stakeholders: 'Who you work with',
  decisions: 'What you decide',
  qualifications: 'Education and background',
  career: 'Where this leads',
  risks: 'Pitfalls',
  variants: 'How the role varies',
  ai: 'How AI changes the work',
  hiring: 'How we interview',
  scorecard: 'Scoring rubric',
  faq: 'Common questions',
};

export const roleTitle = 'Tram Signal Engineer';

/** What every shape of the document holds. */
export const countsOfRole = {
  responsibilities: 7,
  skills: 6,
  softSkills: 3,
  kpis: 4,
  tools: 5,
  milestones: 5,
  deliverables: 4,
  decisionRights: 4,
  scorecard: 4,
  links: 5,
  faqs: 2,
};

/** Items besides those that have a count. */
export const itemCounts = {
  activity: 4,
  environment: 3,
  stakeholder: 4,
  qualification: 4,
  risk: 4,
  variant: 3,
  aiImpact: 3,
  hiring: 5,
};

const summary =
  'A Tram Signal Engineer keeps the signals of a city’s tramway safe and on time, and changes them without stopping a line.';
const mission = 'Let every tram leave its stop on green, and never two trams onto one track.';

const dutyRows = [
  [
    'Strategic responsibilities',
    ['Plan the renewal', 'of interlockings over five years'],
    ['Set the rules', 'for temporary signals'],
  ],
  [
    'Operational responsibilities',
    ['Answer the fault line', 'within ten minutes'],
    ['Walk the line', 'twice a month with the drivers'],
    ['Release a crossing', 'only after a test with two trams'],
  ],
  ['Leadership responsibilities', ['Teach one apprentice', 'a season'], ['Chair the review', 'of every near miss']],
] as const;

const itemGroups = {
  activities: [
    ['Daily activities', 'Read the night log before the first tram', 'Test the lamps of one junction'],
    ['Monthly activities', 'Compare cycle times with the timetable', 'Drive a shift beside a driver'],
  ],
  deliverables: [
    ['Documents', 'Signal plans of each junction', 'Test records signed by two people'],
    ['Systems', 'Controller software for the depot', 'A map of detectors'],
  ],
  environment: [
    [
      'Infrastructure environment',
      'Relay rooms older than the city’s phones',
      'Radio to every vehicle',
      'Two depots with test tracks',
    ],
  ],
  stakeholders: [
    ['Internal stakeholders', 'Drivers: tell what they see', 'Depot foremen: lend the crane'],
    ['External stakeholders', 'City traffic office: owns the road lights', 'Fire brigade: needs green on call'],
  ],
  decisions: [
    ['Decides alone', 'Order of repairs within a week', 'Lamp types of the approved list'],
    ['Needs approval', 'Closing a line by day', 'Changing an interlocking'],
  ],
  qualifications: [
    ['Education', 'Degree or apprenticeship in signalling', 'Licence to work beside live track'],
    ['Years', '3–5 years with relays or controllers', 'One winter on call'],
  ],
  risks: [
    ['Common challenges', 'Cables that no plan shows', 'Roadworks announced on the day'],
    ['Anti-patterns', 'Bridging a relay and forgetting it', 'Testing with the tram that is there'],
  ],
  variants: [
    [
      'By size of the network',
      'Small town: the engineer also drives the crane',
      'Large city: one interlocking fills the year',
      'Heritage line: volunteers hold the flags',
    ],
  ],
  ai: [
    ['Tasks that can be automated', 'Sorting the night log', 'Counting cycles on video'],
    ['Tasks that remain human', 'Releasing a crossing'],
  ],
  hiring: [
    ['What to assess', 'Reads a circuit aloud', 'Says no with reasons'],
    ['Strong signals', 'Asks where the plans are kept', 'Has stood in the rain for it'],
    ['Red flags', 'Trusts a lamp without testing'],
  ],
} as const;

const goalRows = [
  ['30-day goals', 'Know every junction by its number', 'Pass the track safety test'],
  ['6-month milestones', 'Run a weekend closure', 'Cut false reds by a tenth'],
  ['Long-term impact', 'No relay older than the engineer'],
] as const;

const kpiHead = ['Metric name', 'What it measures', 'Why it matters', 'Example target', 'Frequency'];
const kpiRows = [
  ['False red rate', 'Signals red without cause', 'Drivers stop believing them', '< 2% of cycles', 'Weekly'],
  [
    'Time to green',
    'Minutes from fault to release',
    'Passengers wait in the cold',
    'Median under 40 minutes',
    'Monthly',
  ],
  ['Test coverage', 'Junctions tested this season', 'Untested lamps fail in fog', '100% each season', 'Quarterly'],
  ['Closure overrun', 'Hours beyond the plan', 'Buses cost more than trams', 'None above 30 minutes', 'Per closure'],
];

const skillRows = [
  [
    'Must-have technical skills',
    ['Relay circuits', 'Critical', 'Reading and drawing relay logic.'],
    ['Controller programming', 'Important', 'Ladder logic for junction controllers.'],
    ['Cable testing', 'Critical', 'Finding a break to the metre.'],
  ],
  [
    'Good-to-have technical skills',
    ['Radio networks', 'Optional', 'Coverage along a line.'],
    ['Traffic simulation', 'Important', 'Trying a plan before the paint.'],
  ],
  [
    'Advanced technical skills',
    ['Formal verification', 'Optional (where the regulator asks for it)', 'Proving an interlocking.'],
  ],
] as const;

const softSkillRows = [
  ['Calm on the radio', 'Panic spreads by voice.'],
  ['Plain writing', 'A plan is read at night.'],
  ['Patience with roadworks', 'They will come again.'],
] as const;

const toolHead = ['Category', 'Tool', 'Primary use', 'Adoption'];
const toolRows = [
  ['Design', 'SignalCAD', 'Drawing junction plans', 'Common'],
  ['Testing', 'Fluke 1660', 'Measuring insulation', 'Common'],
  ['Testing', 'LampBench', 'Burning in lamps', 'Optional'],
  ['Monitoring', 'TramWatch / NightLog', 'Following faults', 'Common'],
  ['Collaboration', 'Depot board', 'Sharing closures', 'Context-specific'],
];

const linkRows = [
  ['Common feeder roles', 'Signal Technician', 'Electrical Apprentice'],
  ['Next likely roles', 'Senior Tram Signal Engineer', 'Network Control Manager'],
  ['Adjacent career paths', 'Railway Signal Engineer'],
] as const;

const scoreHead = ['Dimension', 'What meets the bar looks like', 'Weight'];
const scoreRows = [
  ['Circuit reading', 'Finds the fault on paper', '40%'],
  ['Safety judgement', 'Stops the line when in doubt', '30%'],
  ['Communication', 'Explains a closure to a driver', '20%'],
  ['Curiosity', 'Asks for the old plans', '10%'],
];

const faqRows = [
  ['Is night work part of it?', 'Yes, one week in four.'],
  ['Do signal engineers drive trams?', 'Only on the test track, with a licence.'],
] as const;

type Section =
  | { readonly kind: 'prose'; readonly title: string; readonly text: string }
  | { readonly kind: 'lists'; readonly title: string; readonly groups: readonly (readonly [string, ...string[]])[] }
  | { readonly kind: 'duties'; readonly title: string }
  | { readonly kind: 'skills'; readonly title: string }
  | { readonly kind: 'soft'; readonly title: string }
  | { readonly kind: 'faq'; readonly title: string }
  | {
      readonly kind: 'table';
      readonly title: string;
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
    };

function sections(titles: Titles): Section[] {
  const lists = (title: string, groups: readonly (readonly string[])[]): Section => ({
    kind: 'lists',
    title,
    groups: groups as readonly (readonly [string, ...string[]])[],
  });
  return [
    { kind: 'prose', title: titles.summary, text: summary },
    { kind: 'prose', title: titles.mission, text: mission },
    { kind: 'duties', title: titles.duties },
    lists(titles.activities, itemGroups.activities),
    lists(titles.deliverables, itemGroups.deliverables),
    lists(titles.goals, goalRows),
    { kind: 'table', title: titles.kpis, head: kpiHead, rows: kpiRows },
    { kind: 'skills', title: titles.skills },
    { kind: 'soft', title: titles.soft },
    { kind: 'table', title: titles.tools, head: toolHead, rows: toolRows },
    lists(titles.environment, itemGroups.environment),
    lists(titles.stakeholders, itemGroups.stakeholders),
    lists(titles.decisions, itemGroups.decisions),
    lists(titles.qualifications, itemGroups.qualifications),
    lists(titles.career, linkRows),
    lists(titles.risks, itemGroups.risks),
    lists(titles.variants, itemGroups.variants),
    lists(titles.ai, itemGroups.ai),
    lists(titles.hiring, itemGroups.hiring),
    { kind: 'table', title: titles.scorecard, head: scoreHead, rows: scoreRows },
    { kind: 'faq', title: titles.faq },
  ];
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export interface HtmlShape {
  readonly titles: Titles;
  readonly top: number;
  readonly isNumbered?: boolean;
  /** Lists as lines that begin with dashes inside one paragraph. */
  readonly hasFakeLists?: boolean;
}

/** The document as the HTML of a post. */
export function asHtml({ titles, top, isNumbered = false, hasFakeLists = false }: HtmlShape): string {
  const h = (text: string, below = 0) =>
    `<h${top + below} class="wp-block-heading">${escaped(text)}</h${top + below}>\n`;
  const list = (items: readonly string[]) =>
    hasFakeLists
      ? `<p>${items.map((item) => `&#8211; ${escaped(item)}`).join('<br/>\n')}</p>\n`
      : `<ul class="wp-block-list">\n${items.map((item) => `<li>${escaped(item)}</li>\n`).join('')}</ul>\n`;
  let number = 1;
  const duties = dutyRows.map(([group, ...rows]) => {
    const items = rows.map(([lead, text]) => `<li><strong>${escaped(lead)}</strong> ${escaped(text)}</li>`).join('');
    const html = `${h(group, 1)}<ol class="wp-block-list" start="${number}">${items}</ol>\n`;
    number += rows.length;
    return html;
  });
  const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
    `<figure class="wp-block-table"><table><thead><tr>${head.map((cell) => `<th>${escaped(cell)}</th>`).join('')}</tr></thead><tbody>${rows.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`).join('')}</tbody></table></figure>\n`;
  const skills = skillRows.map(
    ([tier, ...rows]) =>
      `${h(tier, 1)}<ol>${rows.map(([name, importance, text]) => `<li><p><strong>${name}</strong><br/>&#8211; <strong>Description:</strong> ${text}<br/>&#8211; <strong>Importance:</strong> ${importance}</p></li>`).join('')}</ol>\n`,
  );
  const soft = `<ol>${softSkillRows.map(([name, why]) => `<li><p><strong>${name}</strong><br/>&#8211; <strong>Why it matters:</strong> ${why}</p></li>`).join('')}</ol>\n`;
  const faq = faqRows.map(([question, answer]) => `${h(question, 1)}<p>${answer}</p>\n`);
  return sections(titles)
    .map((section, index) => {
      const title = h(isNumbered ? `${index + 1}) ${section.title}` : section.title);
      if (section.kind === 'prose') return `${title}<p>${section.text}</p>\n<hr/>\n`;
      if (section.kind === 'duties')
        return `${title}<blockquote><p>Scope note: one network.</p></blockquote>\n${duties.join('')}`;
      if (section.kind === 'skills') return title + skills.join('');
      if (section.kind === 'soft') return title + soft;
      if (section.kind === 'faq') return title + faq.join('');
      if (section.kind === 'table') return title + table(section.head, section.rows);
      return title + section.groups.map(([group, ...items]) => h(group, 1) + list(items)).join('');
    })
    .join('');
}

export interface TextShape {
  readonly titles: Titles;
  readonly title: (text: string, index: number) => string;
  readonly group: (text: string) => string;
  readonly bullet: string;
  readonly row: (cells: readonly string[], index: number) => string;
  readonly bold: (text: string) => string;
}

/** The document as lines of text. */
export function asText({ titles, title, group, bullet, row, bold }: TextShape): string {
  const list = (items: readonly string[]) => items.map((item) => `${bullet} ${item}`).join('\n');
  let number = 0;
  const parts = sections(titles).map((section, index) => {
    const head = `${title(section.title, index)}\n`;
    if (section.kind === 'prose') return `${head}\n${section.text}`;
    if (section.kind === 'duties') {
      const groups = dutyRows.map(([name, ...rows]) => {
        const lines = rows.map(([lead, text]) => {
          number += 1;
          return `${number}. ${bold(lead)} ${text}`;
        });
        return `${group(name)}\n\n${lines.join('\n')}`;
      });
      return `${head}\n${groups.join('\n\n')}`;
    }
    if (section.kind === 'skills') {
      const tiers = skillRows.map(
        ([tier, ...rows]) =>
          `${group(tier)}\n\n${rows.map(([name, importance, text], place) => `  ${place + 1}. ${bold(name)} (${importance})\n    Description: ${text}`).join('\n\n')}`,
      );
      return `${head}\n${tiers.join('\n\n')}`;
    }
    if (section.kind === 'soft')
      return `${head}\n${softSkillRows.map(([name, why], place) => `  ${place + 1}. ${bold(name)}\n    Why it matters: ${why}`).join('\n\n')}`;
    if (section.kind === 'faq')
      return `${head}\n${faqRows.map(([question, answer]) => `${question}\n${answer}`).join('\n\n')}`;
    if (section.kind === 'table') return `${head}\n${[section.head, ...section.rows].map(row).join('\n')}`;
    return `${head}\n${section.groups.map(([name, ...items]) => `${group(name)}\n\n${list(items)}`).join('\n\n')}`;
  });
  return parts.join('\n\n');
}

/** Markdown, with tables between bars. */
export const asMarkdown = (titles: Titles): string =>
  `# ${roleTitle}\n\n${asText({
    titles,
    title: (text) => `## ${text}`,
    group: (text) => `### ${text}`,
    bullet: '-',
    bold: (text) => `**${text}**`,
    row: (cells, index) => `| ${cells.join(' | ')} |${index === 0 ? `\n|${cells.map(() => '---').join('|')}|` : ''}`,
  })}\n`;

/** The text of a page as a browser hands it over: numbers, bullets, tables with tabs or with nothing between their cells. */
export const asPageText = (titles: Titles, between: '\t' | ' '): string =>
  `${roleTitle}: Role Blueprint, Responsibilities, Skills, KPIs, and Career Path\n\n${asText({
    titles,
    title: (text, index) => `${index + 1}) ${text}`,
    group: (text) => text,
    bullet: '  •',
    bold: (text) => text,
    row: (cells) => cells.join(between),
  })}\n`;
