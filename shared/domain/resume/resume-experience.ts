/** Experience: accomplishments under their positions, positions under their employers. */
import type { DocumentPosition, ResumeBlock } from '../../api/document.ts';
import type { Employer, Position } from '../../api/record.ts';
import type { BuilderGroup } from '../../api/resume.ts';
import { sectionHeadings } from '../../vocabulary/resume-sections.ts';
import { paperPeriod } from '../dates/date-text.ts';
import { comparePartialDates, firstDayOf, lastDayOf, yearsBetween } from '../dates/partial-date.ts';
import { joinParts } from '../paper/joined-text.ts';
import { oneLine, printedAddress } from '../paper/printed-text.ts';
import {
  accomplishmentLines,
  bulletsOf,
  countLines,
  proseLines,
  proseOf,
  type ResumePart,
  type ResumeSource,
  yearsText,
} from './resume-part.ts';

/** How many accomplishments the rule shows: of the newest position, of the one before, … and of all earlier ones. */
const positionCaps = [5, 4, 3, 2] as const;
/** A record of so few is shown whole. */
const fewAccomplishments = 6;
/** Back after more than this many years, an employer is named again rather than its positions joined. */
const mostYearsAway = 1;

interface Stint {
  readonly employer: Employer | undefined;
  readonly positions: Position[];
}

/** Builds the section. Positions keep the record's order (newest first) unless the user moved them. */
export function experiencePart(source: ResumeSource): ResumePart {
  const { background, choices } = source;
  const caps = new Map(
    background.positions.map((position, place) => [position.id, capOf(source, positionCaps[place] ?? positionCaps[3])]),
  );
  const employers = new Map(background.employers.map((employer) => [employer.id, employer]));
  const doneAt = (positionId: string) => source.accomplishments.filter((done) => done.positionId === positionId);
  const positions = choices.arrange(background.positions, 'position', (position) => position.id);
  const groups = positions.map((position): BuilderGroup => {
    const employer = employers.get(position.employerId);
    return {
      positionId: position.id,
      projectId: null,
      title: joinParts([position.title, employer?.name ?? ''].map(oneLine)),
      dates: yearsText(position.startedOn, position.endedOn, position.isCurrent),
      isHidden: choices.isHidden('position', position.id, false),
      hiddenCount: 0,
      items: [
        ...proseLines(source, position.id, position.summary),
        ...accomplishmentLines(source, doneAt(position.id), caps.get(position.id) ?? 0),
      ],
    };
  });
  const loose = looseGroup(source);
  const all = loose === null ? groups : [...groups, loose];
  const groupOf = new Map(groups.map((group) => [group.positionId, group]));
  const stints = stintsOf(
    positions.filter((position) => !groupOf.get(position.id)?.isHidden),
    employers,
  );
  const blocks: ResumeBlock[] = [];
  if (stints.length > 0) {
    blocks.push({
      kind: 'experience',
      heading: sectionHeadings.experience,
      employers: stints.map(({ employer, positions: held }, place) => ({
        id: `${employer?.id ?? 'none'}-${place}`,
        name: oneLine(employer?.name ?? ''),
        about: joinParts([employer?.description ?? '', employer?.place ?? ''].map(oneLine)),
        link: printedAddress(employer?.website ?? ''),
        dates: held.length > 1 ? totalSpan(held, source.language) : '',
        positions: held.map((position) => printedPosition(position, groupOf.get(position.id), source.language)),
      })),
    });
  }
  const looseBullets = loose === null ? [] : bulletsOf(loose.items);
  if (looseBullets.length > 0) {
    blocks.push({
      kind: 'entries',
      section: 'projects',
      heading: stints.length > 0 ? 'Further accomplishments' : 'Accomplishments',
      entries: [
        { id: 'loose', lead: '', rest: '', link: null, dates: '', note: '', bullets: looseBullets, isReworded: false },
      ],
    });
  }
  return {
    section: {
      kind: 'experience',
      heading: sectionHeadings.experience,
      count: countLines(all, 'position', 'positions'),
      groups: all,
    },
    blocks,
  };
}

/** How many the rule shows where it would show `cap` of a long record. */
function capOf({ accomplishments }: ResumeSource, cap: number): number {
  return accomplishments.length <= fewAccomplishments ? fewAccomplishments : cap;
}

/** What belongs to no position and no project: listed, and shown by the rule only where there is nothing else. */
function looseGroup(source: ResumeSource): BuilderGroup | null {
  const { positions, projects } = source.background;
  const known = new Set([...positions, ...projects].map((thing) => thing.id));
  const loose = source.accomplishments.filter(
    ({ positionId, projectId }) => !known.has(positionId ?? '') && !known.has(projectId ?? ''),
  );
  if (loose.length === 0) return null;
  const items = accomplishmentLines(source, loose, positions.length > 0 ? 0 : capOf(source, positionCaps[0]));
  return {
    positionId: null,
    projectId: null,
    title: 'Without a position',
    dates: '',
    isHidden: false,
    items,
    hiddenCount: 0,
  };
}

function printedPosition(position: Position, group: BuilderGroup | undefined, language: string): DocumentPosition {
  const items = group?.items ?? [];
  return {
    id: position.id,
    title: oneLine(position.title),
    dates: paperPeriod(position.startedOn, position.endedOn, position.isCurrent, language),
    summary: proseOf(items),
    bullets: bulletsOf(items),
  };
}

/** Positions joined under one employer, unless years elsewhere lie between them. */
function stintsOf(positions: readonly Position[], employers: ReadonlyMap<string, Employer>): readonly Stint[] {
  const stints: Stint[] = [];
  const latest = new Map<string, Stint>();
  for (const position of positions) {
    const known = latest.get(position.employerId);
    if (known && !isReturn(known.positions, position)) {
      known.positions.push(position);
      continue;
    }
    const stint = { employer: employers.get(position.employerId), positions: [position] };
    latest.set(position.employerId, stint);
    stints.push(stint);
  }
  return stints;
}

function isReturn(held: readonly Position[], earlier: Position): boolean {
  if (earlier.isCurrent || earlier.endedOn === null) return false;
  const ended = lastDayOf(earlier.endedOn);
  return held.every(
    (later) => later.startedOn !== null && yearsBetween(ended, firstDayOf(later.startedOn)) > mostYearsAway,
  );
}

/** From the first year to the last of several positions; nothing when a date is missing. */
function totalSpan(positions: readonly Position[], language: string): string {
  const starts = positions.map((position) => position.startedOn);
  const ends = positions.map((position) => (position.isCurrent ? '' : position.endedOn));
  if (starts.includes(null) || ends.includes(null)) return '';
  const first = (starts as string[]).sort(comparePartialDates)[0] ?? '';
  const last = (ends as string[]).sort(comparePartialDates).at(-1) ?? '';
  return paperPeriod(
    first.slice(0, 4),
    last.slice(0, 4),
    positions.some((position) => position.isCurrent),
    language,
  );
}
