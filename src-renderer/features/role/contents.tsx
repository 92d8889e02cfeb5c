/** The contents of a long page: a column beside the text, or a menu above it where there is no room. */
import { Box, Select } from '@mantine/core';
import { useEffect, useRef } from 'react';
import classes from './contents.module.css';

export interface ContentsEntry {
  readonly id: string;
  readonly number: string;
  readonly title: string;
}

interface ContentsProps {
  readonly entries: readonly ContentsEntry[];
  readonly current: string | null;
  readonly onGo: (id: string) => void;
  /** What stands beneath the entries. */
  readonly foot?: React.ReactNode;
}

export function Contents({ entries, current, onGo, foot }: ContentsProps) {
  const list = useRef<HTMLOListElement>(null);
  // Longer than its column, the list follows what is read.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another chapter that is read moves the list
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <nav className={classes.contents} aria-label="Contents">
      <Box className="cn-meta cn-quiet" flex="none" pt="xs" pb={6} px={18}>
        Contents
      </Box>
      <ol ref={list} className={classes.list}>
        {entries.map((entry) => (
          <li key={entry.id}>
            <button
              type="button"
              className={classes.entry}
              aria-current={entry.id === current ? 'location' : undefined}
              onClick={() => onGo(entry.id)}
            >
              <Box component="span" className="cn-quiet cn-figures" flex="none" miw={18} fw={400} ta="end">
                {entry.number}
              </Box>
              <span className="cn-breaks">{entry.title}</span>
            </button>
          </li>
        ))}
      </ol>
      {foot}
    </nav>
  );
}

export function ContentsMenu({ entries, current, onGo }: Omit<ContentsProps, 'foot'>) {
  return (
    <div className={classes.menu}>
      <Select
        label="Contents"
        data={entries.map((entry) => ({ value: entry.id, label: `${entry.number} ${entry.title}`.trim() }))}
        value={current}
        onChange={(id) => {
          if (id !== null) onGo(id);
        }}
      />
    </div>
  );
}
