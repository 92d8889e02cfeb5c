/** What is new, what goes and what rises between two levels that the reader chooses. */
import { Box, Flex, Group, Select } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Ladder, LadderCell } from '../../../shared/api/ladder.ts';
import { byEvidence, levelStandings } from '../../../shared/domain/match/grade.ts';
import { LevelTile } from '../../ui/figures/level-tile.tsx';
import { levelInView, levelName, levelsOf } from './ladder-levels.ts';
import type { LadderQuery } from './ladder-query.ts';
import { levelDifference, type SkillChange } from './level-difference.ts';
import classes from './levels-view.module.css';

/** So many rows are read at a glance; the rest opens. */
const mostRows = 8;

interface LevelDifferenceBoxProps {
  readonly ladder: Ladder;
  readonly query: LadderQuery;
  readonly change: (patch: Partial<LadderQuery>) => void;
}

export function LevelDifferenceBox({ ladder, query, change }: LevelDifferenceBoxProps) {
  const place = (roleId: string | null) => ladder.levels.findIndex((level) => level.roleId === roleId);
  const inView = Math.max(1, levelInView(ladder, null, levelStandings(ladder, byEvidence)));
  const from = place(query.a) === -1 ? inView - 1 : place(query.a);
  const to = place(query.b) === -1 ? inView : place(query.b);
  const difference = levelDifference(ladder, from, to);
  const idAt = (index: number) => ladder.levels[index]?.roleId ?? null;
  const choices = ladder.levels.map((level) => ({ value: level.roleId, label: levelName(level) }));
  const before = ladder.levels[from];
  const after = ladder.levels[to];
  const isEmpty =
    difference.newStack.length === 0 &&
    difference.goneStack.length === 0 &&
    difference.sameStack.length === 0 &&
    before?.focus === after?.focus &&
    [difference.added, difference.raised, difference.lowered, difference.dropped, difference.otherwise].every(
      (rows) => rows.length === 0,
    );
  return (
    <Box component="section" className="cn-card" maw={736} mb="xl" pt={12} pb="sm" px="md" aria-label="What changes">
      <Group gap="0.375rem 0.5rem" mb="sm">
        <h2 className={classes.chooserTitle}>What changes</h2>
        <span className={classes.word}>from</span>
        <Select
          w={136}
          aria-label="From level"
          data={choices}
          value={idAt(from)}
          onChange={(a) => change({ a, b: idAt(to) })}
        />
        <span className={classes.word}>to</span>
        <Select
          w={136}
          aria-label="To level"
          data={choices}
          value={idAt(to)}
          onChange={(b) => change({ a: idAt(from), b })}
        />
      </Group>
      {from === to || isEmpty ? (
        <Box component="p" className="cn-small cn-breaks cn-quiet" mt="sm">
          {from === to ? 'Choose two levels that are not the same.' : 'Nothing that was read differs between them.'}
        </Box>
      ) : (
        <>
          {before?.focus !== after?.focus && (
            <Row label="Focus">
              <p className="cn-small cn-quiet">{before?.focus ?? 'Nothing said'}</p>
              <Box component="p" className="cn-small" mt="xs">
                {after?.focus ?? 'Nothing said'}
              </Box>
            </Row>
          )}
          <Stack label="New in the stack" names={difference.newStack} tone="new" />
          <Stack label="Gone from it" names={difference.goneStack} tone="gone" />
          <Stack label="Stays" names={difference.sameStack} tone="same" />
          <Changes label="New" ladder={ladder} rows={difference.added} />
          <Changes label="Rises" ladder={ladder} rows={difference.raised} />
          <Changes label="Falls" ladder={ladder} rows={difference.lowered} />
          <Changes label="Mandatory or not" ladder={ladder} rows={difference.otherwise} />
          <Changes label="No longer asked" ladder={ladder} rows={difference.dropped} />
        </>
      )}
    </Box>
  );
}

function Row({
  label,
  count,
  children,
}: {
  readonly label: string;
  readonly count?: number;
  readonly children: ReactNode;
}) {
  return (
    <div className={classes.row}>
      <h3 className={classes.label}>
        {label}
        {count !== undefined && <span className="cn-figures">{` ${count}`}</span>}
      </h3>
      <Box miw={0}>{children}</Box>
    </div>
  );
}

interface StackProps {
  readonly label: string;
  readonly names: readonly string[];
  readonly tone: 'new' | 'gone' | 'same';
}

function Stack({ label, names, tone }: StackProps) {
  if (names.length === 0) return null;
  return (
    <Row label={label}>
      <ul className={classes.stack} data-tone={tone}>
        {names.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </Row>
  );
}

interface ChangesProps {
  readonly label: string;
  readonly ladder: Ladder;
  readonly rows: readonly SkillChange[];
}

function Changes({ label, ladder, rows }: ChangesProps) {
  const [isWhole, setWhole] = useState(false);
  if (rows.length === 0) return null;
  const shown = isWhole ? rows : rows.slice(0, mostRows);
  return (
    <Row label={label} count={rows.length}>
      <ul className={classes.changes}>
        {shown.map(({ skill, from, to }) => (
          <li key={skill.competencyId}>
            <Flex component="span" display="inline-flex" align="center" flex="none">
              <Step ladder={ladder} cell={from} />
              <Box component="span" className="cn-quiet" mx={6} role="img" aria-label="to">
                →
              </Box>
              <Step ladder={ladder} cell={to} />
            </Flex>
            <span className="cn-breaks">{skill.name}</span>
            {(from?.isMandatory ?? false) !== (to?.isMandatory ?? false) && to !== null && (
              <span className={classes.word}>{to?.isMandatory ? 'mandatory' : 'no longer mandatory'}</span>
            )}
          </li>
        ))}
      </ul>
      {rows.length > shown.length && (
        <button type="button" className={classes.more} onClick={() => setWhole(true)}>
          {`${rows.length - shown.length} more`}
        </button>
      )}
    </Row>
  );
}

function Step({ ladder, cell }: { readonly ladder: Ladder; readonly cell: LadderCell | null }) {
  if (cell === null) return <span className={classes.noStep} role="img" aria-label="not asked" />;
  if (cell.level === null) return <span className={classes.noStep} role="img" aria-label="asked without a level" />;
  return <LevelTile level={cell.level} of={levelsOf(ladder, cell)} />;
}
