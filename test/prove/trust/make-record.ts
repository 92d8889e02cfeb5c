/** Makes the large record in a process of its own, so that what that takes is no memory of the process that is measured. */
import { copyRecord } from '../../bench/record.ts';

const [count = '', folder = ''] = process.argv.slice(2);
await copyRecord(Number(count), folder);
