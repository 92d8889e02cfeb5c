/** A ladder as a page: its head with the three views of it, and the view that is chosen. */
import { Tabs } from '@mantine/core';
import type { Ladder } from '../../../shared/api/ladder.ts';
import { AboutView, hasAbout } from './about-view.tsx';
import { LadderHead } from './ladder-head.tsx';
import { useLadderQuery } from './ladder-query.ts';
import classes from './ladder-screen.module.css';
import { LevelsView } from './levels-view.tsx';
import { MatrixView } from './matrix/matrix-view.tsx';

export function LadderPage({ ladder }: { readonly ladder: Ladder }) {
  const [query, change] = useLadderQuery();
  const view = query.view === 'about' && !hasAbout(ladder) ? 'matrix' : query.view;
  const head = (
    <div className={classes.head}>
      <LadderHead ladder={ladder} />
      <Tabs
        mt="sm"
        value={view}
        onChange={(next) => change({ view: next === 'levels' || next === 'about' ? next : 'matrix' })}
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
