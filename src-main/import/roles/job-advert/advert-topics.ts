/** The headings of job advertisements, in the words that employers use. */
import { wordsOf } from '../../outline/clean-text.ts';
import { splitHeading } from '../../outline/heading.ts';
import type { KnownHeadings } from '../../outline/text-headings.ts';
import { saysNotNeeded } from './negation.ts';

export type AdvertTopic =
  | 'duties'
  | 'must'
  | 'profile'
  | 'nice'
  | 'unneeded'
  | 'stack'
  | 'benefits'
  | 'apply'
  | 'company'
  | 'role';

/** In order: the first topic with a phrase in the heading wins. `must` says that it is required, `profile` only describes. */
const englishPhrases: readonly (readonly [AdvertTopic, string])[] = [
  [
    'nice',
    'nice to have|nice to haves|nice if you have|preferred qualifications|preferred skills|preferred experience|preferred requirements|preferred|bonus points|bonus|good to have|desirable|desired skills|desired qualifications|pluses|a plus|plus points|advantageous|would be great|even better if|extra credit|optional skills|brownie points|bonus skills|additional skills|desirable criteria|desirable skills|desirable requirements|desirable experience|preferable|added advantage|good to haves|nice extras|helpful but not required|not required but|preferred but not required|would be a bonus|extra points|it would be nice|optional requirements|what would be nice|advantages',
  ],
  [
    'benefits',
    'benefits|what we offer|we offer|our offer|perks|why join us|why join|why us|why work with us|what youll get|what you get|what you will get|compensation|salary and benefits|package|whats in it for you|what is in it for you|what you can expect from us|what you can expect|why youll love|why you will love|what we can offer|in return|rewards|pay and benefits|life at|working at|what we provide|we provide|why work for us|whats on offer|what is on offer|goodies|remuneration|what we give you|your benefits|what awaits you|why choose us|reasons to join|employee benefits',
  ],
  [
    'apply',
    'how to apply|apply now|apply|application process|interview process|hiring process|our process|contact|recruitment process|selection process',
  ],
  [
    'role',
    'the role|about the role|about the job|about this role|about this position|the opportunity|job summary|position summary|job description|role overview|the position|summary|overview',
  ],
  [
    'stack',
    'tech stack|our stack|technology stack|technologies|technologies we use|tools we use|our tech stack|our technologies',
  ],
  [
    'must',
    'person specification|person spec|selection criteria|key criteria|job requirements|minimum requirements|must have skills|the must haves|non negotiables|skills required|experience required|qualifications required|what is required|whats required|technical requirements|candidate requirements|basic qualifications|required qualifications|required skills|required experience|requirements|must have|must haves|essential skills|essential criteria|essential|you must have|mandatory|key requirements|what we require|required',
  ],
  [
    'duties',
    'responsibilities|what youll do|what you will do|what you do|what youll be doing|what you will be doing|your tasks|tasks|key tasks|your responsibilities|duties|in this role you will|you will|your role|your mission|your impact|how youll make an impact|day to day|key accountabilities|accountabilities|what youll own|what youll work on|the work|your day',
  ],
  [
    'profile',
    'key skills|core skills|technical skills|key competencies|core competencies|the ideal candidate|our ideal candidate|the perfect candidate|the successful candidate|successful candidate|the right candidate|right candidate|knowledge and skills|knowledge skills and abilities|skills and knowledge|skills and abilities|skills and qualifications|what makes you a great fit|what makes you a fit|what makes a great candidate|you bring|you will bring|youll bring|youll have|you will have|youll need|what you have|about the candidate|the candidate|what it takes|what youll need to succeed|your strengths|your toolkit|your skillset|skillset|skill set|who should apply|person profile|professional experience|what youll bring|what you will bring|what we expect|your profile|candidate profile|about you|who you are|what were looking for|what we are looking for|were looking for|we are looking for|good fit|great fit|perfect fit|fit if you|who were looking for|skills and experience|experience and skills|your skills|skills|qualifications|your qualifications|you have|you will need|what you need|what youll need|your background|ideal candidate|your experience|experience',
  ],
  [
    'company',
    'about us|about the company|about our company|who we are|our company|the company|our mission|our values|about the team|the team|our team|equal opportunity|equal opportunities|diversity|our commitment|legal|privacy|what we do|company description|equal employment opportunity',
  ],
];

