/** The level one gives oneself, and the levels to choose from. It is shown beside the evidence and never counted. */
import { Box, Button, Menu } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import type { Scale } from '../../../../shared/api/values.ts';
import { partialDateText } from '../../../../shared/domain/dates/date-text.ts';
import { levelLabel } from '../../../../shared/domain/match/level.ts';
import { useAnswer, useCommand } from '../../../api.ts';
import { ErrorBox } from '../../../parts/errors/error-box.tsx';
import classes from './cell-detail.module.css';

/** The scale of what states none. */
const USUAL_SCALE = 'five-levels';

interface OwnViewProps {
  readonly competencyId: string;
  readonly name: string;
  readonly scale: Scale | null;
}

export function OwnView({ competencyId, name, scale: asked }: OwnViewProps) {
  const known = useAnswer('listCompetencies', {});
  const assess = useCommand('assessCompetency');
  const scale = asked ?? known.data?.scales.find((one) => one.id === USUAL_SCALE) ?? null;
  const given = known.data?.competencies.find((one) => one.id === competencyId)?.selfAssessment ?? null;
  const givenScale = known.data?.scales.find((one) => one.id === given?.scaleId) ?? null;
  const give = (level: number | null) => {
    if (scale !== null) assess.mutate({ competencyId, level, scaleId: scale.id });
  };
  return (
    <div className={classes.own}>
      <p className="cn-small cn-breaks cn-figures">
        {given === null ? (
          'Not given yet.'
        ) : (
          <>
            <strong>{given.level}</strong>
            {` ${given.level === 0 ? 'None' : levelLabel(givenScale, given.level)}, set ${partialDateText(given.assessedOn)}`}
          </>
        )}
      </p>
      <Menu position="bottom-end" returnFocus>
        <Menu.Target>
          <Button
            variant="subtle"
            color="gray"
            rightSection={<IconChevronDown size={14} stroke={1.6} aria-hidden />}
            aria-label={`Your own level of ${name}, ${given === null ? 'give' : 'change'} it`}
          >
            {given === null ? 'Give' : 'Change'}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
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
              onClick={() => give(level.ordinal)}
            >
              {level.label}
            </Menu.Item>
          ))}
          {given !== null && <Menu.Item onClick={() => give(null)}>Take it back</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      {assess.error !== null && <ErrorBox error={assess.error} />}
    </div>
  );
}
