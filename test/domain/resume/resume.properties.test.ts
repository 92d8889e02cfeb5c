/** What holds for every resume, whatever the record and the choices. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Accomplishment } from '../../../shared/api/accomplishment.ts';
import type { ResumeChoice } from '../../../shared/api/resume.ts';
import { Confidentiality } from '../../../shared/api/values.ts';
import { printedFieldsOf } from '../../../shared/domain/paper/printed-fields.ts';
import { isCleared } from '../../../shared/domain/resume/clearance.ts';
import { composeResume } from '../../../shared/domain/resume/resume.ts';
import { accomplishment, background, competencyNames, resumeInput } from '../../export/resume-record.ts';
import { propertyRuns } from '../../helpers/property-runs.ts';

const levels = Confidentiality.options;
const positionIds = background.positions.map((position) => position.id);
const competencyIds = Object.keys(competencyNames);

const records = fc
  .uniqueArray(fc.integer({ min: 0, max: 99 }), { minLength: 1, maxLength: 25 })
  .chain((numbers) =>
    fc.tuple(
      ...numbers.map((number) =>
        fc.record({
          id: fc.constant(`p${String(number).padStart(2, '0')}`),
          title: fc.constant(`Canary${number}title`),
          longWording: fc.constantFrom('', `Canary${number}long wording of it.`),
          positionId: fc.constantFrom(null, 'gone', ...positionIds),
          projectId: fc.constantFrom(null, 'driftgauge'),
          endedOn: fc.constantFrom(null, '2024', '2024-03', '2026-01-15'),
          confidentiality: fc.constantFrom(...levels),
          status: fc.constantFrom('ready' as const, 'ready' as const, 'draft' as const),
          competencyId: fc.constantFrom(...competencyIds),
        }),
      ),
    ),
  )
  .map((contents): Accomplishment[] =>
    contents.map(({ competencyId, ...content }) =>
      accomplishment({ ...content, showings: [{ competencyId, level: 3, scaleId: 'five', reason: '' }] }),
    ),
  );

const choicesFor = (accomplishments: readonly Accomplishment[]) =>
  fc.uniqueArray(
    fc.record({
      kind: fc.constant('accomplishment' as const),
      refId: fc.constantFrom(...accomplishments.map((accomplishment) => accomplishment.id)),
      isHidden: fc.constantFrom(null, true, false),
      rank: fc.option(fc.integer({ min: 0, max: 30 })),
      override: fc.constantFrom(null, 'Worded anew for this resume.'),
    }),
    { selector: (choice: ResumeChoice) => choice.refId, maxLength: 20 },
  );

/** Many at few positions, so that a group has more than it lists. */
const longCases = fc
  .array(
    fc.record({
      positionId: fc.constantFrom(null, positionIds[0] ?? null),
      confidentiality: fc.constantFrom(...levels),
      endedOn: fc.constantFrom('2024', '2024-03', '2026-01-15'),
      competencyId: fc.constantFrom(...competencyIds),
    }),
    { minLength: 30, maxLength: 120 },
  )
  .map((contents): Accomplishment[] =>
    contents.map(({ competencyId, ...content }, number) =>
      accomplishment({
        ...content,
        id: `q${String(number).padStart(3, '0')}`,
        title: `Canary${number}title`,
        status: 'ready',
        showings: [{ competencyId, level: 3, scaleId: 'five', reason: '' }],
      }),
    ),
  )
  .chain((accomplishments) =>
    fc.record({
      accomplishments: fc.constant(accomplishments),
      choices: choicesFor(accomplishments),
      clearance: fc.constantFrom(...levels),
      role: fc.option(
        fc.uniqueArray(fc.constantFrom(...competencyIds), { minLength: 1, maxLength: 6 }).map((asked) => ({
          id: 'aim',
          title: 'Aim',
          requirements: asked.map((competencyId, place) => ({ competencyId, weight: place + 1 })),
        })),
      ),
    }),
  );

const cases = records.chain((accomplishments) =>
  fc.record({
    accomplishments: fc.constant(accomplishments),
    shuffled: fc.shuffledSubarray(accomplishments, { minLength: accomplishments.length }),
    choices: choicesFor(accomplishments),
    clearance: fc.constantFrom(...levels),
  }),
);

