/** How much Cairn takes, and the sentence that refuses what is more: the same in the window, the terminal and every reader. */

/** The longest text of one field, in characters: a note, a story, a summary. */
export const longestText = 50_000;

/** So many tags an accomplishment has at most. */
export const mostTags = 40;

/** The longest text that readers give out of one source, all drafts of it together. */
export const maxDraftCharacters = 64_000_000;

/** What is taken at most, what a person calls so many of (`per` of them at once), and what to do about more. */
export interface Limit {
  readonly most: number;
  readonly unit: string;
  readonly per: number;
  readonly advice: string;
}

const onlyThePage = 'Save only the role’s page.';
const copyThePart = 'Copy the role’s part and paste that.';
const limit = (count: number, unit: string, advice: string, per = 1): Limit => ({
  most: count * per,
  unit,
  per,
  advice,
});
const megabytes = (count: number, advice: string, unit = 'MB') => limit(count, unit, advice, 1024 * 1024);
const millions = (count: number, advice: string) => limit(count, 'million characters', advice, 1_000_000);

export const limits = {
  /** One file that is to be read. */
  file: megabytes(20, 'Save only the role’s page, or paste its text.'),
  /** All files that are handed over together, so no source that is stored is larger. */
  filesAtOnce: megabytes(100, 'Give fewer files, or save only the role’s page.'),
  sheet: megabytes(20, 'Save the sheet you mean as CSV.', 'MB in one sheet'),
  json: megabytes(20, onlyThePage, 'MB of JSON'),
  jsonText: limit(5, 'million characters in one text', onlyThePage, 1_000_000),
  jsonValues: limit(500_000, 'values', onlyThePage),
  text: millions(2, copyThePart),
  page: millions(5, copyThePart),
  lines: limit(50_000, 'lines', copyThePart),
  tags: limit(120_000, 'tags', copyThePart),
  headings: limit(1_000, 'headings', onlyThePage),
  posts: limit(100, 'posts', 'Save fewer posts to a file.'),
} as const satisfies Readonly<Record<string, Limit>>;

/** Says that something holds more than it may, by how much, and what to do: to stand alone, for a person. */
export function limitRefusal(what: string, amount: number, { most, unit, per, advice }: Limit): string {
  const tenths = Math.ceil((amount / per) * 10) / 10;
  return `${what} holds ${tenths >= 100 ? Math.ceil(tenths) : tenths} ${unit}; the limit is ${most / per} ${unit}. Nothing was added. ${advice}`;
}
