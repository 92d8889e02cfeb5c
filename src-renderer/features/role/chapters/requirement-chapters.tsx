/** What the role requires: competencies as a table, skills by tier, those of a matrix by category. */
import { Anchor, Box, Flex, Group, Stack } from '@mantine/core';
import { Link } from 'wouter';
import type { MatchedRequirement, RoleMatch } from '../../../../shared/api/match.ts';
import type { Requirement, RoleSpec } from '../../../../shared/api/role.ts';
import { levelLabel, levelText } from '../../../../shared/domain/match/level.ts';
import { groupedRuns, requirementWords } from '../../../../shared/domain/role/requirement-words.ts';
import { type RequirementPart, requirementPart } from '../../../../shared/domain/role/role-parts.ts';
import { CairnBadge } from '../../../ui/badges.tsx';
import { CommonName } from '../../../ui/figures/common-name.tsx';
import { LevelTile } from '../../../ui/figures/level-tile.tsx';
import { AddEvidence } from '../add-evidence.tsx';
import classes from './chapters.module.css';
import { type Column, ColumnsTable } from './columns-table.tsx';
import { RoleRadar } from './role-radar.tsx';
import table from './table.module.css';

/** The requirements of one chapter in the role's order. */
export const requirementsOf = (role: RoleSpec, chapter: RequirementPart): readonly Requirement[] =>
  role.requirements.filter((asked) => requirementPart(asked) === chapter);

/** The level asked on its own scale, with its label as tooltip and for screen readers. */
function AskedLevel({ asked, size }: { readonly asked: Requirement; readonly size?: number }) {
  if (asked.level === null) return <span className="cn-quiet">–</span>;
  const of = asked.scaleLevels?.levels.length ?? 5;
  const label = levelLabel(asked.scaleLevels, asked.level);
  return (
    <span title={label === String(asked.level) ? undefined : label}>
      <LevelTile level={asked.level} of={of} {...(size === undefined ? {} : { size })} />
    </span>
  );
}

interface CompetencyTableProps {
  readonly role: RoleSpec;
  readonly match: RoleMatch | undefined;
}

/** Competency, level, what is evidenced, asked as, what it looks like; columns that no row fills are left out. */
export function CompetencyTable({ role, match }: CompetencyTableProps) {
  const rows = requirementsOf(role, 'competencies');
  const matched = new Map(match?.requirements.map((requirement) => [requirement.competencyId, requirement]));
  const columns: readonly Column<Requirement>[] = [
    { head: 'Competency', value: (asked) => <Named asked={asked} />, isLead: true },
    { head: 'Level', value: (asked) => <AskedLevel asked={asked} />, isAlways: true },
    {
      head: 'Evid.',
      value: (asked) => <Evidenced matched={matched.get(asked.competencyId)} roleId={role.id} />,
      isFigure: true,
      ...(matched.size > 0 ? { isAlways: true } : {}),
    },
    { head: 'Asked as', value: (asked) => requirementWords(asked) },
    { head: 'Category', value: (asked) => asked.category },
    { head: 'Tier', value: (asked) => asked.tier },
    {
      head: 'What it looks like here',
      value: (asked) =>
        asked.blurb === undefined && asked.details.length === 0 ? undefined : (
          <>
            {asked.blurb}
            {asked.details.map((detail, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two lines of a source may say the same, and rows never move
              <Box key={index} mt={2}>
                <Box component="span" className="cn-strong" c="var(--cn-text1)">
                  {detail.label}
                </Box>{' '}
                {detail.text}
              </Box>
            ))}
          </>
        ),
    },
    { head: 'Yours', value: (asked) => <AddEvidence asked={asked} />, isFigure: true, isAlways: true },
  ];
  return (
    <>
      <RoleRadar role={role} match={match} />
      <ColumnsTable
        label="Competencies"
        rows={rows}
        columns={columns.filter((column) => column.head !== 'Evid.' || matched.size > 0)}
      />
    </>
  );
}

function Named({ asked }: { readonly asked: Requirement }) {
  return (
    <Flex component="span" align="center" wrap="wrap" gap="0 0.375rem" miw={0}>
      {asked.competency}
      <CommonName shown={asked.competency} commonName={asked.commonName} />
      {asked.keyRank !== undefined && <CairnBadge tone="tint">{`Key ${asked.keyRank}`}</CairnBadge>}
    </Flex>
  );
}

