/** One cell of the matrix, whole: what the level asks, what the others ask, the evidence there is, and one's own view. */
import { Anchor, Box, Button, Flex } from '@mantine/core';
import { Link } from 'wouter';
import type { Ladder, LadderCell, LadderSkill } from '../../../../shared/api/ladder.ts';
import { reachedText } from '../../../../shared/domain/ladder/track-document.ts';
import { scaleOfCell } from '../../../../shared/domain/match/grade.ts';
import { levelLabel } from '../../../../shared/domain/match/level.ts';
import { actions } from '../../../../shared/vocabulary/actions.ts';
import { useAnswer } from '../../../api.ts';
import { useBeginNote } from '../../../parts/capture/begin-note.ts';
import { ErrorBox } from '../../../parts/errors/error-box.tsx';
import { CommonName } from '../../../ui/figures/common-name.tsx';
import { LevelTile } from '../../../ui/figures/level-tile.tsx';
import { RequirementBar } from '../../../ui/figures/requirement-bar.tsx';
import { PanelBody, PanelFoot, PanelHead, PanelHeading, PanelTitle } from '../../../ui/side-panel.tsx';
import { levelName, levelsOf } from '../ladder-levels.ts';
import classes from './cell-detail.module.css';
import { cellText } from './matrix-row.tsx';
import { SelfAssessment } from './self-assessment.tsx';

interface CellDetailProps {
  readonly ladder: Ladder;
  readonly skill: LadderSkill;
  /** The place of its level. */
  readonly at: number;
  /** Grows each time a key opened it: then it takes the focus. */
  readonly focusCount: number;
  readonly onLevel: (at: number) => void;
  readonly onClose: () => void;
}

export function CellDetail({ ladder, skill, at, focusCount, onLevel, onClose }: CellDetailProps) {
  const beginNote = useBeginNote();
  const level = ladder.levels[at];
  const cell = skill.cells[at] ?? null;
  // A level that asks nothing is still measured on the scale of its neighbours.
  const scaled = cell ?? skill.cells.find((levelCell) => levelCell !== null) ?? null;
  const hasLevels = skill.cells.some((levelCell) => levelCell !== null && levelCell.level !== null);
  // What states no level is shown, or not: a scale of one.
  const of = hasLevels ? levelsOf(ladder, scaled) : 1;
  if (level === undefined) return null;
  return (
    <>
      <PanelHead onClose={onClose}>
        <PanelTitle isSmall focusCount={focusCount}>
          {skill.name}
          <CommonName shown={skill.name} commonName={skill.commonName} />
        </PanelTitle>
        <p className="cn-small cn-breaks cn-quiet">{[levelName(level), ...askedAs(cell)].join(', ')}</p>
      </PanelHead>
      <PanelBody label={skill.name}>
        <Asked ladder={ladder} cell={cell} />
        {skill.description !== '' && (
          <Box component="p" className="cn-small cn-breaks cn-quiet" mt="sm">
            {skill.description}
          </Box>
        )}

        <PanelHeading>Your evidence</PanelHeading>
        <RequirementBar
          of={of}
          required={cell === null ? 0 : (cell.level ?? 1)}
          evidenced={skill.evidenced}
          selfAssessed={skill.selfAssessed}
          width={212}
        />
        <p className="cn-small cn-breaks cn-figures">{evidenceText(skill, cell, of)}</p>
        <Evidence competencyId={skill.competencyId} />

        <PanelHeading>Your own view</PanelHeading>
        <SelfAssessment competencyId={skill.competencyId} name={skill.name} scale={scaleOfCell(ladder, scaled)} />

        <PanelHeading>At each level</PanelHeading>
        <ol className={classes.levels}>
          {ladder.levels.map((other, index) => (
            <li key={other.roleId}>
              <button
                type="button"
                className={classes.level}
                aria-current={index === at ? 'true' : undefined}
                onClick={() => onLevel(index)}
              >
                <LevelOf ladder={ladder} cell={skill.cells[index] ?? null} />
                <Box component="span" miw={0}>
                  <Box component="span" className="cn-small cn-strong" display="block">
                    {levelName(other)}
                  </Box>
                  <span className="cn-small cn-breaks cn-quiet">{otherText(ladder, skill.cells[index] ?? null)}</span>
                </Box>
              </button>
            </li>
          ))}
        </ol>
        <Flex component="p" className="cn-small" direction="column" gap={6} align="flex-start" mt="md">
          <Anchor component={Link} to={`/roles/${level.roleId}`}>
            {level.title}
          </Anchor>
          <Anchor component={Link} to={`/competencies?id=${skill.competencyId}`}>
            Everywhere this skill is asked
          </Anchor>
        </Flex>
      </PanelBody>
      <PanelFoot>
        <Button
          variant="filled"
          fullWidth
          onClick={() => beginNote({ name: skill.name, level: scaled?.level ?? null, of })}
        >
          {actions.capture.label}
        </Button>
      </PanelFoot>
    </>
  );
}

