/** Files made to do harm, read one after another as dropped files are read. */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { hostileFiles, readHostile } from '../../helpers/hostile-files.ts';
import type { Proof } from '../proof.ts';
import { cannotMeasure, measure } from './meter.ts';
import { startTally } from './tally.ts';

/** The reader is ended after ten seconds; the rest is for a machine that does other things too. */
const mostMilliseconds = 15_000;
const mostMegabytes = 500;

function wrongOf({ milliseconds, megabytes }: { milliseconds: number; megabytes: number }): string[] {
  return [
    ...(milliseconds > mostMilliseconds ? [`${Math.round(milliseconds)} ms`] : []),
    ...(megabytes > mostMegabytes ? [`${Math.round(megabytes)} MB`] : []),
    ...('polluted' in {} ? ['the prototype of every object was changed'] : []),
  ];
}

export const hostileImports: Proof = {
  name: 'hostile-imports',
  promise: 'A file made to do harm is read or refused in words, in bounded time and memory, and the next file is read.',
  unavailable: cannotMeasure,
  async run(size, say) {
    const tally = startTally();
    let index = 0;
    for (const file of hostileFiles()) {
      index += 1;
      if (size === 'quick' && index % 20 !== 0) continue;
      const reading = await readHostile(file).catch((error: Error) => error);
      if (reading instanceof Error) tally.add([`${file.name} (${file.why}): no refusal but ${reading.message}`]);
      else {
        const wrong = wrongOf(reading);
        tally.add(wrong.length === 0 ? [] : [`${file.name} (${file.why}): ${wrong.join(', ')}`]);
        tally.most('longest ms', reading.milliseconds);
        tally.most('most MB', reading.megabytes);
      }
      if (size === 'full' && index % 20 === 0) say(`${index} files`);
    }
    const page = {
      name: 'page.txt',
      why: '',
      bytes: new TextEncoder().encode('Role: Pilot\n\nMission\n\nBring ships in.\n'),
    };
    tally.add((await readHostile(page)).outcome === 'read' ? [] : ['after all of them a plain page is not read']);
    const bomb = deflateRawSync(Buffer.alloc(700 * 1024 * 1024));
    const { milliseconds, before, most } = await measure(() => inflateRawSync(bomb).length);
    tally.control('a bomb that nobody stops', wrongOf({ milliseconds, megabytes: most - before }).length > 0);
    return tally.outcome();
  },
};
