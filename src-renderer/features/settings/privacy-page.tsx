/** Settings, Privacy: the count of connections, where the data is and how much of it, and how the promise is kept. */
import { Box, Button, Collapse, Group } from '@mantine/core';
import { useEffect, useState } from 'react';
import { actions } from '../../../shared/vocabulary/actions.ts';
import { call, useAnswer } from '../../api.ts';
import { Answer } from '../../parts/errors/answer.tsx';
import { ErrorBox } from '../../parts/errors/error-box.tsx';
import { bytesText } from '../../ui/instant-text.ts';
import classes from './privacy-page.module.css';
import { SettingRow, SettingsTitle } from './setting-row.tsx';

/** How the promise is kept; each of these can be checked in the sources. */
const means: readonly string[] = [
  'The window may load the files of Cairn and nothing else; its policy names no other source.',
  'Every request of the window is looked at before it leaves. One that is not for a file of Cairn is refused and counted here.',
  'Nothing in Cairn opens a connection, asks a name server or listens on the network. A test of the sources holds that.',
  'A link opens in your browser, and only after you have seen the whole address and said so.',
  'There is no account, no telemetry, no update check and no crash report, so there is nothing to switch off.',
];

export function PrivacyPage() {
  const { data, error, refetch } = useAnswer('getPrivacy', {});
  const [isOpen, setOpen] = useState(false);
  const [refusal, setRefusal] = useState<unknown>(null);
  // The count moves without a command, so it is asked for each time the page is opened.
  useEffect(() => void refetch(), [refetch]);
  if (data === undefined) return <Answer of={{ data, error, refetch }} />;
  const attempts = data.connectionAttempts;
  return (
    <>
      <SettingsTitle>Privacy</SettingsTitle>
      <Group className="cn-rule-below" gap="0.5rem 1.125rem" pt="xs" pb={14}>
        <div className={classes.figure} data-some={attempts > 0 || undefined}>
          {attempts}
        </div>
        <Box flex="1 1 18rem" miw={0}>
          <div className="cn-strong">
            network {attempts === 1 ? 'connection' : 'connections'} attempted since Cairn was opened
          </div>
          <div className="cn-small cn-quiet">
            Every request is refused and counted here. There is no telemetry, so there is nothing to switch off.
          </div>
        </Box>
        <Button variant="subtle" color="gray" aria-expanded={isOpen} onClick={() => setOpen((was) => !was)}>
          How it is done
        </Button>
      </Group>
      <Collapse expanded={isOpen} transitionDuration={0}>
        <ul className={classes.means}>
          {means.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Collapse>
      <SettingRow
        label="Data folder"
        title={data.folder}
        text={`${bytesText(data.recordBytes + data.backupBytes)}: record ${bytesText(data.recordBytes)}, backups ${bytesText(data.backupBytes)}`}
      >
        <Button onClick={() => void call('showDataFolder', {}).catch(setRefusal)}>
          {actions['show-folder'].label}
        </Button>
      </SettingRow>
      <SettingRow
        label="Encryption"
        title="Cairn does not encrypt the record."
        text="Use the encryption of your disk."
      />
      {refusal === null ? null : <ErrorBox error={refusal} />}
    </>
  );
}
