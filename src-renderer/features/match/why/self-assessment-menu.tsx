/** The user's own level of a requirement: the figure in the table, and the levels to choose from when it opens. */
import { Menu } from '@mantine/core';
import type { MatchedRequirement } from '../../../../shared/api/match.ts';
import type { RoleSpec } from '../../../../shared/api/role.ts';
import { useCommand } from '../../../api.ts';
import { LevelItems, useOwnLevel } from '../../../parts/competency/level-items.tsx';
import { useSavedChoice } from '../../../parts/saving/use-saved-content.ts';
import classes from '../match-table.module.css';
import { levelFigure } from '../match-words.ts';

interface SelfPickerProps {
  readonly asked: MatchedRequirement;
  readonly role: RoleSpec;
  readonly tabIndex: number;
}

export function SelfAssessmentMenu({ asked, role, tabIndex }: SelfPickerProps) {
  const assess = useCommand('assessCompetency');
  const requirement = role.requirements.find(({ id }) => id === asked.requirementId);
  const { scale, given } = useOwnLevel(asked.competencyId, (asked.hasLevel && requirement?.scaleLevels) || null);
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
        <LevelItems scale={scale} given={given} isGiven={selfAssessed !== null} onGive={give} />
      </Menu.Dropdown>
    </Menu>
  );
}

function shownSelf(hasLevel: boolean, level: number | null): string {
  if (level === null) return '–';
  if (hasLevel) return levelFigure(level);
  return level >= 1 ? 'yes' : 'no';
}
