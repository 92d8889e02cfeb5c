/** The way up, sideways and in: what changes, and the roles it leads to, opened where they are in the library. */
import { Anchor, Stack } from '@mantine/core';
import { Link } from 'wouter';
import type { RoleRow, RoleSpec } from '../../../../shared/api/role.ts';
import type { RoleLinkContent } from '../../../../shared/api/role-content.ts';
import { groupedRuns } from '../../../../shared/domain/role/requirement-words.ts';
import { useAnswer } from '../../../api.ts';
import classes from './chapters.module.css';
import { ItemGroups } from './item-chapters.tsx';
import { findLinkedRole } from './linked-role.ts';

const linkKinds = [
  ['next', 'Up'],
  ['lateral', 'Sideways'],
  ['feeder', 'Where people come from'],
] as const;

export function WayUp({ role }: { readonly role: RoleSpec }) {
  const library = useAnswer('listRoles', {});
  const accelerators = role.items.filter((item) => item.kind === 'accelerator');
  return (
    <Stack gap="lg">
      {role.gapPairs.length > 0 && <GapPairs role={role} />}
      {linkKinds.map(([kind, label]) => {
        const links = role.links.filter((link) => link.kind === kind);
        if (links.length === 0) return null;
        return (
          <div key={kind}>
            <h3 className={classes.groupHead}>{label}</h3>
            <ul className={classes.links}>
              {links.map((link, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two rows of a source may say the same, and rows never move
                <LinkedRole key={index} link={link} library={library.data ?? []} from={role} />
              ))}
            </ul>
          </div>
        );
      })}
      {accelerators.length > 0 && (
        <div>
          <h3 className={classes.groupHead}>What speeds it up</h3>
          <ItemGroups items={accelerators} />
        </div>
      )}
      {role.ladder.some((step) => step.id !== role.id) && (
        <div>
          <h3 className={classes.groupHead}>
            <Anchor component={Link} to={`/ladders/${role.ladderSpec?.id ?? role.id}`}>
              {role.ladderSpec?.title ?? `${role.family ?? 'The'} ladder`}
            </Anchor>
          </h3>
          <ul className={classes.links}>
            {role.ladder.map((step) => (
              <li key={step.id}>
                {step.id === role.id ? (
                  <span className="cn-strong" aria-current="page">
                    {stepTitle(step)}
                    <span className={classes.linkNote}> this role</span>
                  </span>
                ) : (
                  <Anchor component={Link} to={`/roles/${step.id}`} className="cn-strong">
                    {stepTitle(step)}
                  </Anchor>
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
    </Stack>
  );
}

/** What changes, theme by theme: where one stands at the left, where the next level stands at the right. */
function GapPairs({ role }: { readonly role: RoleSpec }) {
  return (
    <Stack gap="md">
      {groupedRuns(role.gapPairs, (pair) => pair.theme ?? '').map((run) => (
        <div key={run.label}>
          <h3 className={classes.groupHead}>{run.label === '' ? 'What changes' : `What changes: ${run.label}`}</h3>
          <ul className={classes.pairs}>
            {run.rows.map((pair, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two rows of a source may say the same, and rows never move
              <li key={index}>
                <span className={classes.from}>{pair.from}</span>
                <span className="cn-quiet" role="img" aria-label="to">
                  →
                </span>
                <span className="cn-breaks cn-strong">{pair.to}</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Stack>
  );
}

const stepTitle = (step: RoleSpec['ladder'][number]): string =>
  step.levelCode === null ? step.title : `${step.levelCode} · ${step.title}`;

interface LinkedRoleProps {
  readonly link: RoleLinkContent;
  readonly library: readonly RoleRow[];
  readonly from: RoleSpec;
}

function LinkedRole({ link, library, from }: LinkedRoleProps) {
  const linkedRole = findLinkedRole(link, library, from);
  const about = [link.family, link.levelCode].filter(Boolean).join(', ');
  return (
    <li>
      <div className="cn-strong">
        {linkedRole === null ? (
          link.title
        ) : (
          <Anchor component={Link} to={`/roles/${linkedRole.id}`}>
            {link.title}
          </Anchor>
        )}
        {about !== '' && <span className={classes.linkNote}>{` ${about}`}</span>}
      </div>
      {link.tourOfDuty !== undefined && <div className={classes.linkNote}>{link.tourOfDuty}</div>}
      {link.note !== undefined && <div className={classes.linkNote}>{link.note}</div>}
    </li>
  );
}
