/** The match report as a document: the same figures as on the screen, each with the terms that made it. */
import type { DocumentField, MatchDocument, MatchDocumentRow } from '../../api/document.ts';
import type { MatchedRequirement, MatchReport, MatchRule, MatchStatus, MatchTerm, RoleMatch } from '../../api/match.ts';
import { longDateText } from '../dates/date-text.ts';
import { joinParts } from '../paper/joined-text.ts';
import { oneLine } from '../paper/printed-text.ts';
import { levelText } from './level.ts';
import { chooseAxes } from './radar-axes.ts';

const statusWords: Readonly<Record<MatchStatus, string>> = {
  ready: 'Ready',
  close: 'Nearly ready',
  growing: 'Growing',
};

/** Headings of the report, in order. */
export const matchHeadings = {
  table: 'What the role asks, what the record shows',
  gaps: 'What would close the gaps',
  shape: 'Shape',
  terms: 'What counts, and how much',
} as const;

/** Composes the report. Requirements keep the order of the role spec. Never throws. */
export function composeMatchDocument(roleMatch: RoleMatch, person: string, paper: 'a4' | 'letter'): MatchDocument {
  const { role } = roleMatch;
  const rows = roleMatch.requirements.map((requirement) => rowOf(requirement, roleMatch));
  const shape = chooseAxes(roleMatch.requirements).axes.map((axis) => ({ ...axis, label: oneLine(axis.label) }));
  const roleTitle = oneLine(role.title);
  const name = oneLine(person);
  return {
    kind: 'match',
    title: joinParts([name, `match with ${roleTitle}`]),
    language: 'en',
    paper,
    person: name,
    roleTitle,
    roleLine: joinParts([role.family ?? '', role.levelCode ?? ''].map(oneLine)),
    date: longDateText(roleMatch.computedOn),
    match: roleMatch.match,
    status: roleMatch.status,
    figures: figuresOf(roleMatch),
    ruleText: ruleText(roleMatch.rule, roleMatch.weightSum),
    rows,
    shape,
    shapeNote: shapeNote(shape.length, rows.length),
    gaps: roleMatch.gaps.map((gap) => ({
      id: gap.requirementId,
      competency: oneLine(gap.competency),
      text: oneLine(gap.text),
    })),
  };
}

/** Every text of the report in reading order. */
export function matchDocumentFields(document: MatchDocument): DocumentField[] {
  return [
    { label: 'Role', text: document.roleTitle },
    { label: 'Person', text: document.person },
    { label: 'Role line', text: document.roleLine },
    { label: 'Date', text: document.date },
    ...document.figures.flatMap((figure) => [
      { label: figure.label, text: figure.value },
      { label: 'Figure', text: figure.label },
    ]),
    { label: 'Heading', text: matchHeadings.table },
    ...document.rows.flatMap((row) => [
      { label: 'Requirement', text: row.competency },
      { label: `${row.competency}, asked`, text: row.asked },
      { label: `${row.competency}, required`, text: row.requiredText },
      { label: `${row.competency}, evidenced`, text: row.evidencedText },
      { label: `${row.competency}, self-assessed`, text: row.selfText },
      { label: `${row.competency}, distance`, text: row.distance },
    ]),
    { label: 'Rule', text: document.ruleText },
    ...(document.gaps.length === 0 ? [] : [{ label: 'Heading', text: matchHeadings.gaps }]),
    ...document.gaps.flatMap((gap) => [
      { label: 'Gap', text: gap.competency },
      { label: `${gap.competency}, advice`, text: gap.text },
    ]),
    ...(document.shape.length === 0 ? [] : [{ label: 'Heading', text: matchHeadings.shape }]),
    { label: 'Heading', text: matchHeadings.terms },
    { label: 'Without evidence', text: withoutEvidence(document.rows) },
    ...document.rows
      .filter((row) => row.terms.length > 0)
      .flatMap((row) => [
        { label: 'Requirement', text: row.competency },
        { label: `${row.competency}, share`, text: row.shareText },
        ...row.terms.flatMap((term) => [
          { label: `Accomplishment for ${row.competency}`, text: term.title },
          { label: `${term.title}, level`, text: term.level },
          { label: `${term.title}, terms`, text: term.formula },
          { label: `${term.title}, strength`, text: term.strength },
        ]),
      ]),
  ];
}

/** What runs at the head and foot of the pages. */
export function matchRunningText(document: MatchDocument): readonly string[] {
  return [
    ['Match report', document.person].filter(Boolean).join(': '),
    document.roleTitle,
    `Computed on ${document.date}`,
  ];
}

/** One sentence for the requirements nothing counts for; empty when there are none. */
export function withoutEvidence(rows: readonly MatchDocumentRow[]): string {
  const names = rows.filter((row) => row.terms.length === 0).map((row) => row.competency);
  return names.length === 0 ? '' : `Nothing yet counts for: ${names.join('; ')}.`;
}

