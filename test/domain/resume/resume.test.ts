/** How a resume is composed from the record and the choices of its user. */
import { describe, expect, test } from 'vitest';
import type { ResumeBlock, ResumeDocument } from '../../../shared/api/document.ts';
import type { BuilderItem, ResumeChoice } from '../../../shared/api/resume.ts';
import { type ComposedResume, composeResume } from '../../../shared/domain/resume/resume.ts';
import { accomplishment, background, resumeInput } from '../../export/resume-record.ts';

const choice = (kind: ResumeChoice['kind'], refId: string, change: Partial<ResumeChoice>): ResumeChoice => ({
  kind,
  refId,
  isHidden: null,
  rank: null,
  override: null,
  ...change,
});

function block<Kind extends ResumeBlock['kind']>(document: ResumeDocument, kind: Kind) {
  return document.blocks.find((block): block is Extract<ResumeBlock, { kind: Kind }> => block.kind === kind);
}

function bulletsOf(composed: ComposedResume, positionId: string): readonly string[] {
  const employers = block(composed.document, 'experience')?.employers ?? [];
  const position = employers.flatMap((employer) => employer.positions).find((position) => position.id === positionId);
  return position?.bullets.map((bullet) => bullet.id) ?? [];
}

function line(composed: ComposedResume, refId: string): BuilderItem | undefined {
  return composed.sections
    .flatMap((section) => section.groups)
    .flatMap((group) => group.items)
    .find((item) => item.refId === refId);
}

const many = (count: number, positionId: string, prefix: string) =>
  Array.from({ length: count }, (_, index) =>
    accomplishment({
      id: `${prefix}${index}`,
      title: `Did ${prefix} ${index}`,
      positionId,
      endedOn: `20${String(25 - index).padStart(2, '0')}-01`,
    }),
  );

describe('experience', () => {
  test('a promotion stands under one employer, with the total span only where there are several positions', () => {
    const employers = block(composeResume(resumeInput()).document, 'experience')?.employers ?? [];
    expect(employers.map((employer) => [employer.name, employer.dates, employer.positions.length])).toEqual([
      ['Northmere Freight', '2018 – present', 3],
      ['Pelham & Loom', '', 1],
      ['Ostwick Telecom', '', 1],
    ]);
    expect(employers[0]?.about).toBe('Freight forecasting and routing, 2,100 people, Edinburgh');
    expect(employers[0]?.positions[0]?.dates).toBe('Apr 2023 – present');
  });

  test('an employer one returned to after years is named again', () => {
    const [staff, ...rest] = background.positions;
    const back = {
      ...(staff as (typeof background.positions)[number]),
      id: 'back',
      employerId: 'ostwick',
      startedOn: '2025-01',
    };
    const input = { ...resumeInput(), background: { ...background, positions: [back, ...rest] } };
    const names = block(composeResume(input).document, 'experience')?.employers.map((employer) => employer.name);
    expect(names).toEqual(['Ostwick Telecom', 'Northmere Freight', 'Pelham & Loom', 'Ostwick Telecom']);
  });

  test('without choices the newest position shows five, then four, three and two; the rest is listed, hidden', () => {
    const accomplishments = ['staff', 'senior', 'reliability', 'platform', 'operations'].flatMap((id) =>
      many(7, id, id),
    );
    const composed = composeResume({ ...resumeInput(), accomplishments });
    expect(bulletsOf(composed, 'staff')).toHaveLength(5);
    expect(bulletsOf(composed, 'senior')).toHaveLength(4);
    expect(bulletsOf(composed, 'reliability')).toHaveLength(3);
    expect(bulletsOf(composed, 'platform')).toHaveLength(2);
    expect(bulletsOf(composed, 'operations')).toHaveLength(2);
    expect(line(composed, 'staff6')).toMatchObject({ isHidden: true, text: 'Did staff 6' });
    const experience = composed.sections.find((section) => section.kind === 'experience');
    expect(experience?.count).toBe('5 positions, 16 of 35 lines');
  });

  test('a stored choice wins over the rule, and no other line moves in or out for it', () => {
    const accomplishments = many(7, 'staff', 's');
    const choices = [
      choice('accomplishment', 's0', { isHidden: true }),
      choice('accomplishment', 's6', { isHidden: false }),
    ];
    const composed = composeResume({ ...resumeInput({ choices }), accomplishments });
    expect(bulletsOf(composed, 'staff')).toEqual(['s1', 's2', 's3', 's4', 's6']);
  });

  test('an order of the user changes places and nothing else; what came later follows at the end', () => {
    const accomplishments = many(7, 'staff', 's');
    const choices = ['s6', 's3', 's0'].map((id, rank) => choice('accomplishment', id, { rank }));
    const composed = composeResume({ ...resumeInput({ choices }), accomplishments });
    expect(bulletsOf(composed, 'staff')).toEqual(['s3', 's0', 's1', 's2', 's4']);
    const group = composed.sections.find((section) => section.kind === 'experience')?.groups[0];
    expect(group?.items.map((item) => item.refId)).toEqual(['s6', 's3', 's0', 's1', 's2', 's4', 's5']);
  });

  test('a hidden position takes its lines along, and its years out of the total span', () => {
    const choices = [choice('position', 'reliability', { isHidden: true })];
    const composed = composeResume(resumeInput({ choices }));
    expect(bulletsOf(composed, 'reliability')).toEqual([]);
    expect(block(composed.document, 'experience')?.employers[0]?.dates).toBe('2020 – present');
  });

  test('what has no position is listed, and prints under a heading of its own once it is shown', () => {
    const accomplishments = [accomplishment({ id: 'loose', title: 'Spoke at a meetup' })];
    const hidden = composeResume({ ...resumeInput(), accomplishments });
    expect(line(hidden, 'loose')?.isHidden).toBe(true);
    expect(JSON.stringify(hidden.document)).not.toContain('meetup');
    const choices = [choice('accomplishment', 'loose', { isHidden: false })];
    const shown = composeResume({ ...resumeInput({ choices }), accomplishments });
    expect(block(shown.document, 'entries')).toMatchObject({
      heading: 'Further accomplishments',
      entries: [{ lead: '', bullets: [{ id: 'loose', text: 'Spoke at a meetup' }] }],
    });
  });

  test('drafts and what is in the bin never print', () => {
    const accomplishments = [
      accomplishment({ id: 'draft', title: 'Draft', positionId: 'staff', status: 'draft' }),
      accomplishment({ id: 'binned', title: 'Binned', positionId: 'staff', deletedAt: '2026-11-20T10:00:00.000Z' }),
    ];
    expect(bulletsOf(composeResume({ ...resumeInput(), accomplishments }), 'staff')).toEqual([]);
  });
});

