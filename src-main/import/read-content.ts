/** Texts to drafts by what they hold: what belongs together first, then each by itself. */

import type { Draft } from '../../shared/api/import.ts';
import { limits } from '../../shared/vocabulary/limits.ts';
import { isObject, looksLikeJson, readJson } from './files/read-json.ts';
import { type Table, tableOf } from './files/table-file.ts';
import { quoted } from './outline/clean-text.ts';
import { checkTags, outlineOfHtml } from './outline/html-outline.ts';
import { layOutLines } from './outline/outline.ts';
import { checkLimit, type OutputMeter } from './output-limits.ts';
import { readEngineeringLadders } from './roles/frameworks/engineering-ladders.ts';
import { isMonzo, monzoYaml, readMonzo } from './roles/frameworks/monzo-framework.ts';
import { isSnowflake, readSnowflake, snowflakeModule } from './roles/frameworks/snowflake-tracks.ts';
import { isJsonResumeJob, readJsonResumeJob } from './roles/job-advert/json-resume-job.ts';
import { checkValues, readUnknownJson } from './roles/json-prose.ts';
import { legendsIn } from './roles/matrix/matrix-legend-lines.ts';
import { readMatrixTable } from './roles/matrix/matrix-table.ts';
import { isNestedSkills, readNestedSkills } from './roles/matrix/nested-skills.ts';
import { readSkillMatrix } from './roles/matrix/skill-matrix.ts';
import { readDigitalFramework } from './roles/official/digital-framework.ts';
import { readEsco } from './roles/official/esco.ts';
import { isNiceFramework, readNiceFramework } from './roles/official/nice-framework.ts';
import { type OfficialFormat, type OfficialTable, officialTableOf } from './roles/official/official-tables.ts';
import { readOnet } from './roles/official/onet.ts';
import { isRolePack, readRolePack } from './roles/pack/role-pack.ts';
import { isRolePatch, readRolePatch } from './roles/pack/role-patch.ts';
import { looksLikeHtml, readHtmlPage, readText } from './roles/plain-document.ts';
import { isMainlyTable, readPlainTable } from './roles/table-prose.ts';
import { contentOfPost, isWordPressPost, readWordPressPost } from './roles/wordpress-post.ts';
import type { ReadOptions, Source } from './source.ts';

/** A draft and the texts it was read from. */
export interface ReadDraft {
  readonly draft: Draft;
  readonly sources: readonly Source[];
}

/** Runs a reader; undefined where it refused, which is then told. */
type Attempt = <Value>(read: () => Value) => Value | undefined;

const smallTable = 100;
const longestMatrixPage = 2_000_000;

const officialReaders: Readonly<Record<OfficialFormat, (tables: readonly OfficialTable[]) => Draft>> = {
  onet: readOnet,
  esco: readEsco,
  'digital-framework': readDigitalFramework,
};

/**
 * Reads all texts that can be read, within what they may give out. Throws nothing of its own: refusals go through
 * `attempt`.
 */
export function readContent(
  sources: readonly Source[],
  attempt: Attempt,
  meter: OutputMeter,
  options: ReadOptions,
): ReadDraft[] {
  const counted = (name: string, drafts: Draft[]): Draft[] => {
    meter.addDrafts(name, drafts);
    return drafts;
  };
  const tables = sources.flatMap((source) => officialTableOf(source) ?? []);
  const official = new Set(tables.map((table) => table.source));
  const formats = [...new Set(tables.map((table) => table.format))];
  return [
    ...formats.flatMap((format) => {
      const own = tables.filter((table) => table.format === format);
      const drafts = attempt(() => counted(own[0]?.source.name ?? '', [officialReaders[format](own)]));
      return (drafts ?? []).map((draft) => ({ draft, sources: own.map((table) => table.source) }));
    }),
    ...sources
      .filter((source) => !official.has(source))
      .flatMap((source) =>
        (attempt(() => counted(source.name, readOne(source, options))) ?? []).map((draft) => ({
          draft,
          sources: [source],
        })),
      ),
  ];
}

