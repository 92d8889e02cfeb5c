/** Sections of the source as prose: the first gives the chapter its title, those beneath get headings of their own. */
import { Box } from '@mantine/core';
import type { Section } from '../../../../shared/api/role-content.ts';
import { headingOf } from '../../../../shared/domain/role/role-chapters.ts';
import { DocumentBlocks } from '../../../parts/text/document-blocks.tsx';
import classes from '../role-screen.module.css';

interface SectionProseProps {
  readonly sections: readonly Section[];
  /** Whether the first section's heading is already above, as the chapter's title. */
  readonly hasTitle: boolean;
}

export function SectionProse({ sections, hasTitle }: SectionProseProps) {
  const top = Math.min(...sections.map((section) => section.depth)) + (hasTitle ? 1 : 0);
  return sections.map((section, index) => {
    const isTitled = hasTitle && index === 0;
    // A chapter that only groups what stands beneath it has nothing of its own to set.
    if (isTitled && section.blocks.length === 0) return null;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the sections of a source never move
      <div key={index} className={classes.section}>
        {!isTitled && section.depth <= top && (
          <Box component="h3" className="cn-heading" mb={6}>
            {numbered(section)}
          </Box>
        )}
        {!isTitled && section.depth > top && <h4 className={classes.subsubhead}>{numbered(section)}</h4>}
        {section.blocks.length > 0 && <DocumentBlocks blocks={section.blocks} />}
      </div>
    );
  });
}

/** The heading with the source's own number and the words it has in brackets. */
function numbered(section: Section): string {
  const number = section.number === undefined || section.number === '' ? '' : `${section.number} `;
  return `${number}${headingOf(section)}`;
}
