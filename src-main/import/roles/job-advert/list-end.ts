/** Where the list of what an advertisement asks comes to its end, although no heading that is known says so. */
import { wordsOf } from '../../outline/clean-text.ts';
import { type Item, isParagraph, type OutlineChapter, type Part, textOf, wordsOfItem } from '../../outline/outline.ts';
import type { Notices } from '../notices.ts';
import { asLine } from '../role-reading.ts';
import { advertTopicOf } from './advert-topics.ts';

export interface AskedEntries {
  readonly items: readonly Item[];
  /** Entries that are none of what is asked, with what they stand under. */
  readonly left: readonly { readonly heading: string; readonly items: readonly Item[] }[];
  /** Paragraphs between the lists. */
  readonly prose: readonly { readonly text: string; readonly line: number }[];
}

/** What an employer gives, at the start or as the whole of an entry. */
const perkPattern =
  / (?:free (?:lunch|lunches|drinks|food|fruit|coffee|snacks|parking|meals|breakfast)|gym|(?:paid |annual |unlimited |parental |sick )(?:leave|holiday|holidays|vacation|time off)|days (?:of )?(?:paid )?(?:holiday|holidays|vacation|annual leave|leave|pto)|pto|pension|pension scheme|401k|stock options|share options|equity|health insurance|dental|private healthcare|life assurance|medical cover|bonus scheme|annual bonus|company car|bike to work|cycle to work|job ticket|jobticket|home office (?:budget|allowance)|training budget|learning budget|education budget|flexible (?:hours|working|working hours)|remote work|hybrid working|work from home|team events|offsites|company events|table tennis|fruit basket|discounts|employee discount|competitive (?:salary|pay|package)|season ticket|relocation (?:support|package)|laptop of your choice|macbook|tage urlaub|urlaubstage|obstkorb|betriebliche altersvorsorge|flexible arbeitszeiten|firmenwagen|kostenlose|mitarbeiterrabatte|tickets? restaurants?|mutuelle|télétravail|jours de congés|rtt|seguro médico|vacaciones|vale refeição|plano de saúde) /;
const workWordsPattern =
  / (?:experience|knowledge|skills|ability|expertise|understanding|proficiency|erfahrung|kenntnisse|expérience|experiencia) /;

/** Whether an entry names what an employer gives. */
export function isPerk(line: string): boolean {
  const words = wordsOf(line.slice(0, 300));
  return perkPattern.test(words) && !workWordsPattern.test(words);
}

/** Words of a line above a list that has the list ask for something. */
const askingPattern =
  / (?:skills?|experiences?|knowledge|technical|technolog(?:y|ies)|tech|languages?|education|qualifications?|requirements?|required|must|tools?|tooling|stack|soft|hard|personal|abilit(?:y|ies)|expertise|competenc(?:e|es|y|ies)|background|certificat(?:e|es|ions?)|degrees?|attributes|qualities|strengths|also|plus|additional|bonus|nice|preferred|ideally|essential|desirable|you have|you bring|you are|kenntnisse|fähigkeiten|erfahrung|erfahrungen|sprachen|connaissances|expérience|compétences|langues|formation|conocimientos|idiomas|conhecimentos|habilidades) /;
const givingTopics = new Set(['benefits', 'apply', 'company', 'duties', 'role']);

/** The entries of a chapter that ask, and those that only stand below them. */
export function askedEntries(
  chapter: OutlineChapter,
  itemsOf: (parts: readonly Part[]) => readonly Item[],
  hasSubject: (line: string) => boolean,
): AskedEntries {
  const { parts } = chapter;
  const firstList = parts.findIndex((part) => part.kind === 'list');
  if (firstList === -1) return { ...withoutPerks(itemsOf(parts), chapter.heading), prose: [] };
  const items: Item[] = [];
  const left: { heading: string; items: readonly Item[] }[] = [];
  const prose: { text: string; line: number }[] = [];
  let under: string | null = null;
  for (const [at, part] of parts.entries()) {
    if (part.kind === 'list') {
      if (under === null) items.push(...part.items);
      else left.push({ heading: under, items: part.items });
      continue;
    }
    const next = parts[at + 1];
    if (at < firstList || !isParagraph(part)) continue;
    const text = textOf(part.inlines).trim();
    if (next?.kind === 'list' && isHeadingLike(text)) under = asksFor(text, next.items, hasSubject) ? null : text;
    else prose.push({ text, line: part.line });
  }
  const own = withoutPerks(items, chapter.heading);
  return { items: own.items, left: [...own.left, ...left], prose };
}

const isHeadingLike = (text: string): boolean => text.length <= 80 && !/[.;,!]$/.test(text) && !text.includes('\n');

function asksFor(heading: string, items: readonly Item[], hasSubject: (line: string) => boolean): boolean {
  const topic = advertTopicOf(heading.replace(/:$/, ''));
  if (topic !== undefined) return !givingTopics.has(topic);
  const lines = items.map(wordsOfItem);
  if (lines.some(isPerk)) return false;
  return askingPattern.test(wordsOf(heading)) || lines.some(hasSubject);
}

/** Perks at the end of a list: two or more, or all there is. */
export function withoutPerks(items: readonly Item[], heading: string): Omit<AskedEntries, 'prose'> {
  const perks = items.map((item) => isPerk(wordsOfItem(item)));
  const first = perks.indexOf(true);
  const count = perks.filter(Boolean).length;
  const isTail = first !== -1 && count >= 2 && count * 2 > items.length - first;
  if (!isTail) return { items, left: [] };
  return { items: items.slice(0, first), left: [{ heading, items: items.slice(first) }] };
}

/** Says which entries below a list of what is asked are none of it. */
export function noteLeft(notices: Notices, left: AskedEntries['left']): void {
  for (const { heading, items } of left) {
    const words = items.map((item) => asLine(wordsOfItem(item))).join(' · ');
    const message = `Not read as asked, under “${asLine(heading).slice(0, 100)}”: ${words}`;
    notices.add('KEPT', message, items[0]?.line, 'It stays in the text of the role.');
  }
}
