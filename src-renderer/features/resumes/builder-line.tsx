/** One line of the builder: its words, whether it prints, and, when chosen, the field to word it for this resume. */
import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconEye, IconEyeOff, IconLock, IconPencil, IconTargetArrow } from '@tabler/icons-react';
import { useState } from 'react';
import type { BuilderItem } from '../../../shared/api/resume.ts';
import { EditableText } from '../../components/editable-text.tsx';
import classes from './builder-line.module.css';
import { diffWords } from './word-diff.ts';

/** What the builder can do with a line. */
export interface LineActs {
  readonly isChosen: (item: BuilderItem) => boolean;
  readonly choose: (item: BuilderItem | null) => void;
  readonly setHidden: (item: BuilderItem, isHidden: boolean) => void;
  /** Null goes back to the record's words. */
  readonly word: (item: BuilderItem, words: string | null) => Promise<unknown>;
  readonly keepKeyOf: (item: BuilderItem) => string;
}

interface BuilderLineProps {
  readonly item: BuilderItem;
  readonly acts: LineActs;
  /** What it is called when the record has no words for it. */
  readonly placeholder?: string;
}

export function BuilderLine({ item, acts, placeholder = 'Nothing in the record yet' }: BuilderLineProps) {
  const isChosen = acts.isChosen(item);
  const words = item.text === '' ? placeholder : item.text;
  return (
    <div
      className={classes.line}
      data-chosen={isChosen || undefined}
      data-hidden={item.isHidden || undefined}
      data-empty={item.text === '' || undefined}
    >
      {isChosen ? (
        <ChosenWords item={item} acts={acts} placeholder={placeholder} />
      ) : (
        <button
          type="button"
          className={classes.words}
          data-line=""
          aria-pressed={false}
          onClick={() => acts.choose(item)}
        >
          <span className={classes.text}>{words}</span>
        </button>
      )}
      {item.speaksTo.length > 0 && !isChosen ? (
        <Tooltip label={`Speaks to ${item.speaksTo.join(', ')}`}>
          <span className={classes.mark}>
            <IconTargetArrow size={14} stroke={1.6} aria-label={`Speaks to ${item.speaksTo.join(', ')}`} />
          </span>
        </Tooltip>
      ) : null}
      {item.differs && !isChosen ? (
        <span className={classes.mark} data-differs="">
          <IconPencil size={14} stroke={1.6} aria-label="Differs from the record" />
        </span>
      ) : null}
      <Eye item={item} acts={acts} words={words} />
    </div>
  );
}

function Eye({ item, acts, words }: { readonly item: BuilderItem; readonly acts: LineActs; readonly words: string }) {
  if (item.isAboveClearance) {
    return (
      <Tooltip label={`${nameOf(item.confidentiality)}: above the clearance of this resume`}>
        <span className={classes.lock}>
          <IconLock size={16} stroke={1.6} aria-label={`${nameOf(item.confidentiality)}, above the clearance`} />
        </span>
      </Tooltip>
    );
  }
  return (
    <ActionIcon
      aria-label={`${item.isHidden ? 'Show' : 'Hide'}: ${words}`}
      aria-pressed={!item.isHidden}
      onClick={() => acts.setHidden(item, !item.isHidden)}
    >
      {item.isHidden ? <IconEyeOff size={16} stroke={1.6} /> : <IconEye size={16} stroke={1.6} />}
    </ActionIcon>
  );
}

/** The words of a chosen line, open to be changed; what the record says is never lost by it. */
function ChosenWords({ item, acts, placeholder }: Required<BuilderLineProps>) {
  const [isShown, setShown] = useState(false);
  return (
    <div className={classes.chosen}>
      <EditableText
        label="Words of this line"
        value={item.text}
        placeholder={placeholder}
        keepKey={acts.keepKeyOf(item)}
        onSave={(text) => acts.word(item, text.trim() === '' || text.trim() === item.recordText ? null : text.trim())}
      />
      {item.speaksTo.length > 0 ? <p className={classes.speaks}>Speaks to {item.speaksTo.join(', ')}.</p> : null}
      {item.isAboveClearance ? (
        <p className={classes.speaks}>{nameOf(item.confidentiality)}: it cannot enter this resume.</p>
      ) : null}
      {item.differs ? (
        <div className={classes.differs}>
          <button
            type="button"
            className={classes.differsWord}
            aria-expanded={isShown}
            onClick={() => setShown(!isShown)}
          >
            <IconPencil size={14} stroke={1.6} aria-hidden />
            Differs from the record
          </button>
          {isShown ? (
            <>
              <p className={classes.diff}>
                {diffWords(item.recordText, item.text).map((part, index) =>
                  part.kind === 'same' ? (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place
                    <span key={index}>{part.text}</span>
                  ) : part.kind === 'gone' ? (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place
                    <del key={index}>{part.text}</del>
                  ) : (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place
                    <ins key={index}>{part.text}</ins>
                  ),
                )}
              </p>
              <Button size="compact-xs" onClick={() => void acts.word(item, null)}>
                Use the record’s words
              </Button>
            </>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}

function nameOf(confidentiality: BuilderItem['confidentiality']): string {
  return `${confidentiality.charAt(0).toUpperCase()}${confidentiality.slice(1)}`;
}
