/** What the role requires: competencies as a table, skills and soft skills by tier with what the source says of each. */
import type { Requirement, RoleSpec } from '../../../shared/api/role.ts';
import { levelLabel } from '../../../shared/domain/level.ts';
import { CairnBadge } from '../../components/badges.tsx';
import { LevelTile } from '../../components/level-tile.tsx';
import classes from './chapters.module.css';
import { askedAs, inRuns } from './requirement-words.ts';

interface RequirementsProps {
  readonly requirements: readonly Requirement[];
}

/** The level asked on its own scale, with its label for whoever points at it or hears it. */
function AskedLevel({ asked }: { readonly asked: Requirement }) {
  if (asked.level === null) return <span className={classes.none}>–</span>;
  const of = asked.scaleLevels?.levels.length ?? 5;
  const label = levelLabel(asked.scaleLevels, asked.level);
  return (
    <span title={label === String(asked.level) ? undefined : label}>
      <LevelTile level={asked.level} of={of} />
    </span>
  );
}

/** Competency, level, asked as, what it looks like; columns that no row fills are left out. */
export function CompetencyTable({ requirements }: RequirementsProps) {
  const hasImportance = requirements.some((asked) => askedAs(asked) !== '');
  const hasBlurb = requirements.some((asked) => asked.blurb !== undefined || asked.details.length > 0);
  return (
    <div className={classes.frame}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Competency</th>
            <th scope="col">Level</th>
            {hasImportance && <th scope="col">Asked as</th>}
            {hasBlurb && <th scope="col">What it looks like here</th>}
          </tr>
        </thead>
        <tbody>
          {requirements.map((asked) => (
            <tr key={asked.id}>
              <td className={classes.lead}>
                <span className={classes.named}>
                  {asked.competency}
                  {asked.keyRank !== undefined && <CairnBadge tone="tint">{`Key ${asked.keyRank}`}</CairnBadge>}
                </span>
              </td>
              <td>
                <AskedLevel asked={asked} />
              </td>
              {hasImportance && <td>{askedAs(asked) || '–'}</td>}
              {hasBlurb && (
                <td>
                  {asked.blurb}
                  {asked.details.map((detail) => (
                    <div key={`${detail.label} ${detail.text}`} className={classes.inlineDetail}>
                      <span className={classes.inlineLabel}>{detail.label}</span> {detail.text}
                    </div>
                  ))}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Skills under the tiers of the source, each with its labelled lines. */
export function SkillTiers({ requirements }: RequirementsProps) {
  return (
    <div className={classes.groups}>
      {inRuns(requirements, (asked) => asked.tier ?? '').map((run) => (
        <div key={run.label}>
          {run.label !== '' && <h3 className={classes.groupHead}>{run.label}</h3>}
          <ul className={classes.skills}>
            {run.rows.map((asked) => (
              <li key={asked.id} className={classes.skill}>
                <div className={classes.skillHead}>
                  {asked.level !== null && <AskedLevel asked={asked} />}
                  <span className={classes.skillName}>{asked.competency}</span>
                  {askedAs(asked) !== '' && <span className={classes.skillAsked}>{askedAs(asked)}</span>}
                </div>
                {asked.blurb !== undefined && <p className={classes.linkNote}>{asked.blurb}</p>}
                <Details asked={asked} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

function Details({ asked }: { readonly asked: Requirement }) {
  if (asked.details.length === 0) return null;
  return (
    <dl className={classes.details}>
      {asked.details.map((detail) => (
        <DetailLine key={`${detail.label} ${detail.text}`} label={detail.label} text={detail.text} />
      ))}
    </dl>
  );
}

function DetailLine({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{text}</dd>
    </>
  );
}

/** The requirements of one kind in the role's order. */
export const requirementsOf = (role: RoleSpec, kind: Requirement['kind']): readonly Requirement[] =>
  role.requirements.filter((asked) => asked.kind === kind);