/** The same in German and French, looked for where no English words fit. */
const foreignPhrases: readonly (readonly [AdvertTopic, string])[] = [
  [
    'nice',
    'wünschenswert|von vorteil|idealerweise|pluspunkte|das wäre toll|gern gesehen|un plus|serait un plus|seraient un plus|les plus|vos plus|atouts|souhaité|souhaitable|apprécié',
  ],
  [
    'benefits',
    'wir bieten|wir bieten ihnen|wir bieten dir|das bieten wir|was wir bieten|unser angebot|ihre vorteile|deine vorteile|unsere leistungen|avantages|vos avantages|nos avantages|nous offrons|nous vous offrons|ce que nous offrons|notre offre',
  ],
  [
    'apply',
    'bewerbung|ihre bewerbung|deine bewerbung|jetzt bewerben|so bewerben sie sich|kontakt|postuler|comment postuler|pour postuler|candidature|votre candidature',
  ],
  ['role', 'die stelle|die position|stellenbeschreibung|ihre rolle|deine rolle|le poste|description du poste'],
  [
    'must',
    'anforderungen|ihre anforderungen|anforderungsprofil|voraussetzungen|erforderlich|exigences|prérequis|compétences requises|compétences exigées',
  ],
  [
    'duties',
    'aufgaben|ihre aufgaben|deine aufgaben|aufgabengebiet|ihr aufgabengebiet|aufgabenbereich|tätigkeiten|ihre tätigkeiten|deine tätigkeiten|das erwartet sie|das erwartet dich|missions|vos missions|tes missions|missions principales|responsabilités|vos responsabilités|vos tâches|tâches',
  ],
  [
    'profile',
    'profil|ihr profil|dein profil|das bringen sie mit|das bringst du mit|was sie mitbringen|was du mitbringst|ihre qualifikationen|ihre qualifikation|qualifikationen|qualifikation|profil recherché|votre profil|ton profil|le profil|profil souhaité|vos compétences|compétences',
  ],
  [
    'company',
    'über uns|wer wir sind|das unternehmen|unser unternehmen|qui sommes nous|à propos|à propos de nous|lentreprise|notre entreprise',
  ],
];

const topicPhrases = [...englishPhrases, ...foreignPhrases].map(
  ([topic, list]) => [topic, list.split('|').map((phrase) => ` ${phrase} `)] as const,
);
const longestHeading = 80;

/** The topic of a heading; undefined when it is none of an advertisement. */
export function advertTopicOf(heading: string): AdvertTopic | undefined {
  if (heading.length > longestHeading) return undefined;
  const { heading: name, qualifier } = splitHeading(withoutNumber(heading));
  const bracket = qualifier === undefined ? undefined : topicOfWords(wordsOf(qualifier));
  if (bracket === 'nice') return bracket;
  if (isUnneeded(heading)) return 'unneeded';
  const own = topicOfWords(wordsOf(name));
  return bracket === 'must' && own === 'profile' ? bracket : (own ?? topicOfWords(wordsOf(heading)));
}

/** What numbers a heading beyond figures: “B.”, “IV)”, “Section 2:”, a sign. */
const withoutNumber = (heading: string): string =>
  heading
    .trim()
    .replace(/^[^\p{L}\p{N}(§]+/u, '')
    .replace(
      /^(?:(?:section|part|chapter|teil|abschnitt|partie) )?(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[A-Za-z])[.):]\s*(?=\p{L}{2})/iu,
      '',
    );

/** “Not required”, “What you don’t need”, but not “Preferred but not required”. */
const isUnneeded = (heading: string): boolean =>
  saysNotNeeded(heading) && !/ (?:but|aber|mais|pero|mas|helpful|preferred|nice|plus|bonus) /.test(wordsOf(heading));

function topicOfWords(words: string): AdvertTopic | undefined {
  const exact = topicPhrases.find(([, phrases]) => phrases.includes(words));
  if (exact !== undefined) return exact[0];
  const count = words.trim().split(' ').length;
  const found = topicPhrases.find(([, phrases]) =>
    phrases.some((phrase) => words.includes(phrase) && count - (phrase.split(' ').length - 2) <= 6),
  );
  return found?.[0] ?? (/^ about \S/.test(words) && count <= 5 ? 'company' : undefined);
}

const headings = topicPhrases.flatMap(([, phrases]) => phrases.map((phrase) => phrase.trim()));
/** Words too plain to be a heading wherever they stand. */
const plainHeadings = new Set([
  'experience',
  'skills',
  'tasks',
  'preferred',
  'required',
  'you will',
  'you have',
  'optional skills',
  'contact',
  'summary',
  'overview',
  'package',
  'legal',
  'privacy',
  'essential',
  'bonus',
  'profil',
  'missions',
  'kontakt',
  'erforderlich',
  'apprécié',
  'souhaité',
]);