function askedAs(cell: LadderCell | null): readonly string[] {
  if (cell === null) return ['not asked'];
  return [...(cell.isMandatory ? ['mandatory'] : []), ...(cell.importance === null ? [] : [cell.importance])];
}

interface CellProps {
  readonly ladder: Ladder;
  readonly cell: LadderCell | null;
}

function Asked({ ladder, cell }: CellProps) {
  if (cell === null) return <p className="cn-small cn-breaks cn-figures">This level does not ask for this skill.</p>;
  const scale = scaleOfCell(ladder, cell);
  return (
    <>
      <p className={classes.asked}>
        {cell.level === null ? (
          'To be shown; no level is stated'
        ) : (
          <>
            <LevelTile level={cell.level} of={levelsOf(ladder, cell)} />
            <span className="cn-strong">{levelLabel(scale, cell.level)}</span>
            <span className="cn-small cn-breaks cn-quiet">{`${cell.level} of ${levelsOf(ladder, cell)} asked`}</span>
          </>
        )}
      </p>
      {cell.detail !== null && cell.detail !== '' && <p className={classes.words}>{cell.detail}</p>}
    </>
  );
}

function LevelOf({ ladder, cell }: CellProps) {
  return cell === null || cell.level === null ? (
    <Box component="span" flex="none" w={20} h={20} aria-hidden />
  ) : (
    <LevelTile level={cell.level} of={levelsOf(ladder, cell)} />
  );
}

function otherText(ladder: Ladder, cell: LadderCell | null): string {
  if (cell === null) return 'Not asked';
  if (cell.detail !== null && cell.detail !== '') return cell.detail;
  const words = cellText(ladder, cell).split(', ').slice(1).join(', ');
  return words === '' ? `Level ${cell.level ?? '–'}` : `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** “1.5 of 2: level 1 proven, 2 emerging”. */
function evidenceText(skill: LadderSkill, cell: LadderCell | null, of: number): string {
  if (skill.evidenced === 0) return 'Nothing shows this skill yet.';
  if (of === 1) return skill.evidenced >= 1 ? 'Shown.' : `${reachedText(skill.evidenced)} of 1: emerging.`;
  const proven = Math.floor(skill.evidenced + 1e-9);
  const target = cell?.level ?? null;
  const parts = [
    ...(proven > 0 ? [`level ${Math.min(proven, of)} proven`] : []),
    ...(skill.evidenced - proven > 1e-9 ? [`${proven > 0 ? '' : 'level '}${proven + 1} emerging`] : []),
  ];
  const level = `${reachedText(skill.evidenced)} of ${target ?? of}: ${parts.join(', ')}`;
  return cell?.isMet ? `${level}. Met.` : `${level}.`;
}

/** The accomplishments that name the competency; read when the cell opens. */
function Evidence({ competencyId }: { readonly competencyId: string }) {
  const answer = useAnswer('getCompetency', { id: competencyId });
  if (answer.error !== null) return <ErrorBox error={answer.error} retry={() => void answer.refetch()} />;
  const accomplishments = answer.data?.accomplishments ?? [];
  if (accomplishments.length === 0) return null;
  return (
    <ul className={classes.evidence}>
      {accomplishments.map((accomplishment) => (
        <li key={accomplishment.id}>
          <LevelTile level={accomplishment.level} of={accomplishment.of} />
          <Link to={`/record/${accomplishment.id}`} className="cn-small cn-breaks cn-strong cn-underline">
            {accomplishment.title}
          </Link>
        </li>
      ))}
    </ul>
  );
}
