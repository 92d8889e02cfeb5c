/** The text of a capture: a field in which `#tag`, `@position` and `+competency:3` are tinted as they are typed. */
import { Box, Popover } from '@mantine/core';
import { type KeyboardEvent, type RefObject, useId, useLayoutEffect, useRef, useState } from 'react';
import type { CaptureVocabulary } from '../../../shared/api/accomplishment.ts';
import type { CaptureSpan } from '../../../shared/domain/capture/capture.ts';
import {
  insertSuggestion,
  openMarkAt,
  type Suggestion,
  suggestionsFor,
} from '../../../shared/domain/capture/capture-suggestions.ts';
import classes from './capture-text.module.css';

interface CaptureTextProps {
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** What to tint, in the order of the text. */
  readonly spans: readonly CaptureSpan[];
  /** What is offered after `#`, `@` and `+`. */
  readonly vocabulary: CaptureVocabulary;
  readonly onEnter: () => void;
  /** Takes the first guess that waits; false when there is none, and Tab moves on as usual. */
  readonly onTab: () => boolean;
  readonly fieldRef?: RefObject<HTMLTextAreaElement | null>;
  /** Takes the focus of the dialog it is in. */
  readonly autoFocus?: boolean;
  readonly placeholder: string;
}

interface Piece {
  readonly start: number;
  readonly text: string;
  readonly kind: CaptureSpan['kind'] | null;
}

/** Cuts a text at its marks, and at the mark that is being typed, where the suggestions hang. */
function piecesOf(text: string, spans: readonly CaptureSpan[], anchor: number | null): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  const plain = (end: number) => {
    if (anchor !== null && anchor > at && anchor < end) {
      pieces.push({ start: at, text: text.slice(at, anchor), kind: null });
      at = anchor;
    }
    if (end > at) pieces.push({ start: at, text: text.slice(at, end), kind: null });
    at = end;
  };
  for (const span of spans) {
    plain(span.start);
    pieces.push({ start: span.start, text: text.slice(span.start, span.end), kind: span.kind });
    at = span.end;
  }
  plain(text.length);
  return pieces;
}

export function CaptureText(props: CaptureTextProps) {
  const { value, onChange, spans, vocabulary, onEnter, onTab, autoFocus = false, placeholder } = props;
  const ownRef = useRef<HTMLTextAreaElement | null>(null);
  const field = props.fieldRef ?? ownRef;
  const listId = useId();
  const [caret, setCaret] = useState<number | null>(null);
  const [active, setActive] = useState(0);
  /** Where the mark stands whose suggestions were sent away with Escape. */
  const [dismissed, setDismissed] = useState<number | null>(null);
  const nextCaret = useRef<number | null>(null);

  const mark = caret === null ? null : openMarkAt(value, caret, vocabulary);
  const suggestions = mark === null || mark.start === dismissed ? [] : suggestionsFor(mark, value, vocabulary);
  const isOpen = mark !== null && suggestions.length > 0;
  const chosen = Math.min(active, suggestions.length - 1);

  // A suggestion put in moves the caret behind it, once the field holds the new text.
  useLayoutEffect(() => {
    if (nextCaret.current === null) return;
    field.current?.setSelectionRange(nextCaret.current, nextCaret.current);
    setCaret(nextCaret.current);
    nextCaret.current = null;
  });
  const take = (suggestion: Suggestion) => {
    if (mark === null) return;
    const completed = insertSuggestion(value, mark, suggestion);
    nextCaret.current = completed.caret;
    setActive(0);
    onChange(completed.text);
  };
  /** Whether the choice is there already, so that Enter saves and Tab moves on. */
  const isWritten = (choice: Suggestion) => mark !== null && choice.text.trim() === value.slice(mark.start, mark.caret);
  /** Handles a key for the suggestions; false when it means nothing to them. */
  const steer = (event: KeyboardEvent): boolean => {
    const choice = suggestions[chosen];
    if (!isOpen || choice === undefined) return false;
    if (event.key === 'ArrowDown') setActive((chosen + 1) % suggestions.length);
    else if (event.key === 'ArrowUp') setActive((chosen - 1 + suggestions.length) % suggestions.length);
    else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey && !isWritten(choice)) take(choice);
    else if (event.key === 'Escape') setDismissed(mark.start);
    else return false;
    return true;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (steer(event)) {
      event.preventDefault();
      event.stopPropagation();
    } else if (event.key === 'Enter' && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      onEnter();
    } else if (event.key === 'Tab' && !event.shiftKey && !event.ctrlKey && onTab()) {
      event.preventDefault();
    }
  };
  const followCaret = () => {
    const at = field.current?.selectionStart ?? null;
    setCaret(at !== null && at === field.current?.selectionEnd ? at : null);
  };

  return (
    <div className={classes.scroll}>
      <div className={classes.stack}>
        <div className={classes.ink} aria-hidden>
          {piecesOf(value, spans, mark?.start ?? null).map((piece) => {
            const content = (
              <span key={piece.start} className={piece.kind === null ? undefined : classes.mark}>
                {piece.text}
              </span>
            );
            if (piece.start !== mark?.start) return content;
            return (
              <Popover
                key={piece.start}
                opened={isOpen}
                position="bottom-start"
                offset={6}
                trapFocus={false}
                returnFocus={false}
                withRoles={false}
              >
                <Popover.Target>{content}</Popover.Target>
                <Popover.Dropdown p={4}>
                  <Box id={listId} role="listbox" aria-label="Suggestions" miw={220} maw={420}>
                    {suggestions.map((suggestion, at) => (
                      // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the text, which points at the option
                      // biome-ignore lint/a11y/useKeyWithClickEvents: the text handles the keys
                      <div
                        key={suggestion.text}
                        id={`${listId}-${at}`}
                        role="option"
                        aria-selected={at === chosen}
                        className={classes.suggestion}
                        onMouseDown={(event) => event.preventDefault()}
                        onClick={() => take(suggestion)}
                      >
                        <span>{suggestion.label}</span>
                        <Box component="span" className="cn-quiet" flex="none">
                          {suggestion.detail}
                        </Box>
                      </div>
                    ))}
                  </Box>
                </Popover.Dropdown>
              </Popover>
            );
          })}
          {/* Gives an empty last line its height. */}
          {'\u200b'}
        </div>
        <textarea
          ref={field}
          className={classes.field}
          value={value}
          rows={1}
          placeholder={placeholder}
          aria-label="What you got done"
          aria-autocomplete="list"
          aria-controls={isOpen ? listId : undefined}
          aria-activedescendant={isOpen ? `${listId}-${chosen}` : undefined}
          data-autofocus={autoFocus || undefined}
          data-mantine-stop-propagation={isOpen || undefined}
          onChange={(event) => {
            setDismissed(null);
            setActive(0);
            onChange(event.currentTarget.value);
            setCaret(event.currentTarget.selectionStart);
          }}
          onFocus={(event) => {
            // A note that was begun goes on where it ends.
            if (event.currentTarget.selectionEnd === 0)
              event.currentTarget.setSelectionRange(value.length, value.length);
          }}
          onSelect={followCaret}
          onBlur={() => setCaret(null)}
          onKeyDown={onKeyDown}
        />
      </div>
    </div>
  );
}
