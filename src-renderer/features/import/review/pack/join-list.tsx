/** Names that may be competencies already here: each is the same as one of them, different, or left for later. */
import { Box, Button, Flex, Stack } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { JoinOffer } from '../../../../../shared/api/import.ts';
import { ErrorBox } from '../../../../parts/errors/error-box.tsx';
import classes from './join-list.module.css';
import type { JoinChoice, Joins } from './use-joins.ts';

interface JoinListProps {
  readonly joins: Joins;
  /** Leads to where the name stands in the source; absent where there is none. */
  readonly onChoose?: ((name: string) => void) | undefined;
}

export function JoinList({ joins, onChoose }: JoinListProps) {
  const { offers, choiceOf, choose, error } = joins;
  return (
    <Box className="cn-scroll" pb="lg" data-scroll="draft">
      <Box component="p" className="cn-small cn-quiet" maw={640} py={10} px={20}>
        These may be competencies you have. What is the same is linked: evidence counts for both, and each keeps its own
        words. What you do not decide stays a competency of its own.
      </Box>
      {error !== null && <ErrorBox error={error} />}
      <ul>
        {offers.map((offer) => (
          <OfferRow
            key={offer.name}
            offer={offer}
            choice={choiceOf(offer.name)}
            onChange={(choice) => choose(offer.name, choice)}
            onChoose={onChoose === undefined ? undefined : () => onChoose(offer.name)}
          />
        ))}
      </ul>
    </Box>
  );
}

interface OfferRowProps {
  readonly offer: JoinOffer;
  readonly choice: JoinChoice | null;
  readonly onChange: (choice: JoinChoice | null) => void;
  readonly onChoose: (() => void) | undefined;
}

function OfferRow({ offer, choice, onChange, onChoose }: OfferRowProps) {
  const sameId = choice !== null && 'same' in choice ? choice.same : null;
  const isApart = choice !== null && 'apart' in choice;
  const sameName = offer.candidates.find(({ id }) => id === sameId)?.name;
  return (
    <Flex component="li" className="cn-rule-above" align="center" wrap="wrap" gap="0.5rem 1rem" py={10} px={20}>
      <Stack gap={0} align="flex-start" flex="1 1 14rem" miw={0}>
        {onChoose === undefined ? (
          <span className={classes.name}>{offer.name}</span>
        ) : (
          <button type="button" className={classes.nameButton} onClick={onChoose}>
            {offer.name}
          </button>
        )}
        <span className="cn-small cn-quiet">
          {sameName !== undefined
            ? `Joined with ${sameName}`
            : isApart
              ? 'A competency of its own; not offered again'
              : 'Not decided: a competency of its own for now'}
        </span>
      </Stack>
      <Flex wrap="wrap" gap={6} role="group" aria-label={`What ${offer.name} is`}>
        {offer.candidates.map(({ id, name, alias }) => (
          <Button
            key={id}
            variant={id === sameId ? 'light' : 'default'}
            aria-pressed={id === sameId}
            leftSection={id === sameId ? <IconCheck size={14} stroke={1.8} aria-hidden /> : undefined}
            classNames={{ root: classes.choice, label: classes.choiceLabel }}
            onClick={() => onChange(id === sameId ? null : { same: id })}
          >
            {alias === undefined ? `Same as ${name}` : `Same as ${name}, also called ${alias}`}
          </Button>
        ))}
        <Button
          variant={isApart ? 'light' : 'default'}
          aria-pressed={isApart}
          leftSection={isApart ? <IconCheck size={14} stroke={1.8} aria-hidden /> : undefined}
          onClick={() => onChange(isApart ? null : { apart: true })}
        >
          Different
        </Button>
      </Flex>
    </Flex>
  );
}
