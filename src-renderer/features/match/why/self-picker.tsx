/** One's own level of a requirement: the figure in the table, and the levels to choose from when it opens. */
import { Box, Menu } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { MatchedRequirement } from '../../../../shared/api/match.ts';
import type { RoleSpec } from '../../../../shared/api/role.ts';
import { useAnswer, useCommand } from '../../../api.ts';
import { useSavedChoice } from '../../../parts/saving/use-saved-content.ts';
import classes from '../match-table.module.css';
import { levelFigure } from '../match-words.ts';

/** The scale of what states none. */
const USUAL_SCALE = 'five-levels';

interface SelfPickerProps {
  readonly asked: MatchedRequirement;
  readonly role: RoleSpec;
  readonly tabIndex: number;
}

export function SelfPicker({ asked, role, tabIndex }: SelfPickerProps) {
  const assess = useCommand('assessCompetency');
  const known = useAnswer('listCompetencies', {});
  const ownScale = role.requirements.find((one) => one.id === asked.requirementId)?.scaleLevels ?? null;
  const scale = (asked.hasLevel ? ownScale : null) ?? known.data?.scales.find((one) => one.id === USUAL_SCALE) ?? null;
  const given = known.data?.competencies.find((one) => one.id === asked.competencyId)?.selfAssessment ?? null;
  const [selfAssessed, choose] = useSavedChoice<number | null>(asked.selfAssessed, async (level) => {
    if (scale !== null) await assess.mutateAsync({ competencyId: asked.competencyId, level, scaleId: scale.id });
  });
  const shown = shownSelf(asked.hasLevel, selfAssessed);
  // What main refuses is told by the figure itself.
  const give = (level: number | null) => void choose(level).catch(() => undefined);
  return (
    <Menu position="bottom-end" returnFocus>
      <Menu.Target>
        <button
          type="button"
          className={classes.self}
          data-column="self"
          tabIndex={tabIndex}
          aria-label={`${asked.competency}: your own level ${shown === '–' ? 'not assessed' : shown}, change it`}
          title={assess.error === null ? undefined : assess.error.message}
          data-failed={assess.error !== null || undefined}
        >
          {shown}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{scale === null ? 'Your level' : `Your level, ${scale.name.toLowerCase()}`}</Menu.Label>
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
        {selfAssessed !== null && <Menu.Item onClick={() => give(null)}>Take it back</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  );
}

function shownSelf(hasLevel: boolean, level: number | null): string {
  if (level === null) return '–';
  if (hasLevel) return levelFigure(level);
  return level >= 1 ? 'yes' : 'no';
}
