/** What stands in for an answer that is on its way: nothing for 100 ms, then one quiet word. */
import { Box } from '@mantine/core';
import { useEffect, useState } from 'react';

interface LoadingProps {
  /** What is being read, such as `Reading the record`. */
  readonly label?: string;
}

export function Loading({ label = 'Reading' }: LoadingProps) {
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), 100);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Box className="cn-small cn-quiet" mih={52} py="md" role="status" aria-busy="true">
      {isShown ? `${label}…` : null}
    </Box>
  );
}
