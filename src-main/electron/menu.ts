/** The native menu, and the one under the right mouse button. */
import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import type { ActionId } from '../../shared/vocabulary/actions.ts';
import { menuTemplate } from './menu-template.ts';

/** Builds the menu; `take` hears what was chosen. */
export function setMenu(take: (id: ActionId) => void): void {
  const template = menuTemplate({ appName: app.name, platform: process.platform, isPackaged: app.isPackaged, take });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
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
