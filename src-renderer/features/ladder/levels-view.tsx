/** The levels of a ladder one after the other, and above them what changes between two that are chosen. */
import { Anchor, Box, Flex } from '@mantine/core';
import { IconTarget } from '@tabler/icons-react';
import { type ReactNode, useRef } from 'react';
import { Link } from 'wouter';
import type { Ladder, LadderLevel } from '../../../shared/api/ladder.ts';
import { Markdown } from '../../parts/text/markdown.tsx';
import { CairnBadge } from '../../ui/badges.tsx';
import { levelName } from './ladder-levels.ts';
import type { LadderQuery } from './ladder-query.ts';
import screen from './ladder-screen.module.css';
import { LevelDifferenceBox } from './level-difference-box.tsx';
import classes from './levels-view.module.css';

interface LevelsViewProps {
  readonly ladder: Ladder;
  readonly query: LadderQuery;
  readonly change: (patch: Partial<LadderQuery>) => void;
  readonly head: ReactNode;
}

export function LevelsView({ ladder, query, change, head }: LevelsViewProps) {
  const scroller = useRef<HTMLElement>(null);
  const goTo = (roleId: string) => {
    const title = scroller.current?.querySelector<HTMLElement>(`[data-level="${CSS.escape(roleId)}"]`);
    title?.scrollIntoView({ block: 'start' });
    title?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
  };
  return (
    <Flex h="100%" pos="relative">
      <nav className={screen.side} aria-label="Levels">
        <Box component="ul" className="cn-scroll" py={12} px="sm">
          {ladder.levels.map((level) => (
            <li key={level.roleId}>
              <button type="button" className={screen.entry} onClick={() => goTo(level.roleId)}>
                <span className={screen.entryName}>{levelName(level)}</span>
                {level.isPinned && <IconTarget size={14} stroke={1.6} role="img" aria-label="your aim" />}
              </button>
            </li>
          ))}
        </Box>
      </nav>
      <div className={screen.main}>
        {head}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling pane is focusable so that keys can scroll it */}
        <section ref={scroller} className={screen.scroller} tabIndex={0} aria-label="Levels">
          {ladder.levels.length > 1 && <LevelDifferenceBox ladder={ladder} query={query} change={change} />}
          {ladder.levels.map((level, index) => (
            <Level key={level.roleId} level={level} next={ladder.levels[index + 1]} />
          ))}
        </section>
      </div>
    </Flex>
  );
}

interface LevelProps {
  readonly level: LadderLevel;
  readonly next: LadderLevel | undefined;
}

function Level({ level, next }: LevelProps) {
  const name = levelName(level);
  return (
    <section className={classes.level} data-level={level.roleId} aria-labelledby={`level-${level.roleId}`}>
      <div className={classes.levelHead}>
        <h2 id={`level-${level.roleId}`} className={classes.levelTitle} tabIndex={-1}>
          {name}
        </h2>
        {level.isPinned && (
          <CairnBadge tone="tint" icon={IconTarget}>
            Your aim
          </CairnBadge>
        )}
        <Anchor component={Link} to={`/roles/${level.roleId}`} className={classes.roleLink}>
          {level.title === name ? 'Read the role' : level.title}
        </Anchor>
      </div>
      {level.tourOfDuty !== null && (
        <Box component="p" className="cn-small cn-breaks cn-quiet" mt="sm">
          {level.tourOfDuty}
        </Box>
      )}
      {level.mission !== null && (
        <Box maw={640} mt="sm">
          <Markdown text={level.mission} serif />
        </Box>
      )}
      {level.focus !== null && (
        <div className={classes.row}>
          <h3 className={classes.label}>Focus</h3>
          <p className="cn-small cn-breaks">{level.focus}</p>
        </div>
      )}
      {level.stack.length > 0 && (
        <div className={classes.row}>
          <h3 className={classes.label}>Stack</h3>
          <ul className={classes.stack}>
            {level.stack.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </div>
      )}
      {level.gapPairs.length > 0 && (
        <div className={classes.row}>
          <h3 className={classes.label}>{next === undefined ? 'Way on' : `To ${levelName(next)}`}</h3>
          <ul className={classes.pairs}>
            {level.gapPairs.map((pair) => (
              <li key={`${pair.theme ?? ''} ${pair.from} ${pair.to}`}>
                {pair.theme !== null && (
                  <Box component="span" className="cn-quiet" me="sm">
                    {pair.theme}
                  </Box>
                )}
                <span>{pair.from}</span>
                <Box component="span" className="cn-quiet" mx={6} role="img" aria-label="to">
                  →
                </Box>
                <span className="cn-strong">{pair.to}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {level.mission === null &&
        level.focus === null &&
        level.tourOfDuty === null &&
        level.stack.length === 0 &&
        level.gapPairs.length === 0 && (
          <Box component="p" className="cn-small cn-breaks cn-quiet" mt="sm">
            The source says nothing of this level but what the matrix asks.
          </Box>
        )}
    </section>
  );
}
