/** Settings of this profile. */
import type { Handlers } from '../../app/context.ts';
import { defaultSettings, readSettings, writeSetting } from '../../db/settings.ts';

export const settingsHandlers: Pick<Handlers, 'getSettings' | 'getDefaultSettings' | 'changeSettings'> = {
  getSettings: ({ db }) => readSettings(db),

  getDefaultSettings: () => defaultSettings(),

  changeSettings({ db }, { patch }) {
    for (const [key, value] of Object.entries(patch)) if (value !== undefined) writeSetting(db, key, value);
    return readSettings(db);
  },
};
