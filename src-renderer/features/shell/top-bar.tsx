/** The top bar: back and forward, where you are, when it was saved, search and Capture. */
import { ActionIcon, Box, Button, Flex, Group, Tooltip } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconPlus, IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { actions } from '../../../shared/vocabulary/actions.ts';
import { addressOf, railName, railOf, screenAt } from '../../../shared/vocabulary/screens.ts';
import { keyHint, useRunAction } from '../../offered-actions.ts';
import { clockText } from '../../ui/instant-text.ts';
import { useCrumb } from '../../ui/trail.tsx';
import classes from './top-bar.module.css';

export function TopBar() {
  const runAction = useRunAction();
  return (
    <section className={classes.bar} aria-label="Top bar">
      <BackAndForward />
      <Trail />
      <SavedAt />
      <button
        type="button"
        className={classes.search}
        title={actions.palette.label}
        onClick={() => runAction('palette')}
      >
        <IconSearch size={16} stroke={1.6} aria-hidden />
        <span className={classes.searchWord}>{actions.palette.label}</span>
        <span className="cn-key">{keyHint('palette')}</span>
      </button>
      <Button
        variant="light"
        leftSection={<IconPlus size={16} stroke={1.6} aria-hidden />}
        onClick={() => runAction('capture')}
      >
        <span>{actions.capture.short}</span>
        <span className={classes.captureKey}>{keyHint('capture')}</span>
      </Button>
    </section>
  );
}

/** Chromium's own history; an engine without it leaves both arrows on. */
function useHistoryEnds(): { readonly canGoBack: boolean; readonly canGoForward: boolean } {
  useLocation();
  const { navigation } = window as { navigation?: { canGoBack: boolean; canGoForward: boolean } };
  return { canGoBack: navigation?.canGoBack ?? true, canGoForward: navigation?.canGoForward ?? true };
}

function BackAndForward() {
  const runAction = useRunAction();
  const { canGoBack, canGoForward } = useHistoryEnds();
  return (
    <Flex flex="none">
      <Tooltip label={`${actions.back.label}  ${keyHint('back')}`}>
        <ActionIcon aria-label={actions.back.label} disabled={!canGoBack} onClick={() => runAction('back')}>
          <IconChevronLeft size={18} stroke={1.6} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={`${actions.forward.label}  ${keyHint('forward')}`}>
        <ActionIcon aria-label={actions.forward.label} disabled={!canGoForward} onClick={() => runAction('forward')}>
          <IconChevronRight size={18} stroke={1.6} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </Flex>
  );
}

function Trail() {
  const [location] = useLocation();
  const crumb = useCrumb();
  const screen = screenAt(location);
  if (screen === undefined) return <Group gap={6} wrap="nowrap" flex="0 1 auto" miw={0} />;
  const rail = railOf(screen);
  return (
    <Flex component="nav" align="center" gap={6} flex="0 1 auto" miw={0} aria-label="Where you are">
      {crumb === null ? (
        <Box component="span" className="cn-cut cn-bold" miw={0}>
          {railName(rail)}
        </Box>
      ) : (
        <>
          <Link className={classes.parent} href={addressOf(rail)}>
            {railName(rail)}
          </Link>
          <span className="cn-quiet" aria-hidden>
            /
          </span>
          <Box component="span" className="cn-cut cn-bold" miw={0} title={crumb} aria-current="page">
            {crumb}
          </Box>
        </>
      )}
    </Flex>
  );
}

/** Answers that say nothing of whether something typed is on disk. */
const asides = new Set(['getAppState', 'listBackups', 'getPrivacy', 'getUndoState']);

/** When something last reached the disk. */
function SavedAt() {
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  useEffect(
    () =>
      window.api.onEvent((event) => {
        if (event.kind !== 'changed') return;
        if (event.undo !== null || event.queries.some((name) => !asides.has(name))) setSavedAt(new Date());
      }),
    [],
  );
  return (
    <Box component="span" className="cn-meta cn-quiet cn-figures" flex="1 0 auto" role="status">
      {savedAt === null ? '' : `Saved ${clockText(savedAt)}`}
    </Box>
  );
}
