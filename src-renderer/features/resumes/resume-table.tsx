/** The rows of the resumes: arrows go from one to the next, Enter opens, F2 renames, Delete moves to the bin. */
import { ActionIcon, Menu, Table } from '@mantine/core';
import { IconCopy, IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { Link } from 'wouter';
import type { ResumeRow } from '../../../shared/api/resume.ts';
import { useCommand } from '../../api.ts';
import { isDeleteKey } from '../../offered-actions.ts';
import { ErrorBox } from '../../parts/errors/error-box.tsx';
import { dayText, momentText } from '../../ui/instant-text.ts';
import { RenameResumeDialog } from './change-resume-dialogs.tsx';
import classes from './resumes-screen.module.css';

const icon = { size: 16, stroke: 1.6, 'aria-hidden': true } as const;

export const paperNames = { a4: 'A4', letter: 'Letter' } as const;

export function ResumeTable({ rows }: { readonly rows: readonly ResumeRow[] }) {
  const [renaming, setRenaming] = useState<ResumeRow | null>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const duplicate = useCommand('duplicateResume');
  const binResume = useCommand('binResume');
  const error = duplicate.error ?? binResume.error;

  const links = () => [...(body.current?.querySelectorAll<HTMLAnchorElement>('a') ?? [])];
  const focusRow = (at: number) => {
    const all = links();
    all[Math.max(0, Math.min(all.length - 1, at))]?.focus();
  };
  const bin = (row: ResumeRow) => {
    const at = rows.indexOf(row);
    // The focus stays in the list: on the row that takes this one's place.
    binResume.mutate({ id: row.id }, { onSuccess: () => setTimeout(() => focusRow(at), 50) });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const at = links().indexOf(document.activeElement as HTMLAnchorElement);
    const row = rows[at];
    if (row === undefined) return;
    const moves: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 };
    const to = moves[event.key];
    if (to !== undefined) focusRow(to);
    else if (isDeleteKey(event)) bin(row);
    else if (event.key === 'F2') setRenaming(row);
    else return;
    event.preventDefault();
  };

  return (
    <>
      {error === null ? null : <ErrorBox error={error} />}
      <Table className={classes.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Name</Table.Th>
            <Table.Th scope="col">For</Table.Th>
            <Table.Th scope="col">Paper</Table.Th>
            <Table.Th scope="col">Changed</Table.Th>
            <Table.Th scope="col">Exported</Table.Th>
            <Table.Th>
              <span className="cn-aside">Acts</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody ref={body} onKeyDown={onKeyDown}>
          {rows.map((row) => (
            <Table.Tr key={row.id} className={classes.row}>
              <Table.Th scope="row" className={classes.name}>
                <Link to={`/resumes/${row.id}`} className={classes.link}>
                  {row.name}
                </Link>
              </Table.Th>
              <Table.Td className={classes.role}>{row.roleTitle ?? 'No role'}</Table.Td>
              <Table.Td className={classes.quiet}>{paperNames[row.paper]}</Table.Td>
              <Table.Td className={classes.quiet} title={momentText(row.updatedAt)}>
                {dayText(row.updatedAt)}
              </Table.Td>
              <Table.Td
                className={classes.quiet}
                {...(row.exportedAt === null ? {} : { title: momentText(row.exportedAt) })}
              >
                {row.exportedAt === null ? 'Not yet' : dayText(row.exportedAt)}
              </Table.Td>
              <Table.Td className={classes.more}>
                <Menu position="bottom-end">
                  <Menu.Target>
                    <ActionIcon aria-label={`More for ${row.name}`}>
                      <IconDots size={18} stroke={1.6} />
                    </ActionIcon>
                  </Menu.Target>
                  <Menu.Dropdown>
                    <Menu.Item leftSection={<IconPencil {...icon} />} onClick={() => setRenaming(row)}>
                      Rename
                    </Menu.Item>
                    <Menu.Item leftSection={<IconCopy {...icon} />} onClick={() => duplicate.mutate({ id: row.id })}>
                      Duplicate
                    </Menu.Item>
                    <Menu.Item leftSection={<IconTrash {...icon} />} onClick={() => bin(row)}>
                      Move to the bin
                    </Menu.Item>
                  </Menu.Dropdown>
                </Menu>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {renaming === null ? null : <RenameResumeDialog resume={renaming} onClose={() => setRenaming(null)} />}
    </>
  );
}
