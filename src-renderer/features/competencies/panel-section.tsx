/** A titled part of the panel beside the competencies. */
import { Box, Flex } from '@mantine/core';
import { type ReactNode, useId } from 'react';

interface PanelSectionProps {
  readonly title: string;
  readonly count?: number;
  readonly children: ReactNode;
}

export function PanelSection({ title, count, children }: PanelSectionProps) {
  const id = useId();
  return (
    <Box aria-labelledby={id} component="section" className="cn-rule-above" mt="md" pt={12}>
      <Flex id={id} component="h3" className="cn-small cn-bold" align="baseline" gap={6} mb={6}>
        {title}
        {count !== undefined && count > 0 && (
          <Box component="span" className="cn-quiet cn-figures" fw={400}>
            {count}
          </Box>
        )}
      </Flex>
      {children}
    </Box>
  );
}
