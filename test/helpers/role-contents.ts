/** Any role document, for properties. */
import fc from 'fast-check';
import { RoleContent, RoleItemContent } from '../../shared/api/role-content.ts';

const word = fc.constantFrom('weir', 'gauge', 'sluice', 'boat', 'Überlauf', 'night', 'ledger', 'C++', 'flow', '“tide”');
const words = (most: number) => fc.array(word, { minLength: 1, maxLength: most }).map((list) => list.join(' '));
const line = words(4);
const prose = words(12);
const some = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const origin = {
  section: some(fc.nat({ max: 5 })),
  line: some(fc.integer({ min: 1, max: 900 })),
  words: some(prose),
};
const rows = <T>(shape: Record<string, fc.Arbitrary<T>>, most = 4) =>
  fc.array(fc.record({ ...shape, ...origin }), { maxLength: most });

/** Valid against the contract, with every list filled now and then; competencies of one role are told apart by name. */
export function roleContents(): fc.Arbitrary<RoleContent> {
  return fc
    .record({
      title: line,
      tagline: some(prose),
      family: some(line),
      functionName: some(line),
      levelCode: some(fc.constantFrom('L1', 'L2', 'L3')),
      levelLabel: some(line),
      levelOrder: some(fc.integer({ min: 1, max: 9 })),
      mission: some(prose),
      tourOfDuty: some(prose),
      summary: some(prose),
      focus: some(prose),
      stack: fc.array(line, { maxLength: 3 }),
      standard: some(line),
      nature: some(line),
      effectiveOn: some(fc.constantFrom('2026', '2026-03', '2026-03-15')),
      credit: some(prose),
      facts: rows({ label: some(line), value: line }),
      requirements: fc.uniqueArray(
        fc.record({
          competency: words(3),
          kind: fc.constantFrom('competency', 'skill', 'softSkill'),
          level: fc.option(fc.integer({ min: 1, max: 5 })),
          importance: fc.option(fc.constantFrom('critical', 'important', 'optional')),
          importanceNote: some(line),
          isMandatory: fc.boolean(),
          category: some(line),
          countsInMatch: fc.boolean(),
          tier: some(line),
          blurb: some(prose),
          keyRank: some(fc.integer({ min: 1, max: 3 })),
          details: fc.array(fc.record({ label: line, text: prose }), { maxLength: 2 }),
          ...origin,
        }),
        { maxLength: 6, selector: (requirement) => requirement.competency.toLowerCase() },
      ),
      responsibilities: rows<unknown>({
        group: some(line),
        number: some(fc.nat({ max: 40 })),
        lead: some(line),
        text: prose,
      }),
      kpis: rows<unknown>({
        name: line,
        category: some(line),
        target: some(prose),
        frequency: some(line),
        note: some(prose),
      }),
      tools: rows<unknown>({ name: line, category: some(line), use: some(prose), adoption: some(line) }),
      milestones: rows({ horizon: fc.constantFrom('30 days', '6 months'), text: prose }),
      items: rows<unknown>({
        kind: fc.constantFrom(...RoleItemContent.shape.kind.options),
        group: some(line),
        name: some(line),
        text: prose,
      }),
      scorecard: rows<unknown>({
        dimension: line,
        meets: some(prose),
        exceeds: some(prose),
        weight: some(fc.nat({ max: 100 })),
      }),
      faqs: rows({ question: prose, answer: prose }),
      links: rows<unknown>({
        kind: fc.constantFrom('next', 'lateral', 'feeder'),
        title: line,
        family: some(line),
        levelCode: some(fc.constantFrom('L1', 'L2')),
        note: some(prose),
      }),
      gapPairs: rows<unknown>({ theme: some(line), from: prose, to: prose }),
      sections: fc.array(
        fc.record({
          depth: fc.integer({ min: 1, max: 3 }),
          number: some(fc.constantFrom('1', '2.1')),
          heading: line,
          qualifier: some(line),
          blocks: fc.array(
            fc.oneof(
              fc.record({
                kind: fc.constant('paragraph'),
                inlines: fc.array(fc.record({ text: prose }), { maxLength: 2 }),
              }),
              fc.record({
                kind: fc.constant('table'),
                head: fc.array(line, { maxLength: 3 }),
                rows: fc.array(fc.array(line, { maxLength: 3 }), { maxLength: 2 }),
              }),
            ),
            { maxLength: 2 },
          ),
        }),
        { maxLength: 4 },
      ),
    })
    .map((role) => RoleContent.parse(withoutAbsent(role)));
}

/** In the contract an absent value is absent, not undefined. */
function withoutAbsent(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutAbsent);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => (inner === undefined ? [] : [[key, withoutAbsent(inner)]])),
  );
}