/** For the outline of a text that is read as an advertisement. */
export const advertHeadings: KnownHeadings = {
  isHeading: (line) => advertTopicOf(line) !== undefined,
  isNumbered: (line) => {
    const own = withoutNumber(line);
    if (own === line || line.length > longestHeading) return false;
    return advertHeadings.labels.has(wordsOf(splitHeading(own).heading).trim());
  },
  lines: new Set(headings),
  labels: new Set(headings.filter((heading) => !plainHeadings.has(heading))),
};

/** Where a sentence of a line begins with a heading of an advertisement and a colon: “Requirements: …”. */
export function labelledSentences(
  line: string,
): { readonly from: number; readonly label: string; readonly length: number }[] {
  if (line.length > 5_000 || !line.includes(':')) return [];
  const places: { from: number; label: string; length: number }[] = [];
  let from = 0;
  for (const sentence of line.split(/(?<=[.!?;]) /)) {
    const colon = sentence.slice(0, 50).indexOf(':');
    const label = colon > 0 ? sentence.slice(0, colon).replaceAll('*', '').trim() : '';
    if (label !== '' && advertHeadings.labels.has(wordsOf(label).trim()))
      places.push({ from, label, length: colon + 1 });
    from += sentence.length + 1;
  }
  return places;
}

/** Topics of a blueprint that no advertisement has. */
const blueprintPattern =
  / (?:kpis?|milestones|deliverables|decision rights|role variants|failure modes|feeder roles|soft skills|career path|role mission|scorecard|stakeholders|day to day activities|hiring evaluation) /;

/** Whether the lines have the headings of an advertisement and not those of a whole role document. */
export function isJobAdvert(lines: readonly string[]): boolean {
  const found = new Set<AdvertTopic>();
  let ofBlueprint = 0;
  let labels = 0;
  for (const line of lines.slice(0, 3_000)) {
    const text = line.trim();
    if (text === '' || text.length > 120) continue;
    const heading = text.replaceAll('*', '').replaceAll('#', '').trim();
    const words = wordsOf(withoutNumber(splitHeading(heading.replace(/:$/, '')).heading));
    const isLine = heading.length <= longestHeading && !/[.;,]$/.test(heading) && !/^[-•]/.test(heading);
    if (isLine && words.split(' ').length <= 9) {
      if (blueprintPattern.test(words)) ofBlueprint += 1;
      const topic = advertTopicOf(heading.endsWith(':') ? heading.slice(0, -1) : heading);
      if (topic !== undefined && (heading.endsWith(':') || advertHeadings.lines.has(words.trim()) || text !== heading))
        found.add(topic);
    }
    const colon = heading.slice(0, 40).indexOf(':');
    if (colon > 0 && advertLabels.has(wordsOf(heading.slice(0, colon)).trim())) labels += 1;
  }
  for (const line of lines.slice(0, 3_000))
    for (const { label } of labelledSentences(line)) found.add(advertTopicOf(label) ?? 'role');
  if (ofBlueprint >= 2) return false;
  const asks = found.has('must') || found.has('nice') || found.has('profile');
  const offers = found.has('benefits') || found.has('apply') || found.has('company') || labels >= 2;
  return asks && (found.has('duties') || offers) && (offers || found.has('must') || found.has('nice'));
}

/** Labels of an advertisement's head, and the field or fact each states. */
export const advertLabels: ReadonlyMap<string, string> = new Map(
  [
    ['Company', 'company|employer|organisation|organization|company name|hiring organization|client'],
    ['Location', 'location|place|office|job location|work location|workplace|where|city|office location'],
    ['Pay', 'salary|pay|salary range|pay range|compensation|base salary|rate|day rate|wage|remuneration'],
    ['Employment type', 'employment type|job type|type|contract|contract type|working hours|hours|schedule|employment'],
    ['Remote', 'remote|remote policy|work model|working model'],
    ['Start', 'start|start date|starting|starting date'],
    ['Apply by', 'deadline|apply by|closing date|application deadline'],
    ['Posted', 'posted|date posted|posted on'],
    ['Reference', 'job id|reference|ref|requisition id|job reference|req id'],
    ['Reports to', 'reports to|reporting to|line manager'],
    ['Department', 'department|team|division|function'],
    ['Seniority', 'seniority|level|seniority level|experience level|career level'],
    ['Industry', 'industry|sector'],
    ['Travel', 'travel'],
    ['Languages', 'languages|language'],
  ].flatMap(([name = '', list = '']) => list.split('|').map((label) => [label, name] as const)),
);
