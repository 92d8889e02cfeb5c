/** Packs of roles: what is installed, what ships with Cairn, newer versions, and taking one out. */
import { Box, Button } from '@mantine/core';
import { Link } from 'wouter';
import type { Pack } from '../../../shared/api/pack.ts';
import { useAnswer } from '../../api.ts';
import { Answer } from '../../parts/errors/answer.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Page, PageHead } from '../../ui/pane.tsx';
import { useTrail } from '../../ui/trail.tsx';
import { PackRow } from './pack-row.tsx';
import classes from './packs-screen.module.css';

export function PacksScreen() {
  const answer = useAnswer('listPacks', {});
  useTrail('Packs');
  if (answer.data === undefined || answer.error !== null)
    return <Answer isWhole of={answer} reading="Reading the packs" />;
  return (
    <div className="cn-screen">
      <Page>
        <PageHead
          title="Packs"
          subtitle="Files of roles with an author, a version and a licence. Those that ship with Cairn are here; others are read like any file."
          actions={
            <>
              <Button component={Link} to="/import">
                Import a pack
              </Button>
              <Button variant="subtle" color="gray" component={Link} to="/roles">
                Back to the roles
              </Button>
            </>
          }
        />
        <PackLists packs={answer.data} />
      </Page>
    </div>
  );
}

function PackLists({ packs }: { readonly packs: readonly Pack[] }) {
  const installed = packs.filter((pack) => pack.installedAt !== null);
  const offered = packs.filter((pack) => pack.installedAt === null);
  if (packs.length === 0) {
    return (
      <Empty
        title="No packs here"
        text="A pack is a *.rolepack.json file. Import one, or drop it anywhere on the window."
        action={
          <Button variant="filled" component={Link} to="/import">
            Import a pack
          </Button>
        }
      />
    );
  }
  return (
    <>
      <PackList
        label="Installed"
        packs={installed}
        none="None is installed. Its roles come into the library with it."
      />
      {offered.length > 0 && <PackList label="Ships with Cairn, not installed" packs={offered} none="" />}
    </>
  );
}

interface PackListProps {
  readonly label: string;
  readonly packs: readonly Pack[];
  readonly none: string;
}

function PackList({ label, packs, none }: PackListProps) {
  return (
    <section className={classes.group} aria-label={label}>
      <h2 className={classes.groupHead}>
        {label}{' '}
        <Box component="span" className="cn-figures" fw={400}>
          {packs.length === 0 ? '' : packs.length}
        </Box>
      </h2>
      {packs.length === 0 ? (
        <Box component="p" className="cn-quiet" mt={12}>
          {none}
        </Box>
      ) : (
        <ul>
          {packs.map((pack) => (
            <PackRow key={pack.id} pack={pack} />
          ))}
        </ul>
      )}
    </section>
  );
}
