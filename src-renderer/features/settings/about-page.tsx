/** Settings, About: the version, a check of the record, and what Cairn is made of. */
import { Button } from '@mantine/core';
import { IconAlertCircle, IconCircleCheck } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import type { BackupHealth, CheckReport } from '../../../shared/api/profile/backup.ts';
import { call, useAnswer } from '../../api.ts';
import { BackupNotice } from '../../parts/backup/backup-notice.tsx';
import { ErrorBox } from '../../parts/errors/error-box.tsx';
import { momentInSentence } from '../../ui/instant-text.ts';
import { LongWork } from '../../ui/long-work.tsx';
import classes from './about-page.module.css';
import { type Licence, readLicences } from './licences.ts';
import { SettingRow, SettingsTitle } from './setting-row.tsx';

export function AboutPage() {
  const app = useAnswer('getAppState', {});
  return (
    <>
      <SettingsTitle>About</SettingsTitle>
      <SettingRow
        label="Version"
        title={`Cairn ${app.data?.version ?? ''}`}
        text="A private, offline record of your work. MIT licence; the role packs are CC BY 4.0."
      />
      <RecordCheck />
      <SettingRow
        label="Licences"
        title="What Cairn is made of"
        text="Each with the licence it is given under, and its words."
      />
      <Licences />
    </>
  );
}

function Licences() {
  const [licences, setLicences] = useState<readonly Licence[]>([]);
  useEffect(() => {
    // the page of a dev server has none
    void readLicences().then(setLicences, () => undefined);
  }, []);
  return (
    <ul className={classes.licences}>
      {licences.map(({ name, licence, text }) => (
        <li key={name}>
          <details>
            <summary>
              {name} <span className="cn-quiet">{licence}</span>
            </summary>
            <pre>{text}</pre>
          </details>
        </li>
      ))}
    </ul>
  );
}

function RecordCheck() {
  const [report, setReport] = useState<CheckReport | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const app = useAnswer('getAppState', {});
  const health = app.data?.state === 'open' ? app.data.backups : null;
  const check = async () => {
    setBusy(true);
    setError(null);
    try {
      setReport(await call('checkRecord', {}));
    } catch (refusal) {
      setError(refusal);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <SettingRow
        label="The record"
        title="Check the record"
        text={`Reads every row and index, and tells what does not fit. Nothing is changed. ${lastCheckText(health)}`}
      >
        <Button loading={isBusy} onClick={() => void check()}>
          Check the record
        </Button>
      </SettingRow>
      {health === null || health.checkProblem === null ? null : (
        <BackupNotice health={health}>
          <Button component={Link} href="/settings/backups">
            Open Backups
          </Button>
        </BackupNotice>
      )}
      {isBusy ? <LongWork work="check" label="Checking the record" /> : null}
      {error === null ? null : <ErrorBox error={error} retry={() => void check()} />}
      <div role="status">{report === null ? null : <Report report={report} />}</div>
    </>
  );
}

/** Cairn checks by itself once a week, when it has nothing else to do. */
function lastCheckText(health: BackupHealth | null): string {
  if (health === null || health.lastCheckAt === null) return 'Cairn does it by itself once a week.';
  const when = momentInSentence(health.lastCheckAt);
  // met by a check, a backup or whatever was asked for
  if (health.checkProblem !== null) return `Damage was found ${when}.`;
  return `Cairn did it by itself ${when} and found it sound.`;
}

function Report({ report }: { readonly report: CheckReport }) {
  const rows = Object.values(report.rows).reduce((sum, count) => sum + count, 0);
  if (report.isSound) {
    return (
      <p className={classes.sound}>
        <IconCircleCheck size={16} stroke={1.6} aria-hidden />
        Whole: {rows.toLocaleString('en-GB')} rows in {Object.keys(report.rows).length} tables, format {report.schema}.
      </p>
    );
  }
  return (
    <div className={classes.unsound}>
      <p>
        <IconAlertCircle size={16} stroke={1.6} aria-hidden />
        {report.problems.length} {report.problems.length === 1 ? 'thing does' : 'things do'} not fit. The record is as
        it was; save a copy, then restore the newest backup.
      </p>
      <ul>
        {report.problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
    </div>
  );
}
