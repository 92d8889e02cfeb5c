/**
 * A process that updates a record and ends itself at the statement that is named (0 for never), without any chance to
 * tidy up. Arguments: file, statement, and `bare` for a control that has no transaction around the update.
 */
import { writeSync } from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';
import { migrate, schemaOf } from '../../../src-main/db/migrate.ts';
import { migrations } from '../../../src-main/db/migrations/index.ts';

const [file = '', endsAt = '0', manner = 'whole'] = process.argv.slice(2);
let seen = 0;
let isCounting = false;
const sqlite = new BetterSqlite3(file, {
  fileMustExist: true,
  // hears of each statement before it runs
  verbose: () => {
    if (!isCounting) return;
    seen += 1;
    if (seen !== Number(endsAt)) return;
    writeSync(1, `${seen}\n`);
    process.kill(process.pid, 'SIGKILL');
  },
});
sqlite.pragma('synchronous = FULL');
isCounting = true;
if (manner === 'bare') {
  for (const step of migrations.filter(({ version }) => version > schemaOf(sqlite))) {
    sqlite.exec(step.sql);
    sqlite.pragma(`user_version = ${step.version}`);
  }
} else migrate(sqlite);
isCounting = false;
sqlite.close();
writeSync(1, `${seen}\n`);
