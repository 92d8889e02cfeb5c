/** One competency beside the list: what it is, its names, where it stands, who asks for it and what shows it. */
import { Anchor, Box, Flex } from '@mantine/core';
import { useEffect } from 'react';
import { Link } from 'wouter';
import type { CompetencyUse } from '../../../shared/api/competency.ts';
import { useAnswer, useCommand } from '../../api.ts';
import { ErrorBox } from '../../parts/errors/error-box.tsx';
import { EditableText } from '../../parts/text/editable-text.tsx';
import { LevelTile } from '../../ui/figures/level-tile.tsx';
import { PanelBody, PanelHead, PanelTitle } from '../../ui/side-panel.tsx';
import { CompetencyNames } from './competency-names.tsx';
import classes from './competency-panel.module.css';
import { CompetencyPlace } from './competency-place.tsx';
import { NameField } from './name-field.tsx';
import { PanelSection } from './panel-section.tsx';

interface CompetencyPanelProps {
  readonly id: string;
  /** Grows each time a key opened it: then it takes the focus. */
  readonly focusCount: number;
  readonly onOpen: (id: string) => void;
  readonly onClose: () => void;
}

export function CompetencyPanel({ id, focusCount, onOpen, onClose }: CompetencyPanelProps) {
  const answer = useAnswer('getCompetency', { id });
  const isGone = answer.error?.code === 'NOT_FOUND';
  useEffect(() => {
    // merged into another, or taken back by an undo
    if (isGone) onClose();
  }, [isGone, onClose]);
  if (answer.error !== null) {
    return isGone ? null : (
      <PanelBody label="The competency">
        <ErrorBox error={answer.error} retry={() => void answer.refetch()} />
      </PanelBody>
    );
  }
  if (answer.data === undefined) return null;
  return <Panel key={id} use={answer.data} focusCount={focusCount} onOpen={onOpen} onClose={onClose} />;
}

interface PanelProps extends Omit<CompetencyPanelProps, 'id'> {
  readonly use: CompetencyUse;
}

function Panel({ use, focusCount, onOpen, onClose }: PanelProps) {
  const rename = useCommand('renameCompetency');
  const describe = useCommand('describeCompetency');
  const save = async (name: string) => {
    if (name.trim() === '') throw new Error('A competency needs a name.');
    await rename.mutateAsync({ id: use.id, name });
  };
  return (
    <>
      <PanelHead onClose={onClose}>
        <PanelTitle focusCount={focusCount}>
          <NameField name={use.name} onSave={save} />
        </PanelTitle>
      </PanelHead>
      <PanelBody label={use.name}>
        <EditableText
          label={`Description of ${use.name}`}
          value={use.description}
          placeholder="What it is, in a sentence or two"
          multiline
          keepKey={`competency:${use.id}:description`}
          onSave={(description) => describe.mutateAsync({ id: use.id, description })}
        />
        <CompetencyNames use={use} onOpen={onOpen} />
        <CompetencyPlace use={use} onOpen={onOpen} />
        <PanelSection title="Asked for by" count={use.roles.length}>
          {use.roles.length === 0 ? (
            <p className={classes.none}>No role asks for it.</p>
          ) : (
            <ul>
              {use.roles.map((role, index) => (
                <Flex
                  // biome-ignore lint/suspicious/noArrayIndexKey: one role may ask for it twice, under two names
                  key={`${role.roleId} ${index}`}
                  component="li"
                  className="cn-small"
                  align="flex-start"
                  gap="sm"
                  mih={28}
                  py="xs"
                >
                  {role.level === null ? (
                    <Box component="span" className="cn-quiet" w={18} ta="center">
                      –
                    </Box>
                  ) : (
                    <LevelTile level={role.level} of={role.of} size={18} />
                  )}
                  <span className={classes.words}>
                    <Anchor component={Link} to={`/roles/${role.roleId}`}>
                      {role.levelCode === null ? role.title : `${role.levelCode} · ${role.title}`}
                    </Anchor>
                    {role.as !== use.name && <span className={classes.quiet}>{` as “${role.as}”`}</span>}
                  </span>
                </Flex>
              ))}
            </ul>
          )}
        </PanelSection>
        <PanelSection title="Shown by" count={use.accomplishments.length}>
          {use.accomplishments.length === 0 ? (
            <p className={classes.none}>No accomplishment names it yet.</p>
          ) : (
            <ul>
              {use.accomplishments.map((accomplishment) => (
                <Flex
                  key={accomplishment.id}
                  component="li"
                  className="cn-small"
                  align="flex-start"
                  gap="sm"
                  mih={28}
                  py="xs"
                >
                  <LevelTile level={accomplishment.level} of={accomplishment.of} size={18} />
                  <span className={classes.words}>
                    <Anchor component={Link} to={`/record/${accomplishment.id}`}>
                      {accomplishment.title}
                    </Anchor>
                    {String(accomplishment.as) !== use.name && (
                      <span className={classes.quiet}>{` as “${accomplishment.as.join('”, “')}”`}</span>
                    )}
                  </span>
                </Flex>
              ))}
            </ul>
          )}
        </PanelSection>
      </PanelBody>
    </>
  );
}
