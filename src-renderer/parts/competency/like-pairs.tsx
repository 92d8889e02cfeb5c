/** Competencies that may be one thing under two names: decided once, remembered, and undone like anything. */
import { Box, Button, Flex, Menu, UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import type { LikePair } from '../../../shared/api/competency.ts';
import { useAnswer, useCommand } from '../../api.ts';
import { ErrorBox } from '../errors/error-box.tsx';
import classes from './like-pairs.module.css';

interface LikePairsProps {
  /** Only pairs that these roles ask for; every pair without them. */
  readonly roleIds?: readonly string[];
  /** So many are shown before the rest is asked for. */
  readonly mostShown?: number;
  /** Opens one of the two, where there is something to open. */
  readonly onOpen?: (id: string) => void;
}

/** So many are asked for; decided ones make room for the next. */
const mostAsked = 100;

export function LikePairs({ roleIds, mostShown = 1, onOpen }: LikePairsProps) {
  const answer = useAnswer('listLikePairs', {
    ...(roleIds === undefined ? {} : { roleIds: [...roleIds] }),
    limit: mostAsked,
  });
  const [isWhole, setWhole] = useState(false);
  if (answer.error !== null) return <ErrorBox error={answer.error} retry={() => void answer.refetch()} />;
  const pairs = answer.data ?? [];
  if (pairs.length === 0) return null;
  const shown = isWhole ? pairs : pairs.slice(0, mostShown);
  const count = pairs.length === 1 ? '1 pair' : `${pairs.length}${pairs.length === mostAsked ? ' or more' : ''} pairs`;
  return (
    <section className={classes.strip} aria-label="These may be the same thing">
      <Flex align="baseline" wrap="wrap" gap="0 0.75rem">
        <h2 className={classes.title}>These may be the same thing</h2>
        <Box
          component="span"
          className="cn-small"
          c="var(--cn-text1)"
        >{`${count}. As one, evidence for either counts for both.`}</Box>
        {pairs.length > mostShown && (
          <UnstyledButton className={classes.more} aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
            {isWhole ? 'Show fewer' : 'Show all'}
          </UnstyledButton>
        )}
      </Flex>
      <ul className={classes.pairs} data-whole={isWhole || undefined}>
        {shown.map((pair) => (
          <Pair key={`${pair.a.id} ${pair.b.id}`} pair={pair} onOpen={onOpen} />
        ))}
      </ul>
    </section>
  );
}

interface PairProps {
  readonly pair: LikePair;
  readonly onOpen: ((id: string) => void) | undefined;
}

function Pair({ pair, onOpen }: PairProps) {
  const merge = useCommand('mergeCompetencies');
  const keepApart = useCommand('keepApart');
  const error = merge.error ?? keepApart.error;
  const isBusy = merge.isPending || keepApart.isPending;
  const name = (side: LikePair['a']) =>
    onOpen === undefined ? (
      <span>{side.name}</span>
    ) : (
      <UnstyledButton className={classes.name} onClick={() => onOpen(side.id)}>
        {side.name}
      </UnstyledButton>
    );
  return (
    <Flex component="li" align="center" wrap="wrap" gap="0.25rem 0.75rem" justify="space-between" py="xs">
      <Flex component="span" className="cn-breaks cn-strong" wrap="wrap" gap="0 0.5rem">
        {name(pair.a)}
        <Box component="span" c="var(--cn-text1)" fw={400}>
          and
        </Box>
        {name(pair.b)}
      </Flex>
      <Flex component="span" gap="xs">
        <Menu position="bottom-end" returnFocus>
          <Menu.Target>
            <Button
              disabled={isBusy}
              rightSection={<IconChevronDown size={14} stroke={1.6} aria-hidden />}
              aria-label={`${pair.a.name} and ${pair.b.name} are the same`}
            >
              Same
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Label>Which name stays</Menu.Label>
            <Menu.Item onClick={() => merge.mutate({ keepId: pair.a.id, mergeId: pair.b.id })}>{pair.a.name}</Menu.Item>
            <Menu.Item onClick={() => merge.mutate({ keepId: pair.b.id, mergeId: pair.a.id })}>{pair.b.name}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
        <Button
          variant="subtle"
          color="gray"
          disabled={isBusy}
          aria-label={`${pair.a.name} and ${pair.b.name} are different`}
          onClick={() => keepApart.mutate({ aId: pair.a.id, bId: pair.b.id })}
        >
          Different
        </Button>
      </Flex>
      {error !== null && <ErrorBox error={error} />}
    </Flex>
  );
}
