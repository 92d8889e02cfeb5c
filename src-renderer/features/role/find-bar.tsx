/** The find bar of a role page: words, how many places, next and previous. */
import { ActionIcon, TextInput, Tooltip } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, type RefObject, useState } from 'react';
import classes from './find-bar.module.css';
import { useFind } from './use-find.ts';

interface FindBarProps {
  readonly within: RefObject<HTMLElement | null>;
  /** Changes when the text beneath does. */
  readonly shown: string;
  readonly onClose: () => void;
}

export function FindBar({ within, shown, onClose }: FindBarProps) {
  const [words, setWords] = useState('');
  const { count, place, go } = useFind(within, words, shown);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      go(event.shiftKey ? -1 : 1);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      onClose();
    }
  };
  const found = words.trim() === '' ? '' : count === 0 ? 'Not on this page' : `${place} of ${count}`;
  return (
    // biome-ignore lint/a11y/useSemanticElements: the search element is younger than the test window
    <div className={classes.bar} role="search" onKeyDown={onKeyDown}>
      <TextInput
        aria-label="Find in this role"
        placeholder="Find in this role"
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        autoFocus
        flex="0 1 20rem"
      />
      <span className={classes.count} role="status">
        {found}
      </span>
      <Tooltip label="Previous, Shift+Enter">
        <ActionIcon aria-label="Previous place" disabled={count === 0} onClick={() => go(-1)}>
          <IconChevronUp size={16} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label="Next, Enter">
        <ActionIcon aria-label="Next place" disabled={count === 0} onClick={() => go(1)}>
          <IconChevronDown size={16} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label="Close, Esc">
        <ActionIcon aria-label="Close the find bar" onClick={onClose}>
          <IconX size={16} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}
