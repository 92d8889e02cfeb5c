/** What a packaged app may be started with. */
import { describe, expect, test } from 'vitest';
import { refusalOf, refusedSwitches } from '../../src-main/electron/refused-switches.ts';

const person = { platform: 'linux', isRoot: false } as const;

describe('a packaged app', () => {
  test.each([
    '--remote-debugging-port=9222',
    '--remote-debugging-port=0',
    '--remote-debugging-port',
    '-remote-debugging-port=9222',
    '  --remote-debugging-port=9222',
    '--remote-debugging-pipe',
    '--remote-debugging-address=0.0.0.0',
    '--remote-allow-origins=*',
    '--inspect',
    '--inspect=0.0.0.0:9229',
    '--inspect-brk',
    '--inspect-port=1',
    '--debug',
    '--js-flags=--allow-natives-syntax',
    '--load-extension=/tmp/x',
    '--disable-extensions-except=/tmp/x',
    '--disable-web-security',
    '--allow-file-access-from-files',
    '--allow-running-insecure-content',
    '--no-sandbox',
    '--disable-setuid-sandbox',
    '--disable-seccomp-filter-sandbox',
    '--disable-namespace-sandbox',
    '--no-zygote',
    '--single-process',
    '--in-process-gpu',
    '--renderer-cmd-prefix=xterm -e',
    '--utility-cmd-prefix=xterm -e',
    '--gpu-launcher=/tmp/x',
    '--browser-subprocess-path=/tmp/x',
    '--proxy-server=http://evil.example:1',
    '--proxy-pac-url=http://evil.example/x.pac',
    '--proxy-bypass-list=*',
    '--no-proxy-server',
    '--host-rules=MAP * 127.0.0.1',
    '--host-resolver-rules=MAP * 127.0.0.1',
    '--ignore-certificate-errors',
    '--enable-features=X',
    '--disable-features=X',
    '--enable-blink-features=X',
    '--log-net-log=/tmp/x',
    '--net-log-capture-mode=Everything',
    '--enable-logging',
    '--log-file=/tmp/x',
    '--v=9',
    '--trace-startup',
    '--trace-startup-file=/tmp/x',
    '--enable-crash-reporter',
    '--crash-dumps-dir=/tmp/x',
    '--user-data-dir=/tmp/x',
    '--disk-cache-dir=/tmp/x',
    '--use-fake-ui-for-media-stream',
    '--enable-automation',
    '--headless',
    '--app=/tmp/x',
    '--require=/tmp/x.js',
    '-r',
    '--import=/tmp/x.mjs',
    '--experimental-loader=/tmp/x',
    '--expose-internals',
    '--DATA=/x',
    '--data\n--remote-debugging-port',
    '--no-such-switch',
  ])('does not start with %j', (given) => {
    expect(refusedSwitches([given], person)).toHaveLength(1);
    // neither hidden among what is allowed, nor where a value is expected
    expect(refusedSwitches(['--data', given, '--lang=de'], person)).toHaveLength(1);
  });

  test.each([
    [],
    ['--data', '/home/ada/record'],
    ['--data=/home/ada/record'],
    ['--print-document'],
    ['--ozone-platform=wayland', '--force-device-scale-factor=1.5'],
    ['--ozone-platform-hint', 'auto'],
    ['--disable-gpu'],
    ['--lang=de', '--force-renderer-accessibility'],
    ['/home/ada/file.json', 'file:///home/ada/x', 'word'],
    ['-', '--'],
  ])('starts with %j %j', (...given) => {
    expect(refusedSwitches(given, person)).toEqual([]);
  });

  test('starts without a sandbox for root alone, who has none, and with nothing else of the kind', () => {
    const root = { platform: 'linux', isRoot: true } as const;
    expect(refusedSwitches(['--no-sandbox'], root)).toEqual([]);
    expect(refusedSwitches(['--no-sandbox', '--remote-debugging-port=1'], root)).toEqual(['--remote-debugging-port']);
  });

  test('knows how switches are written on Windows', () => {
    const windows = { platform: 'win32', isRoot: false } as const;
    expect(refusedSwitches(['/remote-debugging-port=1', '/Inspect', '--Remote-Debugging-Pipe'], windows)).toHaveLength(
      3,
    );
    expect(refusedSwitches(['--DATA=C:\\Ada', '/lang=de', 'C:\\Ada\\x.json'], windows)).toEqual([]);
  });

  test('takes the number that the Finder gives, on a Mac', () => {
    expect(refusedSwitches(['-psn_0_12345'], { platform: 'darwin', isRoot: false })).toEqual([]);
    expect(refusedSwitches(['-psn_0_12345'], person)).toEqual(['--psn_0_12345']);
  });

  test('says which switch it was, without its value, and what to do', () => {
    const words = refusalOf(refusedSwitches(['--log-net-log=/home/ada/secret', '--no-sandbox'], person));
    expect(words).toContain('--log-net-log, --no-sandbox');
    expect(words).not.toContain('secret');
    expect(words).toContain('Start it without them.');
    expect(words).toContain('deb package');
  });
});
