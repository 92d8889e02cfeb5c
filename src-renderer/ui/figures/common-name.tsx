/** The common name of a competency, quietly beside the words it has here; nothing where they read the same. */
import { Box } from '@mantine/core';
import { commonNameHint } from '../../../shared/domain/names/shown-words.ts';

interface CommonNameProps {
  readonly shown: readonly string[] | string;
  /** Empty or left out: there is none. */
  readonly commonName: string | null | undefined;
}

export function CommonName({ shown, commonName }: CommonNameProps) {
  const hint = commonNameHint(shown, commonName ?? '');
  if (hint === null) return null;
  return (
    <Box component="span" className="cn-meta cn-quiet" ms={6} fw={400} title={`${hint} in your library`}>
      <span className="cn-aside">, in your library </span>
      {hint}
    </Box>
  );
}
