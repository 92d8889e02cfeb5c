/** The `?` sheet: every act that has keys, by group. */
import { Box, Modal } from '@mantine/core';
import { type Act, type ActGroup, keysText, useAllActs } from '../../acts.ts';
import classes from './shortcuts-sheet.module.css';

interface ShortcutsSheetProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

const groups: readonly ActGroup[] = ['This screen', 'Everywhere', 'Screens'];

/** What works in lists and fields wherever they are; no act of the registry, and worth knowing all the same. */
const inLists: readonly (readonly [keys: string, label: string])[] = [
  ['↑ ↓', 'Go through a list'],
  ['Enter', 'Open, or edit the text that has the focus'],
  [keysText('mod+Enter'), 'Close a longer text'],
  ['Esc', 'Close a dialog, a menu or the text you are in'],
  ['Delete', 'Move to the bin'],
  ['Space', 'Choose several in the record'],
  [keysText('shift+↑ ↓'), 'Choose several in a row in the record'],
  ['F2', 'Rename a resume'],
  ['0–5', 'Give yourself a level in Competencies'],
  [keysText('alt+ArrowUp'), 'Move up in the order'],
  [keysText('alt+ArrowDown'), 'Move down in the order'],
];

export function ShortcutsSheet({ opened, onClose }: ShortcutsSheetProps) {
  const acts = useAllActs().filter(({ keys }) => keys !== undefined);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size={640}
      title="Keyboard shortcuts"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <div className={classes.sheet}>
        {groups.map((group) => (
          <Group key={group} name={group} acts={acts.filter((act) => act.group === group)} />
        ))}
        <section>
          <Box component="h3" mb="xs">
            In lists and fields
          </Box>
          <dl>
            {inLists.map(([keys, label]) => (
              <Row key={label} keys={keys} label={label} />
            ))}
          </dl>
        </section>
      </div>
    </Modal>
  );
}

function Group({ name, acts }: { readonly name: string; readonly acts: readonly Act[] }) {
  if (acts.length === 0) return null;
  return (
    <section>
      <Box component="h3" mb="xs">
        {name}
      </Box>
      <dl>
        {acts.map((act) => (
          <Row key={act.id} keys={keysText(act.keys ?? '')} label={act.label} />
        ))}
      </dl>
    </section>
  );
}

function Row({ keys, label }: { readonly keys: string; readonly label: string }) {
  return (
    <div className={classes.row}>
      <dt>{label}</dt>
      <dd>
        <kbd className="cn-key">{keys}</kbd>
      </dd>
    </div>
  );
}
