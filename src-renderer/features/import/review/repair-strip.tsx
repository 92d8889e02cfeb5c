/** What was done about a text that was saved in a wrong encoding: how many places, some of them before and after, and a switch. */
import { Box, Button, Group, Switch } from '@mantine/core';
import { useState } from 'react';
import type { EncodingRepair, ImportDraft } from '../../../../shared/api/import.ts';
import { useCommand } from '../../../api.ts';
import { keyHint } from '../../../offered-actions.ts';
import { ErrorBox } from '../../../parts/errors/error-box.tsx';
import classes from './repair-strip.module.css';

/** “412 places were saved in a wrong encoding and are repaired; 12 could not be.” */
export function repairSentence({ isApplied, places, left }: EncodingRepair): string {
  const mended = Math.max(0, places - left);
  const were = (count: number) => (count === 1 ? '1 place was' : `${count} places were`);
  if (!isApplied) return `${were(places)} saved in a wrong encoding. They are shown as they stand.`;
  const lost = left === 0 ? '' : `; ${left} could not be`;
  return `${were(mended)} saved in a wrong encoding and ${mended === 1 ? 'is' : 'are'} repaired${lost}.`;
}

interface RepairStripProps {
  readonly draft: ImportDraft;
  readonly repair: EncodingRepair;
  /** Settles what is typed: it belongs to the reading it was typed in. */
  readonly onBefore: () => Promise<void>;
  readonly onChooseLine: (line: number) => void;
}

export function RepairStrip({ draft, repair, onBefore, onChooseLine }: RepairStripProps) {
  const [isOpen, setOpen] = useState(false);
  const again = useCommand('readImportAgain');
  const readAgain = (isRepaired: boolean) =>
    void onBefore().then(
      () => again.mutate({ id: draft.id, isRepaired }),
      // what main refused of it stands above the panes
      () => undefined,
    );
  return (
    <div className={classes.strip}>
      <Group gap="0.25rem 0.75rem" mih={30}>
        <Box component="span" flex="1 1 18rem">
          {repairSentence(repair)}
        </Box>
        {repair.samples.length > 0 && (
          <Button variant="subtle" color="gray" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? 'Hide the places' : 'Show some places'}
          </Button>
        )}
        <Switch
          label="Repair"
          checked={repair.isApplied}
          disabled={again.isPending}
          onChange={(event) => readAgain(event.currentTarget.checked)}
        />
      </Group>
      {again.error !== null && <ErrorBox error={again.error} />}
      {isOpen && (
        <div className={classes.samples}>
          <p className="cn-quiet">
            The switch reads the source again, without the corrections made so far; {keyHint('undo')} brings them back.
          </p>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">Line</th>
                <th scope="col">As it stands</th>
                <th scope="col">Repaired</th>
              </tr>
            </thead>
            <tbody>
              {repair.samples.map(({ line, before, after }) => (
                <tr key={`${line} ${before}`}>
                  <td>
                    <button type="button" className={classes.lineButton} onClick={() => onChooseLine(line)}>
                      {line}
                    </button>
                  </td>
                  <td>{before}</td>
                  <td>{after}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}
