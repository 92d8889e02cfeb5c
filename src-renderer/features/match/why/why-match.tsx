/** Why the match is what it is: the weighted parts of every requirement, adding up to it. */
import { Box } from '@mantine/core';
import type { MatchedRequirement, RoleMatch } from '../../../../shared/api/match.ts';
import { levelText } from '../../../../shared/domain/match/level.ts';
import { matchFigure, plainNumber, roundedShares, ruleText } from '../match-words.ts';
import classes from './drawer.module.css';
import { ExplanationDrawer } from './explanation-drawer.tsx';
import { matchText } from './explanation-text.ts';

interface WhyMatchProps {
  readonly match: RoleMatch;
  readonly onOpenRequirement: (asked: MatchedRequirement, from: HTMLElement | null, isByKey: boolean) => void;
  readonly onClose: () => void;
}

/** Decimals of the parts: one more than the figure they add up to. */
const decimals = 3;

export function WhyMatch({ match, onOpenRequirement, onClose }: WhyMatchProps) {
  const parts = [...match.requirements].sort((a, b) => b.weight - a.weight || a.coverage - b.coverage);
  const shares = roundedShares(
    parts.map((part) => part.share),
    decimals,
  );
  // the parts as shown add up to the whole as shown
  const whole = shares.reduce((sum, share) => sum + share, 0).toFixed(decimals);
  return (
    <ExplanationDrawer
      why={matchFigure(match)}
      title="The match"
      copyText={() => matchText(match)}
      onClose={onClose}
      foot={ruleText(match.rule)}
    >
      <Box component="p" className="cn-small cn-quiet" mt={2}>
        {`Each requirement adds its weight × its coverage ÷ ${plainNumber(match.weightSum)}, the sum of all weights. Critical weighs 3, important 2, optional 1, doubled when mandatory; where no importance is stated it counts as important.`}
      </Box>
      <table className={classes.parts}>
        <thead>
          <tr>
            <th scope="col">Requirement</th>
            <th scope="col">Weight × coverage</th>
            <th scope="col">Adds</th>
          </tr>
        </thead>
        <tbody>
          {parts.map((asked, index) => (
            <tr key={asked.requirementId}>
              <th scope="row">
                <button
                  type="button"
                  className="cn-breaks cn-underline"
                  onClick={(event) => onOpenRequirement(asked, null, event.detail === 0)}
                >
                  {asked.competency}
                </button>
              </th>
              <td>{`${plainNumber(asked.weight)} × ${levelText(asked.coverage)}`}</td>
              <td className={classes.share}>{(shares[index] ?? 0).toFixed(decimals)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Match</th>
            <td>{`÷ ${plainNumber(match.weightSum)}`}</td>
            <td className={classes.share}>{whole}</td>
          </tr>
        </tfoot>
      </table>
    </ExplanationDrawer>
  );
}
