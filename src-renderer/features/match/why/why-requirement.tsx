/** Why a requirement stands where it stands: three numbers, level by level, what would raise it, what was counted. */
import { Box, Flex } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { LevelSum, MatchedRequirement, MatchTerm, RoleMatch } from '../../../../shared/api/match.ts';
import { levelText } from '../../../../shared/domain/match/level.ts';
import { LevelTile } from '../../../ui/figures/level-tile.tsx';
import { EvidencedMark, RequiredMark, SelfMark } from '../level-marks.tsx';
import { explainedLevels, levelFigure, plainNumber, shareText, sumText, termFormula } from '../match-words.ts';
import classes from './drawer.module.css';
import { ExplanationDrawer } from './explanation-drawer.tsx';
import { explanationText } from './explanation-text.ts';
import { GapAction } from './gap-action.tsx';

interface WhyRequirementProps {
  readonly asked: MatchedRequirement;
  readonly match: RoleMatch;
  readonly onClose: () => void;
}

export function WhyRequirement({ asked, match, onClose }: WhyRequirementProps) {
  const { theta } = match.rule;
  const gap = match.gaps.find((gap) => gap.requirementId === asked.requirementId);
  const evidenced = asked.hasLevel ? levelText(asked.evidenced) : asked.isMet ? 'shown' : 'not yet';
  const { sum, total } = sumText(asked, theta);
  return (
    <ExplanationDrawer
      why={evidenced}
      title={asked.competency}
      copyText={() => explanationText(asked, match)}
      onClose={onClose}
      foot={shareText(asked, match.weightSum)}
    >
      <dl className={classes.numbers}>
        <div>
          <dt>
            <RequiredMark />
            Required
          </dt>
          <dd>{asked.hasLevel ? levelFigure(asked.required) : 'shown'}</dd>
        </div>
        <div>
          <dt>
            <EvidencedMark />
            Evidenced
          </dt>
          <dd>{evidenced}</dd>
        </div>
        <div>
          <dt>
            <SelfMark />
            Self
          </dt>
          <dd>{selfText(asked)}</dd>
        </div>
      </dl>
      {asked.hasLevel && asked.scaleLevels !== 5 && (
        <Box
          component="p"
          className="cn-small cn-quiet"
          mt={2}
        >{`On a scale of ${asked.scaleLevels} levels: ${Math.round((100 * asked.required) / asked.scaleLevels)} % of it is asked.`}</Box>
      )}

      <h3 className={classes.section}>{asked.hasLevel ? 'Level by level' : 'No level is stated'}</h3>
      <Box component="p" className="cn-small cn-quiet" mt={2}>
        {asked.hasLevel
          ? `Proven when the evidence adds up to ${plainNumber(theta)}.`
          : `The source asks only that it be shown: evidence that adds up to ${plainNumber(theta)}.`}
      </Box>
      <Box component="ul" className="cn-rule-below" mt={6} pb={10}>
        {explainedLevels(asked).map((level) => (
          <LevelLine key={level.level} level={level} asked={asked} theta={theta} />
        ))}
      </Box>
      {asked.hasLevel && (
        <p className={classes.sum}>
          {sum} = <strong>{total}</strong>
        </p>
      )}

      {gap !== undefined && (
        <div className={classes.raise}>
          <p>{gap.text}</p>
          <GapAction gap={gap} asked={asked} />
        </div>
      )}

      <h3 className={classes.section}>What was counted</h3>
      {asked.terms.length === 0 ? (
        <Box component="p" className="cn-small cn-quiet" mt={2}>
          Nothing yet. Accomplishments that name this competency, or one beneath it, are counted once they are ready.
        </Box>
      ) : (
        <Box component="ul" mt="xs">
          {asked.terms.map((term) => (
            <TermLine key={term.accomplishmentId} term={term} asked={asked} />
          ))}
        </Box>
      )}
    </ExplanationDrawer>
  );
}

function selfText(asked: MatchedRequirement): string {
  if (asked.selfAssessed === null) return '–';
  if (asked.hasLevel) return levelFigure(asked.selfAssessed);
  return asked.selfAssessed >= 1 ? 'yes' : 'no';
}

interface LevelLineProps {
  readonly level: LevelSum;
  readonly asked: MatchedRequirement;
  readonly theta: number;
}

function LevelLine({ level, asked, theta }: LevelLineProps) {
  const width = `${Math.min(level.sum / theta, 1) * 100}%`;
  return (
    <li className={classes.level}>
      {asked.hasLevel ? <LevelTile level={level.level} of={asked.scaleLevels} /> : <span />}
      <span className={classes.track} aria-hidden>
        <span className={classes.filled} style={{ width }} />
      </span>
      <span className="cn-figures">{`${level.sum.toFixed(2)} of ${plainNumber(theta)}`}</span>
      {level.state === 'proven' ? (
        <Flex
          component="span"
          className="cn-strong"
          display="inline-flex"
          align="center"
          gap="xs"
          justify="flex-end"
          c="var(--cn-accent-text)"
        >
          <IconCheck size={14} stroke={1.6} aria-hidden />
          {asked.hasLevel ? 'Proven' : 'Shown'}
        </Flex>
      ) : (
        <Box component="span" className="cn-quiet" ta="end">
          {level.state === 'emerging' ? 'Emerging' : 'Nothing yet'}
        </Box>
      )}
    </li>
  );
}

function TermLine({ term, asked }: { readonly term: MatchTerm; readonly asked: MatchedRequirement }) {
  const isTranslated = asked.hasLevel && term.shownOf !== asked.scaleLevels;
  return (
    <li className={classes.term}>
      <LevelTile level={term.shownLevel} of={term.shownOf} />
      <Box miw={0}>
        <Link to={`/record/${term.accomplishmentId}`} className="cn-small cn-breaks cn-strong cn-underline">
          {term.title}
        </Link>
        <div className="cn-meta cn-quiet cn-figures">{termFormula(term)}</div>
        {isTranslated && (
          <div className="cn-meta cn-quiet cn-figures">{`Level ${term.shownLevel} of ${term.shownOf} counts as ${levelText(term.level)} of ${asked.scaleLevels} here.`}</div>
        )}
        {(term.alsoReaches ?? []).map((reach) => (
          <div key={`${reach.level} ${reach.through ?? ''}`} className="cn-meta cn-quiet cn-figures">
            {`Level ${levelText(reach.level)}${reach.through === null ? '' : ` through ${reach.through}`} with ${reach.strength.toFixed(2)}.`}
          </div>
        ))}
      </Box>
      <span className="cn-small cn-strong cn-figures">{term.strength.toFixed(2)}</span>
    </li>
  );
}
