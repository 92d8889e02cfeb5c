/** A match as a page: the figure and what it lacks, the radar, every requirement, and why, beside it. */
import { useCallback, useMemo, useRef, useState } from 'react';
import type { MatchedRequirement, RoleMatch } from '../../../shared/api/match.ts';
import type { RoleSpec } from '../../../shared/api/role.ts';
import { chooseAxes } from '../../../shared/domain/match/radar-axes.ts';
import { DraftsNotice } from '../../parts/drafts/drafts-notice.tsx';
import { Empty } from '../../ui/empty.tsx';
import { RadarLegend } from '../../ui/figures/radar-chart.tsx';
import { PanelScreen } from '../../ui/side-panel.tsx';
import { MatchHead } from './match-head.tsx';
import { MatchRadar } from './match-radar.tsx';
import classes from './match-screen.module.css';
import { MatchTable } from './match-table.tsx';
import { NextSteps } from './next-steps.tsx';
import { MatchFigure } from './why/match-figure.tsx';
import { WhyMatch } from './why/why-match.tsx';
import { WhyRequirement } from './why/why-requirement.tsx';

interface MatchPageProps {
  readonly match: RoleMatch;
  readonly role: RoleSpec;
}

/** What the drawer explains: the match itself, or one requirement by its id. */
type Opened = 'match' | { readonly requirementId: string };

export function MatchPage({ match, role }: MatchPageProps) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const panel = useRef<HTMLElement>(null);
  const opener = useRef<HTMLElement | null>(null);
  const radar = useMemo(() => chooseAxes(match.requirements), [match.requirements]);
  const openedId = opened === null || opened === 'match' ? null : opened.requirementId;
  const asked = match.requirements.find((requirement) => requirement.requirementId === openedId);

  /** Opened by a key, the drawer takes the focus; by a click, the figure keeps it. */
  const open = useCallback((next: Opened, from: HTMLElement | null, isByKey: boolean) => {
    opener.current = from;
    setOpened(next);
    if (isByKey) requestAnimationFrame(() => panel.current?.querySelector<HTMLElement>('h2')?.focus());
  }, []);
  const openRequirement = useCallback(
    (requirement: MatchedRequirement, from: HTMLElement | null, isByKey: boolean) =>
      open({ requirementId: requirement.requirementId }, from, isByKey),
    [open],
  );
  const close = useCallback(() => {
    setOpened(null);
    opener.current?.focus();
  }, []);

  return (
    <PanelScreen
      label="Why"
      onClose={close}
      panelRef={panel}
      panel={
        asked !== undefined ? (
          <WhyRequirement asked={asked} match={match} onClose={close} />
        ) : opened === 'match' ? (
          <WhyMatch match={match} onOpenRequirement={openRequirement} onClose={close} />
        ) : null
      }
    >
      <div className={classes.page}>
        <MatchHead match={match} role={role} />
        <DraftsNotice missingFrom="this match" />
        {match.requirements.length === 0 ? (
          <Empty
            title="This role asks for no competencies"
            text="Its document names none that could be read, so there is nothing to compare. The role itself can be read whole."
          />
        ) : (
          <>
            <div className={classes.top} data-shapeless={radar.axes.length === 0 || undefined}>
              <MatchFigure
                match={match}
                isOpen={opened === 'match'}
                onOpen={(from, isByKey) => open('match', from, isByKey)}
                onOpenRequirement={openRequirement}
              />
              {radar.axes.length === 0 ? (
                <p className={classes.noRadar}>{shapelessText(match.requirements)}</p>
              ) : (
                <>
                  <MatchRadar
                    {...radar}
                    chosen={openedId}
                    onChoose={(id) => open({ requirementId: id }, null, false)}
                  />
                  <div className={classes.legend}>
                    <RadarLegend />
                  </div>
                </>
              )}
            </div>
            <MatchTable match={match} role={role} openId={openedId} onOpen={openRequirement} />
            <NextSteps match={match} />
          </>
        )}
      </div>
    </PanelScreen>
  );
}

/** Why no shape is drawn. */
function shapelessText(requirements: readonly MatchedRequirement[]): string {
  return requirements.some((requirement) => requirement.hasLevel)
    ? 'Fewer than three requirements state a level, so there is no shape to draw.'
    : 'This role states no levels: a requirement is met once the evidence for it adds up. It is shown, or not yet.';
}
