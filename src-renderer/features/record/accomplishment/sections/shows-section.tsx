/** What an accomplishment shows: competencies, the level of each and why. */
import { ActionIcon, Button, Popover, TagsInput, UnstyledButton } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { Showing } from '../../../../../shared/api/accomplishment.ts';
import type { Competency } from '../../../../../shared/api/competency.ts';
import type { Scale } from '../../../../../shared/api/values.ts';
import { namesOf } from '../../../../../shared/domain/names/shown-words.ts';
import { useAnswer } from '../../../../api.ts';
import { CompetencyPicker, type PickedCompetency } from '../../../../parts/competency/competency-picker.tsx';
import { EditableText } from '../../../../parts/text/editable-text.tsx';
import { CommonName } from '../../../../ui/figures/common-name.tsx';
import { LevelTile } from '../../../../ui/figures/level-tile.tsx';
import { HangingSection } from '../../../../ui/pane.tsx';
import { AddButton } from '../../add-button.tsx';
import type { AccomplishmentChange, SectionProps } from '../use-accomplishment.ts';
import { LevelChoice } from './level-choice.tsx';
import classes from './shows-section.module.css';

export function ShowsSection({ accomplishment, change, act }: SectionProps) {
  const answer = useAnswer('listCompetencies', {});
  const [isPicking, setIsPicking] = useState(false);
  /** Picked, and waiting for the level: Cairn does not guess one. */
  const [added, setAdded] = useState<string | null>(null);
  const [picked, setPicked] = useState<PickedCompetency | null>(null);
  const { showings } = accomplishment;
  const scales = answer.data?.scales ?? [];
  // New showings are on the app's own scale; those that came with a role keep theirs.
  const usual = scales.find((scale) => scale.levels.length === 5) ?? scales[0];
  const competencyOf = (id: string) => answer.data?.competencies.find((competency) => competency.id === id);
  const stop = () => {
    setIsPicking(false);
    setPicked(null);
  };
  const add = async (level: number) => {
    if (picked === null || usual === undefined) return;
    const showing: Showing = { competencyId: picked.id, level, scaleId: usual.id, reason: '', words: [nameIn(picked)] };
    // Before it is there, so that its reason opens as it appears.
    setAdded(picked.id);
    await change((now) => ({
      showings: [...now.showings.filter((earlier) => earlier.competencyId !== picked.id), showing],
    }));
    stop();
  };
  return (
    <HangingSection label="Shows" action={<AddButton label="Add competency" onClick={() => setIsPicking(true)} />}>
      <div className={classes.showings}>
        {showings.map((showing) => (
          <ShowingRow
            key={showing.competencyId}
            showing={showing}
            competency={competencyOf(showing.competencyId)}
            scale={scales.find((scale) => scale.id === showing.scaleId)}
            change={change}
            act={act}
            isNew={showing.competencyId === added}
            keepKey={`accomplishment:${accomplishment.id}:reason:${showing.competencyId}`}
          />
        ))}
      </div>
      {showings.length === 0 && !isPicking ? (
        <UnstyledButton className="cn-small cn-quiet cn-hover cn-invite" onClick={() => setIsPicking(true)}>
          Which competency does it show, and at which level? Without one it counts for no role.
        </UnstyledButton>
      ) : null}
      {isPicking ? (
        // biome-ignore lint/a11y/noStaticElementInteractions: Escape leaves the group; its fields and buttons are the controls
        <div
          className={classes.picking}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            stop();
          }}
        >
          {picked === null ? (
            <CompetencyPicker
              autoFocus
              label="Competency it shows"
              exclude={showings.map((showing) => showing.competencyId)}
              onPick={(competency) => setPicked({ ...competency })}
            />
          ) : usual === undefined ? null : (
            <>
              <p className="cn-small">
                Which level of <b>{nameIn(picked)}</b> does it show?
              </p>
              <LevelChoice
                autoFocus
                scale={usual}
                level={null}
                label={`Level of ${nameIn(picked)}`}
                onChoose={(level) => act(add(level))}
              />
            </>
          )}
          <Button variant="subtle" color="gray" onClick={stop}>
            Cancel
          </Button>
        </div>
      ) : null}
    </HangingSection>
  );
}

/** What was picked, by the name it was found by. */
const nameIn = ({ name, as }: PickedCompetency) => as ?? name;

interface ShowingRowProps {
  readonly showing: Showing;
  /** Undefined until it is read. */
  readonly competency: Pick<Competency, 'name' | 'aliases'> | undefined;
  readonly scale: Scale | undefined;
  readonly change: AccomplishmentChange;
  readonly act: SectionProps['act'];
  readonly keepKey: string;
  /** Just added: what follows is why. */
  readonly isNew: boolean;
}

function ShowingRow({ showing, competency, scale, change, act, keepKey, isNew }: ShowingRowProps) {
  const [isOpen, setIsOpen] = useState(false);
  const { competencyId, level, reason, words = [] } = showing;
  const commonName = competency?.name ?? '';
  const names = namesOf(words, commonName);
  const name = names.join(', ');
  const of = scale?.levels.length ?? 5;
  const save = (patch: Partial<Showing>) =>
    change((now) => ({
      showings: now.showings.map((earlier) =>
        earlier.competencyId === competencyId ? { ...earlier, ...patch } : earlier,
      ),
    }));
  const remove = () =>
    change((now) => ({ showings: now.showings.filter((earlier) => earlier.competencyId !== competencyId) }));
  return (
    <div className={classes.showing}>
      <Popover opened={isOpen} onChange={setIsOpen} position="bottom-start" trapFocus returnFocus>
        <Popover.Target>
          <UnstyledButton className={classes.chip} onClick={() => setIsOpen(!isOpen)}>
            <LevelTile level={level} of={of} size={18} />
            <span>
              {name}
              <CommonName shown={names} commonName={commonName} />
            </span>
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown aria-label={`Level of ${name}`}>
          {scale === undefined ? null : (
            <LevelChoice
              scale={scale}
              level={level}
              label={`Level of ${name}`}
              onChoose={(next) => {
                act(save({ level: next }));
                setIsOpen(false);
              }}
            />
          )}
          <TagsInput
            label="In your words"
            mt="sm"
            value={[...names]}
            data={[commonName, ...(competency?.aliases ?? [])]}
            maxTags={20}
            splitChars={[]}
            acceptValueOnBlur
            comboboxProps={{ withinPortal: false }}
            onChange={(next) => act(save({ words: next }))}
          />
        </Popover.Dropdown>
      </Popover>
      <div className={classes.reason}>
        <EditableText
          label={`Why it shows ${name}`}
          value={reason}
          placeholder="Say why"
          startOpen={isNew}
          keepKey={keepKey}
          onSave={(text) => save({ reason: text.trim() })}
        />
      </div>
      <ActionIcon className={classes.remove} size={24} aria-label={`Take out ${name}`} onClick={() => act(remove())}>
        <IconX size={14} stroke={1.6} />
      </ActionIcon>
    </div>
  );
}
