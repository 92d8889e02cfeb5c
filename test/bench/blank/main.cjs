// The least that an Electron app can be: one window with an empty page, opened with Cairn's switches and preferences.
const { join } = require('node:path');
const { app, BrowserWindow } = require('electron');

const data = process.argv.indexOf('--data');
if (data >= 0) app.setPath('userData', process.argv[data + 1]);
for (const name of [
  'disable-background-networking',
  'disable-component-update',
  'disable-domain-reliability',
  'no-pings',
  'disable-sync',
  'disable-breakpad',
]) {
  app.commandLine.appendSwitch(name);
}
app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
app.commandLine.appendSwitch('proxy-server', 'socks5://127.0.0.1:9');

void app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    show: false,
    webPreferences: {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      spellcheck: false,
      partition: 'cairn',
    },
  });
  window.once('ready-to-show', () => window.show());
  void window.loadFile(join(__dirname, 'index.html'));
});
