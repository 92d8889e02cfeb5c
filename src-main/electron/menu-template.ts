/** What the native menu holds: our own actions, as the list names them, among those of the system. */
import type { MenuItemConstructorOptions } from 'electron';
import { type ActionId, actionIds, actions, keysOf, type MenuPart } from '../../shared/vocabulary/actions.ts';

interface MenuOptions {
  readonly appName: string;
  /** As `process.platform` names it. */
  readonly platform: string;
  readonly isPackaged: boolean;
  /** Hears what was chosen. */
  readonly take: (id: ActionId) => void;
}

const line: MenuItemConstructorOptions = { type: 'separator' };

/** Parts of a menu with a line between each two; a part that is empty is left out. */
const divided = (...parts: readonly (readonly MenuItemConstructorOptions[])[]): MenuItemConstructorOptions[] =>
  parts.filter((part) => part.length > 0).flatMap((part, index) => (index === 0 ? part : [line, ...part]));

/** The menu of a platform: a Mac has one of the app itself, and closes a window without quitting. */
export function menuTemplate({ appName, platform, isPackaged, take }: MenuOptions): MenuItemConstructorOptions[] {
  const isMac = platform === 'darwin';
  const part = (name: MenuPart) =>
    actionIds
      .filter((id) => actions[id].menu === name)
      .map((id): MenuItemConstructorOptions => {
        const accelerator = acceleratorOf(keysOf(id, platform)[0], isMac);
        return { id, label: menuLabel(id, isMac), click: () => take(id), ...accelerator };
      });
  return [
    ...(isMac
      ? [
          {
            label: appName,
            submenu: divided(
              [{ role: 'about' }],
              part('settings'),
              [{ role: 'services' }],
              [{ role: 'hide' }, { role: 'hideOthers' }, { role: 'unhide' }],
              [{ role: 'quit' }],
            ),
          },
        ]
      : []),
    {
      label: '&File',
      submenu: divided(part('add'), part('print'), isMac ? [] : part('settings'), [{ role: isMac ? 'close' : 'quit' }]),
    },
    {
      label: '&Edit',
      submenu: divided(
        part('undo'),
        [{ role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'pasteAndMatchStyle' }, { role: 'selectAll' }],
        part('find'),
      ),
    },
    { label: '&Go', submenu: divided(part('history'), part('screens')) },
    {
      label: '&View',
      submenu: divided(
        part('zoom'),
        [{ role: 'togglefullscreen' }],
        isPackaged ? [] : [{ role: 'reload' }, { role: 'toggleDevTools' }],
      ),
    },
    { role: 'windowMenu' },
    {
      label: '&Help',
      role: 'help',
      submenu: divided(part('help'), isMac ? [] : [{ role: 'about' }]),
    },
  ];
}

/** Under *Go* and the like a screen is called by its name; what asks for more first has an ellipsis. */
function menuLabel(id: ActionId, isMac: boolean): string {
  const { label, short, on, menu, isAsking } = actions[id];
  const words = on === 'screens' ? (short ?? label) : label;
  return isAsking === true || (isMac && menu === 'settings') ? `${words}…` : words;
}

/**
 * Keys as the system writes them, such as `CmdOrCtrl+N`. The menu only shows them: the window hears them itself, so that
 * one press is taken once. A Mac takes whatever a menu shows, so keys that are also text are not shown there.
 */
function acceleratorOf(keys: string | undefined, isMac: boolean): Partial<MenuItemConstructorOptions> {
  if (keys === undefined || (isMac && !keys.includes('mod+'))) return {};
  const accelerator = keys
    .replace(/\+$/, 'Plus')
    .replace('mod', 'CmdOrCtrl')
    .replace('alt', 'Alt')
    .replace('shift', 'Shift')
    .replace('Arrow', '');
  return { accelerator, registerAccelerator: false };
}
