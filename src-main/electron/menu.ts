/** The native menu: the system's own acts, and ours, sent to the window by name. */
import { app, Menu, type MenuItemConstructorOptions, shell } from 'electron';
import type { MenuAct } from '../../shared/api/events.ts';

/** Builds the menu. `act` hears what was chosen; `zoom` a step up, down, or 0 for the usual size. */
export function setMenu({
  act,
  zoom,
  folder,
}: {
  act: (act: MenuAct) => void;
  zoom: (step: 1 | 0 | -1) => void;
  folder: string;
}): void {
  const isMac = process.platform === 'darwin';
  // the window hears these keys itself; the menu only shows them, so that one press is one act
  const item = (label: string, name: MenuAct, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    click: () => act(name),
    ...(accelerator ? { accelerator, registerAccelerator: false } : {}),
  });
  const menu: MenuItemConstructorOptions[] = [
    ...(isMac ? [{ role: 'appMenu' as const }] : []),
    {
      label: '&File',
      submenu: [
        item('Capture an accomplishment', 'capture', 'CmdOrCtrl+N'),
        item('Import…', 'import', 'CmdOrCtrl+6'),
        { type: 'separator' },
        item('Export PDF…', 'export', 'CmdOrCtrl+E'),
        item('Print…', 'print', 'CmdOrCtrl+P'),
        { type: 'separator' },
        ...(isMac ? [] : [item('Settings', 'settings', 'CmdOrCtrl+,'), { type: 'separator' as const }]),
        isMac ? { role: 'close' } : { role: 'quit' },
      ],
    },
    {
      label: '&Edit',
      submenu: [
        item('Undo', 'undo', 'CmdOrCtrl+Z'),
        item('Redo', 'redo', 'CmdOrCtrl+Shift+Z'),
        { type: 'separator' },
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'pasteAndMatchStyle' },
        { role: 'selectAll' },
        { type: 'separator' },
        item('Search or jump to…', 'palette', 'CmdOrCtrl+K'),
        item('Search everything…', 'search', 'CmdOrCtrl+Shift+F'),
      ],
    },
    {
      label: '&Go',
      submenu: [
        item('Back', 'back', 'Alt+Left'),
        item('Forward', 'forward', 'Alt+Right'),
        { type: 'separator' },
        ...(['Home', 'Record', 'Roles', 'Match', 'Resumes', 'Import'] as const).map((label, index) => {
          const number = (index + 1) as 1 | 2 | 3 | 4 | 5 | 6;
          return item(label, `screen-${number}`, `CmdOrCtrl+${number}`);
        }),
      ],
    },
    {
      label: '&View',
      submenu: [
        { label: 'Usual size', accelerator: 'CmdOrCtrl+0', click: () => zoom(0) },
        { label: 'Larger', accelerator: 'CmdOrCtrl+=', click: () => zoom(1) },
        { label: 'Larger', accelerator: 'CmdOrCtrl+Plus', click: () => zoom(1), visible: false },
        { label: 'Smaller', accelerator: 'CmdOrCtrl+-', click: () => zoom(-1) },
        { type: 'separator' },
        { role: 'togglefullscreen' },
        ...(app.isPackaged
          ? []
          : [{ type: 'separator' as const }, { role: 'reload' as const }, { role: 'toggleDevTools' as const }]),
      ],
    },
    { role: 'windowMenu' },
    {
      label: '&Help',
      submenu: [
        item('Keyboard shortcuts', 'shortcuts', '?'),
        { label: 'Show the data folder', click: () => void shell.openPath(folder) },
        ...(isMac ? [] : [{ role: 'about' as const }]),
      ],
    },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(menu));
}

/** Cut, copy and paste under the right mouse button in text. */
export function offerTextMenu(contents: Electron.WebContents): void {
  contents.on('context-menu', (_event, { isEditable, selectionText, editFlags }) => {
    if (!isEditable && selectionText === '') return;
    const entries: MenuItemConstructorOptions[] = isEditable
      ? [
          { role: 'cut', enabled: editFlags.canCut },
          { role: 'copy', enabled: editFlags.canCopy },
          { role: 'paste', enabled: editFlags.canPaste },
          { type: 'separator' },
          { role: 'selectAll' },
        ]
      : [{ role: 'copy' }];
    Menu.buildFromTemplate(entries).popup();
  });
}
