import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../helpers/cairn.ts';
import { readTrace } from '../prove/durability/trace.ts';

const hex = (text: string) => [...Buffer.from(text)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
const root = '/disk';
const folder = hex(root);
const file = (name: string) => hex(`${root}/${name}`);

function eventsOf(lines: readonly string[]) {
  const trace = join(temporaryFolder(), 'trace');
  writeFileSync(trace, lines.join('\n'), 'latin1');
  return readTrace(trace, root);
}

test('a number that another thread is given while its close is still under way names the new file', () => {
  const events = eventsOf([
    `10 openat(AT_FDCWD<${folder}>, "${file('old')}", O_RDONLY) = 20<${file('old')}>`,
    `10 close(20<${file('old')}> <unfinished ...>`,
    `11 openat(AT_FDCWD<${folder}>, "${file('new')}", O_WRONLY|O_CREAT, 0600) = 20<${file('new')}>`,
    '10 <... close resumed>)             = 0',
    `11 write(20<${file('new')}>, "${hex('ab')}", 2) = 2`,
    '',
  ]);
  expect(events.map(({ kind }) => kind)).toEqual(['open', 'close', 'open', 'write']);
});

test('threads share their open files, also where a thread is told of before the one that started it', () => {
  const events = eventsOf([
    '10 clone3({flags=CLONE_VM|CLONE_FILES, exit_signal=0}, 88 <unfinished ...>',
    '11 clone3({flags=CLONE_VM|CLONE_FILES, exit_signal=0}, 88) = 12',
    '10 <... clone3 resumed>)            = 11',
    `12 openat(AT_FDCWD<${folder}>, "${file('new')}", O_WRONLY|O_CREAT, 0600) = 20<${file('new')}>`,
    `10 write(20<${file('new')}>, "${hex('ab')}", 2) = 2`,
    '',
  ]);
  const [opened, written] = events.map((event) => ('file' in event ? event.file : null));
  expect(written).toBe(opened);
});
