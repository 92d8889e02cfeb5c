/** Competency pages with other labels, whose levels stand in words. */
import { describe, expect, it } from 'vitest';
import type { RoleContent } from '../../../shared/api/role-content.ts';
import { countDraft } from '../../../src-main/import/roles/draft-counts.ts';
import { messagesOf, roleDraft } from '../read-text.ts';
import { recallOf } from '../visible-words.ts';

const levelsOf = (content: RoleContent) =>
  content.requirements.map((requirement) => [requirement.competency, requirement.level, requirement.keyRank]);

describe('a page with other labels and levels in words', () => {
  const other = (levels: string, legend = '') => `Ferry Dispatcher

F3 · Harbour Operations · Dispatch
Open Harbour Framework
12

Role purpose

Get every boat away on the minute and every passenger home

Your tour of duty

Run a summer without a missed last boat

What you own

- Write the duty plan for twelve boats
- Talk to captains in fog
- Close the log each night

AI accelerators

- Drafting the duty plan
- Reading weather feeds

Core competencies

1. RADIO DISCIPLINE (Advanced) You say it once.
2. Planning (Working) The plan survives the morning.

Capability requirements
${legend}
${levels}

Next role

Senior Ferry Dispatcher - Dispatch (F4)
“Run two harbours for a year”

Your journey

The F3 → F4 gap is about SCOPE:
- From one harbour → two harbours
- From answering → arranging

About this page

This is not a job posting. It is a map of what good looks like.

Effective from

1 March 2026
`;
  const wordCases = [
    ['Radio discipline', 3, 1],
    ['Planning', 2, 2],
    ['Tides and weather', 2, undefined],
    ['Passenger care', 1, undefined],
  ];

  it.each([
    [
      'after a colon',
      'Radio discipline: Advanced\nPlanning: Working\nTides and weather: Working\nPassenger care: Awareness',
    ],
    [
      'beneath each name',
      'Radio discipline\nAdvanced\nPlanning\nWorking\nTides and weather\nWorking\nPassenger care\nAwareness',
    ],
    [
      'in brackets',
      '- Radio discipline (Advanced)\n- Planning (Working)\n- Tides and weather (Working)\n- Passenger care (Awareness)',
    ],
    [
      'behind a label',
      'Radio discipline\nLevel: Advanced\nPlanning\nLevel: Working\nTides and weather\nLevel: Working\nPassenger care\nLevel: Awareness',
    ],
  ])('is read with levels %s', (_name, levels) => {
    const draft = roleDraft(other(levels));
    expect(draft.format).toBe('competency-page');
    expect(levelsOf(draft.role)).toEqual(wordCases);
    expect(countDraft(draft)).toMatchObject({
      competencies: 4,
      keyCompetencies: 2,
      responsibilities: 3,
      accelerators: 2,
      links: 1,
      gapPairs: 2,
    });
    expect(draft.scales?.[0]?.levels.map((level) => level.label)).toEqual([
      'Awareness',
      'Working',
      'Advanced',
      'Expert',
    ]);
    expect(new Set(draft.role.requirements.map((requirement) => requirement.scale))).toEqual(
      new Set([draft.scales?.[0]?.key]),
    );
    expect(messagesOf(draft, 'INTERPRETED').join()).toContain('names its levels in words without listing them');
    expect(draft.role).toMatchObject({
      title: 'Ferry Dispatcher',
      levelCode: 'F3',
      functionName: 'Harbour Operations',
      family: 'Dispatch',
      standard: 'Open Harbour Framework',
      nature: 'This is not a job posting. It is a map of what good looks like.',
      effectiveOn: '2026-03-01',
      mission: 'Get every boat away on the minute and every passenger home',
    });
    expect(draft.role.facts.map((fact) => fact.value)).toContain('12');
    expect(recallOf(other(levels), draft.role.sections).share).toBeGreaterThanOrEqual(0.995);
  });

  it('is read on the levels that the page lists', () => {
    const draft = roleDraft(
      other(
        'Radio discipline: Skipper\nPlanning: Mate\nTides and weather: Deckhand\nPassenger care: Mate',
        'Levels: Deckhand, Mate, Skipper',
      ),
    );
    expect(draft.scales?.[0]?.levels.map((level) => level.label)).toEqual(['Deckhand', 'Mate', 'Skipper']);
    expect(
      draft.role.requirements.slice(0, 4).map((requirement) => [requirement.competency, requirement.level]),
    ).toEqual([
      ['Radio discipline', 3],
      ['Planning', 2],
      ['Tides and weather', 1],
      ['Passenger care', 2],
    ]);
    expect(messagesOf(draft).join()).not.toContain('without listing');
  });
});