describe('words', () => {
  test('a line prints its long wording, or the short one, or its title when there is neither', () => {
    const accomplishments = [
      accomplishment({
        id: 'long',
        title: 'Title',
        longWording: 'Cut **latency** to [96 ms](https://x.example).',
        positionId: 'staff',
      }),
      accomplishment({ id: 'short', title: 'Title', shortWording: 'Cut latency.', positionId: 'staff' }),
      accomplishment({ id: 'title', title: 'Only a title', positionId: 'staff' }),
    ];
    const composed = composeResume({ ...resumeInput(), accomplishments });
    expect(line(composed, 'long')?.text).toBe('Cut latency to 96 ms.');
    expect(line(composed, 'short')?.text).toBe('Cut latency.');
    expect(line(composed, 'title')?.text).toBe('Only a title');
  });

  test('a wording of the resume is printed, marked, and leaves the record beside it', () => {
    const choices = [choice('accomplishment', 'a05', { override: 'Designed the feature store.' })];
    const composed = composeResume(resumeInput({ choices }));
    expect(line(composed, 'a05')).toMatchObject({ text: 'Designed the feature store.', differs: true });
    expect(line(composed, 'a05')?.recordText).toContain('27 of the 41 models');
    expect(JSON.stringify(composed.document)).toContain('Designed the feature store.');
    expect(JSON.stringify(composed.document)).not.toContain('27 of the 41 models');
  });

  test('a wording that says what the record says does not differ', () => {
    const words = resumeInput().accomplishments[5]?.longWording ?? '';
    const choices = [choice('accomplishment', 'a05', { override: words })];
    expect(line(composeResume(resumeInput({ choices })), 'a05')?.differs).toBe(false);
  });

  test('a wording of an entry keeps the name set apart when it still begins with it', () => {
    const choices = [
      choice('certificate', 'cka', { override: 'Certified Kubernetes Administrator, valid to 2028' }),
      choice('certificate', 'ic', { override: 'Incident Commander' }),
    ];
    const entries = composeResume(resumeInput({ choices })).document.blocks.flatMap((block) =>
      block.kind === 'entries' && block.section === 'certificates' ? block.entries : [],
    );
    expect(entries.map((entry) => [entry.lead, entry.rest])).toEqual([
      ['Certified Kubernetes Administrator', 'valid to 2028'],
      ['Incident Commander', ''],
      ['Professional Cloud Architect', 'Harrow Cloud'],
    ]);
  });

  test('an entry that says nothing of itself is left out, whatever else is known of it', () => {
    const input = resumeInput();
    const languages = [{ id: 'unnamed', name: '', fluency: 'C1' }];
    const { blocks } = composeResume({ ...input, background: { ...input.background, languages } }).document;
    expect(blocks.some((block) => block.kind === 'entries' && block.section === 'languages')).toBe(false);
  });
});

