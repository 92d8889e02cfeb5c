/** What is true of the whole profile and must not be overlooked: it is the sample. */
import { Button } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useLocation } from 'wouter';
import { useCommand } from '../../api.ts';
import { ErrorBox } from '../../components/error-box.tsx';
import classes from './banners.module.css';
import type { OpenState } from './shell.tsx';

export function Banners({ state }: { readonly state: OpenState }) {
  const leave = useCommand('leaveSample');
  const [, navigate] = useLocation();
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
      {leave.error === null ? null : (
        <div className={classes.error}>
          <ErrorBox error={leave.error} />
        </div>
      )}
    </>
  );
}
