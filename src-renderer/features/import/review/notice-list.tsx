/** What to look at: each notice with its line, why it was read so, and what to do about it. */
import { Box, Button, Menu } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { Notice } from '../../../../shared/api/import.ts';
import { NoticeBadge } from '../../../ui/badges.tsx';
import { Empty } from '../../../ui/empty.tsx';
import classes from './notice-list.module.css';
import { placeChoices, type ValuePlace } from './role/draft-fields.ts';

interface NoticeListProps {
  readonly notices: readonly Notice[];
  readonly chosen: number | null;
  readonly isSettled: (index: number) => boolean;
  readonly onChoose: (index: number) => void;
  readonly onSettle: (index: number, isSettled: boolean) => void;
  /** Whether a value was read from the notice's line, so that it can be changed. */
  readonly canChange: (notice: Notice) => boolean;
  readonly onChange: (index: number) => void;
  /** Absent where lines cannot be placed, as in a pack. */
  readonly onPlace: ((index: number, place: ValuePlace) => void) | undefined;
}

export function NoticeList(props: NoticeListProps) {
  const { notices, chosen, onChoose } = props;
  const list = useRef<HTMLUListElement>(null);
  const active = chosen ?? 0;

  useEffect(() => {
    if (chosen === null) return;
    list.current?.querySelector(`[data-notice="${chosen}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);

  if (notices.length === 0) {
    return (
      <Empty title="Nothing to look at" text="Every value was read as it is written. All of them are under All." />
    );
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const next = { ArrowDown: active + 1, ArrowUp: active - 1, Home: 0, End: notices.length - 1 }[event.key];
    const isInMenu = (event.target as HTMLElement).closest('[role="menu"]') !== null;
    if (next === undefined || notices[next] === undefined || isInMenu) return;
    event.preventDefault();
    onChoose(next);
    list.current?.querySelector<HTMLElement>(`[data-notice="${next}"]`)?.focus();
  };
  return (
    <ul ref={list} className="cn-scroll" onKeyDown={onKeyDown} data-scroll="draft">
      {notices.map((notice, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: arrows choose a notice, its buttons act
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: the notices of a draft never move
          key={index}
          className={classes.notice}
          data-notice={index}
          data-line={notice.line}
          data-chosen={index === chosen || undefined}
          tabIndex={index === active ? 0 : -1}
          aria-current={index === chosen ? 'true' : undefined}
          onClick={(event) => {
            // An act decides for itself what is shown next.
            if ((event.target as HTMLElement).closest('button, [role="menu"]') === null) onChoose(index);
          }}
        >
          <div className={classes.badge}>
            <NoticeBadge code={notice.code} />
          </div>
          <div className="cn-breaks">
            <div className="cn-strong">{notice.message}</div>
            {(notice.line !== undefined || notice.detail !== undefined) && (
              <div className="cn-small cn-quiet">
                {notice.line !== undefined && (
                  <Box
                    component="span"
                    className="cn-strong cn-figures"
                    me="sm"
                    c="var(--cn-accent-text)"
                  >{`line ${notice.line}`}</Box>
                )}
                {notice.detail}
              </div>
            )}
          </div>
          <NoticeActs {...props} notice={notice} index={index} tabIndex={index === active ? 0 : -1} />
        </li>
      ))}
    </ul>
  );
}

interface NoticeActsProps extends NoticeListProps {
  readonly notice: Notice;
  readonly index: number;
  readonly tabIndex: number;
}

function NoticeActs({ notice, index, tabIndex, isSettled, onSettle, canChange, onChange, onPlace }: NoticeActsProps) {
  if (notice.code === 'KEPT') return <span className="cn-small cn-quiet">settled</span>;
  if (isSettled(index)) {
    return (
      <div className={classes.acts}>
        <span className="cn-small cn-quiet">settled</span>
        <Button
          variant="subtle"
          color="gray"
          tabIndex={tabIndex}
          onClick={() => onSettle(index, false)}
          aria-label={`Look at it again: ${notice.message}`}
        >
          Look again
        </Button>
      </div>
    );
  }
  // A line that was read in part has its value already.
  const canPlace =
    notice.line !== undefined && onPlace !== undefined && notice.code !== 'INTERPRETED' && !canChange(notice);
  return (
    <div className={classes.acts}>
      {canPlace && (
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <Button
              tabIndex={tabIndex}
              aria-label={`${notice.code === 'LEFT_OUT' ? 'Restore' : 'Place'}: ${notice.message}`}
            >
              {notice.code === 'LEFT_OUT' ? 'Restore' : 'Place'}
            </Button>
          </Menu.Target>
          <Menu.Dropdown className={classes.menu}>
            <Menu.Label>Add this line as</Menu.Label>
            {placeChoices.map(({ value, label }) => (
              <Menu.Item key={value} onClick={() => onPlace(index, value)}>
                {label}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {canChange(notice) && (
        <Button
          tabIndex={tabIndex}
          aria-label={`${changeWord(notice)}: ${notice.message}`}
          onClick={() => onChange(index)}
        >
          {changeWord(notice)}
        </Button>
      )}
      <Button
        tabIndex={tabIndex}
        aria-label={`${keepWord(notice)}: ${notice.message}`}
        onClick={() => onSettle(index, true)}
      >
        {keepWord(notice)}
      </Button>
    </div>
  );
}

/** What is not placed yet has a tool to place it. */
const changeWord = (notice: Notice): string => (notice.code === 'NOT_PLACED' ? 'Place' : 'Change');

/** What not acting means: an interpretation stays; what is not placed or left out stays out. */
const keepWord = (notice: Notice): string => (notice.code === 'INTERPRETED' ? 'Keep' : 'Leave out');
