/** The first screen there is: where the record will live, and three ways to begin. */
import { Box, Button, Flex, Stack, TextInput } from '@mantine/core';
import {
  IconChevronRight,
  IconEye,
  IconFileImport,
  IconFolder,
  IconPlus,
  IconShieldCheck,
  type TablerIcon,
} from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useLocation } from 'wouter';
import { useCommand } from '../../api.ts';
import { ErrorBox } from '../../parts/errors/error-box.tsx';
import { CairnMark } from '../../ui/cairn-mark.tsx';
import classes from './first-run-screen.module.css';

export function FirstRunScreen({ folder }: { readonly folder: string }) {
  const [, navigate] = useLocation();
  const start = useCommand('startFresh');
  const explore = useCommand('exploreSample');
  const [name, setName] = useState('');
  const isBusy = start.isPending || explore.isPending;
  const error = start.error ?? explore.error;

  const startFresh = (event: FormEvent) => {
    event.preventDefault();
    start.mutate({ name: name.trim() }, { onSuccess: () => navigate('/home') });
  };
  const bring = () => start.mutate({ name: name.trim() }, { onSuccess: () => navigate('/import') });
  const look = () => explore.mutate({}, { onSuccess: () => navigate('/home') });

  return (
    <main className="cn-screen">
      <div className={classes.page}>
        <CairnMark size={52} />
        <h1 className={classes.title}>Keep a record of the work you have done</h1>
        <p className={classes.lead}>
          Add what you finish, stone by stone. Cairn shows where it puts you against a role, and prints it as a resume.
        </p>
        <div className={classes.folder}>
          <IconFolder size={18} stroke={1.6} aria-hidden />
          <Stack className="cn-fill" gap={0}>
            <div className="cn-breaks cn-strong">{folder}</div>
            <div className="cn-small cn-quiet cn-pretty">Your record and its backups live here and nowhere else.</div>
          </Stack>
        </div>
        {error === null ? null : <ErrorBox error={error} />}
        <form className={classes.way} onSubmit={startFresh}>
          <IconPlus size={18} stroke={1.6} aria-hidden />
          <Stack className="cn-fill" gap={0}>
            <h2 className={classes.name}>Start fresh</h2>
            <div className="cn-small cn-quiet cn-pretty">An empty record. You write the first line now.</div>
            <TextInput
              maw={288}
              mt="sm"
              aria-label="Your name, as it stands on a resume; it can wait"
              placeholder="Your name, or leave it for later"
              value={name}
              autoComplete="off"
              spellCheck={false}
              autoFocus
              onChange={(event) => setName(event.currentTarget.value)}
            />
          </Stack>
          <Button type="submit" variant="filled" loading={start.isPending} disabled={isBusy}>
            Start
            <Box component="span" className="cn-key" ms="sm" data-on-button aria-hidden>
              Enter
            </Box>
          </Button>
        </form>
        <StartChoice
          icon={IconFileImport}
          name="Bring what you have"
          note="Role descriptions as web pages, exported posts, role packs or pasted text. You review before anything is added."
          onChoose={bring}
          isBusy={isBusy}
        />
        <StartChoice
          icon={IconEye}
          name="Look around first"
          note="Sample data in a folder of its own. One click removes it."
          onChoose={look}
          isBusy={isBusy}
        />
        <p className={classes.promise}>
          <IconShieldCheck size={16} stroke={1.6} aria-hidden />
          No account. Cairn makes no network connection and shows the count: 0.
        </p>
      </div>
    </main>
  );
}

interface WayProps {
  readonly icon: TablerIcon;
  readonly name: string;
  readonly note: string;
  readonly onChoose: () => void;
  readonly isBusy: boolean;
}

function StartChoice({ icon: Icon, name, note, onChoose, isBusy }: WayProps) {
  return (
    <button type="button" className={classes.way} onClick={onChoose} disabled={isBusy}>
      <Icon size={18} stroke={1.6} aria-hidden />
      <Flex component="span" className="cn-fill" direction="column">
        <span className={classes.name}>{name}</span>
        <span className="cn-small cn-quiet cn-pretty">{note}</span>
      </Flex>
      <IconChevronRight size={18} stroke={1.6} aria-hidden />
    </button>
  );
}
