/** What can be read, in words: each kind of document with an example of how it comes. */
import { Box } from '@mantine/core';
import classes from './import-screen.module.css';

/** Name, how it comes, and an example of what stands in it. */
const formats: readonly { readonly name: string; readonly text: string; readonly example: string }[] = [
  {
    name: 'Role blueprint',
    text: 'The page as saved HTML, as copied text, or as the JSON of a WordPress post.',
    example: '“7. KPIs: Deploy lead time, ≤ 1 day, monthly”',
  },
  {
    name: 'Competency page',
    text: 'A role with its competencies, levels and way up, as text or saved HTML.',
    example: '“Data engineering, level 2 of 4”',
  },
  {
    name: 'Skill matrix',
    text: 'Skills against levels: CSV, TSV, a spreadsheet (.xlsx), cells copied from one, or the page’s text.',
    example: '“Docker; –; W; V; V; E”',
  },
  {
    name: 'Career ladder',
    text: 'Growth tracks as code, progression frameworks in YAML, engineering ladders in Markdown, skill trees in JSON.',
    example: '“milestones: - summary: Works on scoped tasks”',
  },
  {
    name: 'Job advert',
    text: 'Pasted text or HTML: title, responsibilities, what is a must and what is nice to have.',
    example: '“You bring: three years of SQL”',
  },
  {
    name: 'JSON Resume job',
    text: 'A job description in the JSON Resume schema.',
    example: '“responsibilities: [ … ]”',
  },
  {
    name: 'Official downloads',
    text: 'O*NET text files, ESCO CSV, the UK digital framework CSV, NICE JSON. Drop the files of one download together.',
    example: 'Occupation Data.txt, Skills.txt',
  },
  {
    name: 'Role pack',
    text: 'One or many roles with their ladders, competencies and scales.',
    example: '*.rolepack.json',
  },
  {
    name: 'Suggested changes',
    text: 'What someone else would change in a role you have.',
    example: '*.rolepatch.json',
  },
  {
    name: 'Anything else as text',
    text: 'Kept as prose under its headings; you place what should count.',
    example: 'notes.md, a page you copied',
  },
];

export function FormatsRead() {
  return (
    <section aria-labelledby="what-can-be-read">
      <Box id="what-can-be-read" component="h2" className="cn-heading" mt="xl" mb="xs">
        What can be read
      </Box>
      <dl className={classes.formats}>
        {formats.map(({ name, text, example }) => (
          <div key={name} className={classes.format}>
            <dt>{name}</dt>
            <dd>
              {text}{' '}
              <Box component="span" className="cn-meta cn-breaks" display="block" c="var(--cn-text1)">
                {example}
              </Box>
            </dd>
          </div>
        ))}
      </dl>
      <Box component="p" className="cn-small cn-quiet" mt={12}>
        A zip of any of these is read as the files in it. PDF and Word files are not read. Copy their text and paste it.
      </Box>
    </section>
  );
}
