/** Head of the library: its name, the ways on from it, the search, the filters, and the roles marked to be compared. */
import { ActionIcon, Box, Button, Menu, TextInput, Tooltip } from '@mantine/core';
import { IconArrowsDiff, IconPackage, IconPlus, IconRoute, IconSearch, IconX } from '@tabler/icons-react';
import type { KeyboardEvent, RefObject } from 'react';
import { Link, useLocation } from 'wouter';
import { actions } from '../../../shared/vocabulary/actions.ts';
import { LibraryChips, LibraryFilters } from './library-filters.tsx';
import { isNarrowed, type LibraryChoices, type LibraryQuery, unfilteredLibrary } from './library-query.ts';
import classes from './roles-screen.module.css';

interface LibraryHeadProps {
  readonly query: LibraryQuery;
  readonly choices: LibraryChoices;
  readonly shownCount: number;
  /** Ids of the roles marked to be compared. */
  readonly marked: readonly string[];
  readonly fieldRef: RefObject<HTMLInputElement | null>;
  readonly onChange: (query: LibraryQuery) => void;
  readonly onUnmark: () => void;
  readonly onNew: () => void;
  /** Hands the focus to the list. */
  readonly onLeaveDown: () => void;
}

const icon = { size: 18, stroke: 1.6, 'aria-hidden': true } as const;
const small = { ...icon, size: 16 };

export function LibraryHead(props: LibraryHeadProps) {
  const { query, choices, shownCount, marked, fieldRef, onChange, onUnmark, onNew, onLeaveDown } = props;
  const [, navigate] = useLocation();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') onLeaveDown();
    else if (event.key === 'Escape' && query.text !== '') onChange({ ...query, text: '' });
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <Box className="cn-rule-below" flex="none" pt={10} pb={6} px="var(--mantine-spacing-md)">
      <div className={classes.titleLine}>
        <h1 className="cn-fill cn-heading">Roles</h1>
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconPackage {...small} />}
          component={Link}
          to="/roles/packs"
        >
          Packs
        </Button>
        <Tooltip label="Career map">
          <ActionIcon aria-label="Career map" component={Link} to="/careers">
            <IconRoute {...icon} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label="Compare roles">
          <ActionIcon aria-label="Compare roles" component={Link} to={compareAddress(marked)}>
            <IconArrowsDiff {...icon} />
          </ActionIcon>
        </Tooltip>
        <Menu position="bottom-end" width={200}>
          <Menu.Target>
            <ActionIcon aria-label="Add a role">
              <IconPlus {...icon} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={onNew}>{actions['create-role'].label}</Menu.Item>
            <Menu.Item onClick={() => navigate('/import')}>Import a document</Menu.Item>
            <Menu.Item onClick={() => navigate('/roles/packs')}>Install a pack</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
      <div className={classes.field}>
        <TextInput
          ref={fieldRef}
          data-filter
          className="cn-fill"
          aria-label="Filter the roles"
          placeholder="Filter by title, family or source"
          leftSection={<IconSearch {...small} />}
          value={query.text}
          onChange={(event) => onChange({ ...query, text: event.currentTarget.value })}
          onKeyDown={onKeyDown}
        />
        <LibraryFilters query={query} choices={choices} onChange={onChange} />
      </div>
      <LibraryChips query={query} choices={choices} onChange={onChange} />
      <div className={classes.listLine}>
        <span className={classes.count} role="status">
          {marked.length > 0
            ? markedText(marked.length)
            : `${shownCount.toLocaleString('en')} ${shownCount === 1 ? 'role' : 'roles'}`}
        </span>
        {marked.length > 0 ? (
          <>
            <Button variant="subtle" color="gray" leftSection={<IconX {...small} />} onClick={onUnmark}>
              Unmark
            </Button>
            {marked.length > 1 && (
              <Button variant="filled" component={Link} to={compareAddress(marked)}>
                Compare
              </Button>
            )}
          </>
        ) : (
          isNarrowed(query) && (
            <Button variant="subtle" color="gray" onClick={() => onChange(unfilteredLibrary)}>
              Show all roles
            </Button>
          )
        )}
      </div>
    </Box>
  );
}

const compareAddress = (marked: readonly string[]): string =>
  marked.length === 0 ? '/compare' : `/compare?roles=${marked.join(',')}`;

function markedText(count: number): string {
  if (count === 1) return '1 marked, mark another to compare';
  return count === 2 ? '2 marked, a third is possible' : `${count} marked`;
}
