/** Small resumes in any script, for what is printed. */
import type { ResumeDocument } from '../../shared/api/document.ts';
import type { Background } from '../../shared/api/record.ts';
import { composeResume } from '../../shared/domain/resume/resume.ts';
import { accomplishment, resumeInput } from './resume-record.ts';

export interface ResumeWords {
  readonly name: string;
  readonly headline: string;
  readonly place: string;
  readonly summary: string;
  readonly employer: string;
  readonly about: string;
  readonly title: string;
  readonly school: string;
  readonly degree: string;
  readonly bullets: readonly string[];
}

const dates = { startedOn: '2010', endedOn: '2014' };

/** One job, one school, and what was done. */
export function smallResume(words: ResumeWords): ResumeDocument {
  const background: Background = {
    profile: {
      name: words.name,
      headline: words.headline,
      email: 'noa@example.org',
      phone: '+972 50 123 4567',
      place: words.place,
      website: 'https://noa.example',
      summary: words.summary,
      links: [],
    },
    employers: [{ id: 'e', name: words.employer, place: words.place, description: words.about, website: '' }],
    positions: [{ id: 'p', employerId: 'e', title: words.title, ...dates, isCurrent: false, summary: '' }],
    projects: [],
    education: [{ id: 'd', institution: words.school, degree: words.degree, area: '', ...dates, note: '' }],
    certificates: [],
    languages: [],
  };
  const done = words.bullets.map((title, place) =>
    accomplishment({ id: `b${place}`, title, positionId: 'p', endedOn: `${2014 - place}` }),
  );
  return composeResume({ ...resumeInput(), background, accomplishments: done, competencyNames: {}, parents: {} })
    .document;
}

/** A first job of so many lines, then a second one with a summary and four lines: the head of the second moves down the page. */
export function longResume(lines: number, bulletsOfSecond: number): ResumeDocument {
  const base = resumeInput();
  const job = (id: string, title: string, summary: string) => ({
    id,
    employerId: id,
    title,
    ...dates,
    isCurrent: false,
    summary,
  });
  const background: Background = {
    ...base.background,
    profile: { ...base.background.profile, summary: '' },
    employers: ['first', 'second'].map((id) => ({ id, name: `${id} AB`, place: '', description: '', website: '' })),
    positions: [
      job('first', 'Keeper', ''),
      job('second', 'Warden', `Summary ${'of what the position was about '.repeat(7)}ends`),
    ],
    projects: [],
    education: [],
    certificates: [],
    languages: [],
  };
  const of = (positionId: string, count: number) =>
    Array.from({ length: count }, (_, place) =>
      accomplishment({ id: `${positionId}${place}`, title: `Line ${place} of the ${positionId} job`, positionId }),
    );
  const accomplishments = [...of('first', lines), ...of('second', bulletsOfSecond)];
  const choices = accomplishments.map(({ id: refId }) => ({
    kind: 'accomplishment' as const,
    refId,
    isHidden: false,
    rank: null,
    override: null,
  }));
  const resume = { ...base.resume, choices };
  return composeResume({ ...base, resume, background, accomplishments, competencyNames: {}, parents: {} }).document;
}
