/** An error in place: what happened, what is safe and what to do, and the act. */
import { Box, Button, Flex } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { ApiError } from '../../api.ts';
import classes from './error-box.module.css';

interface ErrorBoxProps {
  readonly error: unknown;
  readonly retry?: (() => void) | undefined;
  /** An act other than trying again. */
  readonly action?: ReactNode;
}

/** Splits a message into what happened and the rest: its first sentence, and what follows. */
export function splitMessage(message: string): readonly [what: string, rest: string] {
  const end = /[.!?] (?=[\p{Lu}\p{N}“"])/u.exec(message);
  if (end === null) return [message.replace(/\.$/, ''), ''];
  return [message.slice(0, end.index), message.slice(end.index + 2)];
}

/** What helps someone who looks for the cause; none of the record's text is in it. */
function detailsOf(error: unknown): string {
  if (!(error instanceof ApiError)) return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const details = error.details === undefined ? '' : `\n${JSON.stringify(error.details, null, 2)}`;
  return `${error.code}\n${error.message}${details}`;
}

export function ErrorBox({ error, retry, action }: ErrorBoxProps) {
  const [isCopied, setCopied] = useState(false);
  const message =
    error instanceof ApiError
      ? error.message
      : 'This could not be shown. Your record is safe. Try again; if it stays, copy the details.';
  const [what, rest] = splitMessage(message);
  const copy = async () => {
    await navigator.clipboard.writeText(detailsOf(error));
    setCopied(true);
  };
  return (
    <div className={classes.box} role="alert">
      <IconAlertCircle className={classes.icon} size={18} stroke={1.6} aria-hidden />
      <Box className="cn-breaks" flex="1 1 15rem">
        <div className="cn-strong">{what}</div>
        {rest === '' ? null : (
          <Box className="cn-small" c="var(--cn-text1)">
            {rest}
          </Box>
        )}
      </Box>
      <Flex wrap="wrap" gap="sm">
        <Button variant="subtle" color="gray" onClick={() => void copy()}>
          {isCopied ? 'Copied' : 'Copy details'}
        </Button>
        {action}
        {retry === undefined ? null : <Button onClick={retry}>Try again</Button>}
      </Flex>
    </div>
  );
}
