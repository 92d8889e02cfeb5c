/**
 * Which switches of the command line a packaged app refuses. Chromium and Node have hundreds, and many of them open the
 * app to others: a debugger on a port, an extension, a proxy, a page without its sandbox. So what is harmless is listed.
 */

const own = ['data', 'print-document'];

/** How it is drawn and typed into, on screens where it would not be otherwise. */
const harmless = [
  'class',
  'disable-dev-shm-usage',
  'disable-gpu',
  'disable-gpu-compositing',
  'disable-smooth-scrolling',
  'disable-software-rasterizer',
  'display',
  'enable-wayland-ime',
  'force-color-profile',
  'force-device-scale-factor',
  'force-prefers-reduced-motion',
  'force-renderer-accessibility',
  'gtk-version',
  'high-dpi-support',
  'lang',
  'ozone-platform',
  'ozone-platform-hint',
  'wayland-text-input-version',
];

const allowed: ReadonlySet<string> = new Set([...own, ...harmless]);

/**
 * The switches among the arguments (without the program itself) that are not allowed, without their values. Root may
 * give `--no-sandbox`: Chromium does not start for root without it.
 */
export function refusedSwitches(
  given: readonly string[],
  system: { readonly platform: NodeJS.Platform; readonly isRoot: boolean },
): readonly string[] {
  const isWindows = system.platform === 'win32';
  return given.flatMap((text) => {
    // Chromium reads as a switch whatever begins like one, even where a value is expected
    const trimmed = text.trim();
    const name = (isWindows ? /^(?:--?|\/)(.+)$/s : /^--?(.+)$/s).exec(trimmed)?.[1];
    if (name === undefined || trimmed === '--') return [];
    const [written = ''] = name.split('=');
    const plain = isWindows ? written.toLowerCase() : written;
    if (allowed.has(plain) || (plain === 'no-sandbox' && system.isRoot)) return [];
    // the Finder of old systems gives every app it opens a number
    if (system.platform === 'darwin' && /^psn_[0-9_]+$/.test(plain)) return [];
    return [`--${written}`];
  });
}

/** What is said instead of starting. */
export function refusalOf(switches: readonly string[]): string {
  const isPlural = switches.length > 1;
  const sandbox = switches.includes('--no-sandbox')
    ? '\nWithout its sandbox a page could reach your files. If this system gives none to an AppImage, install the deb package, which brings its own.'
    : '';
  return `Cairn does not start with ${switches.join(', ')}: ${isPlural ? 'these switches are' : 'this switch is'} not needed to use it, and could open it to others. Your record was not touched. Start it without ${isPlural ? 'them' : 'it'}.${sandbox}\n`;
}
