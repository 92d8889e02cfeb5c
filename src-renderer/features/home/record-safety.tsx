/** What keeps the record safe, as facts: the last good backup, one that failed since, and the connections that were not made. */
import { Box } from '@mantine/core';
import { IconAlertCircle, IconAlertTriangle, IconArchive, IconCircleCheck, IconShieldCheck } from '@tabler/icons-react';
import { Link } from 'wouter';
import { useAnswer } from '../../api.ts';
import { backupState } from '../../parts/backup/backup-state.ts';
import classes from './record-safety.module.css';
import { SectionHead } from './section-head.tsx';

const icons = {
  good: IconCircleCheck,
  quiet: IconArchive,
  warning: IconAlertTriangle,
  danger: IconAlertCircle,
} as const;

export function RecordSafety() {
  const app = useAnswer('getAppState', {});
  const privacy = useAnswer('getPrivacy', {});
  if (app.data?.state !== 'open') return null;
  const { text, advice, tone } = backupState(app.data.backups, app.data.isSample);
  const attempts = privacy.data?.connectionAttempts ?? 0;
  const Icon = icons[tone];
  return (
    <section aria-label="Kept safe">
      <SectionHead title="Kept safe" />
      <ul>
        <li>
          <Link href="/settings/backups" className={classes.row} data-tone={tone}>
            <Icon size={16} stroke={1.6} aria-hidden />
            <span>
              {text}
              {advice === null ? null : (
                <Box component="span" display="block" c="var(--cn-text1)">
                  {advice}
                </Box>
              )}
            </span>
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
