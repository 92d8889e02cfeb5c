/** Home: what is worth doing next, and what was last at hand. */
import type { Home, HomeSuggestion } from '../../shared/api/home.ts';
import type { GapAdvice, MatchedRequirement } from '../../shared/api/match.ts';
import { aimOf } from '../../shared/domain/match/aim.ts';
import type { Handlers, ReadContext } from '../app/context.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { compiled, countOf, query } from '../db/query.ts';
import { waitingDrafts } from '../store/record/bulk-change.ts';
import { countedAccomplishments } from '../store/record/counted-accomplishments.ts';
import { matchRole } from '../store/record/evidence.ts';

export const homeHandlers: Pick<Handlers, 'getHome'> = {
  getHome(context): Home {
    const { db } = context;
    const aim = readAim(db);
    return { suggestions: suggest(context, aim), continueWith: lastAtHand(db), aim };
  },
};

/** So many of the newest ready accomplishments are looked at: Home is shown often, and the newest are at hand. */
const lookedAt = 500;

/** A gap by the act that narrows it. */
function titleOf({ act, competency }: GapAdvice, asked: MatchedRequirement | undefined): string {
  if (act === 'witness') return `Ask a manager about ${competency}`;
  if (act === 'measure') return `Measure what came of ${competency}`;
  return asked === undefined || asked.terms.length === 0
    ? `Capture evidence of ${competency}`
    : `Capture more evidence of ${competency}`;
}

function suggest(context: ReadContext, aim: Home['aim']): HomeSuggestion[] {
  const { db, today } = context;
  const suggestions: HomeSuggestion[] = [];
  if (aim) {
    const matched = matchRole(db, aim.roleId, today);
    for (const gap of matched?.report.gaps.slice(0, 2) ?? []) {
      suggestions.push({
        kind: 'gap',
        title: titleOf(
          gap,
          matched?.report.requirements.find(({ requirementId }) => requirementId === gap.requirementId),
        ),
        detail: gap.text,
        to:
          gap.accomplishmentId && gap.act !== 'log'
            ? `/record/${gap.accomplishmentId}?add=${gap.act === 'witness' ? 'witness' : 'metric'}`
            : `/match/${aim.roleId}`,
        act: gap.act === 'witness' ? 'Add witness' : gap.act === 'measure' ? 'Add metric' : 'See why',
      });
    }
  } else {
    suggestions.push({
      kind: 'pin',
      title: 'Pin the role you aim at',
      detail: 'The match then shows what your record proves of it, and what is missing.',
      to: '/roles',
      act: 'Choose a role',
    });
  }
  const { newest: draft, count } = waitingDrafts(db);
  if (draft && count === 1) {
    suggestions.push({
      kind: 'draft',
      title: draft.title,
      detail: 'A draft counts once it is marked ready.',
      to: `/record/${draft.id}`,
      act: 'Finish the draft',
    });
  } else if (draft) {
    suggestions.push({
      kind: 'draft',
      title: `${count < 1_000 ? count : '1,000 or more'} drafts wait to be used`,
      detail: `Drafts count once they are marked ready. The newest: ${draft.title}`,
      to: '/record?status=draft',
      act: 'Look through them',
    });
  }
  const unnamed = db.one(newestWithoutCompetency());
  if (unnamed.n > 0 && unnamed.id) {
    suggestions.push({
      kind: 'unnamed',
      title:
        unnamed.n === 1
          ? 'One accomplishment names no competency'
          : `${unnamed.n} ${unnamed.hasMore ? `of the newest ${lookedAt} ` : ''}accomplishments name no competency`,
      detail:
        unnamed.n === 1
          ? 'Name what it shows, and it counts in a match.'
          : 'Name what they show, and they count in a match.',
      to: `/record/${unnamed.id}`,
      act: 'Choose',
    });
  }
  const waiting = db.one(waitingImports());
  if (waiting.n > 0 && waiting.id) {
    suggestions.push({
      kind: 'import',
      title: waiting.n === 1 ? 'A document waits for your review' : `${waiting.n} documents wait for your review`,
      detail: 'Nothing of it is in your library yet.',
      to: waiting.n === 1 ? `/import/${waiting.id}` : '/import',
      act: 'Review',
    });
  }
  const behind = db.first(newestResume());
  const newer = behind ? db.all(readySince(behind.updatedAt)).length : 0;
  if (behind && newer > 0) {
    suggestions.push({
      kind: 'resume',
      title: `“${behind.name}” is behind your record`,
      detail:
        newer === 1
          ? 'One accomplishment is newer than this resume.'
          : `${newer > lookedAt ? `More than ${lookedAt}` : newer} accomplishments are newer than this resume.`,
      to: `/resumes/${behind.id}`,
      act: 'Review',
    });
  }
  return suggestions;
}