/** A figure that opens: the match says what made it. */
function Evidenced({ matched, roleId }: { readonly matched: MatchedRequirement | undefined; readonly roleId: string }) {
  if (matched === undefined || !matched.hasLevel) return <span className="cn-quiet">–</span>;
  const figure = levelText(matched.evidenced);
  return (
    <Link
      className={table.opens}
      to={`/match/${roleId}`}
      aria-label={`${figure} evidenced of ${matched.competency}, see why in the match`}
    >
      {figure}
    </Link>
  );
}

interface SkillTiersProps {
  readonly requirements: readonly Requirement[];
}

/** Skills under the tiers of the source, each with its labelled lines. */
export function SkillTiers({ requirements }: SkillTiersProps) {
  return (
    <Stack gap="lg">
      {groupedRuns(requirements, (asked) => asked.tier ?? '').map((run) => (
        <div key={run.label}>
          {run.label !== '' && <h3 className={classes.groupHead}>{run.label}</h3>}
          <Flex component="ul" direction="column">
            {run.rows.map((asked) => (
              <li key={asked.id} className={classes.skill}>
                <Group gap="sm">
                  {asked.level !== null && <AskedLevel asked={asked} />}
                  <span className="cn-strong">
                    <Named asked={asked} />
                  </span>
                  {asked.category !== undefined && <span className="cn-meta cn-quiet">{asked.category}</span>}
                  {requirementWords(asked) !== '' && (
                    <span className="cn-meta cn-quiet">{requirementWords(asked)}</span>
                  )}
                  <Box component="span" ms="auto">
                    <AddEvidence asked={asked} />
                  </Box>
                </Group>
                {asked.blurb !== undefined && <p className={classes.blurb}>{asked.blurb}</p>}
                <Details asked={asked} />
              </li>
            ))}
          </Flex>
        </div>
      ))}
    </Stack>
  );
}

function Details({ asked }: { readonly asked: Requirement }) {
  if (asked.details.length === 0) return null;
  return (
    <dl className={classes.details}>
      {asked.details.map((detail, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two lines of a source may say the same, and rows never move
        <div key={index} className={classes.detail}>
          <dt>{detail.label}</dt>
          <dd>{detail.text}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The skills of the ladder's matrix that this level asks for, by category, two columns where there is room. */
export function MatrixSkills({ role }: { readonly role: RoleSpec }) {
  const skills = requirementsOf(role, 'matrix');
  const through = skills.filter((asked) => asked.countsInMatch === false).length;
  const ladderId = role.ladderSpec?.id ?? (role.ladder.length > 0 ? role.id : null);
  return (
    <Stack gap="lg">
      <p className={classes.note}>
        {matrixNote(skills.length, through)}
        {ladderId !== null && (
          <>
            {' '}
            <Anchor className="cn-link" fz="inherit" component={Link} to={`/ladders/${ladderId}`}>
              See them beside the other levels
            </Anchor>
            .
          </>
        )}
      </p>
      <div className={classes.categories}>
        {groupedRuns(skills, (asked) => asked.category ?? '').map((run) => (
          <section key={run.label} className={classes.category} aria-label={run.label || 'Skills without a category'}>
            {run.label !== '' && <h3 className={classes.groupHead}>{run.label}</h3>}
            <ul className={classes.cells}>
              {run.rows.map((asked) => (
                <li key={asked.id}>
                  <AskedLevel asked={asked} size={18} />
                  <span className="cn-breaks">
                    {asked.competency}
                    <CommonName shown={asked.competency} commonName={asked.commonName} />
                    {cellNote(asked) !== '' && <span className={classes.cellNote}>{` · ${cellNote(asked)}`}</span>}
                    {asked.blurb !== undefined && <span className={classes.cellBlurb}>{asked.blurb}</span>}
                    <Details asked={asked} />
                  </span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Stack>
  );
}

function cellNote(asked: Requirement): string {
  const key = asked.keyRank === undefined ? '' : `Key ${asked.keyRank}`;
  const words = requirementWords(asked);
  return [`${words.charAt(0).toLowerCase()}${words.slice(1)}`, asked.tier ?? '', key].filter(Boolean).join(', ');
}

function matrixNote(count: number, through: number): string {
  const skills = count === 1 ? 'One skill' : `${count} skills`;
  if (through === 0) return `${skills}, by category.`;
  if (through === count)
    return `${skills}, by category. Evidence of one counts in the match through the competency above it.`;
  return `${skills}, by category. Evidence of ${through} of them counts in the match through the competency above.`;
}
