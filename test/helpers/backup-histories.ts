/** Invented lives of a profile's backups, with clocks that jump, to try the rule by which backups go. */
import { backupsToRemove, type RotatedBackup } from '../../src-main/backup/backup-rotation.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

interface Made extends RotatedBackup {
  /** When it really was made, whatever the clock said. */
  readonly at: number;
}

/** The rule as the app uses it; a control passes another. */
type Rule = (backups: readonly RotatedBackup[], restoredAfter: number | null) => readonly string[];

/** The rule as it was: ages by the clock, the guard against the last backup alone. */
const brokenRule: Rule = (backups) => {
  const newestFirst = [...backups].sort((a, b) => b.sequence - a.sequence);
  const now = Date.parse(newestFirst[0]?.madeAt ?? '');
  if ((newestFirst[0]?.rows ?? 0) < (newestFirst[1]?.rows ?? 0) * 0.8) return [];
  const keep = new Set(newestFirst.slice(0, 10));
  const seen = new Set<number>();
  for (const backup of newestFirst) {
    const slot = Math.floor(Math.max(0, now - Date.parse(backup.madeAt)) / day);
    if (slot < 14 && !seen.has(slot)) keep.add(backup);
    seen.add(slot);
  }
  return newestFirst.filter((backup) => !keep.has(backup)).map(({ fileName }) => fileName);
};

/**
 * Lives through `count` histories of up to a few hundred backups each and looks after every backup whether one went that
 * must stay. Answers one line for each broken promise, with the seed that shows it again. `isBroken` tries the rule as it
 * was before, which must fail.
 */
export function runHistories(options: { seed: number; count: number; isBroken?: boolean }): {
  tried: number;
  failures: string[];
} {
  const failures: string[] = [];
  for (let index = 0; index < options.count; index += 1) {
    const seed = options.seed + index;
    const failure = live(random(seed), options.isBroken ? brokenRule : backupsToRemove);
    if (failure !== null) failures.push(`seed ${seed}: ${failure}`);
  }
  return { tried: options.count, failures };
}

function live(next: () => number, rule: Rule): string | null {
  const pick = (below: number) => Math.floor(next() * below);
  const jumps = next() < 0.7;
  let at = Date.parse('2026-01-01T09:00:00Z');
  /** By how much the clock is wrong. */
  let wrong = 0;
  let clock = at;
  let rows = 500 + pick(1_000);
  let restoredAfter: number | null = null;
  let restoredAt = Number.NEGATIVE_INFINITY;
  let hasJumped = false;
  let isEmptied = false;
  let there: Made[] = [];
  const steps = 30 + pick(120);
  for (let sequence = 1; sequence <= steps; sequence += 1) {
    at += [30 * minute, 3 * hour, day, day, 2 * day, 9 * day, 40 * day][pick(7)] ?? day;
    const before = wrong;
    if (jumps && next() < 0.06) wrong = wrong === 0 ? (jumpsOf[pick(jumpsOf.length)] ?? 0) : 0;
    hasJumped ||= wrong !== before;
    // a smaller step forward looks as if Cairn had not been used for a while
    const pause = at + wrong - clock;
    const isJump = pause < 0 || pause > 400 * day;
    clock = at + wrong;
    if (next() < 0.05) isEmptied = !isEmptied && next() < 0.4;
    rows += pick(10);
    if (next() < 0.01) {
      restoredAfter = sequence - 1;
      restoredAt = at;
    }
    const made: Made = {
      fileName: `${String(sequence).padStart(6, '0')}.db.gz`,
      sequence,
      madeAt: new Date(at + wrong).toISOString(),
      reason: next() < 0.03 ? 'Before an update' : 'Regular',
      rows: isEmptied ? emptied : rows,
      at,
    };
    const all = [...there, made];
    const gone = new Set(rule(all, restoredAfter));
    const left = all.filter(({ fileName }) => !gone.has(fileName));
    const failure = brokenPromise({ all, left, at, isJump, hasJumped, restoredAt });
    if (failure !== null) return `after backup ${sequence}: ${failure}`;
    there = left;
  }
  return null;
}

/** Rows of a record whose owner deleted everything, by mistake. */
const emptied = 5;
const jumpsOf = [73 * 365 * day, -56 * 365 * day, 3 * 365 * day, 500 * day, -20 * day, -2 * hour, 402 * day];

interface Moment {
  readonly all: readonly Made[];
  readonly left: readonly Made[];
  readonly at: number;
  readonly isJump: boolean;
  readonly hasJumped: boolean;
  readonly restoredAt: number;
}

function brokenPromise({ all, left, at, isJump, hasJumped, restoredAt }: Moment): string | null {
  const stays = new Set(left);
  const goes = all.filter((backup) => !stays.has(backup));
  if (all.slice(-10).some((backup) => !stays.has(backup))) return 'one of the newest ten went';
  if (goes.length > 0 && isJump) return `the clock jumped, and ${goes.length} went`;
  const full = all.slice(-16, -1).filter(({ rows }) => rows > emptied).length;
  if (goes.length > 0 && all.at(-1)?.rows === emptied && full >= 8)
    return `the record was emptied, and ${goes.length} went`;
  if (goes.length > 0 && at - restoredAt < 7 * day && at >= restoredAt && !hasJumped)
    return `a backup was restored ${Math.round((at - restoredAt) / day)} days before, and ${goes.length} went`;
  const recent = goes.find((backup) => at - backup.at <= 2 * day);
  if (recent) return `one of the last 48 hours went: ${recent.fileName}`;
  // of every day, week and month that the clock told right
  if (!hasJumped) {
    for (const [count, span, name] of [
      [14, day, 'day'],
      [8, 7 * day, 'week'],
      [12, 30 * day, 'month'],
    ] as const) {
      const spans = [...new Set(all.map((backup) => Math.floor(backup.at / span)))].slice(-count);
      const missing = spans.find((slot) => !left.some((backup) => Math.floor(backup.at / span) === slot));
      if (missing !== undefined) return `a ${name} has none left`;
    }
    const updates = all.filter(({ reason }) => reason === 'Before an update').slice(-5);
    if (updates.some((backup) => !stays.has(backup))) return 'one of the newest five before an update went';
  }
  return null;
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
