/** One line of the builder: its words, whether it prints, and, when chosen, the field to word it for this resume. */
import { ActionIcon, Box, Button, Flex, Tooltip } from '@mantine/core';
import { IconEye, IconEyeOff, IconLock, IconPencil } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { BuilderItem } from '../../../../shared/api/resume.ts';
import type { Confidentiality } from '../../../../shared/api/values.ts';
import { useSavedChoice } from '../../../parts/saving/use-saved-content.ts';
import { EditableText } from '../../../parts/text/editable-text.tsx';
import { CommonName } from '../../../ui/figures/common-name.tsx';
import { diffWords } from '../page/word-diff.ts';
import classes from './builder-line.module.css';
import { type ChosenLine, keyOf } from './chosen-line.ts';

/** What the builder can do with a line. */
export interface LineActs {
  readonly choose: (item: BuilderItem | null) => void;
  readonly setHidden: (item: BuilderItem, isHidden: boolean) => Promise<unknown>;
  /** Null goes back to the record's words. */
  readonly word: (item: BuilderItem, words: string | null) => Promise<unknown>;
  /** The words as they were typed. */
  readonly wordsOf: (item: BuilderItem) => string;
  readonly keepKeyOf: (item: BuilderItem) => string;
}

interface BuilderLineProps {
  readonly item: BuilderItem;
  readonly acts: LineActs;
  /** The chosen line, this one or another. */
  readonly chosen: ChosenLine | null;
  /** Of this resume: what is above it cannot enter. */
  readonly clearance: Confidentiality;
  /** What kind of words these are, where it is not plain. */
  readonly label?: string;
}

export function BuilderLine({ item, acts, chosen, clearance, label }: BuilderLineProps) {
  const isChosen = chosen !== null && keyOf(chosen) === keyOf(item);
  const wasChosen = useRef(isChosen);
  const button = useRef<HTMLButtonElement>(null);
  const isByKey = useRef(false);
  const [isHidden, hide] = useSavedChoice(item.isHidden, (next) => acts.setHidden(item, next));
  const empty = item.recordText === '' ? 'nothing in the record yet' : 'no words, so it does not print';
  const words = item.text === '' ? empty : item.text;

  useEffect(() => {
    // Left by a key, the line keeps the focus.
    if (wasChosen.current && !isChosen && isByKey.current) button.current?.focus();
    wasChosen.current = isChosen;
    isByKey.current = false;
  }, [isChosen]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isChosen || event.defaultPrevented) return;
    event.preventDefault();
    isByKey.current = true;
    acts.choose(null);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes the line from anywhere in it
    <div
      className={classes.line}
      data-chosen={isChosen || undefined}
      data-hidden={isHidden || undefined}
      data-above={item.isAboveClearance || undefined}
      data-empty={item.text === '' || undefined}
      onKeyDown={onKeyDown}
    >
      {isChosen ? (
        <ChosenWords
          item={item}
          acts={acts}
          isOpen={chosen.isOpen}
          clearance={clearance}
          label={label ?? 'Words of this line'}
          placeholder={empty}
        />
      ) : (
        <button ref={button} type="button" className={classes.words} data-line="" onClick={() => acts.choose(item)}>
          <span className={classes.text}>
            {label === undefined ? null : <span className="cn-quiet">{`${label}: `}</span>}
            {words}
            <CommonName shown={words} commonName={item.commonName} />
          </span>
          {item.differs ? (
            <Flex component="span" display="inline-flex" flex="none" c="var(--cn-info-text)">
              <IconPencil size={14} stroke={1.6} aria-hidden />
              <span className="cn-aside">, differs from the record</span>
            </Flex>
          ) : null}
        </button>
      )}
      <Eye
        item={item}
        isHidden={isHidden}
        // What main refuses is told above the lines.
        onHide={(next) => void hide(next).catch(() => undefined)}
        clearance={clearance}
        words={words}
      />
    </div>
  );
}

interface EyeProps extends Pick<BuilderLineProps, 'item' | 'clearance'> {
  readonly words: string;
  readonly isHidden: boolean;
  readonly onHide: (isHidden: boolean) => void;
}

function Eye({ item, isHidden, onHide, clearance, words }: EyeProps) {
  if (item.isAboveClearance) {
    return (
      <Tooltip label={whyNot(item, clearance)}>
        <span className={classes.lock}>
          <IconLock size={16} stroke={1.6} aria-hidden />
          <span className="cn-aside">{whyNot(item, clearance)}</span>
        </span>
      </Tooltip>
    );
  }
  return (
    <ActionIcon
      className={classes.eye}
      aria-label={`${isHidden ? 'Show' : 'Hide'} the line: ${words}`}
      title={isHidden ? 'Show this line' : 'Hide this line'}
      onClick={() => onHide(!isHidden)}
    >
      {isHidden ? <IconEyeOff size={16} stroke={1.6} /> : <IconEye size={16} stroke={1.6} />}
    </ActionIcon>
  );
}

interface ChosenWordsProps extends Pick<BuilderLineProps, 'item' | 'acts' | 'clearance'> {
  /** Open to be changed from the start. */
  readonly isOpen: boolean;
  readonly label: string;
  readonly placeholder: string;
}

/** The words of a chosen line, open to be changed; what the record says is never lost by it. */
function ChosenWords({ item, acts, isOpen, clearance, label, placeholder }: ChosenWordsProps) {
  return (
    <div className={classes.chosen}>
      <EditableText
        label={label}
        value={acts.wordsOf(item)}
        placeholder={placeholder}
        keepKey={acts.keepKeyOf(item)}
        startOpen={isOpen}
        onSave={(text) => acts.word(item, text.trim() === item.recordText ? null : text)}
      />
      {item.isAboveClearance ? (
        <Box component="p" className="cn-meta cn-quiet" mt={6}>{`${whyNot(item, clearance)}.`}</Box>
      ) : null}
      {item.speaksTo.length > 0 ? (
        <Box component="p" className="cn-meta cn-quiet" mt={6}>{`Speaks to ${item.speaksTo.join(', ')}.`}</Box>
      ) : null}
      {item.differs ? (
        <Box mt={6}>
          <Flex component="p" className="cn-small cn-strong" align="center" gap={6} c="var(--cn-info-text)">
            <IconPencil size={14} stroke={1.6} aria-hidden />
            Differs from the record
          </Flex>
          <Difference from={item.recordText} to={item.text} />
          <Button size="compact-xs" onClick={() => void acts.word(item, null)}>
            Use the record’s words
          </Button>
        </Box>
      ) : null}
    </div>
  );
}

/** What the record says, struck where this resume leaves it out; what it says instead is underlined. */
function Difference({ from, to }: { readonly from: string; readonly to: string }) {
  return (
    <p className={classes.diff}>
      {diffWords(from, to).map((part, index) =>
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
  );
}

/** `Confidential, above this resume’s clearance: employer` */
function whyNot(item: BuilderItem, clearance: Confidentiality): string {
  const word = `${item.confidentiality.charAt(0).toUpperCase()}${item.confidentiality.slice(1)}`;
  return `${word}, above this resume’s clearance: ${clearance}`;
}
