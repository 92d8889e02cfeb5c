/** The rail: whose record it is, the screens, and at its foot what keeps it safe. */
import { Box, Flex, Menu, Stack, Tooltip } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import {
  IconAlertCircle,
  IconAlertTriangle,
  IconArchive,
  IconSelector,
  IconSettings,
  IconShieldCheck,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import type { BackupHealth, OpenState } from '../../../shared/api/app.ts';
import { keysText } from '../../acts.ts';
import { call, useAnswer, useCommand } from '../../api.ts';
import { backupState } from '../../parts/backup/backup-state.ts';
import { railScreens, rootOf, screenAt } from '../../screens.tsx';
import { Mark } from '../../ui/mark.tsx';
import classes from './rail.module.css';

export function Rail({ state }: { readonly state: OpenState }) {
  const [location] = useLocation();
  const isNarrow = useMediaQuery('(max-width: 1119px)', false, { getInitialValueInEffect: false });
  const current = screenAt(location)?.name;
  const { accomplishments, roles, resumes, imports } = state.counts;
  const counts: Readonly<Record<string, number>> = {
    Record: accomplishments,
    Roles: roles,
    Resumes: resumes,
    Import: imports,
  };
  return (
    <nav className={classes.rail} aria-label="Screens">
      <RailHead state={state} isNarrow={isNarrow} />
      <Flex component="ul" direction="column" gap={1} mt={6}>
        {railScreens.map((screen) => (
          <li key={screen.path}>
            <RailItem
              to={rootOf(screen)}
              name={screen.name}
              icon={<screen.icon size={18} stroke={1.6} aria-hidden />}
              keys={keysText(`mod+${screen.order}`)}
              isCurrent={current === screen.name}
              isNarrow={isNarrow}
              count={counts[screen.name] ?? 0}
              onReach={() => void screen.view.load()}
            />
          </li>
        ))}
      </Flex>
      <RailFoot backups={state.backups} isSample={state.isSample} isNarrow={isNarrow} />
      <Box className="cn-rule-above" flex="none" mt="sm" pt="sm">
        <RailItem
          to="/settings"
          name="Settings"
          icon={<IconSettings size={18} stroke={1.6} aria-hidden />}
          keys={keysText('mod+,')}
          isCurrent={current === 'Settings'}
          isNarrow={isNarrow}
          count={0}
        />
      </Box>
    </nav>
  );
}

interface RailItemProps {
  readonly to: string;
  readonly name: string;
  readonly icon: ReactNode;
  readonly keys: string;
  readonly isCurrent: boolean;
  readonly isNarrow: boolean;
  readonly count: number;
  /** The pointer or the focus is on it: it may be opened next. */
  readonly onReach?: () => void;
}

function RailItem({ to, name, icon, keys, isCurrent, isNarrow, count, onReach }: RailItemProps) {
  return (
    <Tooltip label={`${name}  ${keys}`} position="right" disabled={!isNarrow}>
      <Link
        href={to}
        className={classes.item}
        aria-current={isCurrent ? 'page' : undefined}
        onPointerEnter={onReach}
        onFocus={onReach}
      >
        <span className={classes.icon}>{icon}</span>
        <span className={classes.word}>{name}</span>
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
          <Mark size={24} />
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
        <Menu.Item onClick={() => void call('showDataFolder', {})}>Show in folder</Menu.Item>
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
    <Stack gap={0} mt="auto" pt="md">
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
