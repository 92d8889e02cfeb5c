/** What the document says of the ladder as a whole: its line, its summary, questions, prose, and the figures it prints. */

import { Box, Stack } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Ladder } from '../../../shared/api/ladder.ts';
import { counted, type FactCheck, factChecks } from '../../parts/ladder/ladder-words.ts';
import { DocumentBlocks } from '../../parts/text/document-blocks.tsx';
import { Markdown } from '../../parts/text/markdown.tsx';
import classes from './about-view.module.css';
import screen from './ladder-screen.module.css';

/** Whether there is anything to say of the ladder beside its roles. */
export const hasAbout = (ladder: Ladder): boolean =>
  ladder.tagline !== null ||
  ladder.summary !== null ||
  ladder.credit !== null ||
  ladder.faqs.length > 0 ||
  ladder.sections.length > 0 ||
  ladder.facts.length > 0;

export function AboutView({ ladder, head }: { readonly ladder: Ladder; readonly head: ReactNode }) {
  const facts = factChecks(ladder);
  return (
    <div className={screen.main}>
      {head}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling pane is focusable so that keys can scroll it */}
      <section className={screen.scroller} tabIndex={0} aria-label="About the ladder">
        <Stack gap="lg" maw={736}>
          {ladder.tagline !== null && <p className={classes.tagline}>{ladder.tagline}</p>}
          {ladder.summary !== null && <Markdown text={ladder.summary} serif />}
          {facts.length > 0 && (
            <section aria-labelledby="ladder-facts">
              <Box id="ladder-facts" component="h2" mb="sm">
                What the page counts
              </Box>
              <ul className={classes.facts}>
                {facts.map((fact) => (
                  <li key={fact.text}>
                    <Fact fact={fact} />
                  </li>
                ))}
              </ul>
            </section>
          )}
          {ladder.faqs.length > 0 && (
            <section aria-labelledby="ladder-questions">
              <Box id="ladder-questions" component="h2" mb="sm">
                Questions
              </Box>
              {ladder.faqs.map((faq) => (
                <div key={faq.question} className={classes.faq}>
                  <h3 className={classes.question}>{faq.question}</h3>
                  <Markdown text={faq.answer} serif />
                </div>
              ))}
            </section>
          )}
          {ladder.sections.length > 0 && <SourceProse sections={ladder.sections} />}
          {ladder.credit !== null && <p className={classes.credit}>{ladder.credit}</p>}
        </Stack>
      </section>
    </div>
  );
}

/** The document's own prose. Folded where the views tell most of it already. */
function SourceProse({ sections }: Pick<Ladder, 'sections'>) {
  return (
    <details className={classes.document}>
      <summary
        className={classes.documentHead}
      >{`The document as it came, ${counted(sections.length, 'section')}`}</summary>
      {sections.map((section, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the sections of a source never move
        <Box key={index} component="section" mt={20}>
          {section.heading !== '' &&
            (section.depth <= 1 ? (
              <Box component="h2" mb="sm">
                {headingOf(section)}
              </Box>
            ) : (
              <h3 className={classes.question}>{headingOf(section)}</h3>
            ))}
          <DocumentBlocks blocks={section.blocks} />
        </Box>
      ))}
    </details>
  );
}

const headingOf = (section: Ladder['sections'][number]): string => {
  const number = section.number === undefined || section.number === '' ? '' : `${section.number} `;
  const qualifier = section.qualifier === undefined || section.qualifier === '' ? '' : ` (${section.qualifier})`;
  return `${number}${section.heading}${qualifier}`;
};

/** A figure as printed, and how many of it are here; a figure that counts nothing Cairn knows is shown as it is. */
function Fact({ fact }: { readonly fact: FactCheck }) {
  if (fact.here === null) return <span>{fact.text}</span>;
  return (
    <>
      <span>{`The page says ${fact.text}`}</span>
      <span className={classes.here} data-same={fact.isSame || undefined}>
        {fact.isSame && <IconCheck size={14} stroke={1.8} aria-hidden />}
        {`${fact.here.toLocaleString('en')} here`}
        {fact.waiting > 0 && `; ${counted(fact.waiting, 'row')} to be placed`}
      </span>
    </>
  );
}
