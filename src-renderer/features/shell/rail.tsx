/** The rail: whose record this is, the screens, and at its foot what keeps the record safe. */
import { Box, Flex, Menu, Stack, Tooltip } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import {
  IconAlertCircle,
  IconAlertTriangle,
  IconArchive,
  IconChartRadar,
  IconFileCv,
  IconFileImport,
  IconFileText,
  IconHome,
  IconSelector,
  IconSettings,
  IconShieldCheck,
  IconStack2,
  type TablerIcon,
} from '@tabler/icons-react';
import { Link, useLocation } from 'wouter';
import type { OpenState } from '../../../shared/api/profile/app.ts';
import type { BackupHealth } from '../../../shared/api/profile/backup.ts';
import { actions } from '../../../shared/vocabulary/actions.ts';
import { addressOf, type RailId, railIds, railName, railOf, screenAt } from '../../../shared/vocabulary/screens.ts';
import { call, useAnswer, useCommand } from '../../api.ts';
import { keyHint } from '../../offered-actions.ts';
import { backupState } from '../../parts/backup/backup-state.ts';
import { exportMessagePlace } from '../../parts/export/export-message.tsx';
import { views } from '../../screens.ts';
import { CairnMark } from '../../ui/cairn-mark.tsx';
import classes from './rail.module.css';

const icons: Readonly<Record<RailId, TablerIcon>> = {
  home: IconHome,
  record: IconStack2,
  roles: IconFileText,
  match: IconChartRadar,
  resumes: IconFileCv,
  import: IconFileImport,
  settings: IconSettings,
};

export function Rail({ state }: { readonly state: OpenState }) {
  const [location] = useLocation();
  const isNarrow = useMediaQuery('(max-width: 1119px)', false, { getInitialValueInEffect: false });
  const screen = screenAt(location);
  const current = screen && railOf(screen);
  const { accomplishments, roles, resumes, imports } = state.counts;
  const counts: Partial<Readonly<Record<RailId, number>>> = {
    record: accomplishments,
    roles,
    resumes,
    import: imports,
  };
  const item = (id: RailId) => (
    <RailItem key={id} id={id} isCurrent={current === id} isNarrow={isNarrow} count={counts[id] ?? 0} />
  );
  return (
    <nav className={classes.rail} aria-label="Screens">
      <RailHead state={state} isNarrow={isNarrow} />
      <Flex component="ul" direction="column" gap={1} mt={6}>
        {railIds.flatMap((id) => (id === 'settings' ? [] : <li key={id}>{item(id)}</li>))}
      </Flex>
      <div id={exportMessagePlace} className={classes.message} role="status" />
      <RailFoot backups={state.backups} isSample={state.isSample} isNarrow={isNarrow} />
      <Box className="cn-rule-above" flex="none" mt="sm" pt="sm">
        {item('settings')}
      </Box>
    </nav>
  );
}

interface RailItemProps {
  readonly id: RailId;
  readonly isCurrent: boolean;
  readonly isNarrow: boolean;
  readonly count: number;
}

function RailItem({ id, isCurrent, isNarrow, count }: RailItemProps) {
  const Icon = icons[id];
  // The pointer or the focus is on it: it may be opened next.
  const fetch = () => void views[id].load();
  return (
    <Tooltip label={`${railName(id)}  ${keyHint(`go-${id}`)}`} position="right" disabled={!isNarrow}>
      <Link
        href={addressOf(id)}
        className={classes.item}
        aria-current={isCurrent ? 'page' : undefined}
        onPointerEnter={fetch}
        onFocus={fetch}
      >
        <span className={classes.icon}>
          <Icon size={18} stroke={1.6} aria-hidden />
        </span>
        <span className={classes.word}>{railName(id)}</span>
        {count > 0 ? <span className={classes.count}>{count.toLocaleString('en-GB')}</span> : null}
      </Link>
    </Tooltip>
  );
}

function RailHead({ state, isNarrow }: { readonly state: OpenState; readonly isNarrow: boolean }) {
  const explore = useCommand('exploreSample');
  const leave = useCommand('leaveSample');
  const [, navigate] = useLocation();
  const home = { onSuccess: () => navigate('/home') };
  const name = state.personName || 'Your record';
  return (
    <Menu position="bottom-start" width={240}>
      <Menu.Target>
        <button type="button" className={classes.head} aria-label={`Profile folder of ${name}`}>
          <CairnMark size={24} />
          {isNarrow ? null : (
            <>
              <span className="cn-cut cn-fill">{name}</span>
              <IconSelector size={14} stroke={1.6} aria-hidden />
            </>
          )}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label className={classes.folder}>{state.folder}</Menu.Label>
        <Menu.Item onClick={() => void call('showDataFolder', {})}>{actions['show-folder'].label}</Menu.Item>
        <Menu.Item onClick={() => navigate('/background')}>Change name and contact</Menu.Item>
        <Menu.Divider />
        {state.isSample ? (
          <Menu.Item onClick={() => leave.mutate({}, home)}>Leave the sample</Menu.Item>
        ) : (
          <Menu.Item onClick={() => explore.mutate({}, home)}>Look around the sample</Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

const backupIcons = {
  good: IconArchive,
  quiet: IconArchive,
  warning: IconAlertTriangle,
  danger: IconAlertCircle,
} as const;

interface RailFootProps {
  readonly backups: BackupHealth;
  readonly isSample: boolean;
  readonly isNarrow: boolean;
}

function RailFoot({ backups, isSample, isNarrow }: RailFootProps) {
  const privacy = useAnswer('getPrivacy', {});
  const attempts = privacy.data?.connectionAttempts ?? 0;
  const backup = backupState(backups, isSample);
  const BackupIcon = backupIcons[backup.tone];
  const connections = `${attempts} ${attempts === 1 ? 'connection' : 'connections'}`;
  return (
    <Stack gap={0} pt="md">
      <Tooltip label={connections} position="right" disabled={!isNarrow}>
        <Link href="/settings/privacy" className={classes.state} aria-label={`${connections}, Privacy`}>
          <IconShieldCheck size={16} stroke={1.6} aria-hidden />
          <span className={classes.word}>{connections}</span>
        </Link>
      </Tooltip>
      <Tooltip label={backup.short} position="right" disabled={!isNarrow}>
        <Link
          href="/settings/backups"
          className={classes.state}
          data-tone={backup.tone}
          aria-label={`${backup.short}, Backups`}
        >
          <BackupIcon size={16} stroke={1.6} aria-hidden />
          <span className={classes.word}>{backup.short}</span>
        </Link>
      </Tooltip>
    </Stack>
  );
}