describe('the role', () => {
  const role = {
    id: 'role',
    title: 'Principal',
    requirements: [
      { competencyId: 'reliability', weight: 6 },
      { competencyId: 'mentoring', weight: 2 },
      { competencyId: 'unasked', weight: 1 },
    ],
  };

  test('what speaks to it comes first, heaviest first, evidence beneath a requirement included', () => {
    const composed = composeResume({ ...resumeInput(), role });
    // incidents belong under reliability: 6, and mentoring 2
    expect(bulletsOf(composed, 'staff')[0]).toBe('a04');
    expect(line(composed, 'a04')?.speaksTo).toEqual(['Reliability', 'mentoring']);
    expect(line(composed, 'a01')?.speaksTo).toEqual([]);
  });

  test('the count of requirements spoken to is that of what prints', () => {
    expect(composeResume({ ...resumeInput(), role }).role).toEqual({
      id: 'role',
      title: 'Principal',
      requirementCount: 3,
      spokenTo: 2,
    });
    const choices = [choice('accomplishment', 'a04', { isHidden: true })];
    expect(composeResume({ ...resumeInput({ choices }), role }).role?.spokenTo).toBe(1);
    const sections = [{ kind: 'experience' as const, isHidden: true }];
    expect(composeResume({ ...resumeInput({ sections }), role }).role?.spokenTo).toBe(0);
  });

  test('skills that it asks for come first, then those with more evidence', () => {
    const groups = block(composeResume({ ...resumeInput(), role }).document, 'skills')?.groups ?? [];
    expect(groups.map((group) => group.label)).toEqual(['Reliability', 'Leading', 'ML platform']);
    expect(groups[0]?.items[0]).toBe('incident command');
  });
});

describe('sections', () => {
  test('empty sections do not print', () => {
    const empty = { ...background, projects: [], education: [], certificates: [], languages: [] };
    const { document } = composeResume({ ...resumeInput(), background: empty, accomplishments: [] });
    expect(document.blocks.map((block) => block.kind)).toEqual(['summary', 'experience']);
  });

  test('hidden sections do not print and keep their place; the summary always opens the page', () => {
    const sections = [
      { kind: 'education' as const, isHidden: false },
      { kind: 'summary' as const, isHidden: false },
      { kind: 'languages' as const, isHidden: true },
    ];
    const composed = composeResume(resumeInput({ sections }));
    expect(composed.sections.map((section) => section.kind).slice(0, 4)).toEqual([
      'summary',
      'education',
      'languages',
      'experience',
    ]);
    expect(JSON.stringify(composed.document)).not.toContain('Czech');
  });

  test('contact lines go by meaning, and an address prints without its scheme', () => {
    expect(composeResume(resumeInput()).document.contact).toEqual([
      [
        { text: 'Edinburgh, United Kingdom', href: null },
        { text: 'maren@kovarik.example', href: 'mailto:maren@kovarik.example' },
        { text: '+44 131 496 0172', href: 'tel:+441314960172' },
      ],
      [
        { text: 'kovarik.example', href: 'https://kovarik.example/' },
        { text: 'code.example/mkovarik', href: 'https://code.example/mkovarik' },
      ],
    ]);
  });

  test('an empty record makes a document without a word in it', () => {
    const nothing = { name: '', headline: '', email: '', phone: '', place: '', website: '', summary: '', links: [] };
    const { document } = composeResume({
      ...resumeInput(),
      background: {
        profile: nothing,
        employers: [],
        positions: [],
        projects: [],
        education: [],
        certificates: [],
        languages: [],
      },
      accomplishments: [],
    });
    expect(document).toMatchObject({ name: '', headline: '', contact: [], blocks: [], title: 'Resume' });
  });
});
