/** One competency beside the list: what it is, its names, where it stands, who asks for it and what shows it. */
import { ActionIcon, Anchor, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import type { CompetencyUse } from '../../../shared/api/competency.ts';
import { useAnswer, useCommand } from '../../api.ts';
import { ErrorBox } from '../../parts/errors/error-box.tsx';
import { EditableText } from '../../parts/text/editable-text.tsx';
import { LevelTile } from '../../ui/figures/level-tile.tsx';
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
      <section className={classes.body}>
        <ErrorBox error={answer.error} retry={() => void answer.refetch()} />
      </section>
    );
  }
  if (answer.data === undefined) return null;
  return <Panel key={id} use={answer.data} focusCount={focusCount} onOpen={onOpen} onClose={onClose} />;
}

interface PanelProps extends Omit<CompetencyPanelProps, 'id'> {
  readonly use: CompetencyUse;
}

function Panel({ use, focusCount, onOpen, onClose }: PanelProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const rename = useCommand('renameCompetency');
  const describe = useCommand('describeCompetency');
  useEffect(() => {
    if (focusCount > 0) heading.current?.focus();
  }, [focusCount]);
  const save = async (name: string) => {
    if (name.trim() === '') throw new Error('A competency needs a name.');
    await rename.mutateAsync({ id: use.id, name });
  };
  return (
    <>
      <header className={classes.head}>
        <h2 ref={heading} className={classes.title} tabIndex={-1}>
          <NameField name={use.name} onSave={save} />
        </h2>
        <Tooltip label="Close, Esc">
          <ActionIcon aria-label="Close" onClick={onClose}>
            <IconX size={18} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling pane is focusable so that keys can scroll it */}
      <section className={classes.body} tabIndex={0} aria-label={use.name}>
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
            <ul className={classes.list}>
              {use.roles.map((role, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: one role may ask for it twice, under two names
                <li key={`${role.roleId} ${index}`} className={classes.row}>
                  {role.level === null ? (
                    <span className={classes.noLevel}>–</span>
                  ) : (
                    <LevelTile level={role.level} of={role.of} size={18} />
                  )}
                  <span className={classes.words}>
                    <Anchor component={Link} to={`/roles/${role.roleId}`}>
                      {role.levelCode === null ? role.title : `${role.levelCode} · ${role.title}`}
                    </Anchor>
                    {role.as !== use.name && <span className={classes.quiet}>{` as “${role.as}”`}</span>}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </PanelSection>
        <PanelSection title="Shown by" count={use.accomplishments.length}>
          {use.accomplishments.length === 0 ? (
            <p className={classes.none}>No accomplishment names it yet.</p>
          ) : (
            <ul className={classes.list}>
              {use.accomplishments.map((one) => (
                <li key={one.id} className={classes.row}>
                  <LevelTile level={one.level} of={one.of} size={18} />
                  <Anchor component={Link} to={`/record/${one.id}`} className={classes.words}>
                    {one.title}
                  </Anchor>
                </li>
              ))}
            </ul>
          )}
        </PanelSection>
      </section>
    </>
  );
}
