/** The bin: everything that was moved there, newest first, and the way back for each. */
import { Box, Button, Flex } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { type KeyboardEvent, useRef } from 'react';
import type { BinItem } from '../../../shared/api/bin.ts';
import { things } from '../../../shared/vocabulary/things.ts';
import { useAnswer, useCommand } from '../../api.ts';
import { ErrorBox } from '../../parts/errors/error-box.tsx';
import { Empty } from '../../ui/empty.tsx';
import { momentText } from '../../ui/instant-text.ts';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/pane.tsx';
import { RecordSwitch } from '../../ui/record-switch.tsx';
import { useTrail } from '../../ui/trail.tsx';
import classes from './bin-screen.module.css';

/** `Today, 10:38` in the middle of a sentence. */
function within(moment: string): string {
  return moment.replace(/^(Today|Yesterday)/, (word) => word.toLowerCase());
}

export function BinScreen() {
  const answer = useAnswer('listBin', {});
  const restore = useCommand('restoreFromBin');
  const list = useRef<HTMLUListElement>(null);
  useTrail('Bin');

  const buttons = () => [...(list.current?.querySelectorAll<HTMLButtonElement>('button') ?? [])];
  const restoreItem = (item: BinItem) => {
    // The focus stays in the list: on the row that takes this one's place.
    const at = buttons().indexOf(document.activeElement as HTMLButtonElement);
    restore.mutate(
      { kind: item.kind, id: item.id },
      { onSuccess: () => setTimeout(() => (buttons()[at] ?? buttons().at(-1))?.focus(), 50) },
    );
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const all = buttons();
    const at = all.indexOf(document.activeElement as HTMLButtonElement);
    const moves: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 };
    const to = moves[event.key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    all[Math.max(0, Math.min(all.length - 1, to))]?.focus();
  };
  return (
    <div className="cn-screen">
      <Page>
        <RecordSwitch current="Bin" />
        <Box component="p" className="cn-small cn-quiet" mt={2} mb="md">
          What you moved here stays until you restore it. It counts nowhere and prints nowhere.
        </Box>
        {restore.error === null ? null : <ErrorBox error={restore.error} />}
        {answer.error !== null && answer.data === undefined ? (
          <ErrorBox error={answer.error} retry={() => void answer.refetch()} />
        ) : null}
        {answer.data === undefined && answer.error === null ? <Loading /> : null}
        {answer.data?.length === 0 ? (
          <Empty title="The bin is empty" text="What you move to the bin waits here until you restore it." />
        ) : null}
        {answer.data === undefined || answer.data.length === 0 ? null : (
          <ul ref={list} className={classes.list} aria-label="In the bin" onKeyDown={onKeyDown}>
            {answer.data.map((item) => {
              const { word } = things[item.kind];
              const title = item.title.trim() || `Untitled ${word.toLowerCase()}`;
              return (
                <Flex
                  key={`${item.kind}:${item.id}`}
                  component="li"
                  className="cn-rule-below"
                  align="center"
                  gap="md"
                  justify="space-between"
                  py="sm"
                >
                  <Box miw={0}>
                    <div className="cn-breaks cn-strong">{title}</div>
                    <div className="cn-meta cn-quiet cn-figures">
                      {word}, moved here {within(momentText(item.deletedAt))}
                    </div>
                  </Box>
                  <Button
                    aria-label={`Restore ${title}`}
                    leftSection={<IconArrowBackUp size={16} stroke={1.6} aria-hidden />}
                    onClick={() => restoreItem(item)}
                  >
                    Restore
                  </Button>
                </Flex>
              );
            })}
          </ul>
        )}
      </Page>
    </div>
  );
}
