/** Gives each file of window tests a display of its own, so that two windows never take focus or clipboard from each other. */
import { afterAll } from 'vitest';
import { startDisplay } from '../../../scripts/linux-needs.ts';

// on a display that somebody looks at, one window opens after the other
if (process.env.CAIRN_XVFB !== undefined) {
  const { name, end } = await startDisplay();
  process.env.DISPLAY = name;
  process.once('exit', end);
  afterAll(end);
}