const pinnedRoles = compiled(() =>
  query
    .selectFrom('pin')
    .innerJoin('roleSpec', 'roleSpec.id', 'pin.roleSpecId')
    .select(['roleSpec.id', 'title', 'targetOn', 'pinnedAt'])
    .where('deletedAt', 'is', null),
);

function readAim(db: ReadableDatabase): Home['aim'] {
  const aim = aimOf(db.all(pinnedRoles()).map(({ pinnedAt, ...role }) => ({ ...role, pin: { pinnedAt } })));
  return aim && { roleId: aim.id, title: aim.title, targetOn: aim.targetOn };
}

const accomplishments = query.selectFrom('accomplishment').where('deletedAt', 'is', null);

const ready = countedAccomplishments.select('id');

const newestWithoutCompetency = compiled(() =>
  query
    .selectFrom(ready.orderBy('createdAt', 'desc').limit(lookedAt).as('newest'))
    .leftJoin('showing', 'showing.accomplishmentId', 'newest.id')
    .where('showing.accomplishmentId', 'is', null)
    .select(({ fn, eb, selectFrom }) => [
      fn.countAll<number>().as('n'),
      fn.min('newest.id').as('id'),
      eb(countOf(selectFrom(ready.limit(lookedAt + 1).as('some'))), '>', lookedAt).as('hasMore'),
    ]),
);

const waitingImports = compiled(() =>
  query.selectFrom('importDraft').select(({ fn }) => [fn.countAll<number>().as('n'), fn.max('id').as('id')]),
);

const readySince = compiled((at: string) => ready.where('createdAt', '>', at).limit(lookedAt + 1));

const newestResume = compiled(() =>
  query
    .selectFrom('resume')
    .select(['id', 'name', 'updatedAt'])
    .where('deletedAt', 'is', null)
    .orderBy('updatedAt', 'desc')
    .limit(1),
);

const lastResumes = compiled(() =>
  query
    .selectFrom('resume')
    .select(['id', 'name as title', 'updatedAt as at'])
    .where('deletedAt', 'is', null)
    .orderBy('updatedAt', 'desc')
    .limit(2),
);
const lastDrafts = compiled(() =>
  query
    .selectFrom('importDraft')
    .select(['id', 'title', 'createdAt as at', 'noticeCount'])
    .orderBy('createdAt', 'desc')
    .limit(2),
);
const lastChanged = compiled(() =>
  accomplishments.select(['id', 'title', 'updatedAt as at']).orderBy('updatedAt', 'desc').limit(3),
);

function lastAtHand(db: ReadableDatabase): Home['continueWith'] {
  return [
    ...db
      .all(lastResumes())
      .map(({ id, ...row }) => ({ ...row, kind: 'resume' as const, detail: 'Resume', to: `/resumes/${id}` })),
    ...db.all(lastDrafts()).map(({ id, noticeCount, ...row }) => ({
      ...row,
      kind: 'import' as const,
      detail: `Import, ${noticeCount} to look at`,
      to: `/import/${id}`,
    })),
    ...db.all(lastChanged()).map(({ id, ...row }) => ({
      ...row,
      kind: 'accomplishment' as const,
      detail: 'Accomplishment',
      to: `/record/${id}`,
    })),
  ]
    .sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? 1 : -1))
    .slice(0, 5);
}
