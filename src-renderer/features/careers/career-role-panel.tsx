/** The chosen role beside the map: what it is for, the steps up, sideways and in with the gap of each, and what to do. */
import { Anchor, Box, Button, Flex } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconPinned, IconPinnedOff } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { Link } from 'wouter';
import type { MapPath, MapRole } from '../../../shared/api/career.ts';
import { useAnswer, useCommand } from '../../api.ts';
import { Answer } from '../../parts/errors/answer.tsx';
import { ErrorBox } from '../../parts/errors/error-box.tsx';
import { Markdown } from '../../parts/text/markdown.tsx';
import { LevelTile } from '../../ui/figures/level-tile.tsx';
import { PanelBody, PanelFoot, PanelHead, PanelHeading, PanelTitle } from '../../ui/side-panel.tsx';
import { pathKey } from './career-query.ts';
import classes from './career-role-panel.module.css';
import { placeText, type Step, stepsOf } from './career-words.ts';

interface RolePanelProps {
  readonly role: MapRole;
  readonly roles: ReadonlyMap<string, MapRole>;
  readonly paths: readonly MapPath[];
  readonly chosenPath: string | null;
  readonly onChoose: (key: string, path?: string | null) => void;
  readonly onClose: () => void;
}

export function CareerRolePanel({ role, roles, paths, chosenPath, onChoose, onClose }: RolePanelProps) {
  const steps = stepsOf(role.key, paths, roles);
  // What was opened by a key is read from its title on; a pointer stays where it is.
  const [isByKey] = useState(() => document.activeElement?.matches('[data-role-key]:focus-visible') ?? false);
  const groups = [
    ['Up', steps.up],
    ['Sideways', steps.sideways],
    ['Where people come from', steps.from],
  ] as const;
  return (
    <>
      <PanelHead onClose={onClose}>
        <PanelTitle focusCount={isByKey ? 1 : 0}>{role.title}</PanelTitle>
        <p className="cn-small cn-breaks cn-quiet">{placeText(role) || 'No family or level is named'}</p>
      </PanelHead>
      <PanelBody label={role.title}>
        {role.roleId === null ? (
          <p className="cn-small cn-breaks cn-quiet">
            Another role names it as a step; its own document is not in your library. Import it to see what it asks.
          </p>
        ) : (
          <About roleId={role.roleId} />
        )}
        {groups.map(([label, group]) => (
          <StepGroup
            key={label}
            label={label}
            steps={group}
            from={role}
            chosenPath={chosenPath}
            onPath={(path) => onChoose(role.key, path)}
            onChoose={onChoose}
          />
        ))}
        {steps.up.length + steps.sideways.length + steps.from.length === 0 && (
          <p className={classes.none}>No path leads to it or from it.</p>
        )}
      </PanelBody>
      {role.roleId !== null && <Acts role={role} roleId={role.roleId} />}
    </>
  );
}

function About({ roleId }: { readonly roleId: string }) {
  const answer = useAnswer('getRole', { id: roleId });
  const role = answer.data;
  if (role === undefined || answer.error !== null) return <Answer of={answer} reading={null} />;
  const text = role.mission ?? role.summary;
  return (
    <>
      {text !== undefined && <Markdown text={text} serif />}
      {role.tourOfDuty !== undefined && role.tourOfDuty !== '' && (
        <p className={classes.tour}>{`Tour of duty: ${role.tourOfDuty}`}</p>
      )}
    </>
  );
}

interface StepGroupProps {
  readonly label: string;
  readonly steps: readonly Step[];
  readonly from: MapRole;
  readonly chosenPath: string | null;
  readonly onPath: (path: string | null) => void;
  readonly onChoose: (key: string) => void;
}

function StepGroup({ label, steps, from, chosenPath, onPath, onChoose }: StepGroupProps) {
  if (steps.length === 0) return null;
  return (
    <>
      <PanelHeading>{label}</PanelHeading>
      <Box component="ul" mx={-8}>
        {steps.map((step) => (
          <StepRow
            key={pathKey(step.path)}
            step={step}
            from={from}
            isOpen={chosenPath === pathKey(step.path)}
            onPath={onPath}
            onChoose={onChoose}
          />
        ))}
      </Box>
    </>
  );
}

