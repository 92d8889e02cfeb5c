/** The `?` sheet: every action that has keys, by group. */
import { Box, Modal } from '@mantine/core';
import { actions } from '../../../shared/vocabulary/actions.ts';
import { type Action, keysOnThisSystem, keysText, useAllActions } from '../../offered-actions.ts';
import classes from './shortcuts-sheet.module.css';

interface ShortcutsSheetProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

type Shown = readonly [keys: readonly string[], label: string];

/** What works in lists and fields wherever they are; no action of the list, and worth knowing all the same. */
const inLists: readonly Shown[] = [
  [['↑ ↓', 'Home', 'End'], 'Go through a list'],
  [['Enter'], 'Open, or edit the text that has the focus'],
  [['mod+Enter'], 'Close a longer text'],
  [['Escape'], 'Close a dialog, a menu or the text you are in'],
  [['Delete', 'mod+Backspace'], 'Move to the bin'],
  [['Space'], 'Choose several in Record and Roles'],
  [['shift+↑ ↓'], 'Choose several in a row in the record'],
  [['mod+A'], 'Choose all in the record'],
  [['R'], 'Mark ready in the record'],
  [['P', 'T'], 'Give a position, or tags, in the record'],
  [['E'], 'Edit the title in the record'],
  [['F2'], 'Rename a resume'],
  [['0–5'], 'Give yourself a level in Competencies; Delete clears it'],
  [['mod+↑ ↓'], 'Go to the next line that was read, in the source of an import'],
  [['alt+ArrowUp'], 'Move up in the order'],
  [['alt+ArrowDown'], 'Move down in the order'],
];

const rowsOf = (offered: readonly Action[], isIn: (place: string) => boolean): readonly Shown[] =>
  offered
    .filter(({ id }) => isIn(actions[id].on))
    .map(({ id, label }): Shown => [keysOnThisSystem(id), label])
    .filter(([keys]) => keys.length > 0);

export function ShortcutsSheet({ opened, onClose }: ShortcutsSheetProps) {
  const offered = useAllActions();
  const groups: readonly (readonly [name: string, rows: readonly Shown[]])[] = [
    ['This screen', rowsOf(offered, (place) => place !== 'everywhere' && place !== 'screens')],
    ['Everywhere', rowsOf(offered, (place) => place === 'everywhere')],
    ['Screens', rowsOf(offered, (place) => place === 'screens')],
    ['In lists and fields', inLists],
  ];
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size={640}
      title={actions.shortcuts.label}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <div className={classes.sheet}>
        {groups.map(([name, rows]) => (rows.length === 0 ? null : <Group key={name} name={name} rows={rows} />))}
      </div>
    </Modal>
  );
}

function Group({ name, rows }: { readonly name: string; readonly rows: readonly Shown[] }) {
  return (
    <section>
      <Box component="h3" mb="xs">
        {name}
      </Box>
      <dl>
        {rows.map(([keys, label]) => (
          <div key={label} className={classes.row}>
            <dt>{label}</dt>
            <dd>
              {keys.map((chord) => (
                <kbd key={chord} className="cn-key">
                  {keysText(chord)}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
