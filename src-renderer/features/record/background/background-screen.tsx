/** The record apart from accomplishments: the profile, and what there is of employers, positions, projects and the rest. */
import { Stack } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useLocation, useParams, useSearch } from 'wouter';
import { isRecordKind, ownerLink, type RecordKind } from '../../../../shared/vocabulary/record-kinds.ts';
import { useAnswer, useCommand } from '../../../api.ts';
import { Answer } from '../../../parts/errors/answer.tsx';
import { ErrorBox } from '../../../parts/errors/error-box.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { Page, Panes } from '../../../ui/pane.tsx';
import { RecordSwitch } from '../../../ui/record-switch.tsx';
import { useTrail } from '../../../ui/trail.tsx';
import { BackgroundDetail } from './background-detail.tsx';
import { valuesOf } from './background-fields.ts';
import { BackgroundList } from './background-list.tsx';
import classes from './background-screen.module.css';
import { ProfileDetail } from './profile-detail.tsx';

const newId = 'new';

export function BackgroundScreen() {
  const params = useParams<{ kind?: string; id?: string }>();
  const [, navigate] = useLocation();
  const search = useSearch();
  const answer = useAnswer('getBackground', {});
  const binItem = useCommand('binBackgroundItem');
  /** Counts the new things, so that each begins with empty fields. */
  const [newCount, setNewCount] = useState(0);
  /** The new thing that has got its id: its fields stay as they are, with the cursor in them. */
  const [made, setMade] = useState<{ readonly id: string; readonly key: string } | null>(null);
  /** Whether the profile was asked for where there is room for one pane only. */
  const [isProfileShown, setIsProfileShown] = useState(false);
  useTrail('Profile and positions');

  const kind = isRecordKind(params.kind) ? params.kind : null;
  const id = params.id ?? null;
  const newKey = `new:${kind}:${newCount}`;
  const open = (nextKind: RecordKind, nextId: string) => navigate(`/background/${nextKind}/${nextId}?`);
  const openProfile = () => {
    setIsProfileShown(true);
    navigate('/background?');
  };
  const add = (nextKind: RecordKind, ownerId?: string) => {
    setNewCount((count) => count + 1);
    navigate(
      `/background/${nextKind}/${newId}?${ownerId === undefined ? '' : `${ownerLink(nextKind)?.to}=${encodeURIComponent(ownerId)}`}`,
    );
  };
  const bin = (binKind: RecordKind, binId: string) =>
    binItem.mutate(
      { kind: binKind, id: binId },
      {
        onSuccess: () => {
          if (kind === binKind && id === binId) navigate('/background?');
        },
      },
    );
  // The position of an employer that went to the bin is gone too; the profile takes its place.
  const background = answer.data;
  const isMissing =
    background !== undefined && kind !== null && id !== null && id !== newId && valuesOf(background, kind, id) === null;
  useEffect(() => {
    if (kind !== null) setIsProfileShown(false);
  }, [kind]);

  if (background === undefined) {
    return (
      <Page>
        <Answer of={answer} />
      </Page>
    );
  }
  const isNew = id === newId;
  return (
    <Panes
      listLabel="Profile and positions"
      list={
        <Stack gap={0} flex="1 1 0" h="100%" mih={0}>
          <div className={classes.head}>
            <RecordSwitch current="Profile and positions" />
          </div>
          {binItem.error === null ? null : <ErrorBox error={binItem.error} />}
          <BackgroundList
            background={background}
            open={kind === null || id === null ? null : { kind, id }}
            onOpen={open}
            onOpenProfile={openProfile}
            onAdd={add}
            onBin={bin}
          />
        </Stack>
      }
      detail={
        kind === null || id === null ? (
          <ProfileDetail profile={background.profile} />
        ) : isMissing ? (
          <Page>
            <Empty title="Not in the record" text="It was moved to the bin, from where it can be restored." />
          </Page>
        ) : (
          <BackgroundDetail
            key={isNew ? newKey : made?.id === id ? made.key : id}
            background={background}
            kind={kind}
            id={isNew ? null : id}
            ownerId={new URLSearchParams(search).get(ownerLink(kind)?.to ?? '')}
            onMade={(madeId) => {
              setMade({ id: madeId, key: newKey });
              navigate(`/background/${kind}/${madeId}?`, { replace: true });
            }}
            onBin={() => bin(kind, id)}
          />
        )
      }
      showDetail={kind !== null || isProfileShown}
      onBack={() => {
        setIsProfileShown(false);
        navigate('/background?');
      }}
    />
  );
}
