/** Sections of the source as prose: the first gives the chapter its title, those beneath get headings of their own. */
import type { Section } from '../../../shared/api/role-content.ts';
import { Blocks } from './blocks.tsx';
import classes from './role-screen.module.css';

export function SectionProse({ sections }: { readonly sections: readonly Section[] }) {
  const top = sections[0]?.depth ?? 1;
  // A chapter that only groups what stands beneath it has nothing of its own to set.
  return sections.map((section, index) =>
    index === 0 && section.blocks.length === 0 ? null : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the sections of a source never move
      <section key={index} className={classes.section} aria-label={section.heading || undefined}>
        {index > 0 && section.depth <= top + 1 && <h3 className={classes.subhead}>{headingOf(section)}</h3>}
        {index > 0 && section.depth > top + 1 && <h4 className={classes.subsubhead}>{headingOf(section)}</h4>}
        {section.blocks.length > 0 && <Blocks blocks={section.blocks} />}
      </section>
    ),
  );
}

/** The heading with the source's own number and the words it has in brackets. */
export function headingOf(section: Section): string {
  const number = section.number === undefined || section.number === '' ? '' : `${section.number} `;
  const qualifier = section.qualifier === undefined || section.qualifier === '' ? '' : ` (${section.qualifier})`;
  return `${number}${section.heading}${qualifier}`;
}
