/** The pages of the settings and everything that can be found on them. */

export type SettingsPageId = 'general' | 'appearance' | 'keyboard' | 'scales' | 'privacy' | 'backups' | 'about';

export interface SettingsPage {
  readonly id: SettingsPageId;
  readonly name: string;
  /** What is on it, in the words that the page uses. */
  readonly items: readonly { readonly name: string; readonly words: string }[];
}

export const settingsPages: readonly SettingsPage[] = [
  {
    id: 'general',
    name: 'General',
    items: [
      { name: 'Paper', words: 'a4 letter size print pdf page' },
      { name: 'Sample record', words: 'explore look around demo' },
    ],
  },
  {
    id: 'appearance',
    name: 'Appearance',
    items: [
      { name: 'Colour scheme', words: 'light dark system theme mode' },
      { name: 'Zoom', words: 'size larger smaller text scale' },
    ],
  },
  {
    id: 'keyboard',
    name: 'Keyboard',
    items: [
      { name: 'Single keys', words: 'shortcuts filter ?' },
      { name: 'All shortcuts', words: 'keys sheet' },
    ],
  },
  {
    id: 'scales',
    name: 'Scales and thresholds',
    items: [
      { name: 'Proof of a level', words: 'theta strength evidence sum proven' },
      { name: 'Ready', words: 'threshold match' },
      { name: 'Nearly ready', words: 'threshold match growing close' },
      { name: 'Older evidence', words: 'recency age halving years weight' },
    ],
  },
  {
    id: 'privacy',
    name: 'Privacy',
    items: [
      { name: 'Network connections', words: 'offline count attempts telemetry' },
      { name: 'Data folder', words: 'where size location files' },
    ],
  },
  {
    id: 'backups',
    name: 'Backups',
    items: [
      { name: 'Back up now', words: 'backup copy' },
      { name: 'Save a copy', words: 'drive export backup' },
      { name: 'Restore', words: 'backup put back go back earlier' },
    ],
  },
  {
    id: 'about',
    name: 'About',
    items: [
      { name: 'Version', words: 'cairn' },
      { name: 'Check the record', words: 'integrity damaged sound' },
      { name: 'Licences', words: 'open source mit fonts notices' },
    ],
  },
];

/** The settings whose name, words or page answer every word of a text. */
export function findSettings(text: string): readonly { readonly page: SettingsPage; readonly name: string }[] {
  const wanted = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return settingsPages.flatMap((page) =>
    page.items
      .filter(({ name, words }) => {
        const all = `${page.name} ${name} ${words}`.toLowerCase();
        return wanted.every((word) => all.includes(word));
      })
      .map(({ name }) => ({ page, name })),
  );
}
