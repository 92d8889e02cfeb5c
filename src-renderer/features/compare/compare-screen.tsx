/** Two or three roles side by side: what they agree on, where they differ, and what may be one thing under two names. */
import { ActionIcon, Anchor, Box, Button, Flex, Tabs } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useMemo } from 'react';
import { Link } from 'wouter';
import type { RoleRow, RoleSpec } from '../../../shared/api/role.ts';
import { aimOf } from '../../../shared/domain/match/aim.ts';
import { useAnswer } from '../../api.ts';
import { LikePairs } from '../../parts/competency/like-pairs.tsx';
import { Answer } from '../../parts/errors/answer.tsx';
import { ErrorBox } from '../../parts/errors/error-box.tsx';
import { Empty, EmptyScreen } from '../../ui/empty.tsx';
import { Loading } from '../../ui/loading.tsx';
import { useTrail } from '../../ui/trail.tsx';
import { type CompareTab, mostRoles, useCompareQuery } from './compare-query.ts';
import classes from './compare-screen.module.css';
import { CompareTable } from './compare-table.tsx';
import { ComparedRoleField } from './compared-role-field.tsx';

const tabs: readonly (readonly [CompareTab, string])[] = [
  ['requirements', 'Requirements'],
  ['responsibilities', 'Responsibilities'],
  ['kpis', 'KPIs'],
  ['tools', 'Tools'],
  ['about', 'About'],
];

export function CompareScreen() {
  const library = useAnswer('listRoles', {});
  useTrail('Compare');
  if (library.data === undefined || library.error !== null)
    return <Answer isWhole of={library} reading="Reading the roles" />;
  if (library.data.length < 2) {
    return (
      <EmptyScreen
        title="Two roles are needed"
        text="Set beside each other, roles show what they agree on, where they differ, and which competencies are one thing under two names."
        action={
          <Button variant="filled" component={Link} to="/import">
            Import a role
          </Button>
        }
      />
    );
  }
  return <Compare library={library.data} />;
}

function Compare({ library }: { readonly library: readonly RoleRow[] }) {
  const [query, change] = useCompareQuery();
  // A role that has gone to the bin since is left out.
  const ids = useMemo(() => query.roles.filter((id) => library.some((role) => role.id === id)), [query.roles, library]);
  const [a = '', b = '', c = ''] = ids;
  const answers = [
    useAnswer('getRole', { id: a }, { enabled: a !== '' }),
    useAnswer('getRole', { id: b }, { enabled: b !== '' }),
    useAnswer('getRole', { id: c }, { enabled: c !== '' }),
  ].slice(0, ids.length);
  const error = answers.find((answer) => answer.error !== null)?.error ?? null;
  const roles = answers.flatMap((answer) => (answer.data === undefined ? [] : [answer.data]));
  const setAt = (place: number, id: string) => change({ roles: ids.with(place, id) });

  return (
    <div className={classes.screen}>
      <Box component="header" flex="none" pt="md" px="var(--cn-margin)">
        <Box component="h1" mb="sm">
          Compare roles
        </Box>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend above it */}
        <div className={classes.choices} role="group" aria-label="Roles to compare">
          {ids.map((id, place) => (
            <div key={id} className={classes.choice}>
              <ComparedRoleField
                label={`Role ${place + 1}`}
                roles={library}
                value={id}
                without={ids}
                onChoose={(next) => setAt(place, next)}
              />
              {ids.length > 2 && (
                <ActionIcon
                  aria-label={`Leave out ${library.find((role) => role.id === id)?.title ?? 'this role'}`}
                  onClick={() => change({ roles: ids.filter((other) => other !== id) })}
                >
                  <IconX size={16} stroke={1.6} />
                </ActionIcon>
              )}
            </div>
          ))}
          {ids.length < mostRoles && (
            <div key={`new ${ids.length}`} className={classes.choice}>
              <ComparedRoleField
                label={ids.length < 2 ? `Role ${ids.length + 1}` : 'A third role'}
                placeholder={ids.length < 2 ? 'Choose a role' : 'Add a third role'}
                roles={library}
                value={null}
                without={ids}
                onChoose={(id) => change({ roles: [...ids, id] })}
              />
            </div>
          )}
        </div>
        {ids.length >= 2 && (
          <Tabs
            mt="sm"
            value={query.tab}
            onChange={(tab) => change({ tab: tabs.find(([known]) => known === tab)?.[0] ?? 'requirements' })}
          >
            <Tabs.List aria-label="What to compare">
              {tabs.map(([value, label]) => (
                <Tabs.Tab key={value} value={value}>
                  {label}
                </Tabs.Tab>
              ))}
            </Tabs.List>
          </Tabs>
        )}
      </Box>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling pane is focusable so that keys can scroll it */}
      <section className={classes.scroller} tabIndex={0} aria-label="Comparison">
        {error !== null ? (
          <ErrorBox error={error} retry={() => answers.forEach((answer) => void answer.refetch())} />
        ) : ids.length < 2 ? (
          <Suggestions library={library} ids={ids} onChoose={(roles) => change({ roles })} />
        ) : roles.length < ids.length ? (
          <Loading label="Reading the roles" />
        ) : (
          <>
            {query.tab === 'requirements' && (
              <div className={classes.pairs}>
                <LikePairs roleIds={ids} mostShown={3} />
              </div>
            )}
            <CompareTable roles={roles as readonly RoleSpec[]} query={query} change={change} />
          </>
        )}
      </section>
    </div>
  );
}

interface SuggestionsProps {
  readonly library: readonly RoleRow[];
  readonly ids: readonly string[];
  readonly onChoose: (ids: readonly string[]) => void;
}

/** What is most often worth a look beside the role one aims at: the levels next to it. */
function Suggestions({ library, ids, onChoose }: SuggestionsProps) {
  const begun = library.find((role) => role.id === ids[0]);
  const aim = begun ?? aimOf(library);
  const near =
    aim === null
      ? []
      : library.filter(
          (role) =>
            role.id !== aim.id &&
            role.archivedAt === null &&
            aim.family !== null &&
            role.family === aim.family &&
            Math.abs((role.levelOrder ?? 99) - (aim.levelOrder ?? 0)) === 1,
        );
  return (
    <Empty
      title={begun === undefined ? 'Choose two roles' : 'Choose another role'}
      text={
        aim === null || near.length === 0
          ? 'What they ask is set side by side: what they agree on, where they differ, and what only one of them names.'
          : `What they ask is set side by side. Next to ${aim.title} stand:`
      }
      action={
        aim === null || near.length === 0 ? undefined : (
          <Flex component="span" direction="column" gap="xs" align="flex-start">
            {near.map((role) => (
              <Anchor key={role.id} component="button" type="button" onClick={() => onChoose([aim.id, role.id])}>
                {`${aim.title} and ${role.title}`}
              </Anchor>
            ))}
          </Flex>
        )
      }
    />
  );
}