interface StepRowProps extends Pick<StepGroupProps, 'from' | 'onPath' | 'onChoose'> {
  readonly step: Step;
  readonly isOpen: boolean;
}

function StepRow({ step: { path, role }, from, isOpen, onPath, onChoose }: StepRowProps) {
  const id = useId();
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  const compared = from.roleId !== null && role.roleId !== null ? `/compare?roles=${from.roleId},${role.roleId}` : null;
  return (
    <li>
      <button
        type="button"
        className={classes.stepHead}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => onPath(isOpen ? null : pathKey(path))}
      >
        <Chevron size={14} stroke={1.6} aria-hidden className={classes.chevron} />
        <Flex component="span" direction="column" miw={0}>
          <span className={classes.stepTitle}>{role.title}</span>
          <span className="cn-small cn-breaks cn-quiet">
            {[placeText(role), gapCount(path)].filter(Boolean).join(' · ')}
          </span>
        </Flex>
      </button>
      {isOpen && (
        <div id={id} className={classes.gap}>
          {path.theme !== null && path.theme !== '' && <p className="cn-small cn-strong">{path.theme}</p>}
          {path.note !== null && path.note !== '' && <p className={classes.note}>{path.note}</p>}
          {path.gap.length === 0 ? (
            <p className="cn-small cn-breaks cn-quiet">
              {role.roleId === null || from.roleId === null
                ? 'What it asks is not known here.'
                : 'It asks nothing more by level.'}
            </p>
          ) : (
            <ul className={classes.gapRows}>
              {path.gap.map((gap) => (
                <li key={gap.competency}>
                  <Flex component="span" display="inline-flex" align="center" flex="none">
                    {gap.from === null ? (
                      <span className={classes.noLevel} role="img" aria-label="not asked before" />
                    ) : (
                      <LevelTile level={gap.from} of={gap.of} size={18} />
                    )}
                    <Box role="img" aria-label="to" component="span" className="cn-quiet" mx="xs">
                      →
                    </Box>
                    {gap.to === null ? (
                      <span className={classes.noLevel} role="img" aria-label="no level stated" />
                    ) : (
                      <LevelTile level={gap.to} of={gap.of} size={18} />
                    )}
                  </Flex>
                  <span className="cn-breaks">{gap.competency}</span>
                </li>
              ))}
            </ul>
          )}
          <p className={classes.links}>
            <Anchor component="button" type="button" onClick={() => onChoose(role.key)}>
              {`Go to ${role.title}`}
            </Anchor>
            {compared !== null && (
              <Anchor component={Link} to={compared}>
                Compare the two
              </Anchor>
            )}
          </p>
        </div>
      )}
    </li>
  );
}

const gapCount = (path: MapPath): string =>
  path.gap.length === 0 ? '' : path.gap.length === 1 ? '1 asks more' : `${path.gap.length} ask more`;

function Acts({ role, roleId }: { readonly role: MapRole; readonly roleId: string }) {
  const pinRole = useCommand('pinRole');
  const unpinRole = useCommand('unpinRole');
  const error = pinRole.error ?? unpinRole.error;
  const icon = { size: 16, stroke: 1.6, 'aria-hidden': true } as const;
  return (
    <PanelFoot>
      {error !== null && <ErrorBox error={error} />}
      <Button variant="filled" component={Link} to={`/roles/${roleId}`}>
        Open the role
      </Button>
      {role.pin === null ? (
        <Button
          leftSection={<IconPinned {...icon} />}
          loading={pinRole.isPending}
          onClick={() => pinRole.mutate({ roleId, targetOn: null })}
        >
          Pin
        </Button>
      ) : (
        <Button
          leftSection={<IconPinnedOff {...icon} />}
          loading={unpinRole.isPending}
          onClick={() => unpinRole.mutate({ roleId })}
        >
          Unpin
        </Button>
      )}
      <Button variant="subtle" color="gray" component={Link} to={`/match/${roleId}`}>
        Match
      </Button>
    </PanelFoot>
  );
}
