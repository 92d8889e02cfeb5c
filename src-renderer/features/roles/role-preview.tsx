/** The chosen role beside the list: what it is for, what matters most in it, and the way into the whole of it. */
import { Box, Button, Group } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { RoleSpec } from '../../../shared/api/role.ts';
import { useAnswer } from '../../api.ts';
import { Answer } from '../../parts/errors/answer.tsx';
import { creditText } from '../../parts/role/credit-line.tsx';
import { OwnEditsDrawer } from '../../parts/role/own-edits-drawer.tsx';
import { RoleActions } from '../../parts/role/role-actions.tsx';
import { hasBadges, RoleBadges } from '../../parts/role/role-badges.tsx';
import { RoleOrigin } from '../../parts/role/role-origin.tsx';
import { useRoleFiles } from '../../parts/role/use-role-files.ts';
import { Markdown } from '../../parts/text/markdown.tsx';
import { CompetencyChip } from '../../ui/figures/level-tile.tsx';
import { HangingSection, Page, PageHead } from '../../ui/pane.tsx';
import classes from './roles-screen.module.css';

/** So many competencies are read at a glance; the rest is in the role. */
const mostChips = 14;

export function RolePreview({ id }: { readonly id: string }) {
  const answer = useAnswer('getRole', { id });
  if (answer.data === undefined || answer.error !== null)
    return <Answer isWhole of={answer} reading="Reading the role" />;
  return <Preview role={answer.data} />;
}

/** “12 competencies, 24 skills, 9 KPIs”; what there is none of is not counted. */
function contentsText(role: RoleSpec): string {
  const of = (kind: string) => role.requirements.filter((asked) => asked.kind === kind).length;
  const counts: readonly [number, string, string][] = [
    [of('competency'), 'competency', 'competencies'],
    [of('skill'), 'skill', 'skills'],
    [of('softSkill'), 'soft skill', 'soft skills'],
    [role.responsibilities.length, 'responsibility', 'responsibilities'],
    [role.kpis.length, 'KPI', 'KPIs'],
    [role.tools.length, 'tool', 'tools'],
    [role.milestones.length, 'milestone', 'milestones'],
    [role.items.length, 'other entry', 'other entries'],
    [role.sections.length, 'section', 'sections'],
  ];
  return counts
    .filter(([count]) => count > 0)
    .map(([count, singular, plural]) => `${count} ${count === 1 ? singular : plural}`)
    .join(', ');
}

function Preview({ role }: { readonly role: RoleSpec }) {
  const [isDiffering, setDiffering] = useState(false);
  const files = useRoleFiles(role);
  const leveled = role.requirements.filter((asked) => asked.level !== null && asked.countsInMatch !== false);
  const keys = role.requirements
    .filter((asked) => asked.keyRank !== undefined)
    .sort((a, b) => (a.keyRank ?? 0) - (b.keyRank ?? 0));
  const chips = leveled.slice(0, mostChips);
  return (
    <Page>
      <PageHead
        badges={hasBadges(role) ? <RoleBadges role={role} onShowEdits={() => setDiffering(true)} /> : undefined}
        title={role.title}
        subtitle={<RoleOrigin role={role} />}
        actions={<RoleActions role={role} files={files} onBinned={() => undefined} />}
      />
      {role.mission !== undefined && (
        <HangingSection label="Mission">
          <Markdown text={role.mission} serif />
        </HangingSection>
      )}
      {role.tourOfDuty !== undefined && (
        <HangingSection label="Tour of duty">
          <Markdown text={role.tourOfDuty} serif />
        </HangingSection>
      )}
      {role.mission === undefined && role.tourOfDuty === undefined && role.summary !== undefined && (
        <HangingSection label="Summary">
          <Markdown text={role.summary} serif />
        </HangingSection>
      )}
      {keys.length > 0 && (
        <HangingSection label="Matters most">
          <ul className={classes.keys}>
            {keys.map((asked) => (
              <li key={asked.id}>
                <strong>{asked.competency}</strong>
                {asked.blurb !== undefined && <span className={classes.keyBlurb}>{` ${asked.blurb}`}</span>}
              </li>
            ))}
          </ul>
        </HangingSection>
      )}
      {chips.length > 0 && (
        <HangingSection label="Asks for">
          <Group gap={6}>
            {chips.map((asked) => (
              <CompetencyChip
                key={asked.id}
                name={asked.competency}
                level={asked.level ?? 0}
                of={asked.scaleLevels?.levels.length ?? 5}
              />
            ))}
            {leveled.length > chips.length && (
              <span className={classes.more}>{`and ${leveled.length - chips.length} more`}</span>
            )}
          </Group>
        </HangingSection>
      )}
      <HangingSection label="Holds">
        <p className={classes.holds}>{`${contentsText(role) || 'A title and nothing else'}.`}</p>
        <Button component={Link} to={`/roles/${role.id}`} mt="sm">
          Read the role
        </Button>
        {creditText(role) !== '' && (
          <Box component="p" className="cn-meta cn-quiet" mt={12}>
            {creditText(role)}
          </Box>
        )}
      </HangingSection>
      <OwnEditsDrawer role={role} opened={isDiffering} onClose={() => setDiffering(false)} />
    </Page>
  );
}
