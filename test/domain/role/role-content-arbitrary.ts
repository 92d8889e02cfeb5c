/** Role specs for property tests: rows with names of their own, and editions that differ in chosen places. */
import * as fc from 'fast-check';
import { RoleContent } from '../../../shared/api/role-content.ts';

const words = [
  'Kafka',
  'Lead time',
  'Data engineering',
  'SQL',
  'Reviews',
  'Queues',
  'Modelling',
  'Café',
  'C++',
  'On-call',
];
const name = fc.constantFrom(...words);
const sentence = fc
  .array(fc.constantFrom('plans', 'the', 'weekly', 'load', 'with', 'care', 'for', 'three', 'teams', 'and', 'writes'), {
    minLength: 3,
    maxLength: 9,
  })
  .map((parts) => parts.join(' '));
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const origin = { section: maybe(fc.nat(3)), line: maybe(fc.integer({ min: 1, max: 90 })), words: maybe(sentence) };
const listOf = <T>(arbitrary: fc.Arbitrary<T>) => fc.array(arbitrary, { maxLength: 5 });
const level = fc.option(fc.integer({ min: 1, max: 5 }), { nil: null });

/** Any role spec, names repeated within a list now and then. */
export const anyRole: fc.Arbitrary<RoleContent> = fc
  .record({
    title: name,
    tagline: maybe(sentence),
    mission: maybe(sentence),
    levelOrder: maybe(fc.integer({ min: 1, max: 5 })),
    stack: fc.uniqueArray(name, { maxLength: 3 }),
    requirements: listOf(
      fc.record({
        competency: name,
        kind: fc.constantFrom('competency', 'skill', 'softSkill'),
        level,
        importance: fc.constantFrom('critical', 'important', 'optional', null),
        isMandatory: fc.boolean(),
        category: maybe(name),
        ...origin,
      }),
    ),
    responsibilities: listOf(
      fc.record({ lead: maybe(name), text: sentence, number: maybe(fc.integer({ min: 1, max: 40 })), ...origin }),
    ),
    kpis: listOf(fc.record({ name, target: maybe(sentence), why: maybe(sentence), ...origin })),
    tools: listOf(fc.record({ name, category: maybe(name), use: maybe(sentence), ...origin })),
    milestones: listOf(fc.record({ horizon: fc.constantFrom('30 days', '1 year'), text: sentence, ...origin })),
    items: listOf(
      fc.record({
        kind: fc.constantFrom('deliverable', 'risk', 'hiring'),
        group: maybe(name),
        name: maybe(name),
        text: sentence,
        ...origin,
      }),
    ),
    scorecard: listOf(fc.record({ dimension: name, weight: maybe(fc.integer({ min: 0, max: 100 })), ...origin })),
    faqs: listOf(fc.record({ question: sentence, answer: sentence, ...origin })),
    facts: listOf(fc.record({ label: maybe(name), value: sentence, ...origin })),
    links: listOf(
      fc.record({ kind: fc.constantFrom('next', 'lateral', 'feeder'), title: name, note: maybe(sentence), ...origin }),
    ),
    gapPairs: listOf(fc.record({ theme: maybe(name), from: sentence, to: sentence, ...origin })),
    sections: listOf(
      fc.record({
        depth: fc.integer({ min: 1, max: 3 }),
        number: maybe(fc.nat(9).map(String)),
        heading: name,
        blocks: sentence.map((text) => [{ kind: 'paragraph', inlines: [{ text }] }]),
      }),
    ),
  })
  .map((role) => RoleContent.parse(role));
