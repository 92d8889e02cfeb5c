/** Boot order of the app: network closed, one instance, profile, page, window. */
import './zod-config.ts';
import { closeSync, constants, mkdirSync, openSync, writeSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { app, type BrowserWindow, Menu, nativeTheme, shell } from 'electron';
import type { Settings } from '../shared/api/profile/settings.ts';
import { createDispatch, type Dispatch } from './app/dispatch.ts';
import { endSession, type Session, startSession } from './app/session.ts';
import { transactionsEnded } from './db/open-transaction.ts';
import { drainRegularly } from './db/search/search-queue.ts';
import { defaultSettings, readSettings, readStored, writeSetting } from './db/settings.ts';
import { followClosing } from './electron/close-window.ts';
import { createDesktopHost } from './electron/desktop-host.ts';
import { answerWindow, tellWindows } from './electron/ipc.ts';
import { offerTextMenu, setMenu } from './electron/menu.ts';
import { closeNetwork, connectionAttempts, guardDefaultSession } from './electron/network.ts';
import { printForTerminal } from './electron/print-for-terminal.ts';
import type { Printer } from './electron/printer.ts';
import { declareProtocol, origin, serveWindow } from './electron/protocol.ts';
import { refusalOf, refusedSwitches } from './electron/refused-switches.ts';
import { reviveAfterCrash } from './electron/reload-after-crash.ts';
import { openWindow, placeWindow, refuseNavigation, type WindowPlace, windowPlaceOf } from './electron/window.ts';
import { watchRecord } from './profile/record-watch.ts';
import { startRegularMaintenance } from './profile/regular-maintenance.ts';
import { createTerminalListener } from './terminal/terminal-listener.ts';

const devServer = app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL;
const address = devServer ?? `${origin}/index.html`;

/** How long closing may take: with the backup of a large record, or when the system has asked for it. */
const longestEndMs = 120_000;
const hurriedEndMs = 8_000;

const resources = app.isPackaged ? process.resourcesPath : join(app.getAppPath(), 'resources');

// before Chromium acts on any of them: this module is waited for
if (app.isPackaged) {
  const refused = refusedSwitches(process.argv.slice(1), {
    platform: process.platform,
    isRoot: process.getuid?.() === 0,
  });
  if (refused.length > 0) {
    writeSync(2, refusalOf(refused));
    process.exit(2);
  }
}

// files and folders of ours are for their owner only
process.umask(0o077);
app.setName('Cairn');
closeNetwork();
declareProtocol();
refuseNavigation(
  (url) =>
    url === `${origin}/index.html` ||
    url.startsWith(`${origin}/index.html#`) ||
    (devServer !== undefined && url.startsWith(devServer)),
);

const folder = resolve(argument('--data') ?? join(app.getPath('userData'), 'record'));
if (argument('--data')) {
  // Chromium's own files stay out of the record's folder, and two profiles do not share them
  app.setPath('userData', join(folder, '.window'));
}
if (process.argv.includes('--print-document')) {
  void app.whenReady().then(() => {
    Menu.setApplicationMenu(null);
    serve();
    return printForTerminal(lazyPrinter(`${origin}/print.html`));
  });
} else if (!app.requestSingleInstanceLock({ folder })) {
  app.quit();
} else {
  void app.whenReady().then(start);
}

async function start(): Promise<void> {
  serve();
  const printing = lazyPrinter(`${devServer ?? `${origin}/`}print.html`);
  const host = createDesktopHost({
    folder,
    print: async (document) => (await printing()).print(document),
    connectionAttempts,
  });
  // the page loads while the record is opened; what it asks meanwhile waits for the record
  const window = openWindow(address, join(resources, 'icons', 'icon.png'));
  const starting = startSession({
    host,
    folder,
    resources,
    emit: (event) => {
      tellWindows(event);
      if (event.kind !== 'changed') return;
      if (event.queries.includes('getSettings')) void follow();
      // a record was made, and with it the folder to listen in
      if (event.queries.includes('getAppState')) void terminals.open();
    },
  });
  const terminals = createTerminalListener(folder, (name, input) => dispatch(name, input));
  const dispatching = starting.then((session) => createDispatch(session, log));
  const dispatch: Dispatch = async (name, input) => (await dispatching)(name, input);
  // what the user sets holds at once, and again when the page is reloaded
  const follow = async () => {
    const { colorScheme, zoom } = settingsOf(await starting);
    nativeTheme.themeSource = colorScheme;
    if (!window.isDestroyed()) window.webContents.setZoomFactor(zoom);
  };
  const flushed = flushes();
  answerWindow(window.webContents, dispatch, flushed.heard, devServer ? new URL(devServer).origin : null);
  window.webContents.on('dom-ready', () => void follow());
  offerTextMenu(window.webContents);
  reviveAfterCrash(window, log);
  const painted = new Promise<void>((done) => window.once('ready-to-show', () => done()));

  const session = await starting;
  await follow();
  placeWindow(window, storedPlace(session));
  void painted.then(() => window.show());
  setMenu((action) => {
    // also where the record does not open, and the window offers no actions
    if (action === 'show-folder') return void shell.openPath(folder);
    if (!window.isVisible()) window.show();
    tellWindows({ kind: 'action', action });
  });
  startRegularMaintenance(session);
  watchRecord(session);
  drainRegularly(() => session.profile?.sqlite);
  void terminals.open();
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  });
  let isClosing = false;
  const close = async (isHurried: boolean) => {
    // whatever hangs or cannot be written, the app must end; what was saved is on disk long since
    if (isHurried) setTimeout(() => app.exit(0), hurriedEndMs);
    if (isClosing) return;
    isClosing = true;
    setTimeout(() => app.exit(0), longestEndMs);
    try {
      await flushed.wait(window);
      terminals.close();
      await keepPlace(session, window);
      // a system that is shutting down does not wait for a backup: the next closing makes it
      await endSession(session, { isHurried });
    } finally {
      app.exit(0);
    }
  };
  followClosing({
    app,
    window,
    platform: process.platform,
    flush: () => flushed.wait(window),
    quit: () => close(false),
  });
  app.on('before-quit', (event) => {
    event.preventDefault();
    void close(false);
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void close(true));
}

