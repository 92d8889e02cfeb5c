/** A process that captures one accomplishment after the other and says so after each; made to be killed. */
import { writeSync } from 'node:fs';
import { v7 as uuidv7 } from 'uuid';
import { createDispatch } from '../../src-main/app/dispatch.ts';
import { startSession } from '../../src-main/app/session.ts';
import { startNodeProcess } from '../../src-main/jobs/node-process.ts';

const folder = process.argv[2] ?? '';
const refuse = () => {
  throw new Error('no dialog');
};
const session = await startSession({
  folder,
  resources: '',
  host: {
    version: '0',
    now: () => new Date(),
    newId: () => uuidv7(),
    pickFile: refuse,
    saveFile: refuse,
    openSaved: refuse,
    print: refuse,
    openFolder: refuse,
    openAddress: refuse,
    connectionAttempts: () => 0,
    startProcess: startNodeProcess,
  },
});
const dispatch = createDispatch(session);
for (let i = 0; ; i += 1) {
  const result = await dispatch('logAccomplishment', { text: `Thing ${i}` });
  // the stream would hold lines back while nobody reads them, and they would be gone with the process
  writeSync(1, result.ok ? `${i}\n` : `refused ${result.error.message}\n`);
}
