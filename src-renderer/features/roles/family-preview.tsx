/** The chosen family beside the list: its levels in order, and the way to its ladder. */
import { Anchor, Button } from '@mantine/core';
import { Link } from 'wouter';
import { HangingSection, Page, PageHead } from '../../ui/pane.tsx';
import type { RoleGroup } from './group-roles.ts';
import classes from './roles-screen.module.css';

export function FamilyPreview({ group }: { readonly group: RoleGroup }) {
  const count = group.roles.length;
  return (
    <Page>
      <PageHead
        kind={group.ladderId === null ? undefined : 'Ladder'}
        title={group.label}
        subtitle={`${count} ${count === 1 ? 'role' : 'roles'} in this list.`}
        actions={
          group.ladderId === null ? undefined : (
            <Button component={Link} to={`/ladders/${group.ladderId}`}>
              Open the ladder
            </Button>
          )
        }
      />
      <HangingSection label={group.ladderId === null ? 'Roles' : 'Levels'}>
        <ul className={classes.steps}>
          {group.roles.map((role) => (
            <li key={role.id}>
              <span className="cn-quiet">{role.levelCode ?? ''}</span>
              <div>
                <Anchor component={Link} to={`/roles/${role.id}`}>
                  {role.title}
                </Anchor>
                {role.tourOfDuty !== null && role.tourOfDuty !== '' && (
                  <div className={classes.keyBlurb}>{role.tourOfDuty}</div>
                )}
              </div>
            </li>
          ))}
        </ul>
      </HangingSection>
    </Page>
  );
}