/** The printer and what it needs to rewrite a PDF are loaded for the first paper, not for the first window. */
function lazyPrinter(printPage: string): () => Promise<Printer> {
  let printer: Promise<Printer> | null = null;
  return () => {
    printer ??= import('./electron/printer.ts').then(({ createPrinter }) => createPrinter({ address: printPage }));
    return printer;
  };
}

function serve(): void {
  guardDefaultSession();
  serveWindow(join(import.meta.dirname, '..', 'renderer'));
}

/** Asks the window to save what is being typed and waits for its word, two seconds at most. */
function flushes() {
  let done: (() => void) | null = null;
  return {
    heard: () => done?.(),
    wait: (window: BrowserWindow) =>
      new Promise<void>((resolved) => {
        if (window.isDestroyed() || window.webContents.isCrashed()) return resolved();
        done = resolved;
        setTimeout(resolved, 2_000);
        window.webContents.send('cairn', { kind: 'flush' });
      }),
  };
}

function storedPlace(session: Session): WindowPlace | null {
  return session.profile ? (readStored(session.profile.db, 'windowPlace') as WindowPlace | null) : null;
}

function settingsOf(session: Session): Settings {
  return session.profile ? readSettings(session.profile.db) : defaultSettings();
}

/** The place of a window is not worth waiting long for. */
async function keepPlace({ profile }: Session, window: BrowserWindow): Promise<void> {
  if (!profile || window.isDestroyed()) return;
  try {
    await transactionsEnded(profile.sqlite, { limitMs: 1_000 });
    writeSetting(profile.db, 'windowPlace', windowPlaceOf(window));
  } catch {
    // the next start takes the place it had before
  }
}

/** The value after a switch on the command line. */
function argument(name: string): string | undefined {
  const index = process.argv.indexOf(name);
  if (index >= 0) return process.argv[index + 1];
  return process.argv.find((text) => text.startsWith(`${name}=`))?.slice(name.length + 1);
}

/** References of failures, never what the user wrote. */
function log(line: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const { O_APPEND, O_CREAT, O_WRONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;
    // a link or a pipe under that name is somebody else's
    const flags = O_APPEND | O_CREAT | O_WRONLY | O_NOFOLLOW | O_NONBLOCK;
    const descriptor = openSync(join(folder, 'cairn.log'), flags, 0o600);
    try {
      writeSync(descriptor, `${new Date().toISOString()} ${line}\n`);
    } finally {
      closeSync(descriptor);
    }
  } catch {
    // a log that cannot be written must not hide what it would say
    process.stderr.write(`${line}\n`);
  }
}
