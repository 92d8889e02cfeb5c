/** What the chosen cell of a matrix is changed with: its level, whether it is mandatory, and the name and category of its skill. */
import { ActionIcon, Checkbox, NativeSelect, TextInput, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { RefObject } from 'react';
import type { ScaleContent } from '../../../../../shared/api/role-content.ts';
import type { MatrixCell, MatrixSkill } from '../../../../../shared/api/role-pack.ts';
import { useSavedContent } from '../../../../parts/saving/use-saved-content.ts';
import { levelName as nameOf } from '../role/draft-scales.ts';
import classes from './ladder-review.module.css';

interface CellEditorProps {
  readonly skill: MatrixSkill;
  readonly levelName: string;
  readonly cell: MatrixCell | null;
  readonly scale: ScaleContent;
  readonly select: RefObject<HTMLSelectElement | null>;
  readonly onSet: (cell: MatrixCell | null) => void;
  readonly onWords: (key: 'name' | 'category', text: string) => void;
  readonly onTakeOut: () => void;
  /** Escape: back to the cell. */
  readonly onLeave: () => void;
}

export function CellEditor(props: CellEditorProps) {
  const { skill, levelName, cell, scale, select, onSet, onWords, onTakeOut, onLeave } = props;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset does not lay out as a bar in every browser
    <div
      className={classes.editor}
      role="group"
      aria-label={`${skill.name} at ${levelName}`}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onLeave();
      }}
    >
      <Words label="Skill" value={skill.name} isRequired onSave={(text) => onWords('name', text)} />
      <Words label="Category" value={skill.category ?? ''} onSave={(text) => onWords('category', text)} />
      <NativeSelect
        ref={select}
        size="xs"
        label={`At ${levelName}`}
        value={cell === null ? '' : String(cell.level)}
        data={[
          { value: '', label: 'Not asked' },
          ...scale.levels.map((level) => ({ value: String(level.ordinal), label: nameOf(level) })),
        ]}
        onChange={(event) => {
          const level = Number(event.currentTarget.value);
          onSet(level === 0 ? null : { ...cell, level, isMandatory: cell?.isMandatory ?? false });
        }}
      />
      <Checkbox
        pb={6}
        label="Mandatory"
        disabled={cell === null}
        checked={cell?.isMandatory ?? false}
        onChange={(event) => cell !== null && onSet({ ...cell, isMandatory: event.currentTarget.checked })}
      />
      <Tooltip label="Take the skill out of the draft">
        <ActionIcon mb={2} aria-label={`Take out ${skill.name}`} onClick={onTakeOut}>
          <IconX size={14} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}

interface WordsProps {
  readonly label: string;
  readonly value: string;
  readonly isRequired?: boolean;
  readonly onSave: (text: string) => void;
}

function Words({ label, value, isRequired = false, onSave }: WordsProps) {
  const { content, change, leave, discard } = useSavedContent({
    saved: value,
    pauseMs: null,
    save: (text: string) => onSave(text.trim()),
  });
  const close = () => {
    if (content.trim() === '' && isRequired) discard();
    else void leave();
  };
  return (
    <TextInput
      flex="1 1 6rem"
      miw={0}
      label={label}
      value={content}
      onChange={(event) => change(event.currentTarget.value)}
      onBlur={close}
      onKeyDown={(event) => {
        if (event.key === 'Enter') close();
      }}
    />
  );
}
