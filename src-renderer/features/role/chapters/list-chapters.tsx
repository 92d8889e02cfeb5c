/** Responsibilities, milestones and passages of a role, each as the list it reads best as. */
import { Box, Stack } from '@mantine/core';
import type { RoleSpec } from '../../../../shared/api/role.ts';
import type { ResponsibilityContent } from '../../../../shared/api/role-content.ts';
import { groupedRuns } from '../../../../shared/domain/role/requirement-words.ts';
import { Markdown } from '../../../parts/text/markdown.tsx';
import { AddEvidenceForText } from '../add-evidence.tsx';
import classes from './chapters.module.css';

interface RoleProps {
  readonly role: RoleSpec;
}

/** By group, with the source's own numbers running through; where it has none, no number is made up. */
export function Responsibilities({ role }: RoleProps) {
  return (
    <Stack gap="lg">
      {groupedRuns(role.responsibilities, (responsibility) => responsibility.group ?? '').map((run) => (
        <div key={run.label}>
          {run.label !== '' && <h3 className={classes.groupHead}>{run.label}</h3>}
          <ol className={classes.duties}>
            {run.rows.map((responsibility, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two rows of a source may say the same, and rows never move
              <li key={index}>
                <span className={classes.number}>{responsibility.number ?? '·'}</span>
                <div className={classes.prose}>
                  {leadText(responsibility.lead, responsibility.text) !== '' && (
                    <span className="cn-bold">{leadText(responsibility.lead, responsibility.text)}</span>
                  )}
                  {responsibility.text}
                </div>
                <AddEvidenceForText duty={dutyName(responsibility)} />
              </li>
            ))}
          </ol>
        </div>
      ))}
    </Stack>
  );
}

/** So much of a responsibility names it in a note. */
const nameLength = 72;

function dutyName({ lead, text }: ResponsibilityContent): string {
  const words = lead !== undefined && lead !== '' ? lead : text;
  if (words.length <= nameLength) return words;
  const cut = words.slice(0, nameLength);
  return cut.slice(0, Math.max(cut.lastIndexOf(' '), nameLength / 2));
}

/** The bold words before a row's text: a sentence of their own, or the beginning of the one that goes on. */
export function leadText(lead: string | undefined, text: string): string {
  if (lead === undefined || lead === '') return '';
  // a sign of its own, or one that the rest begins with, is the source's and stays
  if (/^[,.;:)]/.test(text)) return lead;
  const isNewSentence = /^[\p{Lu}\p{N}]/u.test(text) && !/[.:;,!?–—-]$/.test(lead);
  return `${lead}${isNewSentence ? '.' : ''} `;
}

export function Milestones({ role }: RoleProps) {
  return (
    <Stack gap={12}>
      {groupedRuns(role.milestones, (milestone) => milestone.horizon).map((run) => (
        <div key={run.label} className={classes.horizon}>
          <Box component="h3" className="cn-small cn-bold" pt={3}>
            {run.label}
          </Box>
          <ul className={classes.plain}>
            {run.rows.map((milestone, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two rows of a source may say the same, and rows never move
              <li key={index} className={classes.prose}>
                {milestone.text}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Stack>
  );
}

/** A typed passage: summary, mission or tour of duty. */
export function Passage({ text }: { readonly text: string }) {
  return (
    <div className={classes.prose}>
      <Markdown text={text} />
    </div>
  );
}
