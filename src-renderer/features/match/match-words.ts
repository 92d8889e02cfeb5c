/** The numbers of a match in words: distance, what is asked, how a strength came about. */
import type { MatchedRequirement, MatchReport, MatchTerm } from '../../../shared/api/match.ts';
import type { RoleSpec } from '../../../shared/api/role.ts';
import { longDateText, partialDateText } from '../../../shared/domain/dates/date-text.ts';
import { levelText } from '../../../shared/domain/match/level.ts';

const numberWords = [
  'No',
  'One',
  'Two',
  'Three',
  'Four',
  'Five',
  'Six',
  'Seven',
  'Eight',
  'Nine',
  'Ten',
  'Eleven',
  'Twelve',
];

/** A count as a sentence begins with it: “Three”, from thirteen on in figures. */
export const countWord = (count: number): string => numberWords[count] ?? String(count);

/** A required or self-assessed level: whole ones without decimals. */
export const levelFigure = (value: number): string => (Number.isInteger(value) ? String(value) : value.toFixed(1));

export interface Distance {
  readonly kind: 'met' | 'close' | 'gap' | 'open';
  readonly text: string;
}

/** How far a requirement is from being met: less than half a level is close. */
export function distanceOf(asked: MatchedRequirement, theta: number): Distance {
  if (asked.isMet) return { kind: 'met', text: 'Met' };
  if (!asked.hasLevel) {
    // Without a level there is no distance to one: what counts so far is told instead.
    const sum = asked.levels[0]?.sum ?? 0;
    return { kind: 'open', text: sum > 0 ? `${levelText(sum)} of ${plainNumber(theta)}` : 'Nothing yet' };
  }
  // From the figure as it is shown, so that the three columns agree to the last digit.
  const missing = asked.required - Number(levelText(asked.evidenced));
  const shown = missing.toFixed(2);
  return missing < 0.5 ? { kind: 'close', text: `Close, −${shown}` } : { kind: 'gap', text: `Gap, −${shown}` };
}

/** “Critical, mandatory”. */
export function importanceWords(asked: Pick<MatchedRequirement, 'importance' | 'isMandatory'>): string {
  const importance =
    asked.importance === null ? '' : `${asked.importance[0]?.toUpperCase()}${asked.importance.slice(1)}`;
  if (!asked.isMandatory) return importance === '' ? '–' : importance;
  return importance === '' ? 'Mandatory' : `${importance}, mandatory`;
}

/** The highest level of a requirement that is proven, 0 when none is. */
export const provenLevel = (asked: MatchedRequirement): number =>
  Math.max(0, ...asked.levels.filter((sum) => sum.state === 'proven').map((sum) => sum.level));

/** “8 mo” under a year and a half, then “2.3 y”. */
export function ageText(years: number): string {
  const months = Math.round(years * 12);
  if (months < 1) return 'this month';
  return months < 18 ? `${months} mo` : `${years.toFixed(1)} y`;
}

/** “(1 + 0.5 peer + 0.25 measured) × 0.93 for 8 mo”: the product that gives the strength. */
export function termFormula(term: MatchTerm): string {
  const parts = ['1'];
  if (term.witness > 0) parts.push(`${plainNumber(term.witness)} ${term.relation ?? 'witness'}`);
  if (term.measured > 0) parts.push(`${plainNumber(term.measured)} measured`);
  let text = parts.length > 1 ? `(${parts.join(' + ')})` : '1';
  if (term.recency !== 1) text += ` × ${term.recency.toFixed(2)} for ${ageText(term.ageYears)}`;
  if (term.kinship !== 1) text += ` × ${plainNumber(term.kinship)} through ${term.through ?? 'a competency beneath'}`;
  return text;
}

/** A number of the rule as it is said: 0.5, 2, 0.25. */
export const plainNumber = (value: number): string => String(Number(value.toFixed(2)));

/** “3 proven + 1.62 ÷ 2 = 3.81”, or why there is nothing to add. */
export function sumText(asked: MatchedRequirement, theta: number): { readonly sum: string; readonly total: string } {
  const proven = provenLevel(asked);
  const next = asked.levels.find((level) => level.level === proven + 1);
  const total = levelText(asked.evidenced);
  if (next === undefined || next.sum === 0)
    return { sum: proven === 0 ? 'Nothing counted yet' : `${proven} proven`, total };
  const part = `${levelText(next.sum)} ÷ ${plainNumber(theta)}`;
  return { sum: proven === 0 ? part : `${proven} proven + ${part}`, total };
}

/** “Coverage 3.81 ÷ 4 = 0.95. Weight 6 of 32: critical 3, doubled as mandatory. Adds 0.18 to the match.” */
export function shareText(asked: MatchedRequirement, weightSum: number): string {
  const coverage = asked.isMet
    ? 'Coverage 1, the most there is.'
    : `Coverage ${levelText(asked.evidenced)} ÷ ${levelFigure(asked.required)} = ${levelText(asked.coverage)}.`;
  return `${coverage} ${weightText(asked, weightSum)} Adds ${asked.share.toFixed(shareDecimals(weightSum))} to the match.`;
}

