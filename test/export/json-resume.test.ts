/** JSON Resume as others read it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Accomplishment } from '../../shared/api/accomplishment.ts';
import { Confidentiality } from '../../shared/api/values.ts';
import { isCleared } from '../../shared/domain/resume/clearance.ts';
import { composeResume } from '../../shared/domain/resume/resume.ts';
import { type JsonResumeInput, toJsonResume } from '../../src-main/export/json-resume.ts';
import { accomplishment, accomplishments, background, competencyNames, resumeInput } from './resume-record.ts';

const input: JsonResumeInput = {
  background,
  accomplishments,
  competencyNames,
  document: null,
  clearance: 'employer',
  writtenAt: '2026-11-21T10:00:00.000Z',
};

/** What the file says, as a reader of it would hold it. */
const written = (change: Partial<JsonResumeInput> = {}) =>
  JSON.parse(JSON.stringify(toJsonResume({ ...input, ...change })));

/** The pattern of dates in the schema of version 1.0.0. */
const datePattern = /^([1-2][0-9]{3}-[0-1][0-9]-[0-3][0-9]|[1-2][0-9]{3}-[0-1][0-9]|[1-2][0-9]{3})$/;

describe('the whole record', () => {
  test('has one entry of work for each position, a promotion included, with dates as precise as they are', () => {
    const { work } = written();
    expect(work).toHaveLength(5);
    expect(work[0]).toMatchObject({
      name: 'Northmere Freight',
      position: 'Staff Engineer, ML Platform Reliability',
      startDate: '2023-04',
      location: 'Edinburgh',
    });
    expect(work[0]).not.toHaveProperty('endDate');
    expect(work[1]).toMatchObject({ name: 'Northmere Freight', startDate: '2020-09', endDate: '2023-03' });
    expect(work[0].highlights).toHaveLength(5);
  });

  test('holds every date in the form of the schema and nothing that is empty', () => {
    const visit = (value: unknown, key: string): void => {
      if (/(?:^d|D)ate$/.test(key)) expect(value).toMatch(datePattern);
      if (typeof value === 'string') expect(value).not.toBe('');
      else if (typeof value === 'object' && value !== null) {
        expect(Object.keys(value).length, key).toBeGreaterThan(0);
        for (const [name, inner] of Object.entries(value)) visit(inner, name);
      }
    };
    visit(written(), '');
  });

  test('says where it comes from', () => {
    expect(written().meta).toMatchObject({ version: 'v1.0.0', cairn: { formatVersion: 1 } });
  });

  test('keeps what stands under no position as projects, and what stands in one with it', () => {
    const { projects } = written({
      accomplishments: [
        accomplishment({ id: 'l', title: 'Spoke at a meetup', startedOn: '2026-05' }),
        accomplishment({ id: 'p', title: 'Shipped 1.0', projectId: 'driftgauge' }),
      ],
    });
    expect(projects).toEqual([
      expect.objectContaining({ name: 'driftgauge', highlights: ['Shipped 1.0'], startDate: '2021', endDate: '2024' }),
      { name: 'Spoke at a meetup', startDate: '2026-05', type: 'accomplishment' },
    ]);
  });
});

describe('one resume', () => {
  test('says what the resume says, in its words, and nothing it hides', () => {
    const { document } = composeResume(
      resumeInput({
        choices: [
          { kind: 'accomplishment', refId: 'a00', isHidden: true, rank: null, override: null },
          { kind: 'accomplishment', refId: 'a01', isHidden: null, rank: null, override: 'One scheduler.' },
          { kind: 'position', refId: 'operations', isHidden: true, rank: null, override: null },
          { kind: 'language', refId: 'de', isHidden: true, rank: null, override: null },
        ],
        sections: [{ kind: 'certificates', isHidden: true }],
      }),
    );
    const json = written({ document });
    expect(json.work).toHaveLength(4);
    expect(json.work[0].highlights[0]).toBe('One scheduler.');
    expect(JSON.stringify(json)).not.toContain('3.2 billion');
    expect(JSON.stringify(json)).not.toContain('Ostwick');
    expect(json.languages).toHaveLength(2);
    expect(json).not.toHaveProperty('certificates');
    expect(json.skills).toContainEqual({ name: 'Leading', keywords: ['standards', 'mentoring'] });
  });
});

describe('clearance', () => {
  const levels = Confidentiality.options;
  const records = fc.array(fc.constantFrom(...levels), { minLength: 1, maxLength: 12 }).map((all) =>
    all.map(
      (confidentiality, index): Accomplishment =>
        accomplishment({
          id: `c${index}`,
          title: `canary-${index}-title`,
          longWording: index % 2 === 0 ? `canary-${index}-wording` : '',
          story: `canary-${index}-story`,
          confidentiality,
          positionId: index % 3 === 0 ? 'staff' : null,
          projectId: index % 3 === 1 ? 'driftgauge' : null,
          showings: [{ competencyId: `only-${index}`, level: 3, scaleId: 'five', reason: `canary-${index}-reason` }],
        }),
    ),
  );

  test('nothing above it is written, with or without a resume, nor the skills that only such things show', () => {
    fc.assert(
      fc.property(records, fc.constantFrom(...levels), fc.boolean(), (all, clearance, isOneResume) => {
        const names = Object.fromEntries(all.map((_, index) => [`only-${index}`, `canary-${index}-skill`]));
        const composed = composeResume({ ...resumeInput({ clearance }), accomplishments: all, competencyNames: names });
        const text = JSON.stringify(
          toJsonResume({
            ...input,
            accomplishments: all,
            competencyNames: names,
            clearance,
            document: isOneResume ? composed.document : null,
          }),
        );
        for (const [index, accomplishment] of all.entries()) {
          if (!isCleared(accomplishment.confidentiality, clearance)) expect(text).not.toContain(`canary-${index}-`);
          else if (!isOneResume) expect(text).toContain(`canary-${index}-`);
          expect(text).not.toContain(`canary-${index}-story`);
        }
      }),
    );
  });
});
