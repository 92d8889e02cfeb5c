/** The role one aims at: its match, and how far each mandatory requirement is. */
import { Box, Button, Flex, Group } from '@mantine/core';
import { Link } from 'wouter';
import type { Home } from '../../../shared/api/home.ts';
import type { RoleMatch } from '../../../shared/api/match.ts';
import { longDateText, partialDateText } from '../../../shared/domain/dates/date-text.ts';
import { levelText } from '../../../shared/domain/match/level.ts';
import { useAnswer } from '../../api.ts';
import { Answer } from '../../parts/errors/answer.tsx';
import { StatusBadge } from '../../ui/badges.tsx';
import { Empty } from '../../ui/empty.tsx';
import { RequirementBar } from '../../ui/figures/requirement-bar.tsx';
import classes from './aim-box.module.css';
import { SectionHead } from './section-head.tsx';

/** So many fit beside the rest; the match has them all. */
const mostShown = 8;

export function AimBox({ aim }: Pick<Home, 'aim'>) {
  if (aim === null) {
    return (
      <Box component="section" mb={28}>
        <SectionHead title="Aiming for" />
        <Empty
          title="No role yet"
          text="Pin the role you aim at. What it asks and what you can show then stand here, side by side."
          action={
            <Button component={Link} href="/roles">
              Choose a role
            </Button>
          }
        />
      </Box>
    );
  }
  return <Aim roleId={aim.roleId} title={aim.title} targetOn={aim.targetOn} />;
}

function Aim({ roleId, title, targetOn }: NonNullable<Home['aim']>) {
  const match = useAnswer('getMatch', { roleId });
  const by =
    targetOn === null ? '' : `, by ${targetOn.length === 10 ? longDateText(targetOn) : partialDateText(targetOn)}`;
  return (
    <Box component="section" mb={28} aria-label={`Aiming for ${title}`}>
      <div className={classes.over}>Aiming for{by}</div>
      <Box component="h2" mt="xs">
        {title}
      </Box>
      <Answer of={match} />
      {match.data === undefined ? null : <Figures match={match.data} roleId={roleId} />}
    </Box>
  );
}

function Figures({ match, roleId }: { readonly match: RoleMatch; readonly roleId: string }) {
  const mandatory = match.requirements.filter(({ isMandatory }) => isMandatory);
  // what is not met yet comes first: it is why one looks
  const asked = [...(mandatory.length > 0 ? mandatory : match.requirements)].sort(
    (a, b) => Number(a.isMet) - Number(b.isMet),
  );
  const shown = asked.slice(0, mostShown);
  const more = asked.length - shown.length;
  return (
    <>
      <Group gap="0.25rem 0.625rem" pt="xs" pb={10}>
        <span className={classes.figure}>{match.match.toFixed(2)}</span>
        <StatusBadge status={match.status} />
        <Link href={`/match/${roleId}`} className={classes.open}>
          Open match
        </Link>
      </Group>
      {shown.length === 0 ? null : (
        <>
          <div className={classes.group}>{mandatory.length > 0 ? 'Mandatory' : 'Requirements'}</div>
          <ul>
            {shown.map((asked) => (
              <Flex
                key={asked.requirementId}
                component="li"
                className="cn-small cn-rule-below"
                align="center"
                gap={10}
                mih={32}
                py="xs"
              >
                <span className="cn-fill cn-pretty">{asked.competency}</span>
                {asked.hasLevel ? (
                  <>
                    <RequirementBar
                      width={76}
                      of={asked.scaleLevels}
                      required={asked.required}
                      evidenced={asked.evidenced}
                      selfAssessed={asked.selfAssessed}
                    />
                    <Box component="span" className="cn-figures" flex="none" miw={52} ta="end">
                      {levelText(asked.evidenced)} <span className="cn-quiet">/ {asked.required}</span>
                    </Box>
                  </>
                ) : (
                  <Box component="span" className="cn-figures" flex="none" miw={52} ta="end">
                    {asked.isMet ? 'shown' : 'not yet'}
                  </Box>
                )}
              </Flex>
            ))}
          </ul>
          {more === 0 ? null : (
            <Link href={`/match/${roleId}`} className={classes.open}>
              {more} more
            </Link>
          )}
        </>
      )}
    </>
  );
}
