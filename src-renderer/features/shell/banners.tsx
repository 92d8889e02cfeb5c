/** What is true of the whole profile and must not be overlooked: it is the sample, or open read-only. */
import { Box, Button } from '@mantine/core';
import { IconEye, IconLock } from '@tabler/icons-react';
import { useLocation } from 'wouter';
import type { OpenState } from '../../../shared/api/profile/app.ts';
import { useCommand } from '../../api.ts';
import { ErrorBox, splitMessage } from '../../parts/errors/error-box.tsx';
import classes from './banners.module.css';

/** Why nothing can be changed now, and that everything can be read. */
function ReadOnlyBanner({ why }: { readonly why: NonNullable<OpenState['isReadOnly']> }) {
  const again = useCommand('openAgain');
  const [what] = splitMessage(why.message);
  return (
    <>
      <section className={classes.banner} aria-label="Open read-only">
        <IconLock size={16} stroke={1.6} aria-hidden />
        <Box component="span" flex="1 1 0" miw={192}>
          <strong>Open read-only.</strong>{' '}
          {`${what}. Everything can be read, exported and printed; nothing can be changed.`}
        </Box>
        <Button size="compact-sm" loading={again.isPending} onClick={() => again.mutate({})}>
          Try again
        </Button>
      </section>
      {again.error === null ? null : (
        <Box py="sm" px="md">
          <ErrorBox error={again.error} />
        </Box>
      )}
    </>
  );
}

export function Banners({ state }: { readonly state: OpenState }) {
  const leave = useCommand('leaveSample');
  const [, navigate] = useLocation();
  return (
    <>
      {state.isReadOnly === null ? null : <ReadOnlyBanner why={state.isReadOnly} />}
      {state.isSample ? (
        <section className={classes.banner} aria-label="Sample record">
          <IconEye size={16} stroke={1.6} aria-hidden />
          <Box component="span" flex="1 1 0" miw={192}>
            Sample record. Nothing here is yours.
          </Box>
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
        <Box py="sm" px="md">
          <ErrorBox error={leave.error} />
        </Box>
      )}
    </>
  );
}
