/** What the app carries of others, with its licence. */

export interface Licence {
  readonly name: string;
  readonly purpose: string;
  readonly licence: string;
}

export const licences: readonly Licence[] = [
  { name: 'Electron', purpose: 'the window and the process behind it', licence: 'MIT' },
  { name: 'Chromium', purpose: 'drawing and printing pages', licence: 'BSD 3-Clause and others' },
  { name: 'Node.js', purpose: 'files and processes', licence: 'MIT' },
  { name: 'SQLite', purpose: 'the record on disk', licence: 'public domain' },
  { name: 'better-sqlite3', purpose: 'SQLite from Node.js', licence: 'MIT' },
  { name: 'Kysely', purpose: 'queries', licence: 'MIT' },
  { name: 'Zod', purpose: 'checking what crosses a boundary', licence: 'MIT' },
  { name: 'uuid', purpose: 'ids', licence: 'MIT' },
  { name: 'parse5', purpose: 'reading HTML', licence: 'MIT' },
  { name: 'csv-parse', purpose: 'reading tables', licence: 'MIT' },
  { name: 'saxes and xmlchars', purpose: 'reading spreadsheets', licence: 'ISC and MIT' },
  { name: 'yaml', purpose: 'reading frameworks written as YAML', licence: 'ISC' },
  { name: 'markdown-it', purpose: 'reading Markdown', licence: 'MIT' },
  { name: '@cantoo/pdf-lib', purpose: 'what a PDF tells about itself', licence: 'MIT' },
  { name: 'PDF.js', purpose: 'the preview of a resume', licence: 'Apache 2.0' },
  { name: 'React', purpose: 'the interface', licence: 'MIT' },
  { name: 'Mantine', purpose: 'parts of the interface', licence: 'MIT' },
  { name: 'TanStack Query and Virtual', purpose: 'answers kept fresh, long lists', licence: 'MIT' },
  { name: 'dnd kit', purpose: 'putting lists in order', licence: 'MIT' },
  { name: 'react-resizable-panels', purpose: 'the divider of the builder', licence: 'MIT' },
  { name: 'wouter', purpose: 'going from screen to screen', licence: 'Unlicense' },
  { name: 'Tabler Icons', purpose: 'icons', licence: 'MIT' },
  { name: 'Inter', purpose: 'the face of the interface', licence: 'OFL 1.1' },
  { name: 'Source Serif 4', purpose: 'titles, reading, paper', licence: 'OFL 1.1' },
  { name: 'Noto Sans Math', purpose: 'arrows and signs on paper', licence: 'OFL 1.1' },
];
