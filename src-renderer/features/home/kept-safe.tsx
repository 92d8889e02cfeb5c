/** What keeps the record safe, as facts: the last backup, and the connections that were not made. */
import { IconAlertTriangle, IconCircleCheck, IconShieldCheck } from '@tabler/icons-react';
import { Link } from 'wouter';
import { useAnswer } from '../../api.ts';
import { clockText, daysSince, momentText } from '../../components/instant-text.ts';
import classes from './kept-safe.module.css';
import { SectionHead } from './section-head.tsx';

/** Older than this is told as a warning. */
const freshDays = 3;

function backupText(lastBackupAt: string | null, isSample: boolean): readonly [text: string, isOld: boolean] {
  if (lastBackupAt === null) return [isSample ? 'The sample is not backed up' : 'No backup yet', false];
  const days = daysSince(lastBackupAt);
  if (days <= 0) return [`Backed up at ${clockText(lastBackupAt)} and read back whole`, false];
  if (days <= freshDays) return [`Backed up ${momentText(lastBackupAt)} and read back whole`, false];
  return [`The last backup is ${days} days old`, true];
}

export function KeptSafe() {
  const app = useAnswer('getAppState', {});
  const privacy = useAnswer('getPrivacy', {});
  if (app.data?.state !== 'open') return null;
  const [text, isOld] = backupText(app.data.lastBackupAt, app.data.isSample);
  const attempts = privacy.data?.connectionAttempts ?? 0;
  const Icon = isOld ? IconAlertTriangle : IconCircleCheck;
  return (
    <section aria-label="Kept safe">
      <SectionHead title="Kept safe" />
      <ul className={classes.list}>
        <li>
          <Link href="/settings/backups" className={classes.row} data-warning={isOld || undefined}>
            <Icon size={16} stroke={1.6} aria-hidden />
            {text}
          </Link>
        </li>
        <li>
          <Link href="/settings/privacy" className={classes.row}>
            <IconShieldCheck size={16} stroke={1.6} aria-hidden />
            {attempts} {attempts === 1 ? 'connection' : 'connections'} since Cairn was opened
          </Link>
        </li>
      </ul>
    </section>
  );
}