function readOne({ name, text }: Source, { known = [] }: ReadOptions): Draft[] {
  if (looksLikeJson(text)) return readJsonContent(name, readJson(name, text), text.length);
  if (looksLikeHtml(text)) return [readHtmlMatrix(name, text) ?? readHtmlPage(name, text, { known })];
  const lines = text.split('\n');
  // More than anyone would look at beside a draft: the reader of texts says so, before anything is tried on it.
  if (lines.length > limits.lines.most) return [readText(name, text, { known })];
  const tracks = snowflakeModule(text);
  if (tracks !== null) return [readSnowflake(name, tracks, lines)];
  const framework = monzoYaml(text);
  if (framework !== null) return [readMonzo(name, framework, lines)];
  const ladders = readEngineeringLadders(name, text);
  if (ladders !== null) return [ladders];
  const table = tableOf(text);
  const matrix = table === null ? null : readTable(name, text, table);
  return [
    matrix ??
      readSkillMatrix(name, text) ??
      (table !== null && isMainlyTable(table)
        ? readPlainTable(name, table, text.split('\n'))
        : readText(name, text, { known })),
  ];
}

/** A saved page whose tables are a skill matrix, by the text it shows. */
function readHtmlMatrix(name: string, html: string): Draft | null {
  if (html.length > longestMatrixPage || !html.includes('<table')) return null;
  const { chapters, pageTitle } = outlineOfHtml(html, true);
  const isTitled = (chapters[0]?.heading ?? '') !== '';
  const lines = layOutLines(chapters, isTitled || pageTitle === undefined ? [] : [pageTitle]);
  return readSkillMatrix(name, lines.join('\n'));
}

/** A table that is a matrix; one in the middle of running text is for the reader of pages. */
function readTable(name: string, text: string, table: Table): Draft | null {
  const lines = text.split('\n');
  if (table.width < 3 || shareOf(table, lines) < 0.6) return null;
  return readMatrixTable(table, { name, format: 'matrix-table', sourceLines: lines });
}

/** Posts that stand inside an envelope, as programs that fetch them save them: `{ "posts": […] }`, `{ "body": {…} }`. */
function enclosedPosts(value: unknown): Record<string, unknown>[] {
  if (!isObject(value)) return [];
  return Object.values(value)
    .flatMap((inner) => (Array.isArray(inner) ? inner : [inner]))
    .filter(isWordPressPost);
}

/** Says what else stood in the envelope. */
function withEnvelope(drafts: readonly Draft[], value: unknown): Draft[] {
  const [first, ...rest] = drafts;
  const others = Object.entries(isObject(value) ? value : {})
    .filter(([, inner]) => ![inner].flat().some(isWordPressPost))
    .map(([key]) => quoted(key));
  if (first === undefined || others.length === 0) return [...drafts];
  const message = `Beside its posts the file holds ${others.slice(0, 5).join(', ')}${others.length > 5 ? ' and more' : ''}; that is left out.`;
  return [{ ...first, notices: [{ code: 'LEFT_OUT', message: message.slice(0, 300) }, ...first.notices] }, ...rest];
}

/** The share of rows of one width; in a small table the lines of a legend do not count against it. */
function shareOf({ rows, width, share }: Table, lines: readonly string[]): number {
  if (share >= 0.6 || rows.length > smallTable) return share;
  const legend = new Set(legendsIn(lines).flatMap((legend) => legend.lines));
  const others = rows.filter((row) => row.cells.length > 1 || !legend.has(row.line - 1));
  return others.filter((row) => row.cells.length === width).length / Math.max(1, others.length);
}

function readJsonContent(name: string, value: unknown, length: number): Draft[] {
  if (isRolePack(value)) return [readRolePack(name, value)];
  if (isRolePatch(value)) return [readRolePatch(name, value)];
  if (isNiceFramework(value)) return [readNiceFramework(value)];
  if (isWordPressPost(value)) return [readWordPressPost(name, value)];
  const posts = Array.isArray(value) ? value.filter(isWordPressPost) : enclosedPosts(value);
  checkLimit(quoted(name), posts.length, limits.posts);
  if (posts.length > 0) {
    checkTags(...posts.map(contentOfPost));
    return withEnvelope(
      posts.map((post) => readWordPressPost(name, post)),
      value,
    );
  }
  checkLimit(quoted(name), length, limits.page);
  checkValues(name, value);
  if (isSnowflake(value)) return [readSnowflake(name, value)];
  if (isMonzo(value)) return [readMonzo(name, value)];
  if (isJsonResumeJob(value)) return [readJsonResumeJob(name, value)];
  const jobs = Array.isArray(value) ? value.filter(isJsonResumeJob) : [];
  if (jobs.length > 0 && jobs.length <= limits.posts.most) return jobs.map((job) => readJsonResumeJob(name, job));
  if (isNestedSkills(value)) return [readNestedSkills(name, value)];
  return [readUnknownJson(name, value)];
}
