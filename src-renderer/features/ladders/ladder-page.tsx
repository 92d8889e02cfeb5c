/** A ladder as a page: its head with the three views of it, and the view that is chosen. */
import { ActionIcon, Menu, Tabs } from '@mantine/core';
import { IconArrowsDiff, IconDots, IconSitemap } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { Ladder } from '../../../shared/api/ladder.ts';
import { AboutView, hasAbout } from './about-view.tsx';
import { useLadderQuery } from './ladder-query.ts';
import classes from './ladder-screen.module.css';
import { ladderCounts } from './ladder-words.ts';
import { LevelsView } from './levels-view.tsx';
import { MatrixView } from './matrix-view.tsx';

const icon = { size: 16, stroke: 1.6, 'aria-hidden': true } as const;

export function LadderPage({ ladder }: { readonly ladder: Ladder }) {
  const [query, change] = useLadderQuery();
  const view = query.view === 'about' && !hasAbout(ladder) ? 'matrix' : query.view;
  const head = (
    <div className={classes.head}>
      <div className={classes.titleLine}>
        <h1 className={classes.title}>{ladder.title}</h1>
        <LadderMenu ladder={ladder} />
      </div>
      <p className={classes.subtitle}>{ladderCounts(ladder)}</p>
      <Tabs
        value={view}
        onChange={(next) => change({ view: next === 'levels' || next === 'about' ? next : 'matrix' })}
        classNames={{ root: classes.tabs, list: classes.tabList, tab: classes.tab }}
      >
        <Tabs.List aria-label="What to see of the ladder">
          <Tabs.Tab value="matrix">Matrix</Tabs.Tab>
          <Tabs.Tab value="levels">Levels</Tabs.Tab>
          {hasAbout(ladder) && <Tabs.Tab value="about">About</Tabs.Tab>}
        </Tabs.List>
      </Tabs>
    </div>
  );
  if (view === 'levels') return <LevelsView ladder={ladder} query={query} change={change} head={head} />;
  if (view === 'about') return <AboutView ladder={ladder} head={head} />;
  return <MatrixView ladder={ladder} query={query} change={change} head={head} />;
}

/** What can be done with the ladder as a whole. */
function LadderMenu({ ladder }: { readonly ladder: Ladder }) {
  const compared = ladder.levels.slice(0, 2).map((level) => level.roleId);
  return (
    <div className={classes.acts}>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={`More for ${ladder.title}`}>
            <IconDots size={18} stroke={1.6} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconSitemap {...icon} />}
            component={Link}
            to={`/careers?family=${encodeURIComponent(ladder.family)}`}
          >
            See it on the career map
          </Menu.Item>
          {compared.length === 2 && (
            <Menu.Item
              leftSection={<IconArrowsDiff {...icon} />}
              component={Link}
              to={`/compare?roles=${compared.join(',')}`}
            >
              Compare its roles
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
