/** A proof whose attack has several kinds. */
import { expect, test } from 'vitest';
import { countControls } from '../prove/controls.ts';

test('a control that was seen often does not make up for one that was never seen', () => {
  expect(countControls({ swallowing: 8, silence: 0 })).toEqual({
    control: 8,
    missed: ['the control “silence” was not seen'],
  });
  expect(countControls({ swallowing: 1, silence: 2 })).toEqual({ control: 3, missed: [] });
});
