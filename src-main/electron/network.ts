/** Zero network: switches before the app is ready, and a filter that cancels and counts whatever is left. */
import { app, type Session, session } from 'electron';

let attempts = 0;

/** Requests refused since the start. */
export const connectionAttempts = () => attempts;

/** To be called before the app is ready. */
export function closeNetwork(): void {
  const { commandLine } = app;
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  commandLine.appendSwitch('proxy-server', 'socks5://127.0.0.1:9');
  for (const name of [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
    'no-pings',
    'disable-sync',
    'disable-breakpad',
  ]) {
    commandLine.appendSwitch(name);
  }
  commandLine.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp');
  commandLine.appendSwitch(
    'disable-features',
    'DnsOverHttps,OptimizationHints,OptimizationGuideModelDownloading,MediaRouter,SpareRendererForSitePerProcess,NetworkTimeServiceQuerying',
  );
  // every session there will ever be, the printer's included
  app.on('session-created', guardSession);
}

/** To be called when the app is ready. */
export function guardDefaultSession(): void {
  guardSession(session.defaultSession);
}

const guarded = new WeakSet<Session>();

function guardSession(guardedSession: Session): void {
  if (guarded.has(guardedSession)) return;
  guarded.add(guardedSession);
  // dictionaries would be fetched from the network, by some versions even with spell-checking off
  guardedSession.setSpellCheckerLanguages([]);
  guardedSession.setSpellCheckerEnabled(false);
  guardedSession.setSpellCheckerDictionaryDownloadURL('app://cairn/no-dictionaries/');
  // “Copy details” writes text; nothing may read the clipboard, and nothing else is allowed at all
  guardedSession.setPermissionRequestHandler((_contents, permission, answer) =>
    answer(permission === 'clipboard-sanitized-write'),
  );
  guardedSession.setPermissionCheckHandler((_contents, permission) => permission === 'clipboard-sanitized-write');
  guardedSession.setDevicePermissionHandler(() => false);
  if (!process.env.ELECTRON_RENDERER_URL || app.isPackaged) guardedSession.enableNetworkEmulation({ offline: true });
  guardedSession.webRequest.onBeforeRequest((details, answer) => {
    const isOwn = /^(app|blob|data):/.test(details.url);
    // the tools of a developer are pages too; they are not there in a packaged app
    const isTool = !app.isPackaged && (/^(devtools|chrome-extension):/.test(details.url) || isDevServer(details.url));
    if (!isOwn && !isTool) attempts += 1;
    answer({ cancel: !isOwn && !isTool });
  });
}

function isDevServer(url: string): boolean {
  const server = process.env.ELECTRON_RENDERER_URL;
  return server !== undefined && (url.startsWith(server) || url.startsWith(server.replace(/^http/, 'ws')));
}
