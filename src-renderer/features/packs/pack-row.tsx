/** One pack: what it holds, whose it is, and what can be done with it. */
import { ActionIcon, Anchor, Box, Button, Flex, Menu } from '@mantine/core';
import { IconDots, IconPackageExport, IconPackageOff } from '@tabler/icons-react';
import { Link, useLocation } from 'wouter';
import type { Pack } from '../../../shared/api/pack.ts';
import { longDateText } from '../../../shared/domain/dates/date-text.ts';
import { useCommand } from '../../api.ts';
import { ErrorBox } from '../../parts/errors/error-box.tsx';
import { ExportMessage } from '../../parts/export/export-message.tsx';
import classes from './packs-screen.module.css';

const counted = (count: number, singular: string, plural: string): string =>
  `${count} ${count === 1 ? singular : plural}`;

/** “5 roles in 1 ladder”. */
export function holdsText(pack: Pick<Pack, 'roleCount' | 'ladderCount'>): string {
  const roles = counted(pack.roleCount, 'role', 'roles');
  return pack.ladderCount === 0 ? roles : `${roles} in ${counted(pack.ladderCount, 'ladder', 'ladders')}`;
}

/** What taking a pack out does, said before it is done. */
export function removalText(pack: Pick<Pack, 'roleCount' | 'keptRoleCount'>): string {
  const goes = pack.roleCount - pack.keptRoleCount;
  if (pack.keptRoleCount === 0) return `${counted(goes, 'role goes', 'roles go')}. Your accomplishments stay.`;
  const stays = `${counted(pack.keptRoleCount, 'role you edited, pinned or used stays', 'roles you edited, pinned or used stay')} as your own`;
  return goes === 0 ? `${stays}.` : `${counted(goes, 'role goes', 'roles go')}, ${stays}.`;
}

export function PackRow({ pack }: { readonly pack: Pack }) {
  const [, navigate] = useLocation();
  const installPack = useCommand('installPack');
  const updatePack = useCommand('updatePack');
  const removePack = useCommand('removePack');
  const savePack = useCommand('saveExport');
  const error = savePack.error ?? installPack.error ?? updatePack.error ?? removePack.error;
  return (
    <Flex component="li" className="cn-rule-below" wrap="wrap" gap="0.5rem 1.5rem" py={12}>
      <Box flex="1 1 22rem" miw={0}>
        <h3 className={classes.name}>
          {pack.installedAt === null ? (
            pack.name
          ) : (
            <Anchor component={Link} to={`/roles?source=${encodeURIComponent(`pack:${pack.id}`)}`}>
              {pack.name}
            </Anchor>
          )}
        </h3>
        {pack.description !== '' && (
          <Box component="p" className="cn-small cn-breaks" maw={704} mt={2} c="var(--cn-text1)">
            {pack.description}
          </Box>
        )}
        <p className={classes.meta}>
          <span>{holdsText(pack)}</span>
          <span>{`Version ${pack.version}`}</span>
          {pack.author !== '' && <span>{pack.author}</span>}
          {pack.licence !== '' && <span>{pack.licence}</span>}
          {pack.installedAt !== null && <span>{`Installed ${longDateText(pack.installedAt)}`}</span>}
        </p>
        {pack.attribution !== '' && (
          <Box component="p" className="cn-meta cn-breaks cn-quiet" maw={704} mt={2}>
            {pack.attribution}
          </Box>
        )}
        {savePack.data && (
          <ExportMessage saved={savePack.data} text={`Saved as ${savePack.data.fileName}`} onClose={savePack.reset} />
        )}
        {error !== null && <ErrorBox error={error} />}
      </Box>
      <Flex align="flex-start" gap="xs" flex="none">
        {pack.installedAt === null && (
          <Button
            aria-label={`Install ${pack.name}`}
            loading={installPack.isPending}
            onClick={() => installPack.mutate({ id: pack.id })}
          >
            Install
          </Button>
        )}
        {pack.shippedVersion !== null && (
          <Button
            aria-label={`Review version ${pack.shippedVersion} of ${pack.name}`}
            loading={updatePack.isPending}
            onClick={() =>
              updatePack.mutate({ id: pack.id }, { onSuccess: ({ draftId }) => navigate(`/import/${draftId}`) })
            }
          >
            {`Review ${pack.shippedVersion}`}
          </Button>
        )}
        {pack.installedAt !== null && (
          <Menu position="bottom-end" width={280}>
            <Menu.Target>
              <ActionIcon aria-label={`More for ${pack.name}`} loading={removePack.isPending}>
                <IconDots size={18} stroke={1.6} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item
                leftSection={<IconPackageExport size={16} stroke={1.6} aria-hidden />}
                onClick={() => savePack.mutate({ kind: 'pack', format: 'role-pack', id: pack.id })}
              >
                Export as a file…
              </Menu.Item>
              <Menu.Item
                leftSection={<IconPackageOff size={16} stroke={1.6} aria-hidden />}
                onClick={() => removePack.mutate({ id: pack.id })}
              >
                Remove the pack
                <Box className="cn-meta cn-quiet" mt={2}>
                  {removalText(pack)}
                </Box>
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </Flex>
    </Flex>
  );
}