function rowOf(requirement: MatchedRequirement, report: MatchReport): MatchDocumentRow {
  const { required, evidenced, selfAssessed, hasLevel, isMet } = requirement;
  const share = requirement.share.toFixed(report.weightSum > 60 ? 3 : 2);
  return {
    id: requirement.requirementId,
    competency: oneLine(requirement.competency),
    asked: askedAs(requirement),
    scaleLevels: requirement.scaleLevels,
    required,
    evidenced,
    selfAssessed,
    requiredText: hasLevel ? `${whole(required)} of ${requirement.scaleLevels}` : 'shown',
    evidencedText: levelText(evidenced),
    selfText: selfAssessed === null ? '–' : whole(selfAssessed),
    distance: distanceText(requirement),
    isMet,
    coverage: requirement.coverage,
    weight: requirement.weight,
    shareText: `Coverage ${levelText(requirement.coverage)}, weight ${short(requirement.weight)} of ${short(report.weightSum)}, adds ${share} to the match.`,
    terms: requirement.terms.map((term) => ({
      id: term.accomplishmentId,
      title: oneLine(term.title),
      level: `${whole(term.shownLevel)} of ${term.shownOf}`,
      formula: termFormula(term),
      strength: term.strength.toFixed(2),
    })),
  };
}

/** “(1 + 1 manager + 0.25 measured) × 0.93 for 2.6 years × 0.5 through PyTorch”. */
function termFormula(term: MatchTerm): string {
  const sum = [
    '1',
    ...(term.witness > 0 ? [`${short(term.witness)} ${term.relation ?? 'witness'}`] : []),
    ...(term.measured > 0 ? [`${short(term.measured)} measured`] : []),
  ];
  const factors = [
    sum.length > 1 ? `(${sum.join(' + ')})` : '1',
    ...(term.recency === 1 ? [] : [`${term.recency.toFixed(2)} for ${term.ageYears.toFixed(1)} years`]),
    ...(term.kinship === 1
      ? []
      : [`${short(term.kinship)} through ${oneLine(term.through ?? 'a competency beneath')}`]),
  ];
  return factors.length === 1 ? sum.join(' + ') : factors.join(' × ');
}

function figuresOf(report: MatchReport): MatchDocument['figures'] {
  const mandatory = report.requirements.filter((requirement) => requirement.isMandatory).length;
  const met = report.requirements.filter((requirement) => requirement.isMet).length;
  const counted = new Set(
    report.requirements.flatMap((requirement) => requirement.terms.map((term) => term.accomplishmentId)),
  ).size;
  const required = report.rule.ready.toFixed(2);
  return [
    { value: levelText(report.match), label: 'match with the role spec; its parts are the weights and shares below' },
    mandatory > 0
      ? { value: `${mandatory - report.unproven.length} of ${mandatory}`, label: 'mandatory requirements proven' }
      : { value: `${met} of ${report.requirements.length}`, label: 'requirements met; none is marked as mandatory' },
    { value: String(counted), label: counted === 1 ? 'accomplishment that counts' : 'accomplishments that count' },
    {
      value: statusWords[report.status],
      label:
        mandatory > 0 ? `Ready needs ${required} and every mandatory requirement proven` : `Ready needs ${required}`,
    },
  ];
}

/** Every word of it holds for the rule that was used. */
function ruleText(rule: MatchRule, weightSum: number): string {
  const recency = rule.recency
    ? ` An accomplishment counts in full for ${short(rule.graceYears)} years, then half as much every ${short(rule.halfLifeYears)}.`
    : '';
  return (
    'Required: what the role spec asks. Evidenced: the highest level that accomplishments prove, plus the share of the next. ' +
    'Self: own view, shown beside and never counted. ' +
    `A level is proven when the strengths of the accomplishments at or above it sum to ${short(rule.theta)}.${recency} ` +
    'Match: the weighted mean of evidenced over required, capped at 1; weights 3, 2, 1 for critical, important, optional, ' +
    `doubled when mandatory (sum ${short(weightSum)}).`
  );
}

function shapeNote(axes: number, rows: number): string {
  const drawn = axes === rows ? 'Every requirement' : `The ${axes} heaviest of ${rows} requirements`;
  return axes === 0
    ? ''
    : `${drawn}, each on the fraction of its own scale. The same figures stand in the table above.`;
}

function askedAs(requirement: MatchedRequirement): string {
  const words = [requirement.importance ?? '', requirement.isMandatory ? 'mandatory' : ''].filter(Boolean).join(', ');
  return words === '' ? '–' : words;
}

function distanceText(requirement: MatchedRequirement): string {
  if (!requirement.hasLevel) return requirement.isMet ? 'Shown' : 'Not yet shown';
  if (requirement.isMet) return 'Met';
  // from the figure as it is printed, so that the columns agree to the last digit
  const missing = requirement.required - Number(levelText(requirement.evidenced));
  const figure = missing.toFixed(2);
  return `${missing < 0.5 ? 'Close' : 'Gap'}, −${figure}`;
}

function whole(level: number): string {
  return Number.isInteger(level) ? String(level) : level.toFixed(1);
}

function short(value: number): string {
  return String(Number(value.toFixed(2)));
}
