/** Settings, General: the paper of new resumes, and the sample record. */
import { Button } from '@mantine/core';
import { useLocation } from 'wouter';
import { useAnswer, useCommand } from '../../api.ts';
import { ErrorBox } from '../../parts/errors/error-box.tsx';
import { ChoiceRow, SettingRow, SettingsTitle } from './setting-row.tsx';
import { useSettings } from './use-settings.ts';

export function GeneralPage() {
  const { settings, error, change, resetOf } = useSettings();
  const app = useAnswer('getAppState', {});
  const explore = useCommand('exploreSample');
  const leave = useCommand('leaveSample');
  const [, navigate] = useLocation();
  const isSample = app.data?.state === 'open' && app.data.isSample;
  const home = { onSuccess: () => navigate('/home') };
  const refusal = error ?? explore.error ?? leave.error;
  return (
    <>
      <SettingsTitle>General</SettingsTitle>
      {refusal === null ? null : <ErrorBox error={refusal} />}
      <ChoiceRow
        label="Paper"
        title="The page a new resume is set on"
        text="Each resume keeps its own; this is where a new one begins."
        value={settings?.paper ?? 'a4'}
        choices={{ a4: 'A4', letter: 'Letter' }}
        onChange={(paper) => change({ paper })}
        reset={resetOf('paper')}
      />
      <SettingRow
        label="Sample record"
        title={isSample ? 'You are in the sample record' : 'Look around in an invented record'}
        text="It has a folder of its own, apart from yours, and is removed when you leave it."
      >
        {isSample ? (
          <Button loading={leave.isPending} onClick={() => leave.mutate({}, home)}>
            Leave the sample
          </Button>
        ) : (
          <Button loading={explore.isPending} onClick={() => explore.mutate({}, home)}>
            Look around
          </Button>
        )}
      </SettingRow>
    </>
  );
}
