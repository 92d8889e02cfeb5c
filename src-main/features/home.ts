/** Home: what is worth doing next, and what was last at hand. */
import type { Home, HomeSuggestion } from '../../shared/api/app.ts';
import type { Context, Handlers } from '../app/context.ts';
import { matchRole } from '../store/record/evidence.ts';

export const homeHandlers: Pick<Handlers, 'getHome'> = {
  async getHome(context): Promise<Home> {
    const { sqlite } = context;
    const aim = sqlite
      .prepare(
        `SELECT r.id AS roleId, r.title, p.targetOn FROM pin p JOIN roleSpec r ON r.id = p.roleSpecId
         WHERE r.deletedAt IS NULL ORDER BY p.pinnedAt DESC LIMIT 1`,
      )
      .get() as Home['aim'] | undefined;
    return { suggestions: await suggest(context, aim ?? null), continueWith: lastAtHand(sqlite), aim: aim ?? null };
  },
};

/** So many of the newest ready accomplishments are looked at: Home is shown often, and the newest are at hand. */
const lookedAt = 500;

async function suggest(context: Context, aim: Home['aim']): Promise<HomeSuggestion[]> {
  const { sqlite, db, today } = context;
  const suggestions: HomeSuggestion[] = [];
  if (aim) {
    const matched = await matchRole(db, sqlite, aim.roleId, today);
    for (const gap of matched?.report.gaps.slice(0, 2) ?? []) {
      suggestions.push({
        kind: 'gap',
        title: gap.competency,
        detail: gap.text,
        to:
          gap.accomplishmentId && gap.act !== 'log'
            ? `/record/${gap.accomplishmentId}?add=${gap.act === 'witness' ? 'witness' : 'metric'}`
            : `/match/${aim.roleId}`,
        act: gap.act === 'witness' ? 'Ask for it' : gap.act === 'measure' ? 'Add figures' : 'See why',
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
  const draft = sqlite
    .prepare(
      `SELECT id, title, createdAt, story = '' AS hasNoStory FROM accomplishment WHERE deletedAt IS NULL AND status = 'draft' ORDER BY createdAt DESC LIMIT 1`,
    )
    .get() as { id: string; title: string; createdAt: string; hasNoStory: number } | undefined;
  if (draft) {
    suggestions.push({
      kind: 'draft',
      title: draft.title,
      detail: draft.hasNoStory
        ? 'A draft without a story yet. Drafts count nowhere.'
        : 'A draft. It counts once it is ready.',
      to: `/record/${draft.id}`,
      act: 'Finish it',
    });
  }
  const unnamed = sqlite
    .prepare(
      `SELECT count(*) AS n, min(id) AS id, (SELECT count(*) FROM (SELECT 1 FROM accomplishment WHERE deletedAt IS NULL AND status = 'ready' LIMIT ?)) > ? AS hasMore FROM
         (SELECT id FROM accomplishment WHERE deletedAt IS NULL AND status = 'ready' ORDER BY createdAt DESC LIMIT ?) a
       WHERE NOT EXISTS (SELECT 1 FROM showing s WHERE s.accomplishmentId = a.id)`,
    )
    .get(lookedAt + 1, lookedAt, lookedAt) as { n: number; id: string | null; hasMore: number };
  if (unnamed.n > 0 && unnamed.id) {
    suggestions.push({
      kind: 'unnamed',
      title:
        unnamed.n === 1
          ? 'One accomplishment names no competency'
          : `${unnamed.n} ${unnamed.hasMore ? `of the newest ${lookedAt} ` : ''}accomplishments name no competency`,
      detail: unnamed.n === 1 ? 'It counts nowhere until it does.' : 'They count nowhere until they do.',
      to: `/record/${unnamed.id}`,
      act: 'Choose',
    });
  }
  const waiting = sqlite.prepare('SELECT count(*) AS n, max(id) AS id FROM importDraft').get() as {
    n: number;
    id: string | null;
  };
  if (waiting.n > 0 && waiting.id) {
    suggestions.push({
      kind: 'import',
      title: waiting.n === 1 ? 'A document waits for your review' : `${waiting.n} documents wait for your review`,
      detail: 'Nothing of it is in your library yet.',
      to: waiting.n === 1 ? `/import/${waiting.id}` : '/import',
      act: 'Review',
    });
  }
  const behind = sqlite
    .prepare(
      `SELECT r.id, r.name, (SELECT count(*) FROM accomplishment a WHERE a.deletedAt IS NULL AND a.status = 'ready' AND a.createdAt > r.updatedAt) AS n
       FROM resume r WHERE r.deletedAt IS NULL ORDER BY r.updatedAt DESC LIMIT 1`,
    )
    .get() as { id: string; name: string; n: number } | undefined;
  if (behind && behind.n > 0) {
    suggestions.push({
      kind: 'resume',
      title: `“${behind.name}” is behind your record`,
      detail:
        behind.n === 1
          ? 'One accomplishment is newer than this resume.'
          : `${behind.n} accomplishments are newer than this resume.`,
      to: `/resumes/${behind.id}`,
      act: 'Review',
    });
  }
  return suggestions;
}

function lastAtHand(sqlite: Context['sqlite']): Home['continueWith'] {
  return sqlite
    .prepare(
      `SELECT * FROM (SELECT 'resume' AS kind, name AS title, 'Resume' AS detail, updatedAt AS at, '/resumes/' || id AS "to" FROM resume WHERE deletedAt IS NULL ORDER BY updatedAt DESC LIMIT 2)
       UNION ALL SELECT * FROM (SELECT 'import', title, 'Import, ' || noticeCount || ' to look at', createdAt, '/import/' || id FROM importDraft ORDER BY createdAt DESC LIMIT 2)
       UNION ALL SELECT * FROM (SELECT 'accomplishment', title, 'Accomplishment', updatedAt, '/record/' || id FROM accomplishment WHERE deletedAt IS NULL ORDER BY updatedAt DESC LIMIT 3)
       ORDER BY at DESC LIMIT 5`,
    )
    .all() as Home['continueWith'];
}