/** “Weight 6 of 32: critical 3, doubled as mandatory.” */
export function weightText(asked: MatchedRequirement, weightSum: number): string {
  const base = plainNumber(asked.isMandatory ? asked.weight / 2 : asked.weight);
  const why = asked.importance === null ? `no importance stated, so ${base}` : `${asked.importance} ${base}`;
  return `Weight ${plainNumber(asked.weight)} of ${plainNumber(weightSum)}: ${why}${asked.isMandatory ? ', doubled as mandatory' : ''}.`;
}

/** With many requirements one of them adds less than a hundredth: then three decimals. */
export const shareDecimals = (weightSum: number): number => (weightSum > 60 ? 3 : 2);

/** What Ready needs and what is still missing, before the list of unproven requirements. */
export function verdict(report: Pick<MatchReport, 'match' | 'status' | 'rule' | 'unproven' | 'requirements'>): string {
  const ready = report.rule.ready.toFixed(2);
  const mandatory = report.requirements.filter((asked) => asked.isMandatory).length;
  const missing = report.unproven.length;
  if (report.status === 'ready') {
    return mandatory > 0
      ? `${ready} is reached and every mandatory requirement is proven.`
      : `${ready} is reached. This role marks nothing as mandatory.`;
  }
  if (missing > 0) {
    return `Ready needs ${ready} and every mandatory requirement proven. ${countWord(missing)} ${missing === 1 ? 'is' : 'are'} not yet:`;
  }
  return mandatory > 0
    ? `Ready needs ${ready}. Every mandatory requirement is proven.`
    : `Ready needs ${ready}. This role marks nothing as mandatory.`;
}

/** The match to two decimals, never rounded up to a threshold it does not reach. */
export function matchFigure(report: Pick<MatchReport, 'match' | 'rule'>): string {
  const rounded = report.match.toFixed(2);
  const isBelied = [report.rule.ready, report.rule.close, 1].some(
    (mark) => report.match < mark && Number(rounded) >= mark,
  );
  return isBelied ? (Math.floor(report.match * 100) / 100).toFixed(2) : rounded;
}

/** “ML platform ladder, level 4 of 6. Aiming for 30 June 2027.” What is not known is not said. */
export function ladderText(
  role: Pick<RoleSpec, 'id' | 'family' | 'levelCode' | 'levelOrder' | 'ladder' | 'pin'>,
): string {
  const of = role.ladder.filter((step) => step.id !== role.id).length + 1;
  const family = role.family === undefined || role.family === '' ? '' : `${role.family} ladder`;
  let level = '';
  if (role.levelOrder !== undefined && of > 1 && role.levelOrder <= of) level = `level ${role.levelOrder} of ${of}`;
  else if (role.levelCode !== undefined && role.levelCode !== '') level = `level ${role.levelCode}`;
  const place = [family, level].filter(Boolean).join(', ');
  const sentences = place === '' ? [] : [`${place.charAt(0).toUpperCase()}${place.slice(1)}.`];
  const date = role.pin?.targetOn ?? null;
  if (date !== null) sentences.push(`Aiming for ${date.length === 10 ? longDateText(date) : partialDateText(date)}.`);
  return sentences.join(' ');
}

/** Shares rounded to so many decimals that they still add up to the rounded whole. */
export function roundedShares(shares: readonly number[], decimals: number): readonly number[] {
  const unit = 10 ** decimals;
  const whole = Math.round(shares.reduce((sum, share) => sum + share, 0) * unit);
  const floors = shares.map((share) => Math.floor(share * unit + 1e-9));
  let rest = whole - floors.reduce((sum, share) => sum + share, 0);
  const byRemainder = shares
    .map((share, index) => ({ index, remainder: share * unit - (floors[index] ?? 0) }))
    .sort((a, b) => b.remainder - a.remainder);
  for (const { index } of byRemainder) {
    if (rest <= 0) break;
    floors[index] = (floors[index] ?? 0) + 1;
    rest -= 1;
  }
  return floors.map((share) => share / unit);
}

/** The levels worth a line, highest first: from the one asked, or the highest that any evidence reaches, down to 1. */
export function explainedLevels(asked: MatchedRequirement): readonly MatchedRequirement['levels'][number][] {
  const reached = Math.max(0, ...asked.levels.filter((level) => level.sum > 0).map((level) => level.level));
  const top = Math.max(asked.required, reached);
  return asked.levels.filter((level) => level.level <= top).reverse();
}

/** What the words beside a match mean, with the numbers that are set. */
export function ruleText(rule: MatchReport['rule']): string {
  const age = rule.recency
    ? ` Evidence counts in full for ${plainNumber(rule.graceYears)} years, then half for every ${plainNumber(rule.halfLifeYears)} more.`
    : ' Age is not counted.';
  return `Ready from ${rule.ready.toFixed(2)} with every mandatory requirement proven; Nearly ready from ${rule.close.toFixed(2)}; else Growing. A level is proven when strengths add up to ${plainNumber(rule.theta)}.${age}`;
}
