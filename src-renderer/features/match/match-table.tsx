/** Every requirement with its three numbers. Arrows move between the figures that open; Enter opens one. */
import { Box } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { MatchedRequirement, RoleMatch } from '../../../shared/api/match.ts';
import type { RoleSpec } from '../../../shared/api/role.ts';
import { levelText } from '../../../shared/domain/match/level.ts';
import { CommonName } from '../../ui/figures/common-name.tsx';
import { RequirementBar } from '../../ui/figures/requirement-bar.tsx';
import classes from './match-table.module.css';
import { distanceOf, importanceWords, levelFigure } from './match-words.ts';
import { SelfAssessmentMenu } from './why/self-assessment-menu.tsx';

const kindTitles = [
  ['competency', 'Competencies'],
  ['skill', 'Skills'],
  ['softSkill', 'Soft skills'],
] as const;

interface MatchTableProps {
  readonly match: RoleMatch;
  readonly role: RoleSpec;
  readonly openId: string | null;
  readonly onOpen: (asked: MatchedRequirement, from: HTMLElement | null, isByKey: boolean) => void;
}

export function MatchTable({ match, role, openId, onOpen }: MatchTableProps) {
  const body = useRef<HTMLTableElement>(null);
  const [activeId, setActiveId] = useState<string | null>(null);
  const groups = kindTitles
    .map(([kind, label]) => ({
      label,
      rows: match.requirements.filter((requirement) => requirement.kind === kind),
    }))
    .filter((group) => group.rows.length > 0);
  const rows = groups.flatMap((group) => group.rows);
  const active = rows.some((row) => row.requirementId === activeId) ? activeId : (rows[0]?.requirementId ?? null);
  const scales = new Set(rows.filter((row) => row.hasLevel).map((row) => row.scaleLevels));
  const hasLevels = scales.size > 0;
  const only = scales.size === 1 ? [...scales][0] : undefined;

  /** Up and down keep the column; left and right go between the evidenced and the own level. */
  const onKeyDown = (event: KeyboardEvent) => {
    const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-column]');
    const at = rows.findIndex((row) => row.requirementId === active);
    if (cell === null || at === -1) return;
    let column = cell.dataset.column;
    let to = at;
    if (event.key === 'ArrowDown') to = Math.min(rows.length - 1, at + 1);
    else if (event.key === 'ArrowUp') to = Math.max(0, at - 1);
    else if (event.key === 'Home') to = 0;
    else if (event.key === 'End') to = rows.length - 1;
    else if (event.key === 'ArrowRight') column = 'self';
    else if (event.key === 'ArrowLeft') column = 'evidenced';
    else return;
    const target = rows[to];
    if (target === undefined) return;
    event.preventDefault();
    setActiveId(target.requirementId);
    body.current
      ?.querySelector<HTMLElement>(`[data-id="${CSS.escape(target.requirementId)}"] [data-column="${column}"]`)
      ?.focus();
  };

  return (
    <div className={classes.frame}>
      <table ref={body} className={classes.table} onKeyDown={onKeyDown}>
        <caption className="cn-aside">Required, evidenced and self-assessed level of every requirement</caption>
        <thead>
          <tr>
            <th scope="col">Requirement</th>
            <th scope="col" className={classes.asked}>
              Asked as
            </th>
            {hasLevels && (
              <>
                <th scope="col">{only === undefined ? 'Level' : `Level, 0 to ${only}`}</th>
                <th scope="col" className={classes.number}>
                  Req.
                </th>
              </>
            )}
            <th scope="col" className={classes.number}>
              Evid.
            </th>
            <th scope="col" className={classes.number}>
              Self
            </th>
            <th scope="col" className={classes.distance}>
              Distance
            </th>
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.label}>
            {groups.length > 1 && (
              <tr className={classes.group}>
                <th scope="rowgroup" colSpan={hasLevels ? 7 : 5}>
                  {group.label}{' '}
                  <Box component="span" className="cn-figures" fw={400}>
                    {group.rows.length}
                  </Box>
                </th>
              </tr>
            )}
            {group.rows.map((asked) => (
              <MatchRow
                key={asked.requirementId}
                asked={asked}
                role={role}
                theta={match.rule.theta}
                isOpen={asked.requirementId === openId}
                isActive={asked.requirementId === active}
                hasLevels={hasLevels}
                showsScale={scales.size > 1}
                onFocus={() => setActiveId(asked.requirementId)}
                onOpen={onOpen}
              />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

interface MatchRowProps {
  readonly asked: MatchedRequirement;
  readonly role: RoleSpec;
  readonly theta: number;
  readonly isOpen: boolean;
  readonly isActive: boolean;
  /** Whether any requirement of the role states a level. */
  readonly hasLevels: boolean;
  /** Scales differ in this role, so a row says which it is on. */
  readonly showsScale: boolean;
  readonly onFocus: () => void;
  readonly onOpen: (asked: MatchedRequirement, from: HTMLElement | null, isByKey: boolean) => void;
}

function MatchRow({ asked, role, theta, isOpen, isActive, hasLevels, showsScale, onFocus, onOpen }: MatchRowProps) {
  const figure = useRef<HTMLButtonElement>(null);
  const distance = distanceOf(asked, theta);
  const evidenced = asked.hasLevel ? levelText(asked.evidenced) : asked.isMet ? 'shown' : 'not yet';
  return (
    <tr
      className={classes.row}
      data-id={asked.requirementId}
      data-open={isOpen || undefined}
      onFocus={onFocus}
      onClick={(event) => {
        if ((event.target as HTMLElement).closest('button, [role="menu"]') === null)
          onOpen(asked, figure.current, false);
      }}
    >
      <th scope="row" className={classes.name}>
        {asked.competency}
        <CommonName shown={asked.competency} commonName={asked.commonName} />
        <span className={classes.askedBelow}>{importanceWords(asked)}</span>
      </th>
      <td className={classes.asked}>{importanceWords(asked)}</td>
      {hasLevels && <LevelCells asked={asked} showsScale={showsScale} />}
      <td className={classes.number}>
        <button
          ref={figure}
          type="button"
          className={classes.figure}
          data-column="evidenced"
          tabIndex={isActive ? 0 : -1}
          aria-expanded={isOpen}
          aria-label={`${asked.competency}: evidenced ${evidenced}, see why`}
          onClick={(event) => onOpen(asked, event.currentTarget, event.detail === 0)}
        >
          {evidenced}
        </button>
      </td>
      <td className={classes.number}>
        <SelfAssessmentMenu asked={asked} role={role} tabIndex={isActive ? 0 : -1} />
      </td>
      <td className={classes.distance} data-kind={distance.kind}>
        {distance.kind === 'met' && <IconCheck size={14} stroke={1.6} aria-hidden className={classes.tick} />}
        {distance.text}
      </td>
    </tr>
  );
}

/** The bar and the level asked; what states no level has neither. */
function LevelCells({ asked, showsScale }: { readonly asked: MatchedRequirement; readonly showsScale: boolean }) {
  if (!asked.hasLevel) {
    return (
      <>
        <td className={classes.noLevel}>no level stated</td>
        <td className={classes.number}>–</td>
      </>
    );
  }
  return (
    <>
      <td>
        <RequirementBar
          of={asked.scaleLevels}
          required={asked.required}
          evidenced={asked.evidenced}
          selfAssessed={asked.selfAssessed}
        />
      </td>
      <td className={classes.number}>
        {levelFigure(asked.required)}
        {showsScale && <span className={classes.scale}>{` of ${asked.scaleLevels}`}</span>}
      </td>
    </>
  );
}
