/** What is true of the whole profile and must not be overlooked: it is the sample, or it is open to read only. */
import { Button } from '@mantine/core';
import { IconEye, IconLock } from '@tabler/icons-react';
import { useLocation } from 'wouter';
import { useCommand } from '../../api.ts';
import { ErrorBox, splitMessage } from '../../components/error-box.tsx';
import classes from './banners.module.css';
import type { OpenState } from './shell.tsx';

export function Banners({ state }: { readonly state: OpenState }) {
  const leave = useCommand('leaveSample');
  const again = useCommand('openAgain');
  const [, navigate] = useLocation();
  const error = leave.error ?? again.error;
  return (
    <>
      {state.isSample ? (
        <section className={classes.banner} aria-label="Sample record">
          <IconEye size={16} stroke={1.6} aria-hidden />
          <span className={classes.words}>Sample record. Nothing here is yours.</span>
          <Button
            size="compact-sm"
            loading={leave.isPending}
            onClick={() => leave.mutate({}, { onSuccess: () => navigate('/home') })}
          >
            Leave the sample
          </Button>
        </section>
      ) : null}
      {state.isReadOnly ? (
        <section className={classes.banner} aria-label="Open to read only">
          <IconLock size={16} stroke={1.6} aria-hidden />
          <span className={classes.words}>
            Open to read only: nothing you change is saved. {splitMessage(state.isReadOnly.message)[0]}.
          </span>
          <Button size="compact-sm" loading={again.isPending} onClick={() => again.mutate({})}>
            Try again
          </Button>
        </section>
      ) : null}
      {error === null ? null : (
        <div className={classes.error}>
          <ErrorBox error={error} />
        </div>
      )}
    </>
  );
}
