/** The palette: actions and everything in the record, found while typing. */
import { Box, Combobox, Flex, Modal, useCombobox } from '@mantine/core';
import { IconBolt, IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { SearchHit } from '../../../shared/api/search.ts';
import { actions } from '../../../shared/vocabulary/actions.ts';
import { addressOfThing, things } from '../../../shared/vocabulary/things.ts';
import { useAnswer } from '../../api.ts';
import { keyHint, useAllActions } from '../../offered-actions.ts';
import { ErrorBox } from '../../parts/errors/error-box.tsx';
import { Snippet, snippetText } from '../../ui/snippet.tsx';
import { thingIcons } from '../../ui/thing-icons.ts';
import classes from './palette.module.css';
import { type PaletteRow, paletteRows } from './palette-rows.ts';

interface PaletteProps {
  /** `search` shows more of each hit, and more of them. */
  readonly mode: 'closed' | 'jump' | 'search';
  readonly onClose: () => void;
}

const mostRecent = 6;

export function Palette({ mode, onClose }: PaletteProps) {
  const [, navigate] = useLocation();
  const offered = useAllActions();
  const [text, setText] = useState('');
  const [recent, setRecent] = useState<readonly SearchHit[]>([]);
  const isOpen = mode !== 'closed';
  const isDeep = mode === 'search';
  const name = actions[isDeep ? 'search' : 'palette'].label;
  const hasText = text.trim() !== '';
  const found = useAnswer(
    'searchEverything',
    { text: text.slice(0, 400), limit: isDeep ? 100 : 12 },
    { enabled: isOpen && hasText, placeholderData: (before: readonly SearchHit[] | undefined) => before },
  );
  const hits = hasText ? (found.data ?? []) : [];
  const rows = paletteRows(text, isDeep ? [] : offered, hits, recent);
  const combobox = useCombobox({ opened: isOpen, scrollBehavior: 'instant' });

  // biome-ignore lint/correctness/useExhaustiveDependencies: the best row is chosen again whenever the rows are others
  useEffect(() => {
    if (isOpen) combobox.selectFirstOption();
  }, [isOpen, rows.map(({ id }) => id).join('\n')]);

  const wasOpen = useRef(false);
  useEffect(() => {
    if (isOpen && !wasOpen.current) setText('');
    wasOpen.current = isOpen;
  }, [isOpen]);

  const open = (id: string) => {
    const row = rows.find((candidate) => candidate.id === id);
    if (row === undefined) return;
    onClose();
    if (row.kind === 'action') {
      row.action.run();
      return;
    }
    setRecent((before) => [row.hit, ...before.filter((hit) => hit.id !== row.hit.id)].slice(0, mostRecent));
    navigate(addressOfThing(row.hit.kind, row.hit.id));
  };

  const isEmpty = rows.length === 0 && hasText && !found.isFetching;
  return (
    <Modal.Root opened={isOpen} onClose={onClose} size={620} yOffset={80} transitionProps={{ duration: 0 }}>
      <Modal.Overlay />
      <Modal.Content aria-label={name}>
        <Combobox store={combobox} onOptionSubmit={open} withinPortal={false}>
          <Combobox.EventsTarget>
            <div className={classes.search}>
              <IconSearch size={18} stroke={1.6} aria-hidden />
              <input
                className={classes.field}
                aria-label={name}
                placeholder={isDeep ? 'Search accomplishments, roles, competencies, resumes' : name}
                value={text}
                autoComplete="off"
                spellCheck={false}
                data-autofocus
                onChange={(event) => setText(event.currentTarget.value)}
              />
              {isDeep && hasText ? (
                <span className={classes.count}>
                  {hits.length} {hits.length === 1 ? 'hit' : 'hits'}
                </span>
              ) : null}
            </div>
          </Combobox.EventsTarget>
          {found.error === null || !hasText ? null : (
            <ErrorBox error={found.error} retry={() => void found.refetch()} />
          )}
          <Combobox.Options className={classes.rows} aria-label="Found" tabIndex={0}>
            {rows.map((row) => (
              <Combobox.Option key={row.id} value={row.id} className={classes.row}>
                <Row row={row} isDeep={isDeep} />
              </Combobox.Option>
            ))}
          </Combobox.Options>
          {isEmpty ? (
            <Box component="p" className="cn-small cn-quiet" py={14} px="md">
              Nothing has all of these words. Fewer or shorter words find more; accents do not matter.
            </Box>
          ) : null}
          {isDeep && !hasText ? (
            <Box component="p" className="cn-small cn-quiet" py={14} px="md">
              Every word must occur; the beginning of a word is enough.
            </Box>
          ) : null}
        </Combobox>
      </Modal.Content>
    </Modal.Root>
  );
}

function Row({ row, isDeep }: { readonly row: PaletteRow; readonly isDeep: boolean }) {
  if (row.kind === 'action') {
    const hint = keyHint(row.action.id);
    return (
      <>
        <IconBolt className="cn-quiet" size={16} stroke={1.6} aria-hidden />
        <span className="cn-fill cn-strong cn-pretty">{row.action.label}</span>
        {hint === '' ? null : <span className="cn-key">{hint}</span>}
      </>
    );
  }
  const { word, icon } = things[row.hit.kind];
  const Icon = thingIcons[icon];
  // A snippet that only repeats the title marks the title instead.
  const isTitle = snippetText(row.hit.snippet) === row.hit.title;
  const hasSnippet = row.hit.snippet !== '' && !isTitle;
  return (
    <>
      <Icon className="cn-quiet" size={16} stroke={1.6} aria-hidden />
      <Flex component="span" className="cn-fill" direction="column">
        <span className="cn-fill cn-strong cn-pretty">
          {isTitle ? <Snippet text={row.hit.snippet} /> : row.hit.title}
        </span>
        {hasSnippet ? (
          <span className={classes.snippet} data-deep={isDeep || undefined}>
            <Snippet text={row.hit.snippet} />
          </span>
        ) : null}
      </Flex>
      <Box component="span" className="cn-meta cn-quiet" flex="none" maw="40%" ta="end">
        {row.hit.detail === '' ? word : row.hit.detail}
      </Box>
    </>
  );
}
