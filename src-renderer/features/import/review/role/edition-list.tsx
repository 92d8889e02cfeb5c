/** What a newer edition changes in the roles one has, change by change, each taken over or not; unchanged roles are folded. */
import { Button, Checkbox } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { EditionOffer } from '../../../../../shared/api/import.ts';
import type { ShownChange } from '../../../../../shared/api/role-change.ts';
import { ErrorBox } from '../../../../parts/errors/error-box.tsx';
import { Loading } from '../../../../ui/loading.tsx';
import { counted } from '../../reading/reading-counts.ts';
import { ChangeRow } from './change-row.tsx';
import { groupChanges } from './change-sides.ts';
import classes from './edition-list.module.css';
import type { Editions } from './use-editions.ts';

interface EditionListProps {
  readonly editions: Editions;
  /** Roles of the draft that are not here yet. */
  readonly added: number;
}

export function EditionList({ editions, added }: EditionListProps) {
  const { offers, isKnown, error, retry } = editions;
  const changed = useMemo(() => offers.filter(({ changes }) => changes.length > 0), [offers]);
  const same = offers.length - changed.length;
  const [open, setOpen] = useState<ReadonlySet<number> | null>(null);
  if (error !== null) return <ErrorBox error={error} retry={retry} />;
  if (!isKnown) return <Loading label="Comparing with what is here" />;
  const isOpen = (index: number) => (open === null ? changed.length === 1 : open.has(index));
  const toggle = (index: number) =>
    setOpen((before) => {
      const next = new Set(before ?? (changed.length === 1 ? changed.map((offer) => offer.index) : []));
      if (!next.delete(index)) next.add(index);
      return next;
    });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region is focusable so that keys can scroll it
    <section className={classes.list} data-scroll="draft" tabIndex={0} aria-label="Changes">
      <p className={classes.intro}>{introOf(editions, changed.length, same, added)}</p>
      {changed.map((offer) => (
        <RoleChanges
          key={offer.index}
          offer={offer}
          editions={editions}
          isOnly={offers.length === 1}
          isOpen={offers.length === 1 || isOpen(offer.index)}
          onToggle={() => toggle(offer.index)}
        />
      ))}
      {same > 0 && offers.length > 1 && (
        <details className={classes.same}>
          <summary>{`${counted(same, 'role', 'roles')} unchanged`}</summary>
          <ul className={classes.sameRoles}>
            {offers
              .filter(({ changes }) => changes.length === 0)
              .map((offer) => (
                <li key={offer.index}>
                  <Link to={`/roles/${offer.roleId}`}>{offer.title}</Link>
                </li>
              ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function introOf({ total }: Editions, changed: number, same: number, added: number): string {
  if (total === 0 && changed === 0) {
    const what = same === 1 ? 'Nothing differs from the one you have.' : 'Nothing differs from those you have.';
    return added > 0 ? `${what} ${counted(added, 'role is', 'roles are')} new.` : what;
  }
  const rest = added > 0 ? ` ${counted(added, 'role is', 'roles are')} new and will be added.` : '';
  return `What is ticked is taken over. What you leave stays as you have it, and your evidence stays linked.${rest}`;
}

interface RoleChangesProps {
  readonly offer: EditionOffer;
  readonly editions: Editions;
  readonly isOnly: boolean;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

function RoleChanges({ offer, editions, isOnly, isOpen, onToggle }: RoleChangesProps) {
  const groups = useMemo(() => groupChanges(offer.changes), [offer.changes]);
  const own = offer.changes.filter(({ yours }) => yours !== null).length;
  const Sign = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <section className={classes.role} aria-label={offer.title}>
      {!isOnly && (
        <div className={classes.roleHead}>
          <TakeOverAll label={`All of ${offer.title}`} changes={offer.changes} offer={offer} editions={editions} />
          <Button
            variant="subtle"
            color="gray"
            classNames={{ root: classes.roleButton, label: classes.roleLabel }}
            leftSection={<Sign size={14} stroke={1.6} aria-hidden />}
            aria-expanded={isOpen}
            onClick={onToggle}
          >
            {offer.title}
          </Button>
          <span className="cn-small cn-quiet">
            {`${counted(offer.changes.length, 'change', 'changes')}${own > 0 ? `, ${own} you changed too` : ''}`}
          </span>
        </div>
      )}
      {isOpen &&
        groups.map(({ group, changes }) => (
          <section key={group} aria-label={group}>
            <div className={classes.groupHead}>
              <TakeOverAll label={group} isShown changes={changes} offer={offer} editions={editions} />
              <span className={classes.groupCount}>{changes.length}</span>
            </div>
            {changes.map((shown) => (
              <ChangeRow
                key={shown.id}
                shown={shown}
                isTaken={editions.isTaken(offer, shown)}
                onTake={(isTaken) => editions.take(offer, [shown], isTaken)}
              />
            ))}
          </section>
        ))}
    </section>
  );
}

interface TakeAllProps {
  readonly label: string;
  readonly isShown?: boolean;
  readonly changes: readonly ShownChange[];
  readonly offer: EditionOffer;
  readonly editions: Editions;
}

function TakeOverAll({ label, isShown = false, changes, offer, editions }: TakeAllProps) {
  const taken = changes.filter((change) => editions.isTaken(offer, change)).length;
  return (
    <Checkbox
      {...(isShown ? { label } : { 'aria-label': label })}
      classNames={{ label: 'cn-small cn-bold' }}
      checked={taken === changes.length}
      indeterminate={taken > 0 && taken < changes.length}
      onChange={() => editions.take(offer, changes, taken < changes.length)}
    />
  );
}
