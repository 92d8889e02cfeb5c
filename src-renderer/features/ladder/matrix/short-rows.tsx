/** Rows of the matrix with fewer values than levels: a strip that counts them, and the tool that places them by hand. */
import { Box, Button, Flex, Group, Modal } from '@mantine/core';
import { useState } from 'react';
import type { Ladder } from '../../../../shared/api/ladder.ts';
import type { ShortRow } from '../../../../shared/api/role-pack.ts';
import { useCommand } from '../../../api.ts';
import { ErrorBox } from '../../../parts/errors/error-box.tsx';
import { placeAndDisplace, placedCells, type RowPlacement } from '../../../parts/ladder/row-placement.ts';
import { levelName } from '../ladder-levels.ts';
import classes from '../ladder-screen.module.css';
import short from './short-rows.module.css';

export function ShortRowsStrip({ ladder }: { readonly ladder: Ladder }) {
  const [isOpen, setOpen] = useState(false);
  const count = ladder.shortRows.length;
  return (
    <>
      {count > 0 && (
        <div className={classes.strip}>
          <span>
            {count === 1 ? '1 row has fewer values than levels.' : `${count} rows have fewer values than levels.`}
          </span>
          <Button variant="subtle" color="gray" onClick={() => setOpen(true)}>
            {count === 1 ? 'Place it' : 'Place them'}
          </Button>
        </div>
      )}
      <Modal
        opened={isOpen && count > 0}
        onClose={() => setOpen(false)}
        size="lg"
        title="Place the values"
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        <Box component="p" className="cn-small" mb={12}>
          {`Each of these rows has fewer values than the ladder has levels, and nothing in the source says which level is blank. The values keep their order. ${count} left.`}
        </Box>
        {ladder.shortRows.map((row) => (
          <PlaceRow key={`${row.category ?? ''}/${row.skill}`} ladder={ladder} row={row} />
        ))}
      </Modal>
    </>
  );
}

interface PlaceRowProps {
  readonly ladder: Ladder;
  readonly row: ShortRow;
}

function PlaceRow({ ladder, row }: PlaceRowProps) {
  const [placing, setPlacing] = useState<RowPlacement>(() => row.values.map(() => null));
  const placeRow = useCommand('placeShortRow');
  const levelCount = ladder.levels.length;
  const cells = placedCells(row.values, placing, levelCount);
  const name = `${row.category ?? ''}/${row.skill}`;
  return (
    <Box component="section" className="cn-rule-above" py={12} aria-label={row.skill}>
      <Flex align="baseline" wrap="wrap" gap="0 0.5rem">
        <h3 className={short.skill}>{row.skill}</h3>
        {row.category !== undefined && <span className="cn-small cn-quiet">{row.category}</span>}
      </Flex>
      <div className={short.frame}>
        <table className={short.table}>
          <thead>
            <tr>
              <th scope="col">Value</th>
              {ladder.levels.map((level) => (
                <th key={level.roleId} scope="col">
                  {levelName(level)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {row.values.map((value, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the values of a row never move
              <tr key={index}>
                <th scope="row">{value}</th>
                {ladder.levels.map((level, at) => (
                  <td key={level.roleId}>
                    <input
                      type="radio"
                      className={short.radio}
                      name={`${name}/${index}`}
                      aria-label={`${row.skill}: value ${index + 1}, ${value}, at ${levelName(level)}`}
                      checked={placing[index] === at}
                      disabled={at < index || at > levelCount - row.values.length + index}
                      onChange={() => setPlacing((now) => placeAndDisplace(now, index, at))}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {placeRow.error !== null && <ErrorBox error={placeRow.error} />}
      <Group gap={12} wrap="nowrap" justify="space-between" mt={6}>
        <span className="cn-small cn-quiet" role="status">
          {cells === null ? '' : previewText(ladder, cells)}
        </span>
        <Button
          disabled={cells === null}
          loading={placeRow.isPending}
          onClick={() => {
            if (cells !== null) placeRow.mutate({ ladderId: ladder.id, skill: row.skill, cells: [...cells] });
          }}
        >
          Place
        </Button>
      </Group>
    </Box>
  );
}

/** “Blank at Junior and Lead.” */
function previewText(ladder: Ladder, cells: readonly (string | null)[]): string {
  const blanks = ladder.levels.filter((_, index) => cells[index] === null).map(levelName);
  const last = blanks.at(-1) ?? '';
  return `Blank at ${blanks.length > 1 ? `${blanks.slice(0, -1).join(', ')} and ${last}` : last}.`;
}
