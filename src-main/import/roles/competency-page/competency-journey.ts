/** The way from a role, as a competency page tells it: next role, sideways, and what changes on the way up. */
import type { RoleContent } from '../../../../shared/api/role-content.ts';
import { wordsOf } from '../../outline/clean-text.ts';
import { itemMark } from '../../outline/text-marks.ts';
import { asLine, asProse, type ChapterLines, type RoleReading } from '../role-reading.ts';

type Link = RoleContent['links'][number];

const arrows = ['→', '➔', '➜', '⟶', '->', '=>'];
const openingQuotes = '"“„«';
const closingQuotes = '"”“»';

/** What follows an arrow at the start of a line; null without one. */
function afterArrow(text: string): string | null {
  const arrow = arrows.find((sign) => text.startsWith(sign));
  return arrow === undefined ? null : text.slice(arrow.length).trim();
}

/** Splits at an arrow within a line: `writing code → designing systems`. */
function splitArrow(text: string): { from: string; to: string } | null {
  for (const arrow of arrows) {
    const place = text.indexOf(arrow);
    if (place > 0) return { from: text.slice(0, place).trim(), to: text.slice(place + arrow.length).trim() };
  }
  return null;
}

/** A quotation at the end of a line. */
function splitQuote(text: string): { rest: string; quote?: string } {
  const line = text.trim();
  if (line.length < 3 || !closingQuotes.includes(line.slice(-1))) return { rest: line };
  for (let place = line.length - 2; place >= 0; place -= 1) {
    if (openingQuotes.includes(line.charAt(place)))
      return { rest: line.slice(0, place).trim(), quote: line.slice(place + 1, -1).trim() };
  }
  return { rest: line };
}

/** `Senior ML Engineer - ML Engineering (L3) "Lead a project"` → title, family, level and tour of duty. */
function linkFrom(kind: Link['kind'], words: string, section: number, line: number): Link | null {
  const { rest, quote } = splitQuote(words.slice(0, 2_000));
  const code = /\((\p{Lu}{1,4}[- ]?\d{1,2}[a-z]?)\)\s{0,3}$/u.exec(rest.slice(-40));
  const named = code === null ? rest : rest.slice(0, rest.length - code[0].length).trim();
  const place = [' - ', ' – ', ' — ', ' · ']
    .map((mark) => named.lastIndexOf(mark))
    .reduce((most, place) => Math.max(most, place), -1);
  const title = asLine(place > 0 ? named.slice(0, place) : named);
  const family = place > 0 ? asLine(named.slice(place + 3)) : '';
  if (title === '' || title.length > 160) return null;
  const link: Link = { kind, title, section, line, words: asProse(words) };
  if (family !== '') link.family = family;
  if (code?.[1] !== undefined) link.levelCode = code[1];
  if (quote) link.tourOfDuty = asProse(quote);
  return link;
}

/** `From executing tasks` → `executing tasks`. */
function withoutFrom(text: string): string {
  return /^from\s/i.test(text) ? text.slice(5).trim() : text;
}

interface Gap {
  readonly theme: string | undefined;
  count: number;
}

/** The theme of a line such as “The L2 → L3 gap is about OWNERSHIP: …”, and what follows it. */
function gapIn(text: string): { theme: string | undefined; rest: string } | null {
  const words = wordsOf(text.slice(0, 120));
  if (!words.includes(' gap ')) return null;
  const colon = text.slice(0, 200).indexOf(':');
  const head = colon === -1 ? text.slice(0, 200) : text.slice(0, colon);
  const about = head.toLowerCase().lastIndexOf(' about ');
  let theme = about === -1 ? '' : head.slice(about + 7).trim();
  while (theme !== '' && '.,;*'.includes(theme.slice(-1))) theme = theme.slice(0, -1);
  theme = theme.replaceAll('*', '');
  return {
    theme: theme === '' || theme.length > 80 ? undefined : asLine(theme),
    rest: colon === -1 ? '' : text.slice(colon + 1),
  };
}

/** Adds the links and from → to pairs of one chapter. */
export function readJourney(reading: RoleReading, lines: readonly string[], { section, from, to }: ChapterLines): void {
  let kind: Link['kind'] = 'next';
  let gap: Gap | null = null;
  let sideways: number | null = null;
  const addPair = (text: string, line: number): boolean => {
    const pair = splitArrow(text);
    if (pair === null || gap === null || pair.to === '') return false;
    reading.gapPairs.push({
      ...(gap.theme === undefined ? {} : { theme: gap.theme }),
      from: asProse(withoutFrom(pair.from)),
      to: asProse(pair.to),
      section,
      line,
      words: asProse(text),
    });
    gap.count += 1;
    return true;
  };
  const addLink = (words: string, line: number) => {
    const link = linkFrom(kind, words, section, line);
    if (link !== null) reading.links.push(link);
    else
      reading.notices.add('NOT_PLACED', `No role title could be told apart in “${asLine(words).slice(0, 100)}”.`, line);
  };

  const isNextRole = /next (?:role|step)|step up to/.test(wordsOf(reading.chapters[section]?.heading ?? ''));
  for (let line = from; line <= to; line += 1) {
    const text = (lines[line - 1] ?? '').trim().slice(0, 5_000);
    if (text === '') continue;
    const item = itemMark(text);
    const own = (item?.text ?? text).replaceAll('**', '');
    const label = /^(?:next roles?|next step|step up to|next|lateral|sideways)\s?:\s/i.exec(own);
    const arrow = afterArrow(own);
    const isShort = line > from && own.split(' ').length <= 12 && !/[.!?:]$/.test(own);
    const found = line === from ? null : gapIn(own);
    if (found !== null) {
      gap = { theme: found.theme, count: 0 };
      for (const piece of found.rest.split(/•|(?:^|\s)[–—-]\s(?=From\s)/)) addPair(piece.trim(), line);
    } else if (label !== null) {
      if (/^(?:lateral|sideways)/i.test(label[0])) kind = 'lateral';
      addLink(own.slice(label[0].length), line);
      gap = null;
    } else if (arrow !== null) {
      addLink(arrow, line);
      gap = null;
    } else if (gap !== null && item !== null && addPair(own, line)) continue;
    else if (/\b(?:sideways|lateral)\b/i.test(own.slice(0, 200))) {
      kind = 'lateral';
      sideways ??= line;
      gap = null;
    } else if (item !== null && isShort) addLink(own, line);
    else if (isNextRole && isShort && !openingQuotes.includes(own.charAt(0))) addLink(own, line);
    else addQuote(reading, own, line);
  }
  if (sideways !== null && !reading.links.some((link) => link.kind === 'lateral')) {
    reading.notices.add('KEPT', 'The note on moving sideways names no role; it is kept as prose.', sideways);
  }
}

/** A line that is all quotation, right below a next role without one, is its tour of duty. */
function addQuote(reading: RoleReading, text: string, line: number): void {
  const last = reading.links.at(-1);
  const { rest, quote } = splitQuote(text);
  const isBelow = last?.line !== undefined && line - last.line <= 2 && last.tourOfDuty === undefined;
  if (isBelow && rest === '' && quote) last.tourOfDuty = asProse(quote);
}
