/** An invented record of twelve years, for resumes: promotions, diacritics, long words, every section. */
import type { Accomplishment } from '../../shared/api/accomplishment.ts';
import type { Background } from '../../shared/api/record.ts';
import type { ResumeSettings } from '../../shared/api/resume.ts';
import type { ResumeInput } from '../../shared/domain/resume/resume.ts';

const profile: Background['profile'] = {
  name: 'Maren Kovařík',
  headline: 'Staff Engineer, ML Platform Reliability',
  email: 'maren@kovarik.example',
  phone: '+44 131 496 0172',
  place: 'Edinburgh, United Kingdom',
  website: 'https://kovarik.example/',
  summary:
    'Reliability engineer with twelve years in production systems, the last six on machine-learning platforms. Took a forecasting platform from 99.62 % to 99.97 % availability while its traffic grew eightfold, and cut the cost of a training run by 46 %. Writes the standards other teams adopt, and stays on the on-call rota.',
  links: [{ label: 'Code', url: 'https://code.example/mkovarik' }],
};

export const background: Background = {
  profile,
  employers: [
    {
      id: 'northmere',
      name: 'Northmere Freight',
      place: 'Edinburgh',
      description: 'Freight forecasting and routing, 2,100 people',
      website: '',
    },
    {
      id: 'pelham',
      name: 'Pelham & Loom',
      place: 'Glasgow',
      description: 'Demand planning for retailers, 90 people',
      website: '',
    },
    { id: 'ostwick', name: 'Ostwick Telecom', place: 'Leeds', description: 'Regional network operator', website: '' },
  ],
  positions: [
    position('staff', 'northmere', 'Staff Engineer, ML Platform Reliability', '2023-04', null),
    position('senior', 'northmere', 'Senior Reliability Engineer, ML Platform', '2020-09', '2023-03'),
    position('reliability', 'northmere', 'Reliability Engineer', '2018-02', '2020-08'),
    position('platform', 'pelham', 'Platform Engineer', '2016-06', '2018-01'),
    position('operations', 'ostwick', 'Operations Engineer', '2014-09', '2016-05'),
  ],
  projects: [
    {
      id: 'driftgauge',
      name: 'driftgauge',
      positionId: null,
      description:
        'Open-source library for detecting model drift without labels. 2,100 stars, 38 contributors; three research groups publish with it.',
      website: 'https://code.example/mkovarik/driftgauge',
      startedOn: '2021',
      endedOn: '2024',
    },
  ],
  education: [
    {
      id: 'engd',
      institution: 'University of Strathmere',
      degree: 'EngD',
      area: 'Dependable Learning Systems',
      startedOn: '2018',
      endedOn: '2022',
      note: 'Thesis: Error budgets for learned components in logistics systems.',
    },
    {
      id: 'msc',
      institution: 'University of Strathmere',
      degree: 'MSc',
      area: 'Distributed Systems',
      startedOn: '2013',
      endedOn: '2014',
      note: '',
    },
    {
      id: 'bsc',
      institution: 'Aldermoor Institute of Technology',
      degree: 'BSc',
      area: 'Computer Science',
      startedOn: '2010',
      endedOn: '2013',
      note: '',
    },
  ],
  certificates: [
    {
      id: 'cka',
      name: 'Certified Kubernetes Administrator',
      issuer: 'Cloud Native Guild',
      issuedOn: '2025',
      website: '',
    },
    {
      id: 'ic',
      name: 'Incident Commander, level 2',
      issuer: 'Emergency Coordination Guild',
      issuedOn: '2023',
      website: '',
    },
    { id: 'pca', name: 'Professional Cloud Architect', issuer: 'Harrow Cloud', issuedOn: '2021', website: '' },
  ],
  languages: [
    { id: 'en', name: 'English', fluency: 'C2' },
    { id: 'cs', name: 'Czech', fluency: 'first language' },
    { id: 'de', name: 'German', fluency: 'B2' },
  ],
};

export const competencyNames: Readonly<Record<string, string>> = {
  reliability: 'Reliability',
  slo: 'service-level objectives',
  budgets: 'error budgets',
  incidents: 'incident command',
  capacity: 'capacity modelling',
  platform: 'ML platform',
  serving: 'model serving',
  stores: 'feature stores',
  drift: 'drift detection',
  delivery: 'progressive delivery',
  gpu: 'GPU scheduling',
  leading: 'Leading',
  standards: 'standards',
  mentoring: 'mentoring',
};

export const parents: Readonly<Record<string, string>> = {
  slo: 'reliability',
  budgets: 'reliability',
  incidents: 'reliability',
  capacity: 'reliability',
  serving: 'platform',
  stores: 'platform',
  drift: 'platform',
  delivery: 'platform',
  gpu: 'platform',
  standards: 'leading',
  mentoring: 'leading',
};