describe('every resume', () => {
  test('is the same whatever the order in which the record is read', () => {
    fc.assert(
      fc.property(cases, ({ accomplishments, shuffled, choices, clearance }) => {
        const input = resumeInput({ choices, clearance });
        expect(composeResume({ ...input, accomplishments: shuffled })).toEqual(
          composeResume({ ...input, accomplishments }),
        );
      }),
    );
  });

  test('holds nothing above its clearance, not even a skill that only such things show', () => {
    fc.assert(
      fc.property(cases, ({ accomplishments, choices, clearance }) => {
        const composed = composeResume({ ...resumeInput({ choices, clearance }), accomplishments });
        const printed = JSON.stringify(composed.document);
        for (const accomplishment of accomplishments) {
          if (isCleared(accomplishment.confidentiality, clearance)) continue;
          expect(printed).not.toContain(`${accomplishment.title.replace('title', '')}t`);
          expect(printed).not.toContain(`${accomplishment.title.replace('title', '')}l`);
          expect(printed).not.toContain(`"${accomplishment.id}"`);
        }
        const showing = new Set(
          accomplishments
            .filter(
              (accomplishment) =>
                accomplishment.status === 'ready' && isCleared(accomplishment.confidentiality, clearance),
            )
            .flatMap((accomplishment) => accomplishment.showings.map((shown) => shown.competencyId)),
        );
        const skills = composed.sections.find((section) => section.kind === 'skills')?.groups ?? [];
        for (const item of skills.flatMap((group) => group.items)) expect(showing).toContain(item.refId);
      }),
    );
  });

  test('marks what is above its clearance and lists it all the same', () => {
    fc.assert(
      fc.property(cases, ({ accomplishments, choices, clearance }) => {
        const { sections } = composeResume({ ...resumeInput({ choices, clearance }), accomplishments });
        const items = sections
          .flatMap((section) => section.groups)
          .flatMap((group) => group.items)
          .filter((item) => item.kind === 'accomplishment');
        const ready = accomplishments.filter((accomplishment) => accomplishment.status === 'ready');
        expect(items.map((item) => item.refId).sort()).toEqual(ready.map((accomplishment) => accomplishment.id).sort());
        for (const item of items) expect(item.isAboveClearance).toBe(!isCleared(item.confidentiality, clearance));
      }),
    );
  });

  test('lists of a long record what is shown, what was chosen and the best of the rest, and counts what it leaves out', () => {
    fc.assert(
      fc.property(longCases, ({ accomplishments, choices, clearance, role }) => {
        const input = { ...resumeInput({ choices, clearance }), accomplishments, role };
        const { sections, document } = composeResume(input);
        const groups = sections.flatMap((section) => section.groups);
        const listed = groups.flatMap((group) => group.items).filter((item) => item.kind === 'accomplishment');
        const ids = new Set(listed.map((item) => item.refId));
        // With every one of them chosen as it stands, nothing may be left out: that is the resume without the cap.
        const chosen = new Set(choices.map((choice) => choice.refId));
        const asIs = accomplishments
          .filter((accomplishment) => !chosen.has(accomplishment.id))
          .map((accomplishment) => ({
            kind: 'accomplishment' as const,
            refId: accomplishment.id,
            isHidden: null,
            rank: null,
            override: null,
          }));
        const whole = composeResume({
          ...resumeInput({ choices: [...choices, ...asIs], clearance }),
          accomplishments,
          role,
        });
        expect(document).toEqual(whole.document);
        expect(sections.map((section) => section.count)).toEqual(whole.sections.map((section) => section.count));
        const all = whole.sections.flatMap((section) => section.groups);
        expect(all.every((group) => group.hiddenCount === 0)).toBe(true);
        for (const [place, group] of groups.entries()) {
          const before = all[place]?.items ?? [];
          expect(group.items).toEqual(before.filter((item) => item.kind !== 'accomplishment' || ids.has(item.refId)));
          expect(group.items.length + group.hiddenCount).toBe(before.length);
          const further = group.items.filter(
            (item) => item.kind === 'accomplishment' && item.isHidden && !chosen.has(item.refId),
          );
          expect(further.length).toBeLessThanOrEqual(20);
          if (group.hiddenCount > 0) expect(further.length).toBe(20);
          for (const item of before) {
            if (item.kind === 'accomplishment' && (!item.isHidden || chosen.has(item.refId)))
              expect(ids).toContain(item.refId);
          }
        }
      }),
      { numRuns: propertyRuns(60) },
    );
  });

  test('prints only words of the record, of a choice, or of a heading, and marks a choice that differs', () => {
    fc.assert(
      fc.property(cases, ({ accomplishments, choices, clearance }) => {
        const composed = composeResume({ ...resumeInput({ choices, clearance }), accomplishments });
        const words = new Set(choices.flatMap((choice) => (choice.override === null ? [] : [choice.refId])));
        for (const item of composed.sections.flatMap((section) => section.groups).flatMap((group) => group.items)) {
          expect(item.differs).toBe(item.kind === 'accomplishment' && words.has(item.refId));
          if (!item.differs) expect(item.text).toBe(item.recordText);
        }
      }),
    );
  });

  test('prints each accomplishment once', () => {
    fc.assert(
      fc.property(cases, ({ accomplishments, choices, clearance }) => {
        const { document } = composeResume({ ...resumeInput({ choices, clearance }), accomplishments });
        const ids = document.blocks.flatMap((block) => {
          if (block.kind === 'experience') {
            return block.employers.flatMap((employer) => employer.positions.flatMap((position) => position.bullets));
          }
          return block.kind === 'entries' ? block.entries.flatMap((entry) => entry.bullets) : [];
        });
        expect(new Set(ids.map((bullet) => bullet.id)).size).toBe(ids.length);
        expect(printedFieldsOf(document).every((field) => field.text.trim() !== '')).toBe(true);
      }),
    );
  });
});
