/** The levels of a scale to choose from in a menu, the one that is given now marked, and a way to take it back. */
import { Box, Menu } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { Competency } from '../../../shared/api/competency.ts';
import type { Scale } from '../../../shared/api/values.ts';
import { defaultScale } from '../../../shared/vocabulary/role-shape.ts';
import { useAnswer } from '../../api.ts';

/** The level that the user gives themselves, the scale it is on, and the scale to choose from: the one asked, or five levels. */
export function useOwnLevel(competencyId: string, asked: Scale | null) {
  const { scales, competencies } = useAnswer('listCompetencies', {}).data ?? { scales: [], competencies: [] };
  const given = competencies.find((competency) => competency.id === competencyId)?.selfAssessment ?? null;
  return {
    given,
    givenScale: scales.find((scale) => scale.id === given?.scaleId) ?? null,
    scale: asked ?? scales.find((scale) => scale.id === defaultScale) ?? null,
  };
}

interface LevelItemsProps {
  readonly scale: Scale | null;
  readonly given: Competency['selfAssessment'];
  /** Whether there is a level to take back. */
  readonly isGiven: boolean;
  readonly onGive: (level: number | null) => void;
}

export function LevelItems({ scale, given, isGiven, onGive }: LevelItemsProps) {
  return (
    <>
      {[{ ordinal: 0, label: 'None' }, ...(scale?.levels ?? [])].map((level) => (
        <Menu.Item
          key={level.ordinal}
          leftSection={
            <Box component="span" className="cn-quiet cn-figures" miw={16}>
              {level.ordinal}
            </Box>
          }
          rightSection={
            given !== null && given.scaleId === scale?.id && given.level === level.ordinal ? (
              <IconCheck size={14} stroke={1.6} role="img" aria-label="now" />
            ) : undefined
          }
          onClick={() => onGive(level.ordinal)}
        >
          {level.label}
        </Menu.Item>
      ))}
      {isGiven && <Menu.Item onClick={() => onGive(null)}>Clear</Menu.Item>}
    </>
  );
}