/** Each: position, title, the wording on paper, the end, competencies. */
const done: readonly (readonly [string, string, string, string, readonly string[]])[] = [
  [
    'staff',
    'Reliability direction of the platform',
    'Set the reliability direction for a platform that serves 41 models to nine product teams: 3.2 billion predictions a month, availability from 99.62 % to 99.97 %, p99 latency from 480 to 145 ms.',
    '2026-06',
    ['slo', 'serving'],
  ],
  [
    'staff',
    'One scheduler for GPU training',
    'Moved GPU training from eleven team-owned clusters to one shared scheduler; utilisation rose from 34 to 71 % and the cost of a training run fell by 46 %, about £2.3 million a year.',
    '2026-03',
    ['gpu'],
  ],
  [
    'staff',
    'Error budgets for model quality',
    'Introduced error budgets for model quality beside uptime; drift that customers found before we did went from 19 cases a year to 3.',
    '2025-10',
    ['budgets', 'drift'],
  ],
  [
    'staff',
    'Rollback in every release path',
    'Wrote rollback into the release path of every model, cutting mean time to recovery from 94 to 21 minutes. The method is now company standard RS-014, followed by 60 teams.',
    '2025-02',
    ['delivery', 'standards'],
  ],
  [
    'staff',
    'Weekly incident review',
    'Chair the weekly incident review (140 sessions) and mentor six senior engineers in three teams, two of whom have since reached staff level.',
    '2024-09',
    ['incidents', 'mentoring'],
  ],
  [
    'senior',
    'Feature store',
    'Designed the feature store that 27 of the 41 models now read from; defects caused by training and serving disagreeing fell from 31 to 4 a year.',
    '2023-01',
    ['stores'],
  ],
  [
    'senior',
    'Progressive delivery',
    'Built progressive delivery for models (shadow, 1 %, 10 %, all) with automatic rollback on business metrics. Failed releases went from 12.0 to 2.1 %.',
    '2022-06',
    ['delivery'],
  ],
  [
    'senior',
    'Peak season of 2021',
    'Led platform readiness for the 2021 peak season: 4.6 times the usual load and no outage a customer could see, after seven the year before.',
    '2021-12',
    ['capacity', 'incidents'],
  ],
  [
    'senior',
    'Fewer pages',
    'Reduced on-call load from 14 to 3 pages per engineer and week by deleting or rewriting 620 alerts with the teams that owned them.',
    '2021-03',
    ['incidents'],
  ],
  [
    'reliability',
    'First objectives',
    'Gave 85 services their first service-level objectives, agreed with product owners and reviewed every quarter since.',
    '2020-06',
    ['slo'],
  ],
  [
    'reliability',
    'Deployments by pipeline',
    'Replaced hand-run deployments of 60 services with a pipeline; lead time for a change went from nine days to four hours.',
    '2019-11',
    ['delivery'],
  ],
  [
    'reliability',
    'Capacity model',
    'Wrote the capacity model that predicted the 2019 peak within 6 % and deferred £640,000 of hardware.',
    '2019-02',
    ['capacity'],
  ],
  [
    'platform',
    'Out of rented racks',
    'Moved 23 services and 11 TB of PostgreSQL from rented racks to Kubernetes in seven months, with four minutes of downtime in all.',
    '2017-10',
    ['serving'],
  ],
  [
    'platform',
    'Nightly forecast',
    'Cut the nightly forecast from 6 h 40 min to 2 h 50 min by partitioning the largest joins, so that buyers had figures before the shops opened.',
    '2017-01',
    ['capacity'],
  ],
  [
    'operations',
    'Checks of network probes',
    'Automated the checks on 1,900 network probes, replacing 26 hours of manual work a week.',
    '2016-02',
    ['incidents'],
  ],
  [
    'operations',
    'Runbooks',
    'Wrote the runbooks for the operations desk; first-line resolution rose from 41 to 68 %.',
    '2015-06',
    ['incidents', 'standards'],
  ],
];

export const accomplishments: readonly Accomplishment[] = done.map(
  ([positionId, title, longWording, endedOn, competencies], index) =>
    accomplishment({
      id: `a${String(index).padStart(2, '0')}`,
      title,
      longWording,
      positionId,
      endedOn,
      showings: competencies.map((competencyId) => ({ competencyId, level: 3, scaleId: 'five', reason: '' })),
    }),
);

export const settings: ResumeSettings = {
  id: 'resume',
  name: 'Platform roles',
  roleId: null,
  paper: 'a4',
  density: 'comfortable',
  skillWords: 'mine',
  clearance: 'employer',
  sections: [],
  choices: [],
};

/** What a resume of this record is composed from. */
export function resumeInput(change: Partial<ResumeSettings> = {}): ResumeInput {
  return {
    resume: { ...settings, ...change },
    background,
    accomplishments,
    competencyNames,
    parents,
    role: null,
    language: 'en',
  };
}

/** A ready accomplishment that holds nothing but what is given. */
export function accomplishment(content: Partial<Accomplishment> & { readonly id: string }): Accomplishment {
  return {
    title: '',
    story: '',
    startedOn: null,
    endedOn: null,
    isOngoing: false,
    positionId: null,
    projectId: null,
    confidentiality: 'employer',
    status: 'ready',
    shortWording: '',
    longWording: '',
    tags: [],
    metrics: [],
    showings: [],
    witnesses: [],
    evidence: [],
    createdAt: '2026-11-21T10:00:00.000Z',
    updatedAt: '2026-11-21T10:00:00.000Z',
    deletedAt: null,
    ...content,
  };
}

function position(id: string, employerId: string, title: string, startedOn: string, endedOn: string | null) {
  return { id, employerId, title, startedOn, endedOn, isCurrent: endedOn === null, summary: '' };
}
