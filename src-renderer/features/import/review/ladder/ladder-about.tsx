/** What a ladder draft says of itself: its names, the figures it prints beside ours, its questions, its prose. */
import { Box } from '@mantine/core';
import type { DraftCounts } from '../../../../../shared/api/import.ts';
import type { LadderContent, RoleLibrary } from '../../../../../shared/api/role-pack.ts';
import { EditText } from '../../../../parts/role-editor/edit-text.tsx';
import { DocumentBlocks } from '../../../../parts/text/document-blocks.tsx';
import { printedCounts } from '../../reading/printed-counts.ts';
import { withFamily, withLadder } from '../pack/change-library.ts';
import classes from './ladder-review.module.css';

interface LadderAboutProps {
  readonly library: RoleLibrary;
  readonly at: number;
  readonly counts: DraftCounts;
  readonly onChange: (make: (library: RoleLibrary) => RoleLibrary) => Promise<void>;
}

/** The ladder with one of its words changed; an empty one is taken out. */
function withWords(ladder: LadderContent, key: 'title' | 'tagline' | 'summary', text: string): LadderContent {
  const { [key]: _gone, ...rest } = ladder;
  return text === '' ? rest : { ...rest, [key]: text };
}

export function LadderAbout({ library, at, counts, onChange }: LadderAboutProps) {
  const ladder = library.ladders[at];
  if (ladder === undefined) return null;
  const figures = printedCounts(library, at, counts);
  const change = (make: (ladderContent: LadderContent) => LadderContent) =>
    onChange((now) => withLadder(now, at, (before) => make(before)));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region is focusable so that keys can scroll it
    <section className={classes.about} data-scroll="draft" tabIndex={0} aria-label="About the ladder">
      <EditText
        label="Family"
        value={ladder.family}
        isRequired
        onSave={(text) => onChange((now) => withFamily(now, at, text))}
      />
      {(['title', 'tagline', 'summary'] as const).map((key) => (
        <EditText
          key={key}
          label={{ title: 'Title', tagline: 'Tagline', summary: 'Summary' }[key]}
          owner="the ladder"
          value={ladder[key] ?? ''}
          isLong={key !== 'title'}
          onSave={(text) => change((before) => withWords(before, key, text))}
        />
      ))}
      {figures.length > 0 && (
        <>
          <Box component="h3" mt={20} mb="xs">
            Figures
          </Box>
          <table className={classes.figures}>
            <thead>
              <tr>
                <th scope="col">What</th>
                <th scope="col">Printed</th>
                <th scope="col">Read</th>
                <th scope="col">
                  <span className="cn-aside">Whether they agree</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {figures.map((figure) => (
                <tr key={`${figure.label} ${figure.printed}`}>
                  <th scope="row">{figure.label || 'Figure'}</th>
                  <td>{figure.printed}</td>
                  <td>{figure.read ?? '–'}</td>
                  <td className={classes.agrees} data-differs={(figure.read !== null && !figure.isSame) || undefined}>
                    {figure.read === null ? '' : figure.isSame ? 'the same' : 'differs'}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
      {ladder.faqs.length > 0 && (
        <Box component="h3" mt={20} mb="xs">
          Questions
        </Box>
      )}
      {ladder.faqs.map((faq, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: questions are changed here and never moved
        <Box key={index} className="cn-rule-below" py={6} data-line={faq.line}>
          {(['question', 'answer'] as const).map((key) => (
            <EditText
              key={key}
              label={key === 'question' ? 'Question' : 'Answer'}
              owner={`question ${index + 1}`}
              value={faq[key]}
              isLong
              isRequired={key === 'question'}
              onSave={(text) =>
                change((now) => ({
                  ...now,
                  faqs: now.faqs.map((before, place) => (place === index ? { ...before, [key]: text } : before)),
                }))
              }
            />
          ))}
        </Box>
      ))}
      {ladder.sections.length > 0 && (
        <Box component="h3" mt={20} mb="xs">
          Text
        </Box>
      )}
      {ladder.sections.map((section, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the sections of a source never move
        <section key={index}>
          <h4 className={classes.sectionHead}>
            {[section.number, section.heading, section.qualifier && `(${section.qualifier})`].filter(Boolean).join(' ')}
          </h4>
          <DocumentBlocks blocks={section.blocks} />
        </section>
      ))}
    </section>
  );
}
