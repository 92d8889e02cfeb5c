/** A role with a word of its own in every place that a document can fill, and nothing but typed rows. */
import { RoleContent } from '../../../shared/api/role-content.ts';
import { kindsOf } from '../../../shared/vocabulary/role-shape.ts';

/** The content and every word that a page of it must show. */
export function wholeRole(): { readonly role: RoleContent; readonly words: readonly string[] } {
  const words: string[] = [];
  const word = (name: string): string => {
    const made = `Q${name}${words.length}q`;
    words.push(made);
    return made;
  };
  const asked = (kind: 'competency' | 'skill' | 'softSkill', over: object = {}) => ({
    competency: word('asked'),
    kind,
    level: null,
    importance: 'critical',
    importanceNote: word('note'),
    tier: word('tier'),
    blurb: word('blurb'),
    details: [{ label: word('label'), text: word('text') }],
    ...over,
  });
  const role = RoleContent.parse({
    title: word('title'),
    tagline: word('tagline'),
    family: word('family'),
    functionName: word('function'),
    levelCode: word('code'),
    levelLabel: word('level'),
    mission: word('mission'),
    tourOfDuty: word('tour'),
    summary: word('summary'),
    focus: word('focus'),
    stack: [word('stack'), word('stack')],
    standard: word('standard'),
    nature: word('nature'),
    credit: word('credit'),
    facts: [{ label: word('fact'), value: word('value') }, { value: word('badge') }],
    requirements: [
      asked('competency'),
      asked('competency', { category: word('category'), countsInMatch: false }),
      asked('skill'),
      asked('skill', { category: word('category'), countsInMatch: false }),
      asked('skill', { category: word('category') }),
      asked('softSkill'),
      asked('softSkill', { category: word('category') }),
    ],
    responsibilities: [
      { group: word('group'), number: 7, lead: word('lead'), text: word('duty') },
      { text: word('duty') },
    ],
    kpis: [
      {
        name: word('kpi'),
        category: word('kind'),
        measures: word('measures'),
        why: word('why'),
        target: word('target'),
        frequency: word('often'),
        note: word('note'),
      },
    ],
    tools: [{ name: word('tool'), category: word('kind'), use: word('use'), adoption: word('adoption') }],
    milestones: [{ horizon: word('days'), text: word('milestone') }],
    items: kindsOf('items').flatMap((kind) => [
      { kind, group: word('group'), name: word('name'), text: word(kind) },
      { kind, text: word(kind) },
    ]),
    scorecard: [{ dimension: word('dimension'), meets: word('meets'), exceeds: word('exceeds'), weight: 40 }],
    faqs: [{ question: word('question'), answer: word('answer') }],
    links: (['next', 'lateral', 'feeder'] as const).map((kind) => ({
      kind,
      title: word('role'),
      family: word('family'),
      levelCode: word('code'),
      tourOfDuty: word('tour'),
      note: word('note'),
    })),
    gapPairs: [{ theme: word('theme'), from: word('from'), to: word('to') }],
  });
  return { role, words };
}
