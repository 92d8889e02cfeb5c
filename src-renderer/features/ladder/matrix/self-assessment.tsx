/** The level that the user gives themselves, and the levels to choose from. It is shown beside the evidence and never counted. */
import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { Scale } from '../../../../shared/api/values.ts';
import { partialDateText } from '../../../../shared/domain/dates/date-text.ts';
import { levelLabel } from '../../../../shared/domain/match/level.ts';
import { useCommand } from '../../../api.ts';
import { LevelItems, useOwnLevel } from '../../../parts/competency/level-items.tsx';
import { ErrorBox } from '../../../parts/errors/error-box.tsx';
import classes from './cell-detail.module.css';

interface OwnViewProps {
  readonly competencyId: string;
  readonly name: string;
  readonly scale: Scale | null;
}

export function SelfAssessment({ competencyId, name, scale: asked }: OwnViewProps) {
  const assess = useCommand('assessCompetency');
  const { scale, given, givenScale } = useOwnLevel(competencyId, asked);
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
          <LevelItems scale={scale} given={given} isGiven={given !== null} onGive={give} />
        </Menu.Dropdown>
      </Menu>
      {assess.error !== null && <ErrorBox error={assess.error} />}
    </div>
  );
}
