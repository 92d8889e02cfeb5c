/** Where the record stands against a role: `/match` opens the aim, `/match/:roleId` any role. */
import { Box, Button } from '@mantine/core';
import { Link, useParams } from 'wouter';
import { aimOf } from '../../../shared/domain/match/aim.ts';
import { useAnswer } from '../../api.ts';
import { Answer } from '../../parts/errors/answer.tsx';
import { ErrorBox } from '../../parts/errors/error-box.tsx';
import { EmptyScreen } from '../../ui/empty.tsx';
import { Loading } from '../../ui/loading.tsx';
import { WholePane } from '../../ui/pane.tsx';
import { useTrail } from '../../ui/trail.tsx';
import { MatchPage } from './match-page.tsx';
import { MatchRoleList } from './match-role-list.tsx';

export function MatchScreen() {
  const { roleId } = useParams<{ roleId?: string }>();
  return roleId === undefined ? <AimMatch /> : <MatchOf roleId={roleId} />;
}

/** The match of the pinned role; without one, the roles to choose from. */
function AimMatch() {
  const answer = useAnswer('listRoles', {});
  if (answer.data === undefined || answer.error !== null)
    return <Answer isWhole of={answer} reading="Reading the roles" />;
  const aim = aimOf(answer.data);
  if (aim !== null) return <MatchOf roleId={aim.id} />;
  if (answer.data.length === 0) {
    return (
      <EmptyScreen
        title="No role to compare with"
        text="A match sets what your record proves beside what a role asks. Add a role first."
        action={
          <Button variant="filled" component={Link} to="/import">
            Import a role
          </Button>
        }
      />
    );
  }
  return (
    <WholePane>
      <Box maw={544}>
        <h1>Match</h1>
        <Box component="p" className="cn-quiet" mt="xs" mb="md">
          No role is pinned yet. Choose the one to compare your record with; pin it there to come back to it.
        </Box>
        <MatchRoleList roles={answer.data} />
      </Box>
    </WholePane>
  );
}

function MatchOf({ roleId }: { readonly roleId: string }) {
  const match = useAnswer('getMatch', { roleId });
  const role = useAnswer('getRole', { id: roleId });
  useTrail(match.data?.role.title);
  const error = match.error ?? role.error;
  if (error !== null) {
    return (
      <WholePane>
        <ErrorBox
          error={error}
          retry={() => {
            void match.refetch();
            void role.refetch();
          }}
        />
      </WholePane>
    );
  }
  if (match.data === undefined || role.data === undefined) return <Loading label="Counting the evidence" />;
  return <MatchPage key={roleId} match={match.data} role={role.data} />;
}
