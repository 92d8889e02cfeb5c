/** Settings, each with a default; stored as JSON under its name. */

import type { MatchRule } from '../../shared/api/match.ts';
import type { Settings } from '../../shared/api/profile/settings.ts';
import { defaultMatchRule } from '../../shared/vocabulary/match-rule.ts';
import type { ReadableDatabase, WritableDatabase } from './database.ts';
import { compiled, oneOf, query } from './query.ts';

/** A4 everywhere but where Letter is the usual sheet. */
const letterRegions = new Set(['US', 'CA', 'MX', 'CO', 'CL', 'VE', 'PH', 'PR', 'CR', 'GT', 'PA', 'DO', 'NI', 'SV']);

export function defaultSettings(locale: string = systemLocale()): Settings {
  const region = locale.split(/[-_.]/).find((part) => /^[A-Z]{2}$/.test(part)) ?? '';
  return {
    colorScheme: 'system',
    paper: letterRegions.has(region) ? 'letter' : 'a4',
    recency: defaultMatchRule.recency,
    theta: defaultMatchRule.theta,
    readyAt: defaultMatchRule.ready,
    closeAt: defaultMatchRule.close,
    singleKeys: true,
    zoom: 1,
  };
}

/** The system's locale. Without one set, Intl answers en-US, which says nothing about the paper in the printer. */
function systemLocale(): string {
  const { LC_ALL, LC_PAPER, LANG } = process.env;
  const isUnset = process.platform === 'linux' && !/[a-z]{2}_[A-Z]{2}/.test(LC_ALL || LC_PAPER || LANG || '');
  return isUnset ? '' : LC_ALL || LC_PAPER || Intl.DateTimeFormat().resolvedOptions().locale;
}

const settingsNamed = compiled((keys: readonly string[]) =>
  query.selectFrom('setting').selectAll().where('key', 'in', oneOf(keys)),
);

/** All settings, defaults where nothing is stored. */
export function readSettings(db: ReadableDatabase): Settings {
  const defaults = defaultSettings();
  const rows = db.all(settingsNamed(Object.keys(defaults)));
  const stored = Object.fromEntries(rows.map((row) => [row.key, JSON.parse(row.value) as unknown]));
  return Object.fromEntries(
    Object.entries(defaults).map(([key, value]) => [key, typeof stored[key] === typeof value ? stored[key] : value]),
  ) as Settings;
}

export function writeSetting(db: WritableDatabase, key: string, value: unknown): void {
  const set = { value: JSON.stringify(value) };
  const insert = query.insertInto('setting').values({ key, ...set });
  db.run(insert.onConflict((conflict) => conflict.column('key').doUpdateSet(set)));
}

/** One stored value that is no setting of the user's (such as the window's place); null when it is not there. */
export function readStored(db: ReadableDatabase, key: string): unknown {
  const row = db.first(query.selectFrom('setting').select('value').where('key', '=', key));
  return row ? JSON.parse(row.value) : null;
}

/** The rule of the match as the settings have it. */
export function matchRule(settings: Settings): MatchRule {
  const { theta, readyAt, closeAt, recency } = settings;
  return { ...defaultMatchRule, theta, ready: readyAt, close: closeAt, recency };
}
