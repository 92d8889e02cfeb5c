/** Competencies of the compared roles that may be the same thing under two names: decided once, and undone like anything. */
import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import type { LikePair } from '../../../shared/api/competency.ts';
import { useAnswer, useCommand } from '../../api.ts';
import { ErrorBox } from '../../components/error-box.tsx';
import { counted } from './ladder-words.ts';
import classes from './rosetta-strip.module.css';

/** So many pairs are decided in one go without losing the comparison out of sight. */
const MOST_SHOWN = 3;

export function RosettaStrip({ roleIds }: { readonly roleIds: readonly string[] }) {
  const answer = useAnswer('listLikePairs', { roleIds: [...roleIds], limit: 100 });
  const [isWhole, setWhole] = useState(false);
  if (answer.error !== null) return <ErrorBox error={answer.error} retry={() => void answer.refetch()} />;
  const pairs = answer.data ?? [];
  if (pairs.length === 0) return null;
  const shown = isWhole ? pairs : pairs.slice(0, MOST_SHOWN);
  return (
    <section className={classes.strip} aria-labelledby="same-thing">
      <div className={classes.head}>
        <h2 id="same-thing" className={classes.title}>
          These may be the same thing
        </h2>
        <span className={classes.quiet}>
          {`${counted(pairs.length, 'pair')}. As one, evidence for either counts for both.`}
        </span>
      </div>
      <ul className={classes.pairs}>
        {shown.map((pair) => (
          <Pair key={`${pair.a.id} ${pair.b.id}`} pair={pair} />
        ))}
      </ul>
      {pairs.length > shown.length && (
        <button type="button" className={classes.more} onClick={() => setWhole(true)}>
          {`${pairs.length - shown.length} more`}
        </button>
      )}
    </section>
  );
}

function Pair({ pair }: { readonly pair: LikePair }) {
  const merge = useCommand('mergeCompetencies');
  const keepApart = useCommand('keepApart');
  const error = merge.error ?? keepApart.error;
  const isBusy = merge.isPending || keepApart.isPending;
  return (
    <li className={classes.pair}>
      <span className={classes.names}>
        <span>{pair.a.name}</span>
        <span className={classes.and}>and</span>
        <span>{pair.b.name}</span>
      </span>
      <span className={classes.acts}>
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
      </span>
      {error !== null && <ErrorBox error={error} />}
    </li>
  );
}
