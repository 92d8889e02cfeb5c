/** The operating system behind Host, through Electron. */
import { basename } from 'node:path';
import { app, BrowserWindow, dialog, shell } from 'electron';
import { v7 as uuidv7 } from 'uuid';
import { AppError } from '../../shared/api/errors.ts';
import { readFileCapped } from '../files/read-file.ts';
import { createSavedFiles } from '../files/saved-files.ts';
import { writeChosenFile } from '../files/write-chosen-file.ts';
import type { Host } from '../host.ts';
import { askToOpenAddress } from './ask-to-open-address.ts';
import { startUtilityProcess } from './utility-process.ts';

/**
 * Makes the host of a window's session. `print` and the count of refused requests are given by who owns them;
 * nothing is saved into `folder`, the profile's own.
 */
export function createDesktopHost(options: {
  folder: string;
  print: Host['print'];
  connectionAttempts: () => number;
}): Host {
  let lastFolder: string | undefined;
  const saved = createSavedFiles({
    newId: () => uuidv7(),
    open: (path) => shell.openPath(path),
    showInFolder: (path) => shell.showItemInFolder(path),
  });
  /** A page that asks again and again must not pile up dialogs. */
  let isAsking = false;
  const parent = () => BrowserWindow.getAllWindows().find((window) => window.isVisible());
  return {
    version: app.getVersion(),
    now: () => new Date(),
    newId: () => uuidv7(),
    print: options.print,
    connectionAttempts: options.connectionAttempts,
    startProcess: startUtilityProcess,

    async pickFile({ title, filters, limit }) {
      const window = parent();
      const request = {
        title,
        properties: ['openFile' as const],
        filters: filters.map((filter) => ({ name: filter.name, extensions: [...filter.extensions] })),
        ...(lastFolder ? { defaultPath: lastFolder } : {}),
      };
      const answer = window ? await dialog.showOpenDialog(window, request) : await dialog.showOpenDialog(request);
      const [path] = answer.filePaths;
      if (answer.canceled || !path) return null;
      lastFolder = path.slice(0, -basename(path).length);
      return { name: basename(path), bytes: await readFileCapped(path, limit) };
    },

    async saveFile({ title, suggestedName, bytes, beforeWriting }) {
      const window = parent();
      const request = { title, defaultPath: `${lastFolder ?? `${app.getPath('documents')}/`}${suggestedName}` };
      const answer = window ? await dialog.showSaveDialog(window, request) : await dialog.showSaveDialog(request);
      if (answer.canceled || !answer.filePath) return null;
      lastFolder = answer.filePath.slice(0, -basename(answer.filePath).length);
      await beforeWriting?.();
      await writeChosenFile(answer.filePath, bytes, options.folder);
      return { fileName: basename(answer.filePath), savedId: saved.note(answer.filePath) };
    },

    openSaved: saved.open,

    async openFolder(folder) {
      const problem = await shell.openPath(folder);
      if (problem) throw new AppError('NOT_FOUND', `The folder could not be shown. It is ${folder}.`);
    },

    async openAddress(address) {
      if (isAsking) throw new AppError('CONFLICT', 'Another address waits for your answer. This one was not opened.');
      isAsking = true;
      try {
        if (!(await askToOpenAddress(address, parent()))) return false;
        await shell.openExternal(address.href);
        return true;
      } finally {
        isAsking = false;
      }
    },
  };
}
