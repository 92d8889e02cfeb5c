/** Snowflake’s growth framework: tracks with milestones, as JSON or as the module of JavaScript it was published in. */
import type { Draft } from '../../../../shared/api/import.ts';
import type { FactContent } from '../../../../shared/api/role-content.ts';
import { readLiteral } from '../../files/js-literal.ts';
import { isObject } from '../../files/read-json.ts';
import { cleanText } from '../../outline/clean-text.ts';
import { titleOfFile } from '../../outline/file-title.ts';
import { labelOfKey } from '../json-prose.ts';
import { openNotices } from '../notices.ts';
import { asLine } from '../role-reading.ts';
import { type FrameworkTopic, frameworkDraft } from './framework-draft.ts';

type Json = Record<string, unknown>;

const mostMilestones = 20;
const textOf = (value: unknown): string => (typeof value === 'string' ? cleanText(value).trim() : '');
const textsOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(textOf).filter(Boolean) : []);

const isTrack = (value: unknown): value is Json =>
  isObject(value) &&
  Array.isArray(value.milestones) &&
  value.milestones.length > 0 &&
  value.milestones.every((milestone) => isObject(milestone) && ('summary' in milestone || 'signals' in milestone));

/** The tracks in a value: it is them, or holds them. */
function tracksIn(value: unknown): Json | null {
  if (!isObject(value)) return null;
  const held = isObject(value.tracks) ? value.tracks : value;
  const tracks = Object.values(held).filter(isTrack).length;
  return tracks > 0 && tracks * 2 >= Object.keys(held).length ? held : null;
}

/** Whether JSON holds tracks with milestones. */
export const isSnowflake = (value: unknown): boolean => tracksIn(value) !== null;

/** The tracks and titles that a module of JavaScript declares; null for any other text. */
export function snowflakeModule(text: string): Json | null {
  if (!text.includes('milestones') || !/\b(?:const|let|var|export|module)\b/.test(text.slice(0, 200_000))) return null;
  const declared = (name: string): unknown => {
    const found = new RegExp(`\\b(?:const|let|var)\\s{1,5}${name}\\b[^={]{0,80}=\\s{0,20}(?=[[{])`).exec(text);
    return found === null ? undefined : readLiteral(text, found.index + found[0].length);
  };
  const tracks = declared('tracks');
  if (tracksIn(tracks) === null) return null;
  return { tracks, titles: declared('titles') ?? [] };
}

/** The draft of the tracks. Throws FILE_TOO_LARGE alone. */
export function readSnowflake(name: string, value: unknown, source?: readonly string[]): Draft {
  const notices = openNotices();
  const tracks = Object.entries(tracksIn(value) ?? {}).filter((entry): entry is [string, Json] => isTrack(entry[1]));
  const height = Math.min(
    mostMilestones,
    Math.max(1, ...tracks.map(([, track]) => (track.milestones as unknown[]).length)),
  );
  const topics = tracks.map(
    ([key, track]): FrameworkTopic => ({
      name: textOf(track.displayName) || labelOfKey(key.toLowerCase()),
      category: textOf(track.category) || undefined,
      description: textOf(track.description) || undefined,
      cells: Array.from({ length: height }, (_, index) => {
        const milestone = (track.milestones as Json[])[index];
        if (milestone === undefined) return null;
        const lists = (
          [
            ['Example behaviors', milestone.signals],
            ['Example tasks', milestone.examples],
          ] as const
        ).flatMap(([label, entries]) => {
          const texts = textsOf(entries);
          return texts.length === 0 ? [] : [{ label, entries: texts.map((text) => ({ text })) }];
        });
        return { level: index + 1, summary: textOf(milestone.summary) || undefined, lists };
      }),
    }),
  );
  notices.add(
    'INTERPRETED',
    'Each milestone is read as a level of the ladder that asks for every track at that milestone.',
    undefined,
    'The framework itself lets a person stand at another milestone of each track.',
  );
  const named = isObject(value) ? textOf(value.title) || textOf(value.name) : '';
  const title = named || titleOfFile(name);
  const labels = Array.from({ length: height }, (_, index) => `Milestone ${index + 1}`);
  return frameworkDraft(
    name,
    'snowflake-tracks',
    {
      title,
      family: title,
      levels: labels.map((label, index) => ({
        code: String(index + 1),
        label,
        title: `${title}, ${label.toLowerCase()}`,
      })),
      scale: labels,
      topics,
      facts: factsOf(value),
    },
    notices,
    source,
  );
}

/** Titles and the points they begin at. */
function factsOf(value: unknown): FactContent[] {
  const titles = isObject(value) && Array.isArray(value.titles) ? value.titles.filter(isObject) : [];
  return titles.slice(0, 60).flatMap((title): FactContent[] => {
    const label = asLine(textOf(title.label));
    const from = typeof title.minPoints === 'number' ? title.minPoints : undefined;
    if (label === '' || from === undefined) return [];
    const to = typeof title.maxPoints === 'number' ? `–${title.maxPoints}` : ' and more';
    return [{ label, value: `${from}${to} points` }];
  });
}
